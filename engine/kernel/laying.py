"""Orders as they are laid: paid at once, and taking effect now or, where policy is unclear, a turn later."""

import numpy as np
from numpy.typing import NDArray

from engine.kernel import effects
from engine.kernel.change import Proposals
from engine.kernel.kinds import NONE
from engine.kernel.lattice import Bools, Indices
from engine.kernel.moment import Moment
from engine.kernel.options import hours_of, in_order
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State


def laying(moment: Moment, state: State, result: Proposals) -> Indices:
    """Propose what laying costs; return the orders that take effect this turn, [game, team, 2 x slot], in order."""
    book, orders = moment.book, moment.orders
    cell = np.flatnonzero(orders >= 0)
    option = orders.ravel()[cell]
    game = cell // (orders.shape[1] * orders.shape[2])
    _pay(book, state, game, option, result)
    delayed = np.zeros(orders.shape, dtype=bool)
    waiting = waits(book, state, game, option)
    delayed.ravel()[cell] = waiting
    held = book.options.held[option]
    if state.prepared[game, held].any():
        prepared = state.prepared.copy()
        prepared[game, held] = False
        result.marks["prepared"] = prepared
    result.marks.update(
        {
            "laid": orders.astype(np.int16),
            "waiting": in_order(np.where(delayed, orders, NONE)).astype(np.int16),
            "spent": _spent(book, state, game[waiting], held[waiting]),
            "crossed": _crosses(book, state, game, option),
        }
    )
    return in_order(np.concatenate([np.where(delayed, NONE, orders), state.waiting.astype(np.int64)], axis=2))


def _pay(book: Rulebook, state: State, game: Indices, option: Indices, result: Proposals) -> None:
    options = book.options
    for at, amounts in ((book.at.hours, hours_of(book, state, game, option)), (book.at.budget, options.budget[option])):
        here = amounts != 0
        paid = option[here]
        result.single(game[here], at.start + options.team[paid], options.cost[paid], -amounts[here])


def waits(book: Rulebook, state: State, game: Indices, option: Indices) -> Bools:
    """Orders of an institution whose policy is not clear, [order]; what is prepared does not wait."""
    if state.turn == 0:
        return np.zeros(len(game), dtype=bool)
    options = book.options
    unclear = state.meters[:, book.at.clarity][game, options.team[option]] < book.number["delay_clarity"]
    result: Bools = options.waits[option] & unclear & ~state.prepared[game, options.held[option]]
    return result


def _spent(book: Rulebook, state: State, game: Indices, held: Indices) -> Bools:
    """Cards that are spent although they still wait, [game, held]."""
    spent = state.spent.copy()
    spent[game, held] |= book.once[held]
    return spent


def _crosses(book: Rulebook, state: State, game: Indices, option: Indices) -> NDArray[np.bool_]:
    crossed = state.crossed.copy()
    acts = np.flatnonzero(book.scoring.red_lines.any[option])
    order, line = np.nonzero(book.scoring.red_lines.option[option[acts]])
    where = game[acts[order]]
    holds = effects.holds(book, state, book.scoring.red_lines.when[line], where)
    crossed[where[holds], line[holds]] = True
    return crossed
