"""Scores of the naive interpreter, at ENDEX."""

from typing import NamedTuple

from tests.reference_expressions import Sender, holds, size
from tests.reference_tables import clip, divided, q12, q16


class Scores(NamedTuple):
    """Raw scores, and the sides that win."""

    teams: dict[str, float]
    sides: dict[str, float]
    winners: set[str]


def scores(game):
    teams = {team: of_team(game, team) for team in game.scenario.teams}
    sides = {}
    for side in game.scenario.sides:
        mates = [team for team in teams if game.side(team) == side]
        if mates:
            sides[side] = mean([teams[team] for team in mates])
    for team, line in game.crossed:
        cap, side = q12(game.scenario.teams[team].red_lines[line].cap), game.side(team)
        sides[side] = min(sides[side], cap)
        teams |= {mate: min(teams[mate], cap) for mate in teams if game.side(mate) == side}
    best = max(sides.values())
    return Scores(teams, sides, {side for side, score in sides.items() if score == best})


def mean(values):
    return divided(sum(values), len(values))


def of_team(game, team):
    it = game.scenario.teams[team]
    own = mean([clip(part, 0.0, 100.0) for part in parts(game, team)])
    if not it.objectives:
        return own
    points = sum(q12(goal.points) for goal in it.objectives.values())
    reached = [goal for goal in it.objectives.values() if holds(game, goal.when, Sender("", team))]
    return mean([own, divided(100 * sum(q12(goal.points) for goal in reached), points)])


def parts(game, team):
    """Opinion, control, relations, integrity and mission of a team, each about 0 to 100."""
    written, it, side, model = game.scenario, game.scenario.teams[team], game.side(team), game.model
    yield 50 + q12(change_of_opinion(game, side) * model["score_opinion"])
    risk = q12(100 * q12(game.risk_sum[team] / 65536 / written.clock.turns))
    yield 100 - q12(risk * model["score_control"])
    others = [other for other in written.sides if other != side]
    if others:
        pairs = [".".join(sorted((side, other))) for other in others]
        yield 50 + q12(mean([game.meters[f"relations.{pair}"] for pair in pairs]) * 0.5)
    yield game.meters[f"{team}.credibility"] + game.meters["freedom"] - game.start["freedom"]
    if it.mission is not None:
        yield q12(size(game, it.mission, "", Sender("", team)))


def change_of_opinion(game, side):
    audiences = game.scenario.audiences
    total = sum(q16(it.weight) for it in audiences.values())
    changes = {audience: game.meters[f"{audience}.{side}"] - game.start[f"{audience}.{side}"] for audience in audiences}
    shares = {audience: q16(q16(it.weight) / total) if total else 0.0 for audience, it in audiences.items()}
    return q12(sum(changes[audience] * shares[audience] for audience in audiences))
