"""Numbers of the model are halved and doubled within their range, and what flips is found."""

import argparse

import pytest

from benchmarks.sensitivity import ahead, flips, pairs, value
from engine.scenario.parameters import PARAMETERS
from engine.scenario.reader import read_shipped

BY_NAME = {parameter.name: parameter for parameter in PARAMETERS}


@pytest.mark.parametrize(
    ("name", "factor", "expected"),
    [
        ("vacuum", 0.5, 0.25),
        ("check_backlog", 2, -1.4),
        ("clarity_cap", 0.5, 50),  # the least that there may be
        ("outcome_partial", 2, 1),
        ("stage_turns", 0.5, 1),
        ("crowd", 2, 3),  # by the clock: about 1.5
        ("strike_heat", 2, 16),  # as the scenario sets it
    ],
)
def test_a_number_is_halved_or_doubled_within_its_range(name, factor, expected):
    scenario = read_shipped("ferry_rumour").scenario
    assert value(scenario, BY_NAME[name], factor) == pytest.approx(expected)


def test_a_number_at_its_bound_is_left_out():
    assert value(read_shipped("ferry_rumour").scenario, BY_NAME["synergy_credibility"], 1.0) is None


def test_what_flips_is_said():
    scenario = read_shipped("ferry_rumour").scenario
    given = argparse.Namespace(games=24, seed=0)
    base = ahead(scenario, given.games, given.seed)
    assert base <= set(pairs(scenario))
    assert ("embassy", "prudent", "silent") in base
    said = list(flips(scenario, BY_NAME["orders_per_round"], given, {*base, ("embassy", "silent", "prudent")}))
    assert [line.split(" (")[0] for line in said] == ["halved", "doubled"]
    assert all("embassy: prudent passes silent" in line for line in said)
