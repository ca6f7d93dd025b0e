"""What it is worth to a seat to insist on some cards: laid whenever they may be, beside never."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np

from engine.game.seats import BOTS
from engine.kernel.lattice import Reals
from engine.kernel.rulebook import Rulebook
from engine.kernel.score import scores
from engine.kernel.state import State
from engine.tools.tables import FORBIDDEN, play, same

KEEN = 20.0
"""Above whatever a bot wishes for."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Mean score of the seat when it insists, and when it never lays the cards; and the error of the difference."""

    always: float
    never: float
    error: float

    @property
    def gain(self) -> float:
        """What insisting is worth."""
        return self.always - self.never


@dataclass(frozen=True, slots=True)
class Seating:
    """Whose seat it is, and what the bot there does beside the cards; the others play at random."""

    team: str
    bot: str = "prudent"


def worth(book: Rulebook, seating: Seating, cards: Collection[str], games: int, seed: int = 0) -> Worth:
    """Play the same games twice, once with the cards whenever they may be laid and once without them."""
    team = seating.team
    own = _options(book, team, cards)
    place = book.teams.index(team)
    always, never = (
        scores(book, _played(book, seating, own * urge, games, seed)).team[:, place] for urge in (KEEN, FORBIDDEN)
    )
    difference = always - never
    return Worth(float(always.mean()), float(never.mean()), float(difference.std() / np.sqrt(games)))


def without(book: Rulebook, cards: Collection[str], games: int, seed: int = 0) -> Iterator[tuple[int, float]]:
    """For each objective of a seat that holds such cards: its place, and how often any bot reaches it without them.

    The cards are forbidden to the seat alone; the others play at random, with all they hold.
    """
    for place, team in enumerate(book.teams):
        own = _options(book, team, cards)
        mine = [index for index, (holder, *_) in enumerate(book.objectives) if holder == place]
        if own.any() and mine:
            seats = [[bot if name == team else "random" for name in book.teams] for bot in BOTS]
            state = play(replace(same(book, seats, seed, games), urge=own * FORBIDDEN))
            reached = scores(book, state).reached[:, mine].reshape(len(BOTS), games, -1).mean(axis=1)
            yield from zip(mine, reached.max(axis=0).tolist(), strict=True)


def _options(book: Rulebook, team: str, cards: Collection[str]) -> Reals:
    return np.array([laid[0] == team and laid[1] in cards for laid in book.laid], dtype=np.float64)


def _played(book: Rulebook, seating: Seating, urge: Reals, games: int, seed: int) -> State:
    seats = [[seating.bot if name == seating.team else "random" for name in book.teams]]
    return play(replace(same(book, seats, seed, games), urge=urge))
