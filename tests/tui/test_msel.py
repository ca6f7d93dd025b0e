"""The timeline of injects: whatever a column's width, the whole name of each inject can be read."""

import textwrap
from dataclasses import replace
from itertools import product

import pytest

from engine.game.directing import Hold, Release
from engine.game.intents import FACILITATOR
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.chairs import CHAIR, FIRST, SECOND, play, press, sit
from tests.tui.screens import SMALL, WIDE, shown, table_of
from tui.facilitator.words import dated_of
from tui.widgets.msel import Msel, inject_row
from tui.widgets.wording import Tongue


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_of_an_inject_is_cut_in_a_narrow_column_nor_its_state_set_inside_of_it(lang):
    for scenario in ("ferry_rumour", "comment_storm"):
        for entry in table_of(scenario=scenario).console().msel:
            for state in ("fired", "unscheduled", "held"):
                for width in (29, 34, 60):
                    row = inject_row(Tongue(lang), replace(entry, state=state), width).plain
                    assert run_on(entry.name.in_language(lang)) in run_on(row)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_name_of_an_inject_takes_the_whole_width_before_it_takes_a_third_line_and_a_fourth(lang):
    for scenario in ("ferry_rumour", "comment_storm", "torch_and_supermarket"):
        for entry in table_of(scenario=scenario).console().msel:
            for state, width in product(("fired", "unscheduled", "held"), (28, 34)):
                row = inject_row(Tongue(lang), replace(entry, state=state), width).plain
                least = len(textwrap.wrap(entry.name.in_language(lang), width - 2))
                assert row.count("\n") + 1 <= max(2, least + 1), row


def run_on(words):
    return "".join(words.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_an_inject_has_no_date_is_said_by_its_heading_alone(lang):
    undated = [entry for entry in table_of().console().msel if entry.turn is None]
    assert {entry.state for entry in undated} == {"unscheduled"}
    for entry in undated:
        assert inject_row(Tongue(lang), entry, 60).plain.split() == ["◇", *entry.name.in_language(lang).split()]


@pytest.mark.parametrize(
    ("held", "turn", "code", "comes"),
    [
        ("pharmacy_empty", 2, "msel.held_when", 3),
        ("photograph", 1, "msel.held_till", 2),
        ("photograph", 3, "msel.held_too_late", 0),
    ],
)
def test_of_what_is_held_it_is_said_when_it_comes_once_it_is_released(held, turn, code, comes):
    table = play(table_of(FIRST, SECOND), turn - 1) if held != "photograph" else table_of(FIRST, SECOND)
    table.apply(FACILITATOR, Hold(held))
    play(table, turn - table.match.turn)
    entry = next(entry for entry in table.console().msel if entry.inject == held)
    assert (dated_of(entry).code, entry.comes) == (code, comes)
    for lang in LANGUAGES:
        assert not comes or str(comes) in say(lang, dated_of(entry)).partition(";")[2]
    if comes:
        table.apply(FACILITATOR, Release(held))
        play(table, comes - turn)
        assert next(entry for entry in table.console().msel if entry.inject == held).turn == comes


def test_of_what_is_due_it_is_said_whether_it_still_comes_by_itself():
    entry = next(entry for entry in table_of().console().msel if entry.conditional)
    due = replace(entry, state="due", comes=4)
    codes = [dated_of(each).code for each in (due, replace(due, holds=False), replace(due, comes=0))]
    assert codes == ["msel.due_holds", "msel.dated_waits", "msel.due_too_late"]
    assert dated_of(replace(due, conditional=False)).code == "msel.due_next"


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_timeline_opens_at_the_present_turn_however_late(size):
    table = table_of("embassy", scenario="torch_and_supermarket", bot="random")

    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, *CHAIR)
        await pilot.pause()
        assert say("en", Message.of("msel.turn_now", turn=12)) in shown(app)
        marked = app.screen.query_one(Msel).marked
        assert (marked.turn or 12) >= 12 or marked.state != "later"

    sit(steps, play(table, 12 - table.match.turn), size=size)
