"""Plays a scenario's precedent, a line of orders from a real case, in many games, and compares it with its bands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from engine.compiler.book import compile_book
from engine.kernel import chance
from engine.kernel.lattice import Indices, Reals
from engine.kernel.options import hours as hours_now
from engine.kernel.options import legal, no_orders
from engine.kernel.rulebook import Rulebook
from engine.kernel.start import start_state
from engine.kernel.state import State
from engine.kernel.turn import Batch, close_turn, open_turn
from engine.scenario.cards import Voice
from engine.scenario.model import Model
from engine.scenario.names import resolve
from engine.scenario.precedent import Band, Line, Order, Precedent
from engine.scenario.scenario import Scenario

GAMES = 1000
POINTS = (0.1, 0.5, 0.9)
MOSTLY = 0.5
"""An order that cannot be laid in more of the games than this is no part of the line."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Where a meter came out: the median, and what a tenth of the games stay below and above."""

    p10: float
    p50: float
    p90: float

    def within(self, band: Band) -> bool:
        """Whether the median falls into a band."""
        return band.low <= self.p50 <= band.high


@dataclass(frozen=True, slots=True)
class Dropped:
    """An order that was not legal in its turn in some games, and was left out there."""

    turn: int
    team: str
    order: Order
    share: float  # of the games


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one line of orders: a spread for each band, and the orders that were left out."""

    spreads: tuple[Spread, ...]
    dropped: tuple[Dropped, ...]

    @property
    def broken(self) -> tuple[Dropped, ...]:
        """Orders that could not be laid in most games."""
        return tuple(order for order in self.dropped if order.share > MOSTLY)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A precedent beside what came out."""

    precedent: Precedent
    line: Played
    counter: Played

    @property
    def missed(self) -> tuple[int, ...]:
        """Bands that the line misses."""
        pairs = zip(self.precedent.bands, self.line.spreads, strict=True)
        return tuple(place for place, (band, spread) in enumerate(pairs) if not spread.within(band))

    @property
    def not_left(self) -> tuple[int, ...]:
        """Bands that the counter-line should leave and reaches all the same."""
        bands, spreads = self.precedent.bands, self.counter.spreads
        return tuple(place for place in self.precedent.counter.outside if spreads[place].within(bands[place]))

    @property
    def holds(self) -> bool:
        """Whether the case is met: in its bands, its counter-line outside, and all orders laid in most games."""
        return not (self.missed or self.not_left or self.line.broken or self.counter.broken)


def compare(scenario: Scenario, precedent: Precedent, games: int = GAMES, seed: int = 0) -> Comparison:
    """Play the line of a precedent and its counter-line, each in as many games, and compare."""
    book = compile_book(overridden(scenario, precedent.model)).book
    columns = [_column(scenario, book, band) for band in precedent.bands]
    line, counter = (
        _play(book, precedent, orders, columns, chance.games(seed, 0, games))
        for orders in (precedent.orders, precedent.counter.orders)
    )
    return Comparison(precedent, line, counter)


def overridden(scenario: Scenario, model: Model | None) -> Scenario:
    """The scenario with some numbers of the model set otherwise."""
    written = [{name: getattr(it, name) for name in it.model_fields_set} for it in (scenario.model, model) if it]
    merged = {name: value for numbers in written for name, value in numbers.items()}
    return scenario.model_copy(update={"model": Model(**merged)})


def _column(scenario: Scenario, book: Rulebook, band: Band) -> int:
    address = resolve(scenario, tuple(band.meter.split(".")), None)
    if address is None:
        raise KeyError(f"a meter that was not checked: {band.meter}")
    return book.meters.index(address.name)


def _play(book: Rulebook, precedent: Precedent, line: Line, columns: Sequence[int], keys: chance.Keys) -> Played:
    batch = Batch(book, keys, precedent.pace)
    state = start_state(book, len(keys))
    dropped: list[Dropped] = []
    ends: dict[int, Reals] = {}
    while state.turn < book.turns:
        state = open_turn(batch, state)
        orders, left_out = _trays(book, state, line.get(str(state.turn), {}))
        dropped += left_out
        state = close_turn(batch, state, orders)
        ends[state.turn] = state.meters[:, columns]
    spreads = (_spread(_values(ends, band.at, place)) for place, band in enumerate(precedent.bands))
    return Played(tuple(spreads), tuple(dropped))


def _trays(book: Rulebook, state: State, trays: Mapping[str, Sequence[Order]]) -> tuple[Indices, list[Dropped]]:
    """Orders [game, team, slot] of one turn, and those that could not be laid in some games."""
    result, dropped, allowed, takes = no_orders(book, state.games), [], legal(book, state), hours_now(book, state)
    for team, tray in trays.items():
        place = book.teams.index(team)
        hours, budget = state.meters[:, book.at.hours.start + place], state.meters[:, book.at.budget.start + place]
        for slot, order in enumerate(tray[: book.slots]):
            option = _option(book, team, order)
            cost, price = takes[:, option], book.options.budget[option]
            laid = allowed[:, option] & (cost <= hours) & (price <= budget)
            result[laid, place, slot] = option
            hours, budget = hours - np.where(laid, cost, 0.0), budget - np.where(laid, price, 0.0)
            if not laid.all():
                dropped.append(Dropped(state.turn, team, order, float(1 - laid.mean())))
        dropped += [Dropped(state.turn, team, order, 1.0) for order in tray[book.slots :]]
    return result, dropped


def _option(book: Rulebook, team: str, order: Order) -> int:
    """The option that an order means; where it names no voice, the first that there is, the institution before all."""
    voices = (order.voice,) if order.voice else get_args(Voice)
    options = ((team, order.card, order.target, voice) for voice in voices)
    return next(book.option_of[option] for option in options if option in book.option_of)


def _values(ends: Mapping[int, Reals], at: int | str, column: int) -> Reals:
    """A meter at the end of a turn, or over the ends of all turns, [game]."""
    if isinstance(at, int):
        return ends[at][:, column]
    if at == "end":
        return ends[max(ends)][:, column]
    over = np.stack([values[:, column] for values in ends.values()])
    values: Reals = over.max(axis=0) if at == "peak" else over.min(axis=0)
    return values


def _spread(values: Reals) -> Spread:
    low, median, high = np.quantile(values, POINTS, method="inverted_cdf")
    return Spread(float(low), float(median), float(high))
