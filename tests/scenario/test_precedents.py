"""Each mistake in a precedent or a claim: one finding, at its place, with a hint that helps."""

import re
from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from engine.language.catalogue import LANGUAGES, say
from engine.scenario.precedent import WrittenOrder
from tests.scenario.broken import FERRY, MARK, ROOT, described, expected_place, read

MEAN = "Did you mean `{}`?".format
KNOWN = "Known here: {}".format
ORDER_HINT = "Write `card`, `card > target` or `card > target as voice`"
EMBASSY = "listen, agree_on_words, cargo_list, answer_questions, joint_inspection, navy_escort"

MISTAKES = [
    # Turns.
    ("    2: {embassy", "    ¦9: {embassy", "TIME006", None),
    ("    2: {embassy", "    ¦0: {embassy", "TIME006", None),
    ("    2: {embassy", "    ¦two: {embassy", "VALUE004", None),
    ("    2: {embassy", "    ¦2.5: {embassy", "KEY004", "Put it in quotes, or begin it with a letter"),
    ("at: end, low: 50", "at: ¦9, low: 50", "TIME006", None),
    ("at: end, low: 50", "at: ¦ende, low: 50", "VALUE002", None),
    ("  source: Invented", "  pace: short\n  source: Invented", "TIME006", "It decides in: 1, 3, 5, 7"),
    ("    text: Nobody inspects the ferry.\n    orders: {}", "    text: x\n    orders: {¦9: {}}", "TIME006", None),
    # Teams and orders.
    ("2: {embassy: [c", "2: {¦embasy: [c", "NAME001", MEAN("embassy")),
    ("[listen > islanders, agree", "[¦listn > islanders, agree", "NAME001", MEAN("listen")),
    ("harbour: [joint_inspection]", "harbour: [¦navy_escort]", "NAME011", None),
    ("[listen > islanders, agree", "[listen > ¦islander, agree", "NAME011", MEAN("islanders")),
    ("[listen > islanders, agree", "[¦listen, agree", "NAME011", KNOWN("capital_press, islanders")),
    ("agree_on_words]", "agree_on_words > ¦torvia]", "NAME011", None),
    ("agree_on_words]", "agree_on_words as ¦personal]", "NAME011", "Known here: institution"),
    ("agree_on_words]", "¦agree on words]", "VALUE004", ORDER_HINT),
    ("agree_on_words]", "¦agree_on_words >]", "VALUE004", ORDER_HINT),
    ("agree_on_words]", "¦{agree_on_words: now}]", "VALUE001", None),
    # Bands.
    ("meter: supplies", "meter: ¦suplies", "NAME010", MEAN("supplies")),
    ("meter: supplies", "meter: ¦spies_aboard.stage", "NAME010", None),
    ("meter: supplies", "meter: ¦harbour_open", "NAME010", None),
    ("meter: supplies", "meter: ¦own.clarity", "NAME010", None),
    ("low: 50, high: 65", "low: 50, high: ¦65.5", "VALUE009", None),
    ("low: 50, high: 65", "low: 65, high: ¦50", "VALUE009", None),
    ("outside: [0]", "outside: [¦1]", "VALUE009", None),
    ("outside: [0]", "outside: [¦-1]", "VALUE003", None),
    ("    outside: [0]", "    ¦outside: []", "VALUE005", None),
    # Numbers of the model.
    ("  source: In", "  ¦model: {poll_error: 1, vacuum: 1, check_fit: 1, crowd: 1}\n  source: In", "VALUE006", None),
    ("  source: In", "  model: {¦vacum: 1}\n  source: In", "KEY001", MEAN("vacuum")),
    ("  source: In", "  model: {vacuum: ¦99}\n  source: In", "VALUE003", None),
    # Keys.
    ("  counter:\n", "  ¦countr:\n", "KEY001", MEAN("counter")),
    ("    text: Nobody inspects the ferry.\n", "", "KEY002", None),
    # Claims.
    ("team: embassy, better", "team: ¦harbor, better", "NAME001", MEAN("harbour")),
    ("better: prudent", "better: ¦prudant", "VALUE002", MEAN("prudent")),
    ("  - {text: Listening", "  - ¦{text: Listening", "VALUE006", None),
]


def lessons():
    """The precedent and the claims that the guide shows."""
    guide = (ROOT / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
    block = guide[guide.index("    precedent:\n") : guide.index("\n* An order is `card`")]
    return re.sub("^ {4}", "", block, flags=re.MULTILINE).strip() + "\n"


LESSONS = lessons()


def with_lessons(old="", marked=""):
    assert not old or LESSONS.count(old) == 1, f"{old!r} stands there {LESSONS.count(old)} times"
    return f"{FERRY}\n{LESSONS.replace(old, marked) if old else LESSONS}"


def test_what_the_guide_shows_is_without_findings():
    reading = read(with_lessons())
    assert described(reading) == []
    orders = reading.scenario.precedent.orders["2"]["embassy"]
    assert [str(order) for order in orders] == ["cargo_list > spies_aboard", "answer_questions > islanders"]


@pytest.mark.parametrize("low", ["1.1", "8.929"])
def test_a_band_may_be_as_wide_as_15_points_written_in_decimals(low):
    high = str(Decimal(low) + 15)
    assert described(read(with_lessons("low: 50, high: 65", f"low: {low}, high: {high}"))) == []


@pytest.mark.parametrize(("old", "marked", "code", "hint"), MISTAKES)
def test_a_mistake_gives_a_finding_at_its_place(old, marked, code, hint):
    text = with_lessons(old, marked)
    if code == "VALUE006" and "text: Listening" in old:
        text = text.replace("worse: silent", "worse: prudent")
    reading = read(text.replace(MARK, ""))
    assert reading.scenario is None
    found = described(reading)
    if MARK in text:
        assert [it[:3] for it in found] == [(expected_place(text), code, "error")]
    assert {it[1] for it in found} == {code}
    if hint is not None:
        assert found[0][3] == hint
    for finding in reading.findings:
        assert all(say(lang, finding.message) for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("written", "order"),
    [
        ("brief", ("brief", None, None)),
        ("brief > press", ("brief", "press", None)),
        ("brief>press as personal", ("brief", "press", "personal")),
        ("brief as personal", ("brief", None, "personal")),
    ],
)
def test_an_order_is_card_target_and_voice(written, order):
    parsed = TypeAdapter(WrittenOrder).validate_python(written)
    assert (parsed.card, parsed.target, parsed.voice) == order
    assert TypeAdapter(WrittenOrder).validate_python(str(parsed)).card == "brief"
