"""Every concept of the glossary can be met in play, and a numbered case holds the rule behind it."""

from benchmarks.coverage import RULES, cases, coverage


def test_every_concept_is_on_a_card_or_in_an_inject():
    assert [name for name, it in coverage().items() if not (it.cards or it.injects)] == []


def test_no_concept_is_bare():
    assert {name: it.lacking for name, it in coverage().items() if it.lacking} == {}


def test_every_numbered_case_is_counted():
    written = sum(path.read_text(encoding="utf-8").count("\n  - id: ") for path in RULES.glob("*.yaml"))
    assert len(list(cases())) == written
