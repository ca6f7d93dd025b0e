"""Options and the legal mask: what may be laid, and what goes on in a turn without a decision."""

import numpy as np

from engine.kernel.expressions import evaluate
from engine.kernel.lattice import Bools, Indices, Reals, q16, times
from engine.kernel.rulebook import NONE, Rulebook
from engine.kernel.state import State


def available(book: Rulebook, state: State) -> Bools:
    """Options whose card is open, not spent, and whose `needs` holds, [game, option]; hours and budget aside."""
    options, games = book.options, np.arange(state.games)[:, None]
    mask = (state.open & ~state.spent)[:, options.held]
    mask &= options.peace if state.turn == 0 else options.crisis
    here = np.flatnonzero(options.platform != NONE)
    if len(here):
        mask[:, here] &= channels(book, state)[games, options.team[here], options.platform[here]]
    here = np.flatnonzero(options.hear_first != NONE)
    if len(here):
        mask[:, here] &= state.heard[games, options.team[here], options.hear_first[here]] > 0
    here = np.flatnonzero(book.comments.sorted)
    if len(here):
        mask[:, here] &= sorted_lately(book, state)[games, options.team[here]]
    for condition in np.unique(book.options.needs):
        if condition != NONE:
            holds = evaluate(book.expressions[condition], state) != 0
            mask[:, book.options.needs == condition] &= holds[:, None]
    return mask


def channels(book: Rulebook, state: State) -> Bools:
    """Platforms that a team can use: opened, and not suspended; [game, team, platform]."""
    skill = state.meters[:, book.at.channel].reshape(state.suspended.shape)
    result: Bools = (skill > 0) & ((state.suspended == 0) | (state.suspended < state.turn))
    return result


def sorted_lately(book: Rulebook, state: State) -> Bools:
    """Teams that know the classes of a flood of comments, [game, team]."""
    result: Bools = (state.sorted > 0) & (state.turn - state.sorted < book.number["listening_lasts"])
    return result


def hours_of(book: Rulebook, state: State, game: Indices, option: Indices) -> Reals:
    """Staff hours that options take now, of the shape of `game` and `option` together."""
    options = book.options
    saved = q16(state.meters[:, book.at.file] * book.number["file_saving"])
    written = np.broadcast_to(options.hours[option], np.broadcast_shapes(game.shape, option.shape))
    if saved.any():
        filed = times(written, 1.0 - saved[game, options.team[option]])
        written = np.where(options.filed[option], filed, written)
    if state.prepared.any():
        shorter = times(written, book.number["prepared_hours"])
        written = np.where(state.prepared[game, options.held[option]], shorter, written)
    return written


def hours(book: Rulebook, state: State) -> Reals:
    """Staff hours that every option takes now, [game, option]."""
    return hours_of(book, state, np.arange(state.games)[:, None], np.arange(len(book.laid))[None, :])


def needed(book: Rulebook, state: State, option: int) -> bool:
    """Whether what one option needs is there, in the first game of a batch."""
    condition = book.options.needs[option]
    return condition == NONE or bool(evaluate(book.expressions[condition], state)[0] != 0)


def legal(book: Rulebook, state: State) -> Bools:
    """The legal mask: options that are available and that the team can pay for, [game, option]."""
    team = book.options.team
    left, budget = state.meters[:, book.at.hours][:, team], state.meters[:, book.at.budget][:, team]
    return available(book, state) & (hours(book, state) <= left) & (book.options.budget <= budget)


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
    left, budget = state.meters[:, book.at.hours].copy(), state.meters[:, book.at.budget].copy()
    games = np.arange(state.games)[:, None]
    for slot in range(book.slots):
        option = last[:, :, slot]
        safe = np.maximum(option, 0)
        goes_on = (option >= 0) & book.options.stands[safe] & allowed[games, safe]
        takes = hours_of(book, state, games, safe)
        goes_on &= (takes <= left) & (book.options.budget[safe] <= budget)
        left -= np.where(goes_on, takes, 0.0)
        budget -= np.where(goes_on, book.options.budget[safe], 0.0)
        last[:, :, slot] = np.where(goes_on, option, NONE)
    return last
