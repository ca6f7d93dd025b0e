"""Options and the legal mask: what may be laid, what stands against the rest, and what goes on without a decision."""

from collections.abc import Iterator
from enum import IntEnum

import numpy as np

from engine.kernel.expressions import evaluate
from engine.kernel.kinds import NONE
from engine.kernel.lattice import Bools, Indices, Reals, q16, times
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import Small, State


class Obstacle(IntEnum):
    """What stands against an option; of several, the first in this order is named."""

    NOTHING = 0
    CLOSED = 1
    SPENT = 2
    PEACETIME = 3  # it may be laid before the crisis only
    CRISIS = 4  # it may be laid in the crisis only
    NEEDS = 5
    UNHEARD = 6
    UNSORTED = 7
    CHANNEL = 8
    TWICE = 9  # the card is on the tray
    FULL = 10  # the tray is
    HOURS = 11
    BUDGET = 12


ALL = slice(None)
Ruled = tuple[Obstacle, Indices | slice, Bools]
"""A rule: what it puts in the way, the options that it looks at, and which of them pass, [game, option]."""


def legal(book: Rulebook, state: State) -> Bools:
    """The legal mask: options that may be laid on an empty tray, [game, option]."""
    mask = np.ones((state.games, len(book.laid)), dtype=bool)
    for _, where, passes in (*_rules(book, state), *_payable(book, state, no_orders(book, state.games))):
        mask[:, where] &= passes
    return mask


def obstacles(book: Rulebook, state: State, trays: Indices) -> Small:
    """What stands first against each option beside what is on the trays [game, team, slot]; Obstacle [game, option]."""
    found = np.zeros((state.games, len(book.laid)), dtype=np.int8)
    for obstacle, where, passes in (*_rules(book, state), *_room(book, trays), *_payable(book, state, trays)):
        found[:, where] = np.where((found[:, where] == Obstacle.NOTHING) & ~passes, obstacle, found[:, where])
    return found


def _rules(book: Rulebook, state: State) -> Iterator[Ruled]:
    """Whether a card is at hand now, whatever it costs."""
    options, games = book.options, np.arange(state.games)[:, None]
    yield Obstacle.CLOSED, ALL, state.open[:, options.held]
    yield Obstacle.SPENT, ALL, ~state.spent[:, options.held]
    yield (Obstacle.CRISIS, ALL, options.peace) if state.turn == 0 else (Obstacle.PEACETIME, ALL, options.crisis)
    for condition in np.unique(options.needs):
        if condition != NONE:
            holds = evaluate(book.expressions[condition], state) != 0
            yield Obstacle.NEEDS, np.flatnonzero(options.needs == condition), holds[:, None]
    here = np.flatnonzero(options.hear_first != NONE)
    if len(here):
        yield Obstacle.UNHEARD, here, state.heard[games, options.team[here], options.hear_first[here]] > 0
    here = np.flatnonzero(book.comments.sorted)
    if len(here):
        yield Obstacle.UNSORTED, here, sorted_lately(book, state)[games, options.team[here]]
    here = np.flatnonzero(options.platform != NONE)
    if len(here):
        yield Obstacle.CHANNEL, here, channels(book, state)[games, options.team[here], options.platform[here]]


def _room(book: Rulebook, trays: Indices) -> Iterator[Ruled]:
    """A card lies on a tray once, and a tray has so many slots."""
    laid = np.zeros((len(trays), len(book.held)), dtype=bool)
    game, team, slot = np.nonzero(trays != NONE)
    laid[game, book.options.held[trays[game, team, slot]]] = True
    yield Obstacle.TWICE, ALL, ~laid[:, book.options.held]
    yield Obstacle.FULL, ALL, ((trays != NONE).sum(axis=2) < book.slots)[:, book.options.team]


def _payable(book: Rulebook, state: State, trays: Indices) -> Iterator[Ruled]:
    """What an option costs is there beside what the trays take."""
    left, budget = at_hand(book, state, trays)
    yield Obstacle.HOURS, ALL, hours(book, state) <= left[:, book.options.team]
    yield Obstacle.BUDGET, ALL, book.options.budget <= budget[:, book.options.team]


def at_hand(book: Rulebook, state: State, trays: Indices) -> tuple[Reals, Reals]:
    """Hours and budget that the trays [game, team, slot] leave, each [game, team]."""
    left, budget = state.meters[:, book.at.hours], state.meters[:, book.at.budget]
    if (trays == NONE).all():
        return left, budget
    on, safe = trays != NONE, np.maximum(trays, 0)
    takes = hours_of(book, state, np.arange(state.games)[:, None, None], safe)
    return left - (takes * on).sum(axis=2), budget - (book.options.budget[safe] * on).sum(axis=2)


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


def crossing(book: Rulebook, state: State) -> Bools:
    """Options that would cross a red line of their own team now, for all that it can tell, [game, option]."""
    mask = np.zeros((state.games, len(book.laid)), dtype=bool)
    for line, condition in enumerate(book.scoring.red_lines.when):
        holds = np.ones(state.games, dtype=bool)
        if condition != NONE and book.scoring.red_lines.told[line]:
            holds = evaluate(book.expressions[condition], state) != 0
        mask |= book.scoring.red_lines.option[:, line] & holds[:, None]
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
