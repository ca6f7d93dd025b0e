"""What teams are asked to forecast: nobody can know the answer, and nothing secret is in the question."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from engine.game.match import begin
from engine.game.papers import Papers, Question
from engine.game.questions import forecasts, question, words
from engine.game.seats import Seat
from engine.game.viewing import Viewing
from engine.language.catalogue import say
from engine.scenario.reader import read_shipped
from engine.scenario.scenario import Scenario
from engine.tools.trial import crises
from tests.effort import always
from tests.strategies import playable_data

GAMES = 4
"""In 200 games of a shipped scenario between 38 and 65 of 100 questions came about, at either pace."""
FEWEST, MOST = 0.25, 0.75
ENOUGH = 200
"""Questions in whose share chance alone does not matter much."""


def played(scenario, bot, pace, seed):
    match = begin(scenario, {team: Seat("bot", bot) for team in scenario.teams}, pace, seed)
    while not match.ended:
        match.close(match.bots())
    return match


def answered(match, team):
    """What a team was asked in each turn in which the table decided, and what it said: 50 of 100."""
    asked = {(each.turn, team): question(match, team, each.opened) for each in match.history if each.decided}
    asked = {at: each for at, each in asked.items() if each is not None}
    return Papers(foresights=dict.fromkeys(asked, 50), asked=asked)


def came_about(scenario, bot, pace="full", games=GAMES):
    """Of the questions of some games between bots: how many came about, did not, and were not asked."""
    found = Counter()
    for seed in range(1000, 1000 + games):
        match = played(scenario, bot, pace, seed)
        for team in scenario.teams:
            match.papers = answered(match, team)
            told = forecasts(match, team)
            found.update(each.came for each in told)
            found[None] += sum(each.decided for each in match.history) - len(told)
    return found


@pytest.mark.parametrize("pace", ["full", "short"])
@pytest.mark.parametrize("scenario", crises(), ids=lambda scenario: scenario.id)
def test_of_what_a_crisis_asks_about_half_comes_about(scenario, pace):
    for bot in ("prudent", "random"):
        found = came_about(scenario, bot, pace)
        asked = found[True] + found[False]
        assert FEWEST <= found[True] / asked <= MOST, (bot, found)
        assert found[None] < asked / 4


def test_of_what_generated_scenarios_ask_about_half_comes_about():
    found = Counter()

    @always(30)
    @given(playable_data())
    def play(data):
        found.update(came_about(Scenario.model_validate(data), "prudent", games=4))

    play()
    asked = found[True] + found[False]
    assert asked > ENOUGH
    assert FEWEST <= found[True] / asked <= MOST, found


def test_a_question_depends_on_nothing_but_what_is_public_now():
    scenario = read_shipped("torch_and_supermarket").scenario
    match = played(scenario, "prudent", "full", 3)
    other = played(scenario, "random", "full", 3)
    state = match.history[5].opened
    for team in scenario.teams:
        assert question(match, team, state) == question(other, team, state)


def test_it_is_the_same_whatever_a_secret_meter_says():
    scenario = read_shipped("torch_and_supermarket").scenario
    match = played(scenario, "prudent", "full", 3)
    state = match.history[5].opened
    at = match.book.at.credibility
    meters = np.array(state.meters)
    meters[:, at] = 100 - meters[:, at]
    for team in scenario.teams:
        assert question(match, team, replace(state, meters=meters)) == question(match, team, state)


@pytest.mark.parametrize("pace", ["full", "short"])
def test_the_last_question_asks_about_endex_and_the_review_repeats_what_was_asked(pace):
    scenario = read_shipped("torch_and_supermarket").scenario
    match = begin(scenario, {team: Seat("bot", "random") for team in scenario.teams}, pace, 5)
    asked = {}
    while not match.ended:
        left = match.decisions_left
        said = Viewing(match).view("embassy").question if match.decides else None
        if said is not None:
            asked[match.turn] = said
            assert said.get("when").code.endswith("_endex" if left == 1 else "_next")
        match.close(match.bots())
    match.papers = answered(match, "embassy")
    assert {each.turn: each.question for each in forecasts(match, "embassy")} == asked
    assert len(asked) > 1


def test_a_question_counts_one_point_and_several():
    asked = Question("cooler", "insulted_torch", 1)
    match = begin(read_shipped("torch_and_supermarket").scenario, {}, "full", 1)
    one, two = words(match, asked, last=False), words(match, replace(asked, step=2), last=True)
    story = "They insulted our torch"
    assert say("en", one) == f"Will “{story}” have cooled by at least 1 point when you next decide?"
    assert say("en", two) == f"Will “{story}” have cooled by at least 2 points at ENDEX?"
