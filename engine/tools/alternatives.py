"""Which card would have been best: one order replaced by all that could have been laid in its place, same dice."""

import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.game.seats import BOTS
from engine.kernel import chance
from engine.kernel.kinds import NONE
from engine.kernel.lattice import Bools, Indices, Reals
from engine.kernel.options import hours, legal
from engine.kernel.rulebook import Rulebook
from engine.kernel.score import scores
from engine.kernel.start import start_state
from engine.kernel.state import State, picked
from engine.kernel.turn import close_turn, open_turn
from engine.tools.tables import BLOCK, Tables, choose, play_on

AT_TABLE = ("random", "prudent", "smart")
"""Bots in the seats from which game-turns are taken, drawn for each: some play well, some play anything."""


ENOUGH, A_TURN = 300, 24
"""So many game-turns are looked at for a card that is sought until it is once the best, and so many of one turn."""
SETS = 5
"""So many sets of games are played for what is sought: a card for the turn in peace comes up seldom in each."""


@dataclass(frozen=True, slots=True)
class Best:
    """In how many of the game-turns looked at a card could have been laid, and in how many of them it was best."""

    offered: int
    best: float

    @property
    def share(self) -> float:
        """Share of the turns in which it could have been laid."""
        return self.best / self.offered if self.offered else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A team's decision in one game: the orders that stay, and what could be laid beside them, NONE first."""

    game: int
    team: int
    kept: Indices
    options: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class _Now:
    """What may be laid at the open turn, and the hours that it takes, [game, option]."""

    book: Rulebook
    state: State
    allowed: Bools
    takes: Reals


def best_cards(book: Rulebook, games: int, seed: int = 0, sought: Collection[str] | None = None) -> Mapping[str, Best]:
    """Count which card was the best choice, over all turns of some games.

    At each turn one team is looked at in each game; if cards are sought, only where one could lay one of them that was
    not yet the best, nor looked at ENOUGH times. One of the orders that its bot has laid is taken away at random, and
    in its place comes, in turn, each option that could be paid beside the others, or nothing. Each is played to the end
    on the same dice, and the bots of all seats choose again as they would. Best is what gives the seat its highest
    score; cards that give the same share it, and where nothing at all does as well, no card is best.
    """
    keys = chance.games(seed, 0, games)
    faces = np.array([chance.face("bot", team, chance.name("seat", team)) for team in book.teams], dtype=np.uint64)
    die = chance.roll(keys[:, None], faces[None]) % np.uint64(len(AT_TABLE))
    bots = np.array([BOTS.index(bot) for bot in AT_TABLE])[die.astype(np.int64)]
    tables = Tables(book, bots, keys, keys)
    offered, best = dict.fromkeys(_cards(book), 0), dict.fromkeys(_cards(book), 0.0)
    state = start_state(book, games)
    while state.turn < book.turns:
        state = open_turn(tables.batch, state)
        orders = choose(tables, state)
        places = list(_places(tables, state, orders, _quotas(offered, best, sought)))
        for place, points in zip(places, _points(tables, state, orders, places), strict=True):
            cards = [book.laid[option][1] if option != NONE else "" for option in place.options]
            winners = {card for card, point in zip(cards, points, strict=True) if point == points.max()}
            for card in set(cards) - {""}:
                offered[card] += 1
                best[card] += (card in winners and "" not in winners) / len(winners)
        state = close_turn(tables.batch, state, orders)
    return {card: Best(offered[card], best[card]) for card in offered}


def ever_best(book: Rulebook, games: int, seed: int, sought: Collection[str]) -> Mapping[str, Best]:
    """Look for each card sought until it was once the best, or ENOUGH times, or in SETS sets of games."""
    found = dict.fromkeys(sought, Best(0, 0.0))
    for more in range(SETS):
        never = [card for card, it in found.items() if not it.best and it.offered < ENOUGH]
        if not never:
            break
        found = pooled(found, best_cards(book, games, seed + more, never))
    return found


