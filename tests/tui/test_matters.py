"""The room grows: three regions and five cards in the first round, the rest as it comes to matter or is asked for."""

from dataclasses import replace

import pytest
from hypothesis import given

from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.scenario.reader import shipped_ids
from engine.scenario.scenario import Scenario
from engine.text import Text
from tests.effort import one_in
from tests.strategies import playable_data
from tests.tui.screens import SMALL, WIDE, played, shown, table_of, teams_of
from tests.tui.test_screens_room import play, press
from tui.matters import COACHED, FIRST, FIRST_CARDS, by_urgency, first_cards, first_round, regions
from tui.plain.heard import inbox
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf

TEAM = teams_of()[0]
ALL = {*FIRST, "crowd", "standing"}


def grows(view):
    assert regions(view) == {*FIRST, *(COACHED[hint.at] for hint in view.hints if hint.at in COACHED)}
    cards = first_cards(view.choices)
    assert len(cards) <= FIRST_CARDS
    can_be_laid = {choice.card for choice in view.choices if choice.why_not is None}
    assert set(cards) <= can_be_laid or not can_be_laid
    answers = {choice.card for choice in view.choices if choice.answers and choice.why_not is None}
    assert answers <= set(cards) or len(answers) > FIRST_CARDS
    assert bool(cards) == bool(view.choices)


@pytest.mark.parametrize("pace", ["full", "short"])
@pytest.mark.parametrize("name", shipped_ids())
def test_every_team_of_a_shipped_crisis_begins_with_little_and_soon_sees_all(name, pace):
    for team in teams_of(name):
        table = table_of(team, scenario=name, pace=pace)
        grows(table.view(team))
    assert regions(played(1, team, name).view(team)) == ALL


@one_in(4)
@given(playable_data())
def test_every_team_of_a_generated_scenario_begins_with_little(data):
    scenario = Scenario.model_validate(data)
    match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 1)
    for team in scenario.teams:
        view = Viewing(match).view(team)
        if first_round(view):
            grows(view)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_region_opens_when_it_is_asked_for_and_stays_open(size):
    async def steps(app, pilot):
        await press(pilot, "escape")
        there = {"standing", "crowd"} & {node.id for node in app.screen.query("#regions > *") if node.display}
        assert there == set()
        await press(pilot, "3")
        assert app.screen.query_one("#standing").display
        assert app.screen.focused is app.screen.query_one("#gauges", Rows)
        await press(pilot, "l", "4")
        assert app.screen.query_one("#room").has_class("-has-standing")
        assert app.screen.query_one("#room").has_class("-roomy" if size == WIDE else "-tabbed")

    play(table_of(TEAM), steps, size)


def test_all_cards_open_with_a_key_or_at_the_row_that_stands_for_them():
    table = table_of("ministry", scenario="last_bus_from_karath")
    every = len({choice.card for choice in table.view("ministry").choices})

    async def by_key(app, pilot):
        await press(pilot, "escape")
        rows = app.screen.query_one(Shelf).rows
        assert rows.option_count < every
        await press(pilot, "m")
        assert rows.option_count == every

    async def at_the_row(app, pilot):
        await press(pilot, "escape")
        rows = app.screen.query_one(Shelf).rows
        rows.highlighted = rows.option_count - 1
        await press(pilot, "enter")
        assert rows.option_count == every
        assert table.view("ministry").tray == ()

    play(table, by_key)
    play(table, at_the_row)


def test_the_first_cards_stay_whatever_can_still_be_laid():
    table = table_of(TEAM)

    async def steps(app, pilot):
        await press(pilot, "escape")
        shelf = app.screen.query_one(Shelf)
        before = [row.key for row in shelf.rows._rows]
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert table.view(TEAM).tray
        assert [row.key for row in shelf.rows._rows] == before

    play(table, steps)


def test_before_anything_has_happened_the_room_says_how_things_stand_and_where_to_look():
    table = table_of("ministry", scenario="last_bus_from_karath")

    async def steps(app, pilot):
        await press(pilot, "escape")
        seen = " ".join(shown(app).split())
        assert "The last quiet days" in seen
        assert "More opens as the exercise goes on" in seen

    play(table, steps)


def waiting(view, turns):
    """The view with so many letters, each due in one of these turns; None for one that waits for nothing."""
    (letter,) = view.inbox[:1]
    return replace(
        view,
        inbox=tuple(
            replace(letter, inject=f"letter_{at}", name=Text.of(f"Letter {at}"), turn=at + 1, answer_by=due, new=True)
            for at, due in enumerate(turns)
        ),
    )


def asked(view):
    """The view whose letters can all be answered with a card of the team's."""
    return replace(
        view, inbox=tuple(replace(each, answers=(Text.of("Answer it"),), answered=False) for each in view.inbox)
    )


def test_letters_that_wait_come_first_the_soonest_due_and_then_the_newest():
    view = asked(waiting(played(1, TEAM).view(TEAM), (None, 9, 5, None, 7)))
    turn = 5
    assert [each.answer_by for each in by_urgency(view.inbox, turn)] == [5, 7, 9, None, None]
    assert [each.turn for each in by_urgency(view.inbox, turn)][3:] == [4, 1]
    late = by_urgency(view.inbox, 6)
    assert [each.answer_by for each in late] == [7, 9, None, 5, None]
    unheld = [replace(each, answers=()) for each in view.inbox]
    assert [each.turn for each in by_urgency(unheld, turn)] == [5, 4, 3, 2, 1]
    laid = [replace(each, on_tray=True) for each in view.inbox]
    assert [each.inject for each in by_urgency(laid, turn)] == [each.inject for each in by_urgency(view.inbox, turn)]


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_letter_that_is_due_soonest_stands_at_the_top_of_the_inbox_and_of_its_lines(size):
    view = asked(waiting(played(1, TEAM).view(TEAM), (9, 2, None, None, None)))

    async def steps(app, pilot):
        app.screen._view = view
        app.screen.fill()
        await press(pilot, "1")
        told = shown(app)
        assert "Letter 1" in told
        assert all(told.index("Letter 1") < told.index(name) for name in ("Letter 0", "Letter 4") if name in told)

    play(played(1, TEAM), steps, size=size)
    lines = " ".join(inbox(view, "en"))
    assert lines.index("Letter 1") < lines.index("Letter 0") < lines.index("Letter 4")
