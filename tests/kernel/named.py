"""Plays one game by names rather than places, so that two compilations of like scenarios can be compared."""

from collections import Counter
from itertools import product

import numpy as np

from engine.compiler.book import compile_book
from engine.kernel import chance
from engine.kernel.options import hours as hours_now
from engine.kernel.options import legal, no_orders, standing_orders
from engine.kernel.start import start_state
from engine.kernel.turn import Batch, close_turn, open_turn


class Game:
    """One game in the kernel. Orders are {team: [(card, target, voice), ...]}."""

    def __init__(self, scenario, seed, pace="full"):
        self.book = compile_book(scenario).book
        self.batch = Batch(self.book, chance.games(seed, 0, 1), pace)
        self.state = start_state(self.book, 1)

    @property
    def decides(self):
        return self.batch.decides(self.state.turn)

    def open(self):
        self.state = open_turn(self.batch, self.state)

    def close(self, orders):
        self.close_slots(self.slots(orders))

    def close_slots(self, slots):
        """Close the turn with orders as the kernel takes them, [1, team, slot]."""
        self.state = close_turn(self.batch, self.state, slots)

    def slots(self, orders):
        laid = no_orders(self.book, 1)
        for team, tray in orders.items():
            places = [self.book.laid.index((team, *order)) for order in tray]
            laid[0, self.book.teams.index(team), : len(places)] = places
        return laid

    def pick(self, dice):
        """Legal trays that the dice choose."""
        return {team: self._tray(dice, team) for team in sorted(self.book.teams)} if self.decides else {}

    def _tray(self, dice, team):
        book, table, place = self.book, self.book.options, self.book.teams.index(team)
        options = np.flatnonzero(legal(book, self.state)[0] & (table.team == place)).tolist()
        dice.shuffle(options)
        meters = self.state.meters[0]
        hours, budget = meters[book.at.hours.start + place], meters[book.at.budget.start + place]
        takes, tray = hours_now(book, self.state)[0], {}
        for option in options[: dice.randint(0, book.slots)]:
            _, card, target, voice = book.laid[option]
            if card not in tray and takes[option] <= hours and table.budget[option] <= budget:
                tray[card] = (card, target, voice)
                hours, budget = hours - takes[option], budget - table.budget[option]
        return list(tray.values())

    def going_on(self):
        """Cards that stand and go on in the open turn, if it has no decision."""
        slots = standing_orders(self.book, self.state)
        return {self.book.laid[option][1] for option in slots[slots >= 0].tolist()}

    def named(self):
        """Everything in the state, by names."""
        return named(self.book, self.state)


def named(book, state):
    opinions = book.meters[book.at.opinion]
    axes = {
        "meters": (book.meters,),
        "slant": (book.narratives, book.sides),
        **dict.fromkeys(("stage", "above", "block", "cut"), (book.narratives,)),
        **dict.fromkeys(("repeats", "open", "spent", "prepared", "tended"), (book.held,)),
        "flags": (book.flags,),
        **dict.fromkeys(("fired", "dated", "met"), (book.msel,)),
        **dict.fromkeys(("hearing", "heard", "depth", "polled"), (book.teams, book.audiences)),
        **dict.fromkeys(("sorting", "sorted", "exposed"), (book.teams,)),
        "sharing": (book.teams, book.teams),
        "suspended": (book.teams, book.platforms),
        "treated": (book.teams, book.comments.names),
        **dict.fromkeys(("stated", "broken"), ([book.laid[option] for option in book.positions.option],)),
        "polls": (book.teams, opinions),
        "answered": (book.teams, book.narratives),
        "discord": (book.sides,),
        "crossed": (book.scoring.red_lines.names,),
        **dict.fromkeys(("risk", "struck"), (book.teams,)),
    }
    found = {
        name: dict(zip(product(*names), getattr(state, name)[0].ravel().tolist(), strict=True))
        for name, names in axes.items()
    }
    played = zip(*(array[0].ravel().tolist() for array in (state.played, state.outcome, state.leaked)), strict=True)
    return {**found, "played": {book.laid[option]: came for option, *came in played if option >= 0}} | {
        **{kind: dict.fromkeys(_laid(book, getattr(state, kind)), 1) for kind in ("laid", "waiting")},
        "turn": {"turn": state.turn},
        "underway": dict(Counter(_on_the_way(book, state))),
    }


def _laid(book, slots):
    return [book.laid[option] for option in slots[slots >= 0].tolist()]


def _on_the_way(book, state):
    for way in np.flatnonzero(state.underway[0].any(axis=1)).tolist():
        cause = book.causes[book.rows.cause[book.ways.row[way]]]
        yield cause, tuple(np.trim_zeros(state.underway[0, way], "b").tolist())


def changed(one, other):
    """What `other` has otherwise than `one`, as far as `one` knows the names."""
    return {
        (kind, name): (value, other[kind].get(name))
        for kind, values in one.items()
        for name, value in values.items()
        if other[kind].get(name) != value
    }
