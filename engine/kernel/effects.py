"""Effect rows of cards, injects and meters: from what is active to amounts and marks proposed to `change`.

Everything is read from the state at the start of the phase (docs/MODEL.md, "How amounts are proposed and added").
"""

from dataclasses import dataclass

import numpy as np

from engine.kernel.change import Proposals
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import Kind, Verb
from engine.kernel.lattice import Bools, Indices, Reals, coefficient, q16, times
from engine.kernel.rulebook import Rulebook
from engine.kernel.settings import Happening, send, settings
from engine.kernel.state import State

PERCENT = coefficient(0.01)


@dataclass(frozen=True, slots=True, eq=False)
class Active:
    """Sources at work in a phase. All arrays are [active]."""

    game: Indices
    source: Indices
    outcome: Indices
    gain: Reals  # of the outcome
    fade: Reals  # by repeats
    synergy: Reals  # 0..1


def certain(game: Indices, source: Indices) -> Active:
    """Sources that are not checked: injects, missed answers and drifts."""
    ones = np.ones(len(game))
    return Active(game, source, np.zeros(len(game), dtype=np.int64), ones, ones, np.zeros(len(game)))


def together(parts: list[Active]) -> Active:
    """Several sources at work in one phase, side by side."""
    names = ("game", "source", "outcome", "gain", "fade", "synergy")
    return Active(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def happen(book: Rulebook, state: State, active: Active, result: Proposals) -> None:
    """Propose what active sources do: amounts to meters, marks for the rest, and what is sent to arrive later."""
    rows, scales = book.rows, _scales(active)
    for kind in (Kind.NUMBER, Kind.DAMPED):
        now = _expand(book, active, scales, kind)
        if len(now.row):
            meter = rows.meter[now.row]
            amounts = times((rows.sign * rows.number)[now.row], now.scale)
            whole = amounts
            if kind == Kind.DAMPED:
                amounts = damp(state, book, _aimed(book, now), whole)
            result.single(now.game, meter, rows.cause[now.row], amounts, whole)
    others = _expand(book, active, scales, Kind.OTHER)
    others = _only(others, holds(book, state, rows.when[others.row], others.game))
    if len(others.row):
        _others(book, state, others, result)


def _expand(book: Rulebook, active: Active, scales: Reals, kind: Kind) -> Happening:
    """Rows of one kind of the active sources that count on their outcome, with their scales."""
    rows = book.rows
    count = rows.count[kind, active.source, active.outcome]
    index = np.repeat(np.arange(len(count)), count)
    behind = rows.first[kind, active.source, active.outcome] - (np.cumsum(count) - count)
    row = rows.order[np.arange(len(index)) + behind[index]]
    return Happening(active.game[index], row, scales[rows.scale[row], index])


def _others(book: Rulebook, state: State, now: Happening, result: Proposals) -> None:
    rows = book.rows
    late = rows.way[now.row] >= 0
    if late.any():
        result.marks["underway"] = send(book, state, _only(now, late))
        parts, stays = rows.parts[now.row], rows.after[now.row] == 0
        scale = np.where(parts > 1, q16(now.scale / parts), now.scale)
        now = _only(Happening(now.game, now.row, scale), stays)
    if len(now.row):
        land(book, state, now, result)


def _scales(active: Active) -> Reals:
    """The scales of each source, [Scale, active]."""
    boost = 1.0 + active.synergy
    named, outcome = q16(active.fade * boost), q16(q16(active.gain * active.fade) * boost)
    return np.stack([np.ones_like(named), named, outcome])


def holds(book: Rulebook, state: State, condition: Indices, game: Indices) -> Bools:
    """Whether each condition holds in its game, [n]; a condition of NONE holds."""
    result = np.ones(len(condition), dtype=bool)
    asked = condition[condition >= 0]
    for one in np.flatnonzero(np.bincount(asked)):
        here = np.flatnonzero(condition == one)
        result[here] = (evaluate(book.expressions[one], state) != 0)[game[here]]
    return result


def land(book: Rulebook, state: State, happening: Happening, result: Proposals, *, looked: bool = True) -> None:
    """Propose effects that take hold in this phase, wherever they were sent from.

    `looked` says whether the injects of this turn have been looked at, so that today's date is past.
    """
    adds = book.rows.verb[happening.row] <= Verb.TOWARD_BY
    now = _only(happening, adds)
    if len(now.row):
        whole = _amounts(book, state, now)
        amounts = damp(state, book, _aimed(book, now), whole)
        result.single(now.game, book.rows.meter[now.row], book.rows.cause[now.row], amounts, whole)
    if not adds.all():
        settings(book, state, _only(happening, ~adds), result, looked=looked)


def _only(happening: Happening, which: Bools) -> Happening:
    return Happening(happening.game[which], happening.row[which], happening.scale[which])


def _amounts(book: Rulebook, state: State, now: Happening) -> Reals:
    rows, row, game = book.rows, now.row, now.game
    verb, value = rows.verb[row], rows.number[row]
    here = verb == Verb.PERCENT
    if here.any():
        value[here] = times(state.meters[game[here], rows.base[row[here]]], value[here])
    scale = now.scale
    here = verb >= Verb.VALUE
    if here.any():
        value[here] = _worked_out(book, state, _only(now, here))
        scale = np.where(verb >= Verb.TOWARD, np.minimum(scale, 1.0), scale)
    return times(rows.sign[row] * value, scale)


def _worked_out(book: Rulebook, state: State, now: Happening) -> Reals:
    """Expressions, and what is missing toward a value, [happening]."""
    rows, row, game = book.rows, now.row, now.game
    verb = rows.verb[row]
    gap = rows.number[row] - state.meters[game, rows.meter[row]]
    value = np.zeros(len(row))
    asked = rows.value[row]
    for one in np.flatnonzero(np.bincount(asked[asked >= 0])):
        here = np.flatnonzero(asked == one)
        value[here] = evaluate(book.expressions[one], state)[game[here]]
    most = np.maximum(value, 0.0)
    value = np.where(verb == Verb.TOWARD_BY, np.clip(gap, -most, most), value)
    return np.where(verb == Verb.TOWARD, gap, value)


@dataclass(frozen=True, slots=True, eq=False)
class Aimed:
    """Amounts by what they move, all [amount]: `heat` is a narrative or NONE."""

    game: Indices
    meter: Indices
    opinion: Bools
    heat: Indices


def _aimed(book: Rulebook, now: Happening) -> Aimed:
    rows, row = book.rows, now.row
    return Aimed(now.game, rows.meter[row], rows.opinion[row], rows.heat[row])


def damp(state: State, book: Rulebook, aimed: Aimed, whole: Reals) -> Reals:
    """Opinions move outward less the further out they are, and hot stories take up less; [amount]."""
    amounts = whole.copy()
    if aimed.opinion.any():
        here = np.flatnonzero(aimed.opinion)
        opinion = state.meters[aimed.game[here], aimed.meter[here]]
        outward = opinion * amounts[here] >= 0
        here, opinion = here[outward], opinion[outward]
        amounts[here] = times(amounts[here], q16(1.0 - np.abs(opinion) / 128.0))
    here = np.flatnonzero((aimed.heat >= 0) & (amounts > 0))
    if len(here):
        amounts[here] = times(amounts[here], room(book, state)[aimed.game[here], aimed.heat[here]])
    return amounts


def room(book: Rulebook, state: State) -> Reals:
    """How much more heat each story can take up, [game, narrative]."""
    return 1.0 - times(state.meters[:, book.at.heat], PERCENT)


def free(book: Rulebook, state: State) -> Reals:
    """Internet freedom as a share, [game, 1]."""
    return times(state.meters[:, book.at.freedom], PERCENT)
