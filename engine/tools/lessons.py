"""What a scenario teaches, measured: who does better than whom, who wins, what comes up, and how much is luck."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.game.seats import BOTS
from engine.kernel import chance
from engine.kernel.lattice import Reals
from engine.kernel.rulebook import Rulebook
from engine.kernel.score import scores
from engine.tools.tables import Tables, play, play_halves, same

WORLDS = 4
"""Other dice with which the same decisions are played, to see what is luck."""
SMALLEST = 1e-9
"""Of a score that never varies nothing is luck, and nothing is decision."""


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """Each bot in each seat while the others play at random, all on the same dice. B bots, T teams."""

    teams: tuple[str, ...]
    bots: tuple[str, ...]
    score: Reals  # [T, B] mean score of the seat
    error: Reals  # [T, B, B] standard error of the difference of two bots in the seat
    reached: Reals  # [T, B, objective] share of games in which each objective was reached, whosever it is
    fired: Reals  # [T, B, inject] share of games in which each inject fired

    def of(self, team: str, bot: str) -> float:
        """Mean score of a bot in a seat."""
        return float(self.score[self.teams.index(team), self.bots.index(bot)])

    def beats(self, team: str, better: str, worse: str, errors: float = 0.0) -> bool:
        """Whether one bot scores higher than another in a seat, by more than so many standard errors."""
        seat, first, second = self.teams.index(team), self.bots.index(better), self.bots.index(worse)
        margin = float(self.score[seat, first] - self.score[seat, second])
        return margin > errors * float(self.error[seat, first, second])


@dataclass(frozen=True, slots=True, eq=False)
class Equals:
    """The same bot in every seat."""

    score: Reals  # [B, T] mean score
    won: Reals  # [B, side] share of the games won by each side
    fired: Reals  # [B, inject] share of games in which each inject fired


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """The same bot in every seat, at one pace, and how it stood at half-time: as if the exercise had ended there."""

    pace: str
    score: Reals  # [bot, T] mean
    won: Reals  # [bot, side] share of the games won by each side
    stayed: Reals  # [bot] share of the games that the side which led at half-time won
    foretold: Reals  # [bot, T] share of the variance of a seat's score that goes with its score at half-time


@dataclass(frozen=True, slots=True)
class Causes:
    """Of the variance of a seat's score, the share that luck makes and the share that its own decisions make."""

    luck: float
    own: float


def standings(book: Rulebook, games: int, seed: int = 0, bots: tuple[str, ...] = BOTS) -> Standings:
    """Play each of `bots` in every seat against bots that play at random."""
    teams = len(book.teams)
    rows = [[bot if team == seat else "random" for team in range(teams)] for seat in range(teams) for bot in bots]
    state = play(same(book, rows, seed, games))
    shape = (teams, len(bots), games)
    scored = scores(book, state)
    own = np.stack([scored.team[:, team].reshape(shape)[team] for team in range(teams)])  # [T, B, game]
    difference = own[:, :, None] - own[:, None]
    return Standings(
        teams=book.teams,
        bots=bots,
        score=own.mean(axis=2),
        error=difference.std(axis=3) / np.sqrt(games),
        reached=scored.reached.reshape(*shape, -1).mean(axis=2),
        fired=(state.fired > 0).reshape(*shape, -1).mean(axis=2),
    )


def equals(book: Rulebook, games: int, seed: int = 0, pace: str = "full") -> Equals:
    """Play tables at which every seat has the same bot."""
    state = play(same(book, [[bot] * len(book.teams) for bot in BOTS], seed, games, pace))
    shape = (len(BOTS), games, -1)
    scored = scores(book, state)
    return Equals(
        score=scored.team.reshape(shape).mean(axis=1),
        won=scored.won.reshape(shape).mean(axis=1),
        fired=(state.fired > 0).reshape(shape).mean(axis=1),
    )


def contest(book: Rulebook, bots: Sequence[str], games: int, seed: int = 0, pace: str = "full") -> Contest:
    """Play tables at which every seat has the same bot, each of `bots` in turn, and look at them at half-time too."""
    half, end = (
        scores(book, state)
        for state in play_halves(same(book, [[bot] * len(book.teams) for bot in bots], seed, games, pace))
    )
    shape = (len(bots), games, -1)
    before, after = half.team.reshape(shape), end.team.reshape(shape)
    return Contest(
        pace=pace,
        score=after.mean(axis=1),
        won=end.won.reshape(shape).mean(axis=1),
        stayed=(half.won * end.won).reshape(shape).sum(axis=2).mean(axis=1),
        foretold=_together(before, after),
    )


def _together(first: Reals, second: Reals) -> Reals:
    """Square of the correlation over games [bot, game, T]; 0 where one falls as the other rises, or never varies."""
    first, second = (it - it.mean(axis=1, keepdims=True) for it in (first, second))
    spread = np.sqrt((first**2).sum(axis=1) * (second**2).sum(axis=1))
    correlation = (first * second).sum(axis=1) / np.maximum(spread, SMALLEST)
    result: Reals = np.maximum(correlation, 0.0) ** 2
    return result


def causes(book: Rulebook, decisions: int, seed: int = 0, pace: str = "full") -> Mapping[str, Causes]:
    """Take apart the variance of each seat's score.

    Each of `decisions` tables has a bot drawn evenly for every seat and dice of its own by which the bots choose; it
    is played with WORLDS other dice of the world, the bots meeting whatever comes. Luck is the mean variance over the
    world's dice of one table, its interplay with decisions included, so that it is never called too small. The own
    decisions' share is the main effect of which bot sits in the seat, beyond what chance makes of group means
    (omega squared of a one-way analysis of the tables' means): what others do, and own choices that pay only beside
    theirs, are in neither.
    """
    teams = len(book.teams)
    minds = chance.games(seed, 0, decisions)
    faces = np.array([chance.face("bot", team, chance.name("seat", team)) for team in book.teams], dtype=np.uint64)
    bots = (chance.roll(minds[:, None], faces[None]) % np.uint64(len(BOTS))).astype(np.int64)
    tables = Tables(
        book,
        np.repeat(bots, WORLDS, axis=0),
        chance.games(seed + 1, 0, decisions * WORLDS),
        np.repeat(minds, WORLDS),
        pace,
    )
    scored = scores(book, play(tables)).team.reshape(decisions, WORLDS, teams)
    total = np.maximum(scored.reshape(-1, teams).var(axis=0), SMALLEST)
    luck = scored.var(axis=1, ddof=1).mean(axis=0) / total
    return {
        team: Causes(float(luck[place]), _omega(scored[:, :, place].mean(axis=1), bots[:, place]) / float(total[place]))
        for place, team in enumerate(book.teams)
    }


def _omega(means: Reals, group: NDArray[np.int64]) -> float:
    """Variance of means [table] that the groups make, less what chance would make of them."""
    groups = np.unique(group)
    inner = np.array([means[group == one].var() * (group == one).sum() for one in groups]).sum()
    between = float(((means - means.mean()) ** 2).sum() - inner)
    noise = float(inner) / max(len(means) - len(groups), 1)
    return max(0.0, between - (len(groups) - 1) * noise) / len(means)
