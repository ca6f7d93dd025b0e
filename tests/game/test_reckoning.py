"""How a score is reckoned at ENDEX: the figures of every line come to what is shown, and risks are those rolled for."""

from copy import copy
from dataclasses import replace
from math import isclose, prod

import numpy as np
import pytest

from engine.game.faced import faced, rolled_in
from engine.game.match import begin
from engine.game.results import result
from engine.game.seats import Seat
from engine.game.words import meter_name
from engine.kernel.control import risks
from engine.kernel.kinds import NONE
from engine.scenario.reader import read_shipped

PLAYED = ("after_the_wave", "ferry_rumour", "first_hour", "torch_and_supermarket")
NEAR = 0.011  # of figures that are told to the hundredth
SIXTEENTH = 1 / 16


@pytest.fixture(scope="module", params=PLAYED)
def match(request):
    scenario = read_shipped(request.param).scenario
    played = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "hawk")), "short", 3)
    while not played.ended:
        played.close(played.bots())
    return played


def figures(steps, kind="line", at=0):
    """The numbers of all lines of a kind, as they are told."""
    return [dict(step.figures[at].values)["n"] for step in steps if step.kind == kind and step.figures]


def reckoned_in(team):
    """The parts whose mean are a team's own meters."""
    return [part for part in team.parts if part != "objectives"]


def crossed(found, team):
    """The red lines that anybody of a team's side has crossed."""
    return [line for each in found.teams if each.side == team.side for line in each.red_lines if line.reached]


def near(one, other, within=NEAR):
    return isclose(one, other, abs_tol=within)


def test_the_risks_that_are_told_are_those_that_were_rolled_for(match):
    ran = faced(match)
    for played in match.history:
        told = risks(match.book, rolled_in(match, played)) if played.turn else 0
        assert np.array_equal(told + played.opened.risk, played.after.risk)
        for place, team in enumerate(match.book.teams):
            struck = [each.turn for each in ran[team] if each.struck]
            assert (played.turn in struck) == bool(played.after.struck[0, place])


def test_every_part_of_a_score_comes_to_what_is_shown(match):
    for team in result(match).teams:
        for part, shown in team.parts.items():
            assert round(figures(team.reckoned[part], "sum")[-1]) == shown


def test_the_lines_of_a_part_come_to_its_sum(match):
    number = match.book.number
    for team in result(match).teams:
        lines = {part: figures(steps) for part, steps in team.reckoned.items()}
        sums = {part: figures(steps, "sum") for part, steps in team.reckoned.items()}
        assert near(sum(lines["opinion"]), sums["opinion"][0])
        assert near(50 + number["score_opinion"] * sums["opinion"][0], sums["opinion"][1])
        assert near(sum(lines["control"]) / len(lines["control"]), sums["control"][0], 100 / 4096)
        assert near(100 - number["score_control"] * sums["control"][0], sums["control"][1])
        assert near(sum(lines["relations"]), sums["relations"][0] * len(lines["relations"]))
        assert near(sum(lines["integrity"]), sums["integrity"][0])


def test_a_total_is_the_mean_of_its_parts_and_a_side_that_of_its_teams(match):
    found = result(match)
    for team in found.teams:
        lines, (own, *both, shown) = figures(team.total), figures(team.total, "sum")
        assert near(sum(lines[: len(reckoned_in(team))]) / len(reckoned_in(team)), own)
        assert all(near(raw, (own + figures(team.reckoned["objectives"], "sum")[-1]) / 2) for raw in both)
        lowest = min([*both, own][:1] + [line.points for line in crossed(found, team)])
        assert shown == team.score == round(lowest)
    for (_, score, _), steps in zip(found.sides, found.sides_reckoned, strict=True):
        assert figures(steps, "sum")[-1] == score


def test_what_all_come_to_together_is_the_weighted_geometric_mean_of_their_means(match):
    found = result(match)
    if found.together is None:
        assert not found.whole
        return
    means, shares = figures(found.whole), figures(found.whole, at=1)
    whole, _ = figures(found.whole, "sum")
    exact = prod(max(mean, 1) ** (share / sum(shares)) for mean, share in zip(means, shares, strict=True))
    assert near(exact, whole, 2 * SIXTEENTH)


def test_what_came_too_late_is_told_once_for_each_cause_with_every_meter_that_it_would_have_moved(match):
    late = copy(match)
    late.state = replace(match.state, underway=np.ones_like(match.state.underway))
    told = [dict(line.values) for line in result(late).lost]
    assert len({line["cause"] for line in told}) == len(told)
    moved = {late.book.meters[meter] for meter in late.book.rows.meter[late.book.ways.row].tolist() if meter != NONE}
    assert {meter for line in told for meter in line.get("meters", ())} == {
        meter_name(late.scenario, meter) for meter in moved
    }
