"""Simulations give the same report whatever the processes and the grouping of their parts."""

import copy

import numpy as np

from engine.game.seats import Seat
from engine.kernel.state import LEAF
from engine.scenario.reader import read_shipped
from engine.tools.leaves import play_leaf, prepare
from engine.tools.simulate import Plan, simulate
from engine.tools.tally import Tally
from engine.tools.workers import tallies
from tests.beside import beside

GAMES = 2 * LEAF + 1
TIMES = {"seconds", "games_per_second", "decisions_per_second", "workers"}


def seats(scenario):
    return dict.fromkeys(scenario.teams, Seat("bot", "random"))


def test_one_process_and_two_give_the_same_report():
    scenario = read_shipped("ferry_rumour").scenario
    reports = [simulate(Plan(scenario, seats(scenario), "full", 3, GAMES, workers)) for workers in (1, 2)]
    one, two = ({key: value for key, value in report.items() if key not in TIMES} for report in reports)
    assert one["games"] == GAMES
    assert one == two


def test_a_simulation_that_is_broken_off_ends_no_process_but_its_own():
    scenario = read_shipped("ferry_rumour").scenario
    with beside():
        parts = tallies((scenario, seats(scenario), "full", 3, GAMES), 2)
        next(parts)
        parts.close()


def test_parts_may_be_merged_in_any_grouping():
    scenario = read_shipped("ferry_rumour").scenario
    run = prepare(scenario, seats(scenario), "short", 3, GAMES)
    first, second, third = (play_leaf(run, leaf) for leaf in range(run.leaves))
    left = merged(run, merged(run, first, second), third)
    right = merged(run, first, merged(run, second, third))
    assert left.leaves == right.leaves
    for name in ("squares", "won", "fired", "played", "came"):
        assert np.array_equal(getattr(left, name), getattr(right, name)), name
    assert np.array_equal(left.scores.bins, right.scores.bins)
    assert np.array_equal(left.meters.total, right.meters.total)


def merged(run, *parts):
    total = Tally.of(run.book)
    for part in parts:
        total.merge(copy.deepcopy(part))
    return total
