"""A condition that can never hold is a warning at the name that does not fit; one that may hold is none."""

import pytest

from engine.compiler.never import never
from engine.language.catalogue import say
from engine.scenario.reader import read_shipped, shipped_ids
from engine.tools.check import check
from tests.scenario.broken import MARK, change, expected_place, read

OBJECTIVE = "islanders.samudra > 10 and spies_aboard.heat < 30"
INJECT = "    turn: 3\n    until: 6\n    when: supplies < 30 and not harbour_open\n"
EXCLUDED = "Two parts about `{}` exclude each other: change one of them, or write `or` between them".format


def lies(name, low, high):
    return f"`{name}` lies between {low} and {high} here: choose a number within, or leave the condition out"


NEVER = [
    ("¦supplies > 100", lies("supplies", 0, 100)),
    ("¦supplies >= 100.5", lies("supplies", 0, 100)),
    ("¦supplies < 0", lies("supplies", 0, 100)),
    ("¦supplies > 99.999999", lies("supplies", 0, 100)),  # which is read as 100
    ("-1 >= ¦supplies", lies("supplies", 0, 100)),
    ("harbour_open and ¦spies_aboard.heat > 120", lies("spies_aboard.heat", 0, 100)),
    ("¦islanders.samudra < -100", lies("islanders.samudra", -100, 100)),
    ("¦help_is_late.stage == 3", lies("help_is_late.stage", 0, 2)),
    ("¦own.credibility > 100", lies("own.credibility", 0, 100)),
    ("¦turn > 8", lies("turn", 1, 8)),
    ("¦turn == 9 or turn > 9", lies("turn", 1, 8)),
    ("harbour_open and (¦turn > 8 or supplies > 100)", lies("turn", 1, 8)),
    ("supplies > 60 and ¦supplies < 60", EXCLUDED("supplies")),
    ("60 < supplies and harbour_open and 40 > ¦supplies", EXCLUDED("supplies")),
    ("harbour_open and not ¦harbour_open", EXCLUDED("harbour_open")),
]
SOME_TIME = [
    "supplies >= 100",
    "supplies > 99.999",
    "supplies > 99.9998",
    "supplies < 0.0001",
    "-99.9998 > islanders.samudra",
    "supplies <= 0",
    "40 < supplies < 60",
    "supplies > 60 or supplies < 40",
    "supplies > 100 or harbour_open",
    "turn == 8",
    "turn >= 1 and turn <= 1",
    "help_is_late.stage == 2",
    "supplies / 2 > 100",
    "not (supplies <= 100)",
    "supplies != 200",
    "harbour_open and not list_published",
    "own.backlog > 20",
]


def warned(text):
    return [(str(f.place), f.code, f.severity, say("en", f.hint)) for f in never(read(text))]


@pytest.mark.parametrize(("line", "hint"), NEVER)
def test_a_condition_that_can_never_hold_is_a_warning(line, hint):
    text = change(OBJECTIVE, line)
    assert warned(text.replace(MARK, "")) == [(expected_place(text), "COND006", "warning", hint)]


@pytest.mark.parametrize("line", SOME_TIME)
def test_a_condition_that_may_hold_some_time_is_none(line):
    assert warned(change(OBJECTIVE, line)) == []


@pytest.mark.parametrize(
    ("turns", "line", "hint"),
    [
        ("turn: 3", "turn > 3", lies("turn", 3, 3)),
        ("turn: 3\n    until: 5", "turn > 5", lies("turn", 3, 5)),
        ("turn: 3\n    until: 5", "turn == 4", None),
        ("turn: 3", "turn == 3", None),
    ],
)
def test_an_inject_waits_for_its_condition_on_its_own_turns(turns, line, hint):
    text = change(INJECT, f"    {turns}\n    when: {MARK}{line}\n")
    found = [(expected_place(text), "COND006", "warning", hint)] if hint else []
    assert warned(text.replace(MARK, "")) == found


def test_an_inject_that_something_schedules_may_come_on_any_turn():
    text = change(INJECT, "    turn: 3\n    when: turn > 3\n")
    inject = text[: text.index("    turn: 3\n")].rstrip().splitlines()[-1].strip().partition(":")[0]
    assert warned(text.replace("{schedule: {inject: thank_you", f"{{schedule: {{inject: {inject}")) == []


def test_a_condition_that_holds_for_one_of_its_owners_is_none():
    assert warned(change("needs: list_published and own.clarity >= 45", "needs: own.backlog > 50")) == []


@pytest.mark.parametrize("name", shipped_ids())
def test_no_shipped_scenario_waits_for_what_never_comes(name):
    assert list(never(read_shipped(name))) == []


def test_the_check_warns_of_it_and_lets_the_scenario_be_played(tmp_path):
    (tmp_path / "mine.yaml").write_text(
        change(OBJECTIVE, "supplies > 100").replace("id: ferry_rumour", "id: mine"), encoding="utf-8"
    )
    checked = check([str(tmp_path / "mine.yaml")])
    assert checked.exit_code == 0
    (warning, _) = checked.lines
    assert "COND006" in warning
    assert list(never(read("not yaml: ["))) == []