def pooled(first: Mapping[str, Best], second: Mapping[str, Best]) -> dict[str, Best]:
    """What was counted of each card of the first, and of it in the second."""
    return {card: Best(it.offered + second[card].offered, it.best + second[card].best) for card, it in first.items()}


def _quotas(offered: Mapping[str, int], best: Mapping[str, float], sought: Collection[str] | None) -> dict[str, int]:
    """How many more times each card is to be looked at in a turn: without end, unless cards are sought."""
    if sought is None:
        return dict.fromkeys(offered, sys.maxsize)
    return {card: A_TURN if offered[card] < ENOUGH and not best[card] else 0 for card in sought}


def _places(tables: Tables, state: State, orders: Indices, quotas: dict[str, int]) -> Iterator[_Place]:
    """Whose decision is looked at in each game; none where nobody could lay what is asked for."""
    book = tables.book
    now = _Now(book, state, legal(book, state), hours(book, state))
    face = np.array([chance.face("replace", "every seat")], dtype=np.uint64)
    die = chance.roll(chance.turn_keys(tables.minds, state.turn), face)
    for game in range(state.games):
        wanted = np.array([quotas.get(card, 0) > 0 for _, card, *_ in book.laid], dtype=bool) & now.allowed[game]
        could = np.unique(book.options.team[wanted])
        if not len(could):
            continue
        team = int(could[(game + state.turn) % len(could)])
        tray = orders[game, team]
        laid = tray[tray != NONE]
        kept = np.delete(laid, int(die[game] % np.uint64(len(laid)))) if len(laid) else laid
        options = _beside(now, game, team, kept)
        found = {book.laid[option][1] for option in options if wanted[option]}
        for card in found:
            quotas[card] -= 1
        if found:
            yield _Place(game, team, kept, [NONE, *options])


def _beside(now: _Now, game: int, team: int, kept: Indices) -> list[int]:
    """Options that a team could lay beside the orders that it keeps."""
    meters, at, options, takes = now.state.meters[game], now.book.at, now.book.options, now.takes[game]
    left = meters[at.hours.start + team] - takes[kept].sum()
    budget = meters[at.budget.start + team] - options.budget[kept].sum()
    fits = now.allowed[game] & (options.team == team) & (takes <= left) & (options.budget <= budget)
    found: list[int] = np.flatnonzero(fits & ~np.isin(options.held, options.held[kept])).tolist()
    return found


def _points(tables: Tables, state: State, orders: Indices, places: list[_Place]) -> Iterator[Reals]:
    """What each of a place's options would have brought its seat in the end."""
    if not places:
        return iter(())
    origin = np.repeat([place.game for place in places], [len(place.options) for place in places])
    teams = np.repeat([place.team for place in places], [len(place.options) for place in places])
    forked = orders[origin]
    forked[np.arange(len(origin)), teams] = NONE
    first = 0
    for place in places:
        rows = slice(first, first + len(place.options))
        forked[rows, place.team, : len(place.kept)] = place.kept
        forked[rows, place.team, len(place.kept)] = place.options
        first = rows.stop
    blocks = [slice(start, start + BLOCK) for start in range(0, len(origin), BLOCK)]
    points = [
        _ends(tables, state, origin[here], forked[here])[np.arange(len(origin[here])), teams[here]] for here in blocks
    ]
    return iter(np.split(np.concatenate(points), np.cumsum([len(place.options) for place in places])[:-1]))


def _ends(tables: Tables, state: State, origin: Indices, orders: Indices) -> Reals:
    """Final scores [row, team] once `orders` [row, team, slot] were laid in games `origin`."""
    part = tables.picked(origin)
    closed = close_turn(part.batch, picked(state, origin), orders)
    return scores(tables.book, play_on(part, closed)).team


def _cards(book: Rulebook) -> list[str]:
    return sorted({card for _, card in book.held})
