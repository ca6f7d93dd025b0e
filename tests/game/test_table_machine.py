"""Invariants 1 and 6 at the table: whatever is done and wherever it is broken off, resuming gives the same table."""

import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.game.conduct import Accepted, Refused
from engine.game.intents import FACILITATOR, Lay, Order, PassSeat, Seal, TakeBack, Undo
from engine.game.onlooker import Onlooker
from engine.game.seats import BOTS, EMPTY, HUMAN, Seat
from engine.game.table import Table
from tests.effort import one_in
from tests.game.saved_tables import reading_of
from tests.strategies import playable_data

SEATS = st.sampled_from([HUMAN, HUMAN, HUMAN, EMPTY, *(Seat("bot", name) for name in BOTS)])
LUCK = st.integers(0, 2**32)
MOSTLY = 0.7


class TableMachine(RuleBasedStateMachine):
    """A table with a save, at which anybody does anything at any time."""

    @initialize(data=playable_data(), draw=st.data(), seed=LUCK, pace=st.sampled_from(["full", "short"]))
    def start(self, data, draw, seed, pace):
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "evening.ghx"
        reading = reading_of(data)
        seats = {team: draw.draw(SEATS) for team in data["teams"]}
        self.table = Table.start(reading, seats, pace=pace, seed=seed, save=self.path)
        self.teams = sorted(seats)
        self.onlooker = Onlooker()
        self.past = {}  # of each team, the trays it had this round

    def intend(self, team, intent, by=None):
        """Do it; what is refused changes nothing."""
        before, turn = (self.told(), self.table.digest), self.table.match.turn
        came = self.table.apply(by or team, intent)
        assert isinstance(came, Accepted | Refused)
        if isinstance(came, Refused):
            assert (self.told(), self.table.digest) == before
        if self.table.match.turn != turn or self.table.ended:
            self.past.clear()
        return isinstance(came, Accepted)

    def told(self):
        views = {team: self.table.view(team) for team in (None, *self.teams)}
        return views, self.table.waiting, self.table.ended

    def tray(self, team):
        return self.past.get(team, [()])[-1]

    def lay_out(self, team, tray):
        self.past.setdefault(team, [()]).append(tray)

    @precondition(lambda self: self.table.waiting)
    @rule(luck=LUCK, times=st.integers(1, 3))
    def lay(self, luck, times):
        dice = random.Random(luck)
        team = dice.choice(self.table.waiting)
        for _ in range(times):
            self.lay_one(dice, team)

    def lay_one(self, dice, team):
        choices = self.table.view(team).choices
        legal = [choice for choice in choices if choice.why_not is None]
        chosen = dice.choice(legal or choices or [None]) if dice.random() < MOSTLY else dice.choice(choices or [None])
        if chosen is None:
            return
        accepted = self.intend(team, Lay(team, chosen.card, chosen.target, chosen.voice))
        assert accepted == (chosen.why_not is None)
        if accepted:
            self.lay_out(team, (*self.tray(team), Order(chosen.card, chosen.target, chosen.voice)))

    @precondition(lambda self: self.past)
    @rule(luck=LUCK)
    def take_back(self, luck):
        dice = random.Random(luck)
        team = dice.choice(sorted(self.past))
        card = dice.choice([order.card for order in self.tray(team)] or ["no_card"])
        if self.intend(team, TakeBack(team, card)):
            self.lay_out(team, tuple(order for order in self.tray(team) if order.card != card))

    @precondition(lambda self: self.past)
    @rule(luck=LUCK, times=st.integers(1, 3))
    def undo(self, luck, times):
        team = random.Random(luck).choice(sorted(self.past))
        for _ in range(times):
            may = team in self.table.waiting and len(self.past[team]) > 1
            assert self.intend(team, Undo(team)) == may
            if may:
                self.past[team].pop()

    @precondition(lambda self: self.table.waiting)
    @rule(luck=LUCK)
    def seal(self, luck):
        team = random.Random(luck).choice(self.table.waiting)
        assert self.intend(team, Seal(team))

    @precondition(lambda self: len(self.teams) > 1)
    @rule(luck=LUCK)
    def somebody_else_may_not(self, luck):
        one, other = random.Random(luck).sample(self.teams, 2)
        assert not self.intend(other, Seal(other), by=one)

    @rule(luck=LUCK, seat=SEATS)
    def pass_the_seat(self, luck, seat):
        dice = random.Random(luck)
        team = dice.choice(self.teams)
        sealed = team in self.table.match.sealed
        if self.intend(team, PassSeat(team, seat), by=dice.choice([team, FACILITATOR])) and not sealed:
            self.past.pop(team, None)  # whoever sits down begins with an empty tray

    @precondition(lambda self: not self.table.waiting)
    @rule()
    def play_on(self):
        turn, ended = self.table.view(None).turn, self.table.ended
        self.table.play_on()
        self.past.clear()
        assert ended or self.table.ended or self.table.view(None).turn > turn

    @rule()
    def break_off_and_resume(self):
        before, digest = self.told(), self.table.digest
        self.table.close()
        again = Table.resume(self.path)
        assert again.trouble is None
        self.table = again
        assert self.told() == before
        assert again.digest == digest

    @rule()
    def replay_tells_the_same(self):
        again = Table.replay(self.path)
        assert again.trouble is None
        assert again.digest == self.table.digest
        assert [played.hash for played in again.match.history] == [it.hash for it in self.table.match.history]

    @rule()
    def who_looks_on_and_plays_only_what_is_new_sees_the_same(self):
        assert self.onlooker.read(self.path).view == self.table.view(None)

    @invariant()
    def every_tray_is_what_was_laid_on_it(self):
        if hasattr(self, "table"):
            assert {team: self.table.match.tray(team) for team in self.teams} == {
                team: self.tray(team) for team in self.teams
            }

    @invariant()
    def somebody_is_awaited_or_the_table_can_go_on(self):
        if hasattr(self, "table") and not self.table.ended:
            assert all(self.table.match.seats[team] == HUMAN for team in self.table.waiting)

    def teardown(self):
        if hasattr(self, "table"):
            self.table.close()
            shutil.rmtree(self.folder)


TestTable = TableMachine.TestCase
TestTable.settings = settings(one_in(3), stateful_step_count=25)
