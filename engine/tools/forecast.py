"""What may come: the exercise as it stands now, played on by bots many times with dice that are not its own.

For the facilitator alone. It runs in a process of its own, so that a screen never waits for it; what it says depends on
the bots that play on, and is a range of futures, not a prediction.
"""

import os
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.game.answers import Refused
from engine.game.bots.round import bots_round
from engine.game.conduct import judge
from engine.game.directing import Fire
from engine.game.intents import FACILITATOR
from engine.game.load import SaveError
from engine.game.match import Match
from engine.game.seats import EMPTY, Seat
from engine.game.table import Table
from engine.game.view import Words
from engine.game.words import meter_name
from engine.kernel import chance
from engine.kernel.state import picked
from engine.kernel.turn import Batch, close_turn, open_turn
from engine.language.messages import Message
from engine.tools.workers import Pool, deaf

GAMES = 400
PLAYS_ON = Seat("bot", "prudent")
"""Who plays on for people."""
WHOLE = 65536
MOST = 6
"""Meters of which an inject's effect is told."""
TENTHS = (10, 50, 90)


@dataclass(frozen=True, slots=True)
class Fan:
    """The risk that a team loses control, in percent, for each turn from the present one to ENDEX.

    `low`, `middle` and `high` are tenths over the futures, `lost` is the share of them with control lost by then.
    """

    team: str
    turns: tuple[int, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    lost: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What firing an inject now does to a meter on average: once the next turn has opened, and at ENDEX."""

    meter: str
    name: Words
    next_turn: float
    endex: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """The fans of all teams, and what one inject would do; `turn` is that from which it looks ahead.

    `refused` says why the inject cannot fire now.
    """

    turn: int
    fans: tuple[Fan, ...]
    inject: str | None = None
    fans_if_fired: tuple[Fan, ...] = ()
    effects: tuple[Effect, ...] = ()
    refused: Message | None = None


def outlook(match: Match, inject: str | None = None, games: int = GAMES) -> Outlook:
    """Look ahead from a match that stands at an open turn; with an inject, also what firing it now would do."""
    plain = _play_on(match, games)
    judged = judge(match, FACILITATOR, Fire(inject)) if inject else None
    if judged is None:
        return Outlook(match.turn, _fans(match, plain))
    if isinstance(judged, Refused):
        return Outlook(match.turn, _fans(match, plain), inject, refused=judged.reason)
    fired = _play_on(judged, games)
    return Outlook(match.turn, _fans(match, plain), inject, _fans(judged, fired), _effects(match, plain, fired))


class Forecaster:
    """One process that looks ahead. Ask it with `ask`; only the latest question is worth an answer."""

    def __init__(self) -> None:
        self._pool = _pool()
        self._asked: Future[Outlook | None] | None = None

    def ask(self, path: Path, inject: str | None = None) -> "Future[Outlook | None]":
        """Look ahead from a save file as it stands now; what was asked before and has not begun is dropped."""
        if self._asked is not None:
            self._asked.cancel()
        try:
            self._asked = self._submit(path, inject)
        except BrokenExecutor:  # something ended the process: another takes its place
            self._pool = _pool()
            self._asked = self._submit(path, inject)
        return self._asked

    def _submit(self, path: Path, inject: str | None) -> "Future[Outlook | None]":
        with deaf():
            return self._pool.submit(look_ahead, path, inject)

    def close(self) -> None:
        """Stop; a look that is under way is left to end by itself."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def stop(self) -> None:
        """Stop at once, in the middle of a look."""
        self._pool.end()
        self.close()


def _pool() -> Pool:
    return Pool(1, give_way)


def give_way() -> None:
    """Let the screens of this machine go first."""
    if hasattr(os, "nice"):
        os.nice(10)


def look_ahead(path: Path, inject: str | None = None) -> Outlook | None:
    """Look ahead from a save file; None at ENDEX, or where the save cannot be read or played by this version."""
    try:
        table = Table.replay(path)
    except SaveError:
        return None
    return None if table.ended or table.trouble else outlook(table.match, inject)


@dataclass(frozen=True, slots=True, eq=False)
class _Future:
    """Many ways on: what each turn held, [turn, game, team], and meters [game, meter] of the next turn and at ENDEX."""

    turns: tuple[int, ...]
    risk: NDArray[np.float64]
    lost: NDArray[np.bool_]
    next_turn: NDArray[np.float64]
    endex: NDArray[np.float64]


def _play_on(match: Match, games: int) -> _Future:
    """Play on: this round's sealed and laid orders as they are, bots for everything after."""
    book = match.book
    keys = chance.games(chance.mix_one(chance.name("forecast", str(match.seed))), 0, games)
    batch = Batch(book, keys, match.pace, former=match.former)
    seats = {team: PLAYS_ON if seat.human else seat for team, seat in match.seats.items()}
    state = picked(match.state, np.zeros(games, dtype=np.int64))
    laid = {team for team in book.teams if match.seats[team].human and (match.tray(team) or team in match.sealed)}
    orders = bots_round(batch, state, {**seats, **dict.fromkeys(laid, EMPTY)})
    for team in laid:
        options = sorted(book.option_of[team, *order] for order in match.tray(team))
        orders[:, book.teams.index(team), : len(options)] = options
    turns, risk, lost = [], [], []
    opened = None
    while True:
        closed = close_turn(batch, state, orders)
        turns.append(state.turn)
        risk.append((closed.risk - state.risk) / WHOLE)
        lost.append(closed.struck)
        if closed.turn >= book.turns:
            end = closed.meters
            break
        batch = batch.from_now_on(match.next_pace or match.pace, closed.turn)  # as it does at the table
        state = open_turn(batch, closed)
        opened = state.meters if opened is None else opened
        orders = bots_round(batch, state, seats)
    return _Future(tuple(turns), np.stack(risk), np.stack(lost), end if opened is None else opened, end)


def _fans(match: Match, future: _Future) -> tuple[Fan, ...]:
    low, middle, high = np.percentile(future.risk, TENTHS, axis=1) * 100
    lost = np.logical_or.accumulate(future.lost, axis=0).mean(axis=1) * 100
    return tuple(
        Fan(
            team,
            future.turns,
            _told(low[:, place]),
            _told(middle[:, place]),
            _told(high[:, place]),
            _told(lost[:, place]),
        )
        for place, team in enumerate(match.book.teams)
    )


def _told(column: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(round(float(value), 1) for value in column)


def _effects(match: Match, plain: _Future, fired: _Future) -> tuple[Effect, ...]:
    """The meters that an inject moves most, of those that a room talks about."""
    book, at = match.book, match.book.at
    wanted = [
        place for block in (at.opinion, at.heat, at.credibility, at.own) for place in range(block.start, block.stop)
    ]
    now = fired.next_turn.mean(axis=0) - plain.next_turn.mean(axis=0)
    then = fired.endex.mean(axis=0) - plain.endex.mean(axis=0)
    moved = sorted(wanted, key=lambda place: -max(abs(now[place]), abs(then[place])))
    return tuple(
        Effect(
            book.meters[p],
            meter_name(match.scenario, book.meters[p]),
            round(float(now[p]), 1),
            round(float(then[p]), 1),
        )
        for p in moved[:MOST]
        if max(abs(now[p]), abs(then[p])) >= 0.5  # noqa: PLR2004 - less is not worth a word
    )


def widest(fans: Sequence[Fan]) -> Fan:
    """Return the fan of the team that stands in the greatest danger at its worst turn."""
    return max(fans, key=lambda fan: max(fan.high))
