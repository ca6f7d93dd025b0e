"""Scores of the naive interpreter, at ENDEX."""

from typing import NamedTuple

from tests.reference_expressions import Sender, holds, size
from tests.reference_tables import clip, divided, logs_of_sixteenths, q12, q16

GRADES = ((80, "A"), (65, "B"), (50, "C"), (35, "D"), (0, "E"))


class Scores(NamedTuple):
    """Raw scores, the sides that win, and how the whole table did together."""

    teams: dict[str, float]
    sides: dict[str, float]
    winners: set[str]
    together: float

    @property
    def grade(self):
        return next(letter for least, letter in GRADES if self.together >= least)


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
    return Scores(teams, sides, {side for side, score in sides.items() if score == best}, together(game))


def mean(values):
    """The mean of a list or of the values of a mapping."""
    return divided(sum(values), len(values))


def of_team(game, team):
    it = game.scenario.teams[team]
    own = mean(parts(game, team).values())
    if not it.objectives:
        return own
    points = sum(q12(goal.points) for goal in it.objectives.values())
    reached = [goal for goal in it.objectives.values() if holds(game, goal.when, Sender("", team))]
    return mean([own, divided(100 * sum(q12(goal.points) for goal in reached), points)])


def parts(game, team):
    """Opinion, control, relations, integrity and mission of a team, each 0 to 100, as far as it has them."""
    return {part: clip(value, 0.0, 100.0) for part, value in raw_parts(game, team)}


def raw_parts(game, team):
    written, it, side, model = game.scenario, game.scenario.teams[team], game.side(team), game.model
    yield "opinion", 50 + q12(change_of_opinion(game, side) * model["score_opinion"])
    risk = q12(100 * q12(game.risk_sum[team] / 65536 / written.clock.turns))
    yield "control", 100 - q12(risk * model["score_control"])
    others = [other for other in written.sides if other != side]
    if others:
        pairs = [".".join(sorted((side, other))) for other in others]
        yield "relations", 50 + q12(mean([game.meters[f"relations.{pair}"] for pair in pairs]) * 0.5)
    yield "integrity", game.meters[f"{team}.credibility"] + game.meters["freedom"] - game.start["freedom"]
    if it.mission is not None:
        yield "mission", q12(size(game, it.mission, "", Sender("", team)))


def change_of_opinion(game, side):
    audiences = game.scenario.audiences
    total = sum(q16(it.weight) for it in audiences.values())
    changes = {audience: game.meters[f"{audience}.{side}"] - game.start[f"{audience}.{side}"] for audience in audiences}
    shares = {audience: q16(q16(it.weight) / total) if total else 0.0 for audience, it in audiences.items()}
    return q12(sum(changes[audience] * shares[audience] for audience in audiences))


# Together.


def together(game):
    """A weighted geometric mean of what the teams reached in each part, in sixteenths of a point."""
    found = parts_of_the_table(game)
    weights = {part: game.model[f"weight_{part}"] for part in found}
    logs = logs_of_sixteenths()
    total = sum(weights.values())
    reached = sum(q12((q16(weights[part] / total) if total else 0.0) * logs[round(16 * found[part])]) for part in found)
    score = max(j for j in logs if logs[j] <= reached) / 16
    caps = [q12(game.scenario.teams[team].red_lines[line].cap) for team, line in game.crossed]
    return min([score, *caps])


def parts_of_the_table(game):
    """Of each part the mean over the teams that have it, at least 1."""
    of_teams = [parts(game, team) for team in game.scenario.teams]
    names = {part for found in of_teams for part in found}
    return {part: max(1.0, mean([found[part] for found in of_teams if part in found])) for part in names}
