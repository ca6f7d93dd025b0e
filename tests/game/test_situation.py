"""Every team is told in a line what matters, also where nothing is due to it."""

import pytest

from engine.game.match import begin
from engine.game.seats import Seat
from engine.game.standing_view import stories
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped, shipped_ids
from tests.tui.screens import played, table_of, teams_of

TORCH = "torch_and_supermarket"


@pytest.mark.parametrize("scenario", shipped_ids())
def test_no_team_reads_an_empty_situation_line_in_the_first_turns(scenario):
    for turns in (0, 1, 2):
        table = played(turns, teams_of(scenario)[0], scenario)
        for team in teams_of(scenario):
            assert table.view(team).situation, (team, turns)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_team_that_no_story_hurts_is_told_of_the_hottest(lang):
    view = played(1, "government", TORCH).view("government")
    hottest = max(view.stories, key=lambda story: story.heat)
    said = " ".join(say(lang, message) for message in view.situation)
    assert hottest.name.in_language(lang) in said


def test_the_public_is_told_nothing_of_what_presses_a_team():
    codes = {message.code for message in table_of("government", scenario=TORCH).view(None).situation}
    assert not codes & {"situation.calm", "situation.story_helps", "situation.story_other"}


@pytest.mark.parametrize("pace", ["full", "short"])
def test_a_team_that_paid_for_its_silence_on_a_story_reads_that_it_has_not_answered_it_itself(pace):
    scenario = read_shipped(TORCH).scenario
    match, told = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), pace, 2), set()
    while not match.ended:
        match.close(match.bots())
        silent = [
            (entry.meter.partition(".")[0], entry.cause.rpartition("/")[2])
            for entry in match.ledger.entries(match.book)
            if entry.turn == match.history[-1].turn and entry.cause.startswith("rule/silence/")
        ]
        for team, story in silent:
            read = next(each for each in stories(match, team) if each.narrative == story)
            assert not read.by_us
            told.add(read.answered)
        assert all(each.answered for team in scenario.teams for each in stories(match, team) if each.by_us)
    assert told == {True, False}
