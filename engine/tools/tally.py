"""What many games come to: sums and histograms of whole numbers, so that parts can be merged in any grouping."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.kernel.kinds import OUTCOMES
from engine.kernel.lattice import AMOUNT, Reals
from engine.kernel.rulebook import Rulebook
from engine.kernel.score import Scores
from engine.kernel.state import State

Counts = NDArray[np.int64]
BINS = 1000
SHARE = 27_720
"""Divisible by every number of sides up to 12, so that shared victories add up exactly."""


@dataclass(slots=True, eq=False)
class Spread:
    """How values within limits are distributed, for each of some columns."""

    low: Reals
    high: Reals
    total: Counts
    bins: Counts

    @classmethod
    def of(cls, low: Reals, high: Reals) -> "Spread":
        """Nothing counted yet, between the limits of each column."""
        columns = len(low)
        return cls(low, high, np.zeros(columns, np.int64), np.zeros((columns, BINS + 1), dtype=np.int64))

    def count(self, values: Reals) -> None:
        """Count values [game, column]."""
        whole = np.rint(values * AMOUNT).astype(np.int64)
        self.total += whole.sum(axis=0)
        width = np.where(self.high > self.low, self.high - self.low, 1.0)
        places = np.rint((values - self.low) / width * BINS).astype(np.int64)
        for column, place in enumerate(places.T):
            self.bins[column] += np.bincount(place, minlength=BINS + 1)

    def merge(self, other: "Spread") -> None:
        """Add what another part counted."""
        self.total += other.total
        self.bins += other.bins

    def mean(self, column: int) -> float:
        """Mean of a column."""
        return float(self.total[column]) / AMOUNT / self._games(column)

    def quantile(self, column: int, share: float) -> float:
        """Least value, to a thousandth of the range, that at least `share` of the games do not exceed."""
        reached = np.cumsum(self.bins[column])
        place = int(np.searchsorted(reached, share * reached[-1]))
        return float(self.low[column] + (self.high[column] - self.low[column]) * place / BINS)

    def _games(self, column: int) -> int:
        return int(self.bins[column].sum())


@dataclass(slots=True, eq=False)
class Tally:
    """Counts of a run, or of a part of it. Shares are of games, in SHAREs for victories."""

    scores: Spread  # a column a team
    squares: Counts  # [team] sum of squared scores, in amounts squared
    meters: Spread  # a column a meter
    won: Counts  # [side] in 1/SHARE
    fired: Counts  # [inject] games in which it fired
    played: Counts  # [card] games in which somebody played it
    came: Counts  # [card, outcome] games in which it came to that at least once
    games: int = 0
    leaves: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, book: Rulebook) -> "Tally":
        """Nothing counted yet."""
        teams, cards = len(book.teams), len(cards_of(book))
        return cls(
            scores=Spread.of(np.zeros(teams), np.full(teams, 100.0)),
            squares=np.zeros(teams, dtype=np.int64),
            meters=Spread.of(book.low, book.high),
            won=np.zeros(len(book.sides), dtype=np.int64),
            fired=np.zeros(len(book.msel), dtype=np.int64),
            played=np.zeros(cards, dtype=np.int64),
            came=np.zeros((cards, len(OUTCOMES)), dtype=np.int64),
        )

    def count(self, state: State, scored: Scores, came: NDArray[np.bool_]) -> None:
        """Count finished games; `came` [game, card, outcome] says what cards came to."""
        self.games += state.games
        self.scores.count(scored.team)
        self.squares += (np.rint(scored.team * AMOUNT).astype(np.int64) ** 2).sum(axis=0)
        self.meters.count(state.meters)
        self.won += np.rint(scored.won * SHARE).astype(np.int64).sum(axis=0)
        self.fired += (state.fired > 0).sum(axis=0)
        self.came += came.sum(axis=0)
        self.played += came.any(axis=2).sum(axis=0)

    def merge(self, other: "Tally") -> None:
        """Add what another part counted; parts come in the order of their leaves."""
        self.scores.merge(other.scores)
        self.squares += other.squares
        self.meters.merge(other.meters)
        self.won += other.won
        self.fired += other.fired
        self.played += other.played
        self.came += other.came
        self.games += other.games
        self.leaves += other.leaves


def deviation(tally: Tally, team: int) -> float:
    """Standard deviation of a team's score."""
    total = int(tally.scores.total[team])
    variance = (tally.games * int(tally.squares[team]) - total * total) / tally.games**2
    return float(max(variance, 0.0) ** 0.5 / AMOUNT)


def cards_of(book: Rulebook) -> tuple[str, ...]:
    """Cards that some team holds, in order."""
    return tuple(sorted({card for _, card in book.held}))
