"""Plays one leaf of a run: bots at every table, thousands of tables at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.compiler.book import compile_book
from engine.game.bots.round import bots_round
from engine.game.seats import Seat
from engine.kernel import chance
from engine.kernel.kinds import OUTCOMES
from engine.kernel.rulebook import Rulebook
from engine.kernel.score import scores
from engine.kernel.start import start_state
from engine.kernel.state import LEAF, State, joined, leaf_hash
from engine.kernel.turn import Batch, close_turn, open_turn
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario
from engine.tools.tally import Tally, cards_of

BATCH = 512
"""Games played at once: enough that numpy's own cost a call does not show, few enough to stay in the cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What a run plays: the rules, who sits where, the pace and the seed."""

    book: Rulebook
    seats: Mapping[str, Seat]
    pace: Pace
    seed: int
    games: int

    @property
    def leaves(self) -> int:
        """Number of leaves."""
        return -(-self.games // LEAF)


def prepare(scenario: Scenario, seats: Mapping[str, Seat], pace: Pace, seed: int, games: int) -> Run:
    """Compile a scenario for a run."""
    return Run(compile_book(scenario).book, seats, pace, seed, games)


def play_leaf(run: Run, leaf: int) -> Tally:
    """Play the games of one leaf and count them."""
    tally = Tally.of(run.book)
    first, last = leaf * LEAF, min((leaf + 1) * LEAF, run.games)
    finished = []
    for start in range(first, last, BATCH):
        state, came = _play(run, start, min(BATCH, last - start))
        tally.count(state, scores(run.book, state), came)
        finished.append(state)
    tally.leaves.append(leaf_hash(joined(finished)))
    return tally


def _play(run: Run, first: int, games: int) -> tuple[State, NDArray[np.bool_]]:
    book = run.book
    batch = Batch(book, chance.games(run.seed, first, games), run.pace)
    state = start_state(book, games)
    card_of = np.array([cards_of(book).index(card) for _, card, *_ in book.laid], dtype=np.int64)
    came = np.zeros((games, len(cards_of(book)), len(OUTCOMES)), dtype=bool)
    for _ in range(book.first_turn, book.turns + 1):
        state = open_turn(batch, state)
        state = close_turn(batch, state, bots_round(batch, state, run.seats))
        game, team, slot = np.nonzero(state.played >= 0)
        came[game, card_of[state.played[game, team, slot]], state.outcome[game, team, slot]] = True
    return state, came
