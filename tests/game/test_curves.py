"""Meters over the turns are what each view said at its time, and nothing that it did not."""

from hypothesis import given
from hypothesis import strategies as st

from tests.effort import one_in
from tests.game.sittings import Sitting, dice_of, people, read, traceable_data

SEEDS = st.lists(st.integers(0, 2**64 - 1), min_size=2, max_size=2)


@one_in(6)
@given(traceable_data(), SEEDS)
def test_a_course_is_what_the_team_was_told_turn_by_turn(data, seeds):
    scenario = read(data)
    for seed in seeds:
        at, dice = Sitting(scenario, people(scenario), seed), dice_of(seed)
        told = {team: {} for team in scenario.teams}
        while not at.match.ended:
            for team in scenario.teams:
                view = at.view(team)
                known = {gauge.meter: (gauge.value, gauge.error) for gauge in view.gauges}
                known |= {f"{story.narrative}.heat": (story.heat, None) for story in view.stories}
                known |= {"risk": (view.risk.percent, None)} if view.risk is not None else {}
                for meter, point in known.items():
                    told[team].setdefault(meter, {})[view.turn] = point
                run = {c.meter: {p.turn: (p.value, p.error) for p in c.points} for c in view.curves}
                assert set(run) == set(known)
                for meter, points in run.items():
                    known_then = told[team][meter]
                    assert {turn: point for turn, point in points.items() if turn in known_then} == known_then
            at.go(dice, 1)


@one_in(10)
@given(traceable_data())
def test_the_public_is_shown_no_opinion_before_the_end(data):
    scenario = read(data)
    at = Sitting(scenario, people(scenario), 1)
    opinions = {f"{audience}.{side}" for audience in scenario.audiences for side in scenario.sides}
    while not at.match.ended:
        assert not opinions & {curve.meter for curve in at.view(None).curves}
        at.go(dice_of(1), 1)
    assert opinions <= {curve.meter for curve in at.view(None).curves}
