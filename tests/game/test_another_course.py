"""A view tells the course that is played: nothing that was remembered outlives a rewind or a ruling."""

import pytest

from engine.game.conduct import Accepted, apply
from engine.game.directing import Fire, Rewind, Rule
from engine.game.intents import FACILITATOR, Lay, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.scenario.reader import read_shipped

FERRY = read_shipped("ferry_rumour").scenario
TEAMS = (None, *FERRY.teams)


def close(match, *wishes):
    for wish in wishes:
        assert isinstance(apply(match, wish.team, wish), Accepted)
    for team in match.waiting:
        apply(match, team, Seal(team))
    match.close({})


def remembered(match):
    """One that has looked at every turn of a match, and remembers."""
    viewing = Viewing(match)
    while not match.ended and match.turn < 4:
        close(match, Lay("embassy", "answer_questions", "islanders"))
        viewing.refresh()
        seen = [viewing.view(team) for team in TEAMS]
        assert all(seen)
    return viewing


@pytest.mark.parametrize("fresh", [True, False])
def test_after_a_rewind_to_a_turn_that_was_seen_only_the_new_course_is_told(fresh):
    match = begin(FERRY, dict.fromkeys(FERRY.teams, HUMAN), "full", 3)
    viewing = remembered(match)
    assert isinstance(apply(match, FACILITATOR, Rewind(2, fresh=fresh)), Accepted)
    while match.turn < 4:
        viewing.refresh()
        assert [viewing.view(team) for team in TEAMS] == [Viewing(match).view(team) for team in TEAMS]
        close(match, Lay("embassy", "listen", "islanders"))
    viewing.refresh()
    assert [viewing.view(team) for team in TEAMS] == [Viewing(match).view(team) for team in TEAMS]
    assert [viewing.story(team) for team in TEAMS] == [Viewing(match).story(team) for team in TEAMS]


@pytest.mark.parametrize("ruling", [Fire("thank_you"), Rule("injects: {storm: {name: A storm, text: Shut.}}")])
def test_after_a_ruling_only_the_new_course_is_told(ruling):
    match = begin(FERRY, dict.fromkeys(FERRY.teams, HUMAN), "full", 3)
    viewing = remembered(match)
    assert isinstance(apply(match, FACILITATOR, ruling), Accepted)
    viewing.refresh()
    assert [viewing.view(team) for team in TEAMS] == [Viewing(match).view(team) for team in TEAMS]


def test_after_endex_is_taken_back_nobody_knows_everything_any_more():
    match = begin(FERRY, dict.fromkeys(FERRY.teams, HUMAN), "full", 3)
    viewing = remembered(match)
    while not match.ended:
        close(match)
    viewing.refresh()
    assert [viewing.story(team) for team in TEAMS] == [Viewing(match).story(team) for team in TEAMS]
    assert isinstance(apply(match, FACILITATOR, Rewind(8, fresh=False)), Accepted)
    viewing.refresh()
    assert [viewing.view(team) for team in TEAMS] == [Viewing(match).view(team) for team in TEAMS]
    assert [viewing.story(team) for team in TEAMS] == [Viewing(match).story(team) for team in TEAMS]
