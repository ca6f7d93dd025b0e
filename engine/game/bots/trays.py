"""From what a bot would like to what it lays: the best options first, as far as hours, budget and slots go."""

import numpy as np
from numpy.typing import NDArray

from engine.kernel import chance
from engine.kernel.kinds import NONE
from engine.kernel.lattice import Indices, Reals
from engine.kernel.observe import Observation
from engine.kernel.rulebook import Rulebook

NOISE_BITS = np.uint64(40)
NEVER = -1.0
KEEN = 6.0
"""A wish from which a bot is keen on an option."""
PACE, KEEN_PACE = 1.5, 3.0
"""How many even shares of its budget a bot spends at most in a round; the second on what it is keen on."""


def noise(book: Rulebook, seen: Observation, turn_key: NDArray[np.uint64]) -> Reals:
    """A number in 0..1 for each option of the team, by which ties are broken, [game, option of the team]."""
    dice = chance.roll(turn_key[:, None], book.options.faces.bot[seen.options])
    result: Reals = (dice >> NOISE_BITS).astype(np.float64) * 2.0**-24
    return result


def fill(book: Rulebook, seen: Observation, wish: Reals) -> Indices:
    """Lay the options wished for most, one a card, [game, slot]; a wish below 0 is never laid."""
    own, games = seen.options, len(wish)
    result = np.full((games, book.slots), NONE, dtype=np.int64)
    if not len(own):
        return result
    hours, budget = seen.hours.copy(), seen.budget.copy()
    share = seen.budget / max(seen.decided, 1)
    saved, kept = (np.maximum(budget - pace * share, 0.0)[:, None] for pace in (PACE, KEEN_PACE))
    cost, price, held = seen.takes, book.options.budget[own], book.options.held[own]
    wish = np.where(seen.legal, wish, NEVER)
    every = np.arange(games)
    for slot in range(book.slots):
        at_hand = budget[:, None] - np.where(wish >= KEEN, kept, saved)
        payable = (cost <= hours[:, None]) & ((price == 0) | (price <= at_hand))
        wish = np.where(payable, wish, NEVER)
        best = wish.argmax(axis=1)
        laid = wish[every, best] >= 0
        result[laid, slot] = own[best[laid]]
        hours -= np.where(laid, cost[every, best], 0.0)
        budget -= np.where(laid, price[best], 0.0)
        wish[(held == held[best][:, None]) & laid[:, None]] = NEVER
    return result
