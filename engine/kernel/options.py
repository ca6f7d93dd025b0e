"""Options and the legal mask: what may be laid, and what goes on in a turn without a decision."""

import numpy as np

from engine.kernel.expressions import evaluate
from engine.kernel.lattice import Bools, Indices
from engine.kernel.rulebook import NONE, Rulebook
from engine.kernel.state import State


def available(book: Rulebook, state: State) -> Bools:
    """Options whose card is open, not spent, and whose `needs` holds, [game, option]; hours and budget aside."""
    held = book.options.held
    mask = (state.open & ~state.spent)[:, held]
    for condition in np.unique(book.options.needs):
        if condition != NONE:
            holds = evaluate(book.expressions[condition], state) != 0
            mask[:, book.options.needs == condition] &= holds[:, None]
    return mask


def needed(book: Rulebook, state: State, option: int) -> bool:
    """Whether what one option needs is there, in the first game of a batch."""
    condition = book.options.needs[option]
    return condition == NONE or bool(evaluate(book.expressions[condition], state)[0] != 0)


def legal(book: Rulebook, state: State) -> Bools:
    """The legal mask: options that are available and that the team can pay for, [game, option]."""
    team = book.options.team
    hours, budget = state.meters[:, book.at.hours][:, team], state.meters[:, book.at.budget][:, team]
    return available(book, state) & (book.options.hours <= hours) & (book.options.budget <= budget)


def crossing(book: Rulebook, state: State) -> Bools:
    """Options that would cross a red line of their own team if they were laid now, [game, option]."""
    mask = np.zeros((state.games, len(book.laid)), dtype=bool)
    for line, condition in enumerate(book.red_lines.when):
        holds = np.ones(state.games, dtype=bool)
        if condition != NONE:
            holds = evaluate(book.expressions[condition], state) != 0
        mask |= book.red_lines.option[:, line] & holds[:, None]
    return mask


def no_orders(book: Rulebook, games: int) -> Indices:
    """Empty trays, [game, team, slot]."""
    return np.full((games, len(book.teams), book.slots), NONE, dtype=np.int64)


def in_order(orders: Indices) -> Indices:
    """The same trays with options in ascending order and empty slots last: entry order means nothing."""
    last = np.iinfo(np.int64).max
    result = np.sort(np.where(orders == NONE, last, orders), axis=2)
    return np.where(result == last, NONE, result)


def standing_orders(book: Rulebook, state: State) -> Indices:
    """Orders of the last turn whose card stands, as far as they are legal and can be paid, [game, team, slot]."""
    last = np.sort(state.laid.astype(np.int64), axis=2)
    if (last == NONE).all():
        return last
    allowed = legal(book, state)
    hours, budget = state.meters[:, book.at.hours].copy(), state.meters[:, book.at.budget].copy()
    games = np.arange(state.games)[:, None]
    for slot in range(book.slots):
        option = last[:, :, slot]
        safe = np.maximum(option, 0)
        goes_on = (option >= 0) & book.options.stands[safe] & allowed[games, safe]
        goes_on &= (book.options.hours[safe] <= hours) & (book.options.budget[safe] <= budget)
        hours -= np.where(goes_on, book.options.hours[safe], 0.0)
        budget -= np.where(goes_on, book.options.budget[safe], 0.0)
        last[:, :, slot] = np.where(goes_on, option, NONE)
    return last
