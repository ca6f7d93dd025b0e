"""Plays tables of bots, each with bots of its own; what the bots do by chance has dice apart from the world's."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from engine.game.bots.policies import POLICIES, lay
from engine.game.bots.trays import NEVER
from engine.game.seats import BOTS
from engine.kernel import chance
from engine.kernel.lattice import Bools, Indices
from engine.kernel.observe import Observation, observe, overview
from engine.kernel.options import no_orders
from engine.kernel.rulebook import Rulebook
from engine.kernel.start import start_state
from engine.kernel.state import State, joined
from engine.kernel.turn import Batch, close_turn, open_turn

BLOCK = 1024
"""Games that are played side by side: more take more memory, and are not played faster."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Games to be played: who sits where in each, the world's dice and those by which bots break ties."""

    book: Rulebook
    bots: Indices  # [game, team] places in BOTS
    dice: chance.Keys  # [game]
    minds: chance.Keys  # [game]
    pace: str = "full"
    forbidden: Bools | None = None  # [option] that no bot may lay

    @property
    def batch(self) -> Batch:
        """What the kernel plays with."""
        return Batch(self.book, self.dice, self.pace)

    def picked(self, games: Indices) -> "Tables":
        """Some of the games, or one of them several times."""
        return replace(self, bots=self.bots[games], dice=self.dice[games], minds=self.minds[games])


def same(book: Rulebook, seats: Sequence[Sequence[str]], seed: int, games: int, pace: str = "full") -> Tables:
    """Tables at which bots sit as in each of `seats` [team], as many games each, all with the same dice."""
    bots = np.array([[BOTS.index(bot) for bot in row] for row in seats], dtype=np.int64)
    keys = np.tile(chance.games(seed, 0, games), len(bots))
    return Tables(book, np.repeat(bots, games, axis=0), keys, keys, pace)


def play(tables: Tables) -> State:
    """Play all games to their end."""
    games = len(tables.bots)
    blocks = (np.arange(first, min(first + BLOCK, games)) for first in range(0, games, BLOCK))
    return joined([play_on(part, start_state(tables.book, len(part.bots))) for part in map(tables.picked, blocks)])


def play_halves(tables: Tables) -> tuple[State, State]:
    """Play all games to their end; how they stood when half of the turns had closed, and at the end."""
    games = len(tables.bots)
    blocks = (np.arange(first, min(first + BLOCK, games)) for first in range(0, games, BLOCK))
    parts = [tables.picked(block) for block in blocks]
    halves = [play_on(part, start_state(tables.book, len(part.bots)), tables.book.turns // 2) for part in parts]
    return joined(halves), joined([play_on(part, half) for part, half in zip(parts, halves, strict=True)])


def play_on(tables: Tables, state: State, turns: int | None = None) -> State:
    """Play on from a state in which a turn has closed, or before the first: to the end, or until so many have."""
    last = tables.book.turns if turns is None else turns
    while state.turn < last:
        state = open_turn(tables.batch, state)
        state = close_turn(tables.batch, state, choose(tables, state))
    return state


def choose(tables: Tables, state: State) -> Indices:
    """What the bots lay in the open turn, [game, team, slot]."""
    book, laid = tables.book, no_orders(tables.book, state.games)
    if not tables.batch.decides(state.turn):
        return laid
    key = chance.turn_keys(tables.minds, state.turn)
    moment = overview(book, state, sum(turn >= state.turn for turn in book.decisions[tables.pace]))
    for team in range(len(book.teams)):
        seen = observe(moment, team)
        for bot in np.unique(tables.bots[:, team]):
            games = np.flatnonzero(tables.bots[:, team] == bot)
            part = _part(seen, games)
            wish = POLICIES[BOTS[bot]](book, part)
            if tables.forbidden is not None:
                wish = np.where(tables.forbidden[seen.options], NEVER, wish)
            laid[games, team] = lay(book, part, wish, key[games])
    return laid


def _part(seen: Observation, games: Indices) -> Observation:
    """What a team may know in some of the games."""
    if len(games) == len(seen.heat):
        return seen
    names = [field.name for field in fields(seen) if field.name != "options"]
    arrays = {name: it[games] for name in names if isinstance(it := getattr(seen, name), np.ndarray)}
    return replace(seen, **arrays)  # type: ignore[arg-type]  # the fields that are no arrays stay
