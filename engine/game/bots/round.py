"""A round of the bots: what each bot at the table lays in each game, from what it may know."""

from collections.abc import Collection, Mapping

from engine.game.bots.policies import orders
from engine.game.seats import Seat
from engine.kernel import chance
from engine.kernel.lattice import Indices
from engine.kernel.observe import observe, overview
from engine.kernel.options import no_orders
from engine.kernel.state import State
from engine.kernel.turn import Batch


def bots_round(batch: Batch, state: State, seats: Mapping[str, Seat], besides: Collection[str] = ()) -> Indices:
    """Orders of the bots in the open turn, [game, team, slot]; none for people, empty seats and `besides`."""
    book, laid = batch.book, no_orders(batch.book, state.games)
    if not batch.decides(state.turn):
        return laid
    key = chance.turn_keys(batch.keys, state.turn)
    left = sum(turn >= state.turn for turn in book.decisions[batch.pace])
    moment = overview(book, state, left)
    for place, team in enumerate(book.teams):
        bot = seats[team].bot
        if bot is not None and team not in besides:
            laid[:, place] = orders(bot, book, observe(moment, place), key)
    return laid
