"""Every rule case of tests/rules holds, in the kernel and in the reference."""

from collections import Counter

import pytest

from engine.compiler.book import compile_book
from engine.scenario.glossary import concepts
from tests.rule_cases import cases, fits, scenario_of
from tests.rule_games import Kernel, Naive, find_seed, play


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_the_rule_holds(case):
    scenario = scenario_of(case.id)
    seed = find_seed(case, scenario)
    wrong = [
        f"{case.id} {player.__name__.lower()}, seed {seed}: {fault}"
        for player in (Kernel, Naive)
        for fault in faults(case, play(player(case, scenario, seed), case, scenario.clock.turns))
    ]
    if wrong:
        pytest.fail("\n".join([case.title, *wrong]), pytrace=False)


def faults(case, seen):
    """What was seen otherwise than expected."""
    for path, wanted in case.wanted().items():
        if not fits(wanted, seen.get(path)):
            yield f"{' '.join(path)}: expected {wanted}, found {told(seen.get(path))}"
    for missing in case.expect.absent:
        for path in seen:
            if path[0] == "rows" and alike(missing, path[1:]):
                yield f"{' '.join(path)}: expected nothing, found {told(seen[path])}"


def alike(pattern, row):
    """Whether a row is one of those that the pattern speaks of."""
    return all(want in ("any", said) for want, said in zip(map(str, pattern), row, strict=True))


def told(found):
    """A number of the lattice as a fraction of it, so that a case can be mended by hand."""
    return f"{found} = {found * 4096:.6g}/4096" if isinstance(found, float) else found


def test_each_case_has_an_id_of_its_own_and_a_concept_of_the_glossary():
    assert [it for it, times in Counter(case.id for case in cases()).items() if times > 1] == []
    assert {case.concept for case in cases()} <= concepts()


def test_every_rule_that_books_rows_has_a_case():
    books = [compile_book(scenario_of(case.id)).book for case in cases()]
    known = {generic(cause) for book in books for cause in book.causes}
    named = {generic(row[2]) for case in cases() for row in case.expect.rows}
    assert known - named == set()


def generic(cause):
    """A cause without the names of teams, cards, stories and places: `order/effects`, `rule/silence`."""
    first, *parts = cause.split("/")
    if first == "rule":
        return f"{first}/{parts[0]}"
    return "/".join([first, parts[-1].partition(".")[0]]) if parts else first


def test_what_must_not_exist_speaks_of_meters_that_do():
    for case in cases():
        meters = compile_book(scenario_of(case.id)).book.meters
        assert [row for row in case.expect.absent if row[3] not in (*meters, "any")] == [], case.id


def test_every_case_expects_something():
    assert [case.id for case in cases() if not case.wanted() and not case.expect.absent] == []
