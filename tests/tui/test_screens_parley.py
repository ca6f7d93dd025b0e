"""The parley at one screen: two halves of one card, a statement that binds, and a slip that two teams alone see."""

import pytest

from engine.game.intents import Lay
from tests.tui.chairs import play, press, sit
from tests.tui.screens import WIDE, shown, table_of, teams_of
from tui.screens.bulletin import BulletinScreen
from tui.screens.handover import HandOverScreen
from tui.screens.panels.reading import Reading

KARATH = "last_bus_from_karath"
MINISTRY, EMBASSY, STUDENTS, COUNCIL = TEAMS = teams_of(KARATH)
LAID = {
    MINISTRY: ("pledge_no_recognition", "send_envoy"),
    EMBASSY: ("slip_the_route", "share_the_manifest"),
    STUDENTS: ("one_list_together",),
    COUNCIL: (),
}
SLIP, WAITED = "Slip the route", "kept waiting"
TOLD = {MINISTRY: {WAITED}, EMBASSY: {SLIP, WAITED}, STUDENTS: {SLIP}, COUNCIL: {WAITED}}
"""What each team is told: a slip is between two teams, an envoy between two sides; nobody has received him."""


def after_parley():
    table = play(table_of(*TEAMS, scenario=KARATH))
    for team, cards in LAID.items():
        for card in cards:
            choice = next(each for each in table.view(team).choices if each.card == card and each.why_not is None)
            table.apply(team, Lay(team, card, choice.target, choice.voice))
    return play(table)


@pytest.mark.parametrize("at", TEAMS)
def test_each_team_is_told_of_the_parley_what_it_may_know(at):
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is laid
        for team in TEAMS[: TEAMS.index(at)]:
            assert app.screen._facts.team == team
            await press(pilot, "enter", "s", "s", "s", "y")
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "enter")
        seen = ""
        while isinstance(app.screen, BulletinScreen):
            seen += " ".join(shown(app).split())
            await press(pilot, "enter")
        await press(pilot, "v")
        assert isinstance(app.screen, Reading)
        for _ in range(12):
            seen += " ".join(shown(app).split())
            await press(pilot, "pagedown")
        assert {words for words in (SLIP, WAITED) if words in seen} == TOLD[at]

    sit(steps, after_parley(), size=WIDE)


def test_a_card_of_two_halves_says_who_holds_the_other_and_that_one_may_be_kept_waiting():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is laid
        await press(pilot, "enter", "s", "s", "slash", *"envoy", "enter", "d")
        told = " ".join(app.screen.marked_words().plain.split())
        assert "The other half of this card, “Receive the envoy”, is held by Council of the Valley" in told
        assert "seen by the two sides only" in told

    sit(steps, after_parley(), size=WIDE)


def test_a_statement_that_binds_is_reached_among_what_the_crowd_says():
    table = after_parley()
    pledge = next(each for each in table.view(None).pledges if each.public)

    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is laid
        await press(pilot, "enter", "s", "s", "2")
        marked = []
        while (words := " ".join(app.screen.marked_words().plain.split())) not in marked:
            marked.append(words)
            await press(pilot, "down")
        assert any(str(pledge.card) in words for words in marked)

    sit(steps, table, size=WIDE)
