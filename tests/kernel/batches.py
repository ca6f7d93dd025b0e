"""Plays batches of games between bots, and cuts single games out of them."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from engine.compiler.book import compile_book
from engine.game.bots.round import bots_round
from engine.game.seats import BOTS, EMPTY, Seat
from engine.kernel import chance
from engine.kernel.change import change
from engine.kernel.ledger import Recording
from engine.kernel.moment import Moment
from engine.kernel.options import in_order, no_orders, standing_orders
from engine.kernel.start import start_state
from engine.kernel.state import ARRAYS
from engine.kernel.turn import CLOSE, OPEN, PEACE, Batch, close_turn, open_turn


@dataclass
class Script:
    """What does not change between two ways of playing the same games."""

    scenario: object
    seats: dict
    pace: str
    seed: int

    def __post_init__(self):
        self.book = compile_book(self.scenario).book

    def play(self, first, games, ledger=None):
        """Play the games `first` .. `first + games - 1`; return the state after every opening and every close."""
        batch = Batch(self.book, chance.games(self.seed, first, games), self.pace, ledger)
        states = [start_state(self.book, games)]
        for _ in range(self.book.first_turn, self.book.turns + 1):
            states.append(open_turn(batch, states[-1]))
            states.append(close_turn(batch, states[-1], bots_round(batch, states[-1], self.seats)))
        return states

    def record(self, first, games):
        """Play likewise; return the states and the ledger."""
        ledger = Recording()
        return self.play(first, games, ledger), ledger

    def phases(self, first, games):
        """Play likewise, phase by phase; yield the state before and after each, and what the ledger has of it."""
        batch = Batch(self.book, chance.games(self.seed, first, games), self.pace)
        state = start_state(self.book, games)
        for turn in range(self.book.first_turn, self.book.turns + 1):
            orders = no_orders(self.book, games)
            for name, phase in (*OPEN, *CLOSE):
                if turn == 0 and name not in PEACE:
                    continue
                if (name, phase) == CLOSE[0]:
                    decides = batch.decides(turn)
                    orders = in_order(
                        bots_round(batch, state, self.seats) if decides else standing_orders(self.book, state)
                    )
                key = chance.turn_keys(batch.keys, turn)
                moment = Moment(self.book, key, self.pace, (), batch.decides(turn), orders)
                ledger, before = Recording(), state
                state = change(self.book, before, name, phase(moment, before), ledger)
                yield before, state, ledger


@st.composite
def scripts(draw, scenarios):
    """A scenario with a bot or nobody at each team, a pace and a seed."""
    scenario = draw(scenarios)
    seats = st.sampled_from([*[Seat("bot", "random")] * len(BOTS), *(Seat("bot", name) for name in BOTS), EMPTY])
    pace = draw(st.sampled_from(["full", "short"]))
    return Script(scenario, {team: draw(seats) for team in scenario.teams}, pace, draw(st.integers(0, 2**64 - 1)))


def differences(one, other, here=slice(None), there=slice(None)):
    """Names of what differs between some games of one state and as many of another."""
    if one.turn != other.turn:
        return ["turn"]
    return [
        name for name in ARRAYS if not np.array_equal(getattr(one, name)[here], getattr(other, name)[there])
    ]  # equal as numbers: no NaN is ever in a state
