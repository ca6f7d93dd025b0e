"""What coercion is worth: objectives that only hard cards reach, and what a censor gains over doing nothing."""

from collections.abc import Collection, Iterator
from dataclasses import replace

import numpy as np

from engine.game.bots.policies import blocked
from engine.game.seats import BOTS
from engine.kernel.kinds import NONE
from engine.kernel.rulebook import Rulebook
from engine.kernel.score import scores
from engine.tools.tables import play, same


def without(book: Rulebook, cards: Collection[str], games: int, seed: int = 0) -> Iterator[tuple[int, float]]:
    """For each objective of a seat that holds such cards: its place, and how often any bot reaches it without them.

    The cards are forbidden to the seat alone; the others play at random, with all they hold.
    """
    for place, team in enumerate(book.teams):
        own = np.array([laid[0] == team and laid[1] in cards for laid in book.laid], dtype=bool)
        mine = [index for index, (holder, *_) in enumerate(book.scoring.objectives) if holder == place]
        if own.any() and mine:
            seats = [[bot if name == team else "random" for name in book.teams] for bot in BOTS]
            state = play(replace(same(book, seats, seed, games), forbidden=own))
            reached = scores(book, state).reached[:, mine].reshape(len(BOTS), games, -1).mean(axis=1)
            yield from zip(mine, reached.max(axis=0).tolist(), strict=True)


def gains_of_censors(book: Rulebook, games: int, seed: int = 0) -> Iterator[tuple[str, float]]:
    """For each seat that can block a story: the mean score of a censor there less that of one who does nothing."""
    able = np.unique(book.options.team[blocked(book) != NONE])
    for place in able.tolist():
        team = book.teams[place]
        seats = [[bot if name == team else "random" for name in book.teams] for bot in ("censor", "silent")]
        censor, silent = (
            scores(book, play(same(book, seats, seed, games))).team[:, place].reshape(2, games).mean(axis=1)
        )
        yield team, float(censor - silent)
