"""Talking across the table: paired cards that need their other half, and positions that bind who states them."""

import numpy as np
from numpy.typing import NDArray

from engine.kernel import effects
from engine.kernel.change import Proposals
from engine.kernel.checks import Laid
from engine.kernel.kinds import NONE, Form
from engine.kernel.lattice import Bools, Indices
from engine.kernel.moment import Moment
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State


def kept_waiting(book: Rulebook, laid: Laid, games: int) -> Bools:
    """Orders that are half of a pair and find no other half this turn, [order]."""
    options = book.options
    half = options.half[laid.option]
    paired: Bools = half != NONE
    if not paired.any():
        return paired
    gone = np.zeros((games, len(book.teams)), dtype=bool)
    leaves = options.form[laid.option] == Form.WALK_OUT
    gone[laid.game[leaves], options.team[laid.option[leaves]]] = True
    stays = paired & ~gone[laid.game, options.team[laid.option]]
    there = np.zeros((games, len(book.pairs.meet)), dtype=bool)
    there[laid.game[stays], half[stays]] = True
    # Booleans as whole numbers: a count of partners, exact in any order.
    met = there & np.greater(there.astype(np.int64) @ book.pairs.meet.astype(np.int64), 0)
    alone: Bools = paired & ~met[laid.game, np.maximum(half, 0)]
    return alone


def invited(book: Rulebook, state: State) -> Bools:
    """Options whose other half was kept waiting at the last decision, as far as their team may know, [game, option]."""
    result = np.zeros((state.games, len(book.laid)), dtype=bool)
    halves = np.flatnonzero(book.options.half != NONE)
    if len(halves):
        result[:, halves] = np.greater(state.offered.astype(np.int64) @ book.pairs.invites.astype(np.int64), 0)
    return result


def offered(book: Rulebook, state: State, laid: Laid, waits: Bools, *, decided: bool) -> Bools:
    """Halves that were kept waiting since the last decision, [game, half]; `waits` is [order]."""
    result = np.zeros_like(state.offered) if decided else state.offered.copy()
    result[laid.game[waits], book.options.half[laid.option[waits]]] = True
    return result


def stated(book: Rulebook, state: State, laid: Laid) -> NDArray[np.int16]:
    """Positions that bind after these orders took effect, [game, position]."""
    result = state.stated.copy()
    here = np.flatnonzero(book.options.position[laid.option] != NONE)
    result[laid.game[here], book.options.position[laid.option[here]]] = state.turn + 1
    return result


def turn_of(date: int) -> int:
    """The turn in which a position was stated, from its date in `stated` or `broken`."""
    return date - 1


def binds_until(book: Rulebook, state: State) -> Indices:
    """The last turn that each position binds whoever has stated it, [game, position]."""
    turns: Indices = np.minimum(state.stated - 2 + book.positions.lasts, book.turns)
    return turns


def keep_or_break(moment: Moment, state: State, result: Proposals) -> None:
    """Book positions that were broken this turn, and those that were kept to their end."""
    book = moment.book
    if not state.stated.any():
        return
    positions, until = book.positions, binds_until(book, state)
    binds = (state.stated > 0) & (state.turn <= until)
    broken = binds & _broken(book, state)
    last = state.turn == until
    kept = binds & ~broken & last
    _book(book, broken & positions.public, positions.broken, "position_broken", result)
    _book(book, kept & positions.public, positions.kept, "position_kept", result)
    game, position = np.nonzero(broken & ~positions.public & (positions.relations != NONE))
    cost = np.full(len(game), book.number["promise_broken"])
    result.single(game, positions.relations[position], positions.broken[position], cost)
    result.marks["stated"] = np.where(broken | (binds & last), 0, state.stated).astype(np.int16)
    result.marks["broken"] = np.where(broken, state.stated, state.broken).astype(np.int16)


def _broken(book: Rulebook, state: State) -> Bools:
    """What breaks each position now, [game, position]."""
    positions = book.positions
    game, team, slot = np.nonzero(state.laid != NONE)
    acts = np.zeros((state.games, len(book.laid)), dtype=bool)
    acts[game, state.laid[game, team, slot]] = True
    result: Bools = (acts.astype(np.int64) @ positions.broken_by.T.astype(np.int64)) > 0
    asked = np.flatnonzero(positions.broken_when != NONE)
    games = np.repeat(np.arange(state.games), len(asked))
    holds = effects.holds(book, state, np.tile(positions.broken_when[asked], state.games), games)
    result[:, asked] |= holds.reshape(state.games, len(asked))
    return result


def _book(book: Rulebook, which: Bools, cause: Indices, parameter: str, result: Proposals) -> None:
    game, position = np.nonzero(which)
    meter = book.at.credibility.start + book.options.team[book.positions.option[position]]
    result.single(game, meter, cause[position], np.full(len(game), book.number[parameter]))
