"""A match: one table as a batch of one. Intents go in, the kernel's turns are played, and everything is remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from engine.compiler.book import compile_book
from engine.game.bots.round import bots_round
from engine.game.intents import Intent, Lay, Order, PassSeat, Seal, TakeBack, Undo
from engine.game.legality import Tray, left, may_lay, why_not
from engine.game.seats import Seat
from engine.kernel import chance
from engine.kernel.lattice import Indices
from engine.kernel.ledger import Recording
from engine.kernel.options import no_orders, standing_orders
from engine.kernel.rulebook import Rulebook
from engine.kernel.start import start_state
from engine.kernel.state import State, digest, leaf_hash
from engine.kernel.turn import Batch, close_turn, open_turn
from engine.language.messages import Message
from engine.scenario.scenario import Scenario

Pace = Literal["full", "short"]
FACILITATOR = "facilitator"
"""Who may do anything; no id of a scenario can be this word."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The intent has taken effect; `closed` are the turns that it brought to an end."""

    closed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """The intent changes nothing, and why."""

    reason: Message


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """A turn as it was: before it opened, as it stood for the decision, after it closed.

    `orders` [1, team, slot] took effect in it.
    """

    turn: int
    decided: bool
    before: State
    opened: State
    after: State
    orders: Indices
    records: slice  # of the ledger

    def outcomes(self) -> dict[int, int]:
        """What came of each option that took effect: index of OUTCOMES."""
        played, outcome = self.after.played[0], self.after.outcome[0]
        return dict(zip(played[played >= 0].tolist(), outcome[played >= 0].tolist(), strict=True))

    def leaked(self) -> set[int]:
        """Options that took effect and leaked."""
        return set(self.after.played[self.after.leaked].tolist())

    def waiting(self) -> list[int]:
        """Options that were laid and take effect a turn later."""
        waiting = self.after.waiting
        return sorted(waiting[waiting >= 0].tolist())

    @property
    def hash(self) -> str:
        """Hash of the state after the turn, in hexadecimal."""
        return leaf_hash(self.after).hex()


