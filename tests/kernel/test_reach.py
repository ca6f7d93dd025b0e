"""What generated scenarios hold comes to bear: every kind of cause is booked, and all of the state moves."""

import re

import numpy as np

from engine.game.seats import BOTS, Seat
from engine.kernel.change import Dense
from engine.kernel.kinds import KEPT_WAITING, NONE, OUTCOMES
from engine.kernel.state import ARRAYS
from engine.scenario.scenario import Scenario
from tests.kernel.batches import Script
from tests.strategies import scenario_of
from tests.strategies_draws import Dice

DRAWN, GAMES = 200, 16


class Seen:
    """What happened in some game of some scenario."""

    def __init__(self):
        self.causes, self.booked, self.arrays, self.outcomes, self.met = set(), set(), set(), set(), 0

    def note(self, script):
        states, ledger = script.record(0, GAMES)
        self.causes |= {kind(cause) for cause in script.book.causes}
        self.booked |= {kind(script.book.causes[cause]) for cause in causes_of(ledger)}
        for state in states[1:]:
            self.arrays |= {name for name in ARRAYS if differs(state, states[0], name)}
            self.outcomes |= set(state.outcome.ravel().tolist())
            half = script.book.options.half[np.maximum(state.played, 0)] != NONE
            self.met += int(((state.played != NONE) & half & (state.outcome != KEPT_WAITING)).sum())


def causes_of(ledger):
    """Causes of rows that moved something."""
    for part in (part for record in ledger.records for part in record.amounts):
        moved = part.amounts.any(axis=0) if isinstance(part, Dense) else part.amounts != 0
        yield from part.cause[moved].tolist()


def kind(cause):
    """A cause without the names and numbers in it."""
    match cause.split("/"):
        case ["rule", part, *_] | ["comments", _, part, _] | [_, *_, part]:
            return f"{cause.partition('/')[0]}/{re.sub(r'[.][0-9]+$', '', part)}"
    return cause


def differs(state, start, name):
    return not np.array_equal(getattr(state, name), getattr(start, name))


def test_every_kind_of_cause_is_booked_and_every_part_of_the_state_moves():
    seen = Seen()
    for seed in range(DRAWN):
        d = Dice(seed)
        scenario = Scenario.model_validate(scenario_of(d))
        seats = {team: Seat("bot", d.one(("random", "random", *BOTS))) for team in scenario.teams}
        seen.note(Script(scenario, seats, d.one(("full", "short")), seed))
    assert seen.causes - seen.booked == set()
    assert set(ARRAYS) - seen.arrays == set()
    assert set(range(len(OUTCOMES))) - seen.outcomes == set()
    assert seen.met > 0
