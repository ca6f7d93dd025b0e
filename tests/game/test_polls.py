"""Polls that a team listened for, asked for or was sent: the bulletin tells each that moved, and who may know it."""

from hypothesis import given

from engine.game.conduct import apply
from engine.game.intents import Lay, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from tests.effort import one_in
from tests.game.sittings import traceable_data
from tests.game.test_what_a_team_sees import SEEDS, sittings

NATION = "nation.samudra"
ASKED = Message.of("cause.poll")


def after_a_poll():
    """After the Wave, two turns on: the embassy asked the nation and sent the agency what it heard; nobody else did."""
    scenario = read_shipped("after_the_wave").scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 3)
    close(match)
    apply(match, "embassy", Lay("embassy", "commission_poll", "nation"))
    apply(match, "embassy", Lay("embassy", "share_the_picture"))
    close(match)
    return match


def close(match):
    for team in match.scenario.teams:
        apply(match, team, Seal(team))
    match.close({})


def told(match, team):
    changes = Viewing(match).view(team).bulletins[-1].changes
    return {change.meter: change for change in changes}


def test_a_poll_that_was_asked_for_or_shared_is_told_as_one_to_those_who_may_know_it():
    match = after_a_poll()
    close(match)
    for team in match.scenario.teams:
        knows = match.scenario.teams[team].side == "samudra"  # the ministry is a mate too
        assert (NATION in told(match, team)) == knows
    change = told(match, "agency")[NATION]
    assert [reason.cause for reason in change.reasons] == [ASKED]
    assert change.before + change.reasons[0].amount == change.after


def test_it_is_in_the_history_as_soon_as_it_is_known():
    match = after_a_poll()
    turn, change = Viewing(match).view("embassy").history[NATION][-1]
    assert turn == match.turn
    assert [reason.cause for reason in change.reasons] == [ASKED]


@one_in(6)
@given(traceable_data(), SEEDS)
def test_every_poll_that_moves_is_told_and_no_other_opinion(data, seeds):
    for at, dice in sittings(data, seeds):
        at.go(dice, 1)
        while not at.match.ended:
            played, opinions = at.match.history[-1], at.match.book.meters[at.match.book.at.opinion]
            for me in at.scenario.teams:
                moved = moved_polls(at, me, played.before, played.after)
                changes = at.view(me).bulletins[-1].changes
                found = {it.meter: (it.before, it.after) for it in changes if it.meter in opinions}
                assert found == moved
            at.go(dice, 1)


def moved_polls(at, me, before, after):
    book = at.match.book
    place = book.teams.index(me)
    polls = (state.polls[0, place].tolist() for state in (before, after))
    moved = zip(book.meters[book.at.opinion], *polls, strict=True)
    return {name: (first, last) for name, first, last in moved if first != last}
