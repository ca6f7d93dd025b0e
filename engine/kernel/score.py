"""Raw scores at ENDEX, 0..100 each (docs/MODEL.md, "Score")."""

from dataclasses import dataclass

import numpy as np

from engine.kernel.expressions import evaluate
from engine.kernel.kinds import NONE
from engine.kernel.lattice import Bools, Reals, coefficient, q12, sixteenths, times
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State

GRADES = ((80, "A"), (65, "B"), (50, "C"), (35, "D"))
PARTS = ("opinion", "control", "relations", "integrity", "mission")


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores of a batch: `parts` by name, [game, team], NaN where a team has no such part; `won` is a share.

    `own` is the mean of a team's parts, `raw` the mean of that and its objectives, `whole` what all together come to:
    these before any red line lowers them.
    """

    parts: dict[str, Reals]
    own: Reals  # [game, team]
    objectives: Reals  # [game, team], NaN without objectives
    reached: Bools  # [game, objective]
    raw: Reals  # [game, team]
    team: Reals  # [game, team]
    side: Reals  # [game, side]
    won: Reals  # [game, side] 1, or a share of it where sides are level
    whole: Reals  # [game]
    table: Reals  # [game] of all together


def scores(book: Rulebook, state: State) -> Scores:
    """Score every team and side of a finished batch."""
    parts = _parts(book, state)
    own = _mean(np.stack([parts[name] for name in PARTS], axis=2))
    reached, objectives = _objectives(book, state)
    raw = _mean(np.stack([own, objectives], axis=2))
    cap = np.full((state.games, len(book.sides)), 100.0)
    for line, team in enumerate(book.scoring.red_lines.team):
        side = book.team_side[team]
        lowered = np.minimum(cap[:, side], book.scoring.red_lines.cap[line])
        cap[:, side] = np.where(state.crossed[:, line], lowered, cap[:, side])
    team = np.minimum(raw, cap[:, book.team_side])
    side, won = _sides(book, raw, cap)
    whole = _together(book, parts)
    table = np.minimum(whole, cap.min(axis=1))
    return Scores(parts, own, objectives, reached, raw, team, side, won, whole, table)


def grade(score: float) -> str:
    """The grade of a whole table: A to E."""
    return next((name for least, name in GRADES if score >= least), "E")


def _together(book: Rulebook, parts: dict[str, Reals]) -> Reals:
    """Score of the whole table, [game]: the weighted geometric mean of what the teams have in common."""
    there = [name for name in PARTS if not np.isnan(parts[name]).all()]
    weights = [book.number[f"weight_{name}"] for name in there]
    table = sixteenths()
    total = np.zeros(len(parts["control"]))
    for name, weight in zip(there, weights, strict=True):
        mean = np.maximum(_mean(parts[name][:, None, :])[:, 0], 1.0)
        place = np.rint(mean * 16.0).astype(np.int64)
        total += times(table[place - 16], coefficient(weight / (sum(weights) or 1.0)))
    score = (np.searchsorted(table, total, side="right") + 15) / 16.0
    return np.maximum(score, 1.0)


def _sides(book: Rulebook, raw: Reals, cap: Reals) -> tuple[Reals, Reals]:
    """Scores of the sides and who won, [game, side]; a side without teams has no score and cannot win."""
    side = np.zeros_like(cap)
    seated = np.bincount(book.team_side, minlength=len(book.sides))
    for place in np.flatnonzero(seated):
        side[:, place] = q12(raw[:, book.team_side == place].sum(axis=1) / seated[place])
    side = np.minimum(side, cap)
    best = (side == side[:, seated > 0].max(axis=1, keepdims=True)) & (seated > 0)
    return side, best / best.sum(axis=1, keepdims=True)


def _parts(book: Rulebook, state: State) -> dict[str, Reals]:
    at, number, meters, side = book.at, book.number, state.meters, book.team_side
    shape = (state.games, len(book.audiences), len(book.sides))
    moved = (meters[:, at.opinion] - book.start[at.opinion]).reshape(shape)
    mean = q12((moved * book.scoring.weight[None, :, None]).sum(axis=1))
    opinion = 50.0 + times(mean, number["score_opinion"])
    control = 100.0 - times(times(mean_risk(state), 100.0), number["score_control"])
    integrity = meters[:, at.credibility] + meters[:, at.freedom] - book.start[at.freedom]
    mission = np.full((state.games, len(book.teams)), np.nan)
    for team, expression in enumerate(book.scoring.mission):
        if expression != NONE:
            mission[:, team] = q12(evaluate(book.expressions[expression], state))
    parts = {
        "opinion": opinion[:, side],
        "control": control,
        "relations": _relations(book, state)[:, side],
        "integrity": integrity,
        "mission": mission,
    }
    return {name: np.clip(value, 0.0, 100.0) for name, value in parts.items()}


def mean_risk(state: State) -> Reals:
    """Mean chance of losing control that was faced in each turn, [game, team]."""
    return q12(state.risk / 65536.0 / max(state.turn, 1))


def _relations(book: Rulebook, state: State) -> Reals:
    count = len(book.sides)
    if count == 1:
        return np.full((state.games, 1), np.nan)
    sums = np.zeros((state.games, count))
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    for column, (a, b) in enumerate(pairs):
        value = state.meters[:, book.at.relations.start + column]
        sums[:, a] += value
        sums[:, b] += value
    return 50.0 + times(q12(sums / (count - 1)), coefficient(0.5))


def _objectives(book: Rulebook, state: State) -> tuple[Bools, Reals]:
    teams = len(book.teams)
    reached = np.zeros((state.games, len(book.scoring.objectives)), dtype=bool)
    gained, total = np.zeros((state.games, teams)), np.zeros(teams)
    for index, (team, _, condition, points) in enumerate(book.scoring.objectives):
        reached[:, index] = evaluate(book.expressions[condition], state) != 0
        gained[:, team] += np.where(reached[:, index], points, 0.0)
        total[team] += points
    share = q12(100.0 * gained / np.where(total == 0, 1.0, total))
    return reached, np.where(total == 0, np.nan, share)


def _mean(values: Reals) -> Reals:
    """Mean over the last axis of what is there, rounded to an amount; NaN where nothing is."""
    there = ~np.isnan(values)
    count = there.sum(axis=2)
    return q12(np.where(there, values, 0.0).sum(axis=2) / count)
