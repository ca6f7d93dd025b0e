"""A phase of the naive interpreter: what it proposes, and how that comes true when it ends."""

from collections import defaultdict
from typing import NamedTuple

from tests.reference_start import NEVER
from tests.reference_tables import clip


class Row(NamedTuple):
    """One line of the ledger: why a meter moved."""

    turn: int
    phase: str
    cause: str
    meter: str
    amount: float


class Phase:
    """What a phase proposes; nothing of it counts before the phase ends."""

    def __init__(self, called):
        self.called = called
        self.amounts = []  # (cause, meter, amount)
        self.raised, self.cleared = set(), set()
        self.unlocked, self.closed = set(), set()  # (team, card)
        self.dates = defaultdict(list)  # inject -> turns
        self.retargets = defaultdict(list)  # story -> (strength, slants)
        self.blocked = set()
        self.prepared = set()  # (team, card)
        self.suspended = defaultdict(list)  # (team, platform) -> last turns
        self.exposed = defaultdict(list)  # team -> last turns
        self.secured = set()  # teams

    def add(self, cause, meter, amount):
        self.amounts.append((cause, meter, amount))


def finish(game, phase):
    """Add all amounts at once, clip, and let what adds nothing take place."""
    sums = defaultdict(float)
    for cause, meter, amount in phase.amounts:
        game.book(phase.called, cause, meter, amount)
        sums[meter] += amount
    for meter, amount in sums.items():
        wanted = game.meters[meter] + amount
        game.meters[meter] = clip(wanted, *game.range[meter])
        game.book(phase.called, "limit", meter, game.meters[meter] - wanted)
    game.after[game.turn, phase.called] = dict(game.meters)
    game.flags |= dict.fromkeys(phase.raised, True) | dict.fromkeys(phase.cleared, False)
    game.open |= dict.fromkeys(phase.unlocked, True) | dict.fromkeys(phase.closed, False)
    game.block_age |= dict.fromkeys(phase.blocked, 1)
    game.prepared |= phase.prepared
    set_dates(game, phase)
    retarget(game, phase)
    keep_off_and_expose(game, phase)


def set_dates(game, phase):
    for inject, dates in phase.dates.items():
        old, written = game.date.get(inject, 0), game.scenario.injects[inject]
        last = old + ((written.until or written.turn) - written.turn if written.turn else 0)
        ahead = old > 0 and (last > game.turn or (last == game.turn and phase.called == "arrivals"))
        game.date[inject] = min([*dates, old] if ahead else dates)


def retarget(game, phase):
    for story, retargets in phase.retargets.items():
        greatest = max(strength for strength, _ in retargets)
        strongest = [slants for strength, slants in retargets if strength == greatest]
        if all(slants == strongest[0] for slants in strongest):
            game.slant |= {(story, side): slant for side, slant in strongest[0].items()}


def keep_off_and_expose(game, phase):
    for place, turns in phase.suspended.items():
        game.suspended[place] = max([game.suspended[place], *turns])
    for team, turns in phase.exposed.items():
        game.exposed[team] = max([game.exposed[team], *turns])
    game.exposed |= dict.fromkeys(phase.secured, NEVER)