@dataclass(slots=True, eq=False)
class Match:
    """The exercise at one table. Start it with `begin`; it stands at an open turn, or at ENDEX."""

    scenario: Scenario
    book: Rulebook
    seats: dict[str, Seat]
    pace: Pace
    seed: int
    ledger: Recording = field(default_factory=Recording)
    history: list[Played] = field(default_factory=list)
    trays: dict[str, Tray] = field(default_factory=dict)
    past: dict[str, list[Tray]] = field(default_factory=dict)
    sealed: set[str] = field(default_factory=set)
    ended: bool = False
    before: State = field(init=False)
    state: State = field(init=False)
    _opened_at: int = field(init=False, default=0)

    @property
    def batch(self) -> Batch:
        """What the kernel plays with."""
        return Batch(self.book, chance.games(self.seed, 0, 1), self.pace, self.ledger)

    @property
    def turn(self) -> int:
        """The present turn, from 1; 0 in peacetime."""
        return self.state.turn

    @property
    def decides(self) -> bool:
        """Whether the table decides in the present turn."""
        return not self.ended and self.batch.decides(self.turn)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Teams with a person that have not sealed, in the scenario's order."""
        if not self.decides:
            return ()
        return tuple(
            team for team in self.scenario.teams if self.seats[team].kind == "human" and team not in self.sealed
        )

    @property
    def decisions_left(self) -> int:
        """Rounds left, the present one counted."""
        return sum(turn >= self.turn for turn in self.book.decisions[self.pace])

    def apply(self, by: str, intent: Intent) -> Accepted | Refused:
        """Let `by` (a team, or the facilitator) do something. The only way in; time goes on by `play_on`."""
        reason = self.refusal(by, intent)
        if reason is not None:
            return Refused(reason)
        match intent:
            case Lay(team):
                self._lay_out(team, (*self.tray(team), intent.order))
            case TakeBack(team, card):
                self._lay_out(team, tuple(order for order in self.tray(team) if order.card != card))
            case Undo(team):
                self.trays[team] = self.past[team].pop()
            case Seal(team):
                self.sealed.add(team)
            case PassSeat(team, seat):
                self._pass(team, seat)
        return Accepted()

    def refusal(self, by: str, intent: Intent) -> Message | None:
        """Why an intent would be refused; None if it would be accepted."""
        if intent.team not in self.scenario.teams:
            return Message.of("refused.team")
        if by not in {intent.team, FACILITATOR}:
            return Message.of("refused.not_yours")
        if self.ended:
            return Message.of("refused.ended")
        if isinstance(intent, PassSeat):
            return None
        if self.seats[intent.team].kind != "human":
            return Message.of("refused.seat")
        if not self.decides:
            return Message.of("refused.no_round")
        if intent.team in self.sealed:
            return Message.of("refused.sealed")
        return self._tray_refusal(intent)

    def _tray_refusal(self, intent: Lay | TakeBack | Undo | Seal) -> Message | None:
        match intent:
            case Lay(team):
                return self.why_not(team, intent.order)
            case TakeBack(team, card):
                on_tray = any(order.card == card for order in self.tray(team))
                return None if on_tray else Message.of("refused.not_on_tray")
            case Undo(team):
                return None if self.past.get(team) else Message.of("refused.nothing_to_undo")
            case Seal():
                return None

    def why_not(self, team: str, order: Order) -> Message | None:
        """What stands against an order now; None if nothing does."""
        return why_not(self.scenario, self.book, self.state, team=team, tray=self.tray(team), order=order)

    def tray(self, team: str) -> Tray:
        """Orders that a team has laid this round."""
        return self.trays.get(team, ())

    def left(self, team: str) -> tuple[float, float]:
        """Hours and budget that a team has left beside its tray."""
        return left(self.book, self.state, team, self.tray(team))

    def orders(self, bots: Mapping[str, Tray]) -> Indices:
        """The sealed trays and the bots' orders as the kernel takes them, [1, team, slot], in order of option."""
        laid = no_orders(self.book, 1)
        for place, team in enumerate(self.book.teams):
            tray = self.tray(team) if team in self.sealed else bots.get(team, ())
            options = sorted(self.book.option_of[team, *order] for order in tray)
            laid[0, place, : len(options)] = options
        return laid

    def bots(self) -> dict[str, Tray]:
        """What the bots order now, from what they may know."""
        laid = bots_round(self.batch, self.state, self.seats, self.sealed)[0]
        return {
            team: tuple(Order(*self.book.laid[option][1:]) for option in sorted(options[options >= 0].tolist()))
            for team, options in zip(self.book.teams, laid, strict=True)
            if team in self._awaited_bots()
        }

    def _awaited_bots(self) -> set[str]:
        """Teams whose bot orders in the present turn; what a person sealed before passing the seat stays."""
        if not self.decides:
            return set()
        return {team for team, seat in self.seats.items() if seat.bot and team not in self.sealed}

    def allows(self, turn: int, bots: Mapping[str, Tray]) -> bool:
        """Whether the present turn could be closed so; a saved file may claim anything."""
        if self.ended or self.waiting or turn != self.turn or set(bots) != self._awaited_bots():
            return False
        return all(may_lay(self.scenario, self.book, self.state, team, tray) for team, tray in bots.items())

    def close(self, bots: Mapping[str, Tray]) -> Played:
        """Close the present turn with the sealed trays and the bots' orders, and open the next if there is one."""
        decided = self.decides
        orders = self.orders(bots) if decided else standing_orders(self.book, self.state)
        after = close_turn(self.batch, self.state, orders)
        records = slice(self._opened_at, len(self.ledger.records))
        played = Played(self.turn, decided, self.before, self.state, after, after.played.astype(np.int64), records)
        self.history.append(played)
        self.trays, self.past, self.sealed = {}, {}, set()
        self.before = self.state = after
        if after.turn >= self.book.turns:
            self.ended = True
        else:
            self._open()
        return played

    def present(self) -> Played:
        """The open turn, as if it closed without any order: for those who ask why it opened as it did."""
        records = slice(self._opened_at, len(self.ledger.records))
        nothing = no_orders(self.book, 1)
        return Played(self.turn, self.decides, self.before, self.state, self.state, nothing, records)

    def _open(self) -> None:
        self._opened_at = len(self.ledger.records)
        self.before = self.state
        self.state = open_turn(self.batch, self.state)

    def _pass(self, team: str, seat: Seat) -> None:
        """Whoever sits down begins with an empty tray; what is sealed stays sealed."""
        self.seats[team] = seat
        if team not in self.sealed:
            self.trays.pop(team, None)
            self.past.pop(team, None)

    def _lay_out(self, team: str, tray: Tray) -> None:
        self.past.setdefault(team, []).append(self.tray(team))
        self.trays[team] = tray

    @property
    def digest(self) -> str:
        """Digest of the state, as `simulate --games 1` prints it at ENDEX."""
        return digest([leaf_hash(self.state)])


def begin(scenario: Scenario, seats: Mapping[str, Seat], pace: Pace, seed: int) -> Match:
    """Set the table and open the first turn of a scenario that is proved (engine.compiler.findings)."""
    compiled = compile_book(scenario)
    if compiled.faults:
        raise ValueError("a scenario that could leave the lattice cannot be played")
    book = compiled.book
    match = Match(scenario, book, dict(seats), pace, seed)
    match.before = match.state = start_state(book, 1)
    match._open()  # noqa: SLF001 - the one place where a match is made
    return match
