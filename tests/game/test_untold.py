"""A story that has had no heat so far is named to nobody, whatever a view is made of; once it has, to everybody."""

import numpy as np
import pytest
from hypothesis import given

from engine.game.intents import Order
from engine.game.knowledge import Knowledge
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.scenario.conditions import parse
from engine.scenario.reader import read_shipped
from tests.effort import one_in
from tests.game.sittings import traceable_data
from tests.game.test_what_a_team_sees import SEEDS, sittings

CRISES = ("after_the_wave", "comment_storm", "last_bus_from_karath", "torch_and_supermarket")


def warm(match):
    """Stories that have had any heat in a state that a table saw."""
    states = [state for played in match.history for state in (played.before, played.opened, played.after)]
    heat = [state.meters[0, match.book.at.heat] for state in (*states, match.before, match.state)]
    return {name for name, most in zip(match.book.narratives, np.max(heat, axis=0), strict=True) if most > 0}


@pytest.mark.parametrize("name", CRISES)
def test_before_the_crisis_nothing_names_a_story_that_does_not_circulate(name):
    scenario = read_shipped(name).scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 1)
    silent = [story for story in scenario.narratives if story not in warm(match)]
    assert silent
    for team in (None, *scenario.teams):
        view = Viewing(match).view(team)
        shown = repr((view.stories, view.situation, view.gauges, view.history, view.feed, view.bulletins))
        shown += repr([(it.target_name, it.moves, it.facts, it.why_not) for it in view.choices])
        shown += repr([aim.measure for aim in view.objectives])
        knows, own = Knowledge(match, team), team or next(iter(scenario.teams))
        for story in scenario.narratives:
            assert story not in silent or repr(scenario.narratives[story].name) not in shown
            for when in (parse(f"{story}.stage == 0"), parse(f"{story}.heat < 100")):
                assert knows.judges(when, own) == (story not in silent)


@one_in(4)
@given(traceable_data(), SEEDS)
def test_no_view_and_no_refusal_names_a_story_that_nobody_has_heard_and_all_name_the_others(data, seeds):
    for at, dice in sittings(data, seeds):
        at.everybody_lays(dice)
        while not at.match.ended:
            known = warm(at.match)
            for me, view in at.views().items():
                said = [view.stories, view.situation, view.history, view.bulletins, view.choices, view.tray]
                said += [view.objectives, view.pledges, view.feed, view.gauges, view.question]
                if me is not None:
                    options = (laid for laid in at.match.book.laid if laid[0] == me)
                    said += [at.match.why_not(me, Order(*option[1:])) for option in options]
                told = repr(said)
                assert [name for name in at.scenario.narratives if name not in known and named(name, told)] == []
                assert {story.narrative for story in view.stories} == known
                if me is not None:
                    numbers = [*{choice.number for choice in view.choices}, *view.unheard, *view.unsorted]
                    assert sorted(numbers) == [*range(1, len(at.scenario.teams[me].holds) + 1)]
            at.go(dice, 1)


def named(name, told):
    return f"'the narratives {name}'" in told
