"""A match: one table as a batch of one. Intents go in, the kernel's turns are played, and everything is remembered."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace

import numpy as np

from engine.compiler.book import compile_book
from engine.game.bots.round import bots_round
from engine.game.course import Closed, Event, Origin, Passed, Rewound, Turn
from engine.game.intents import Order
from engine.game.legality import Judge, Tray, judge, left, may_lay
from engine.game.met import Sight
from engine.game.papers import Papers, Unsaid
from engine.game.rulings import Edition
from engine.game.seats import Seat
from engine.game.untold import as_told
from engine.kernel import chance
from engine.kernel.lattice import Indices
from engine.kernel.ledger import Recording
from engine.kernel.moment import Paces
from engine.kernel.options import no_orders, standing_orders
from engine.kernel.rulebook import Rulebook
from engine.kernel.start import start_state
from engine.kernel.state import State, digest, leaf_hash
from engine.kernel.turn import Batch, close_turn, open_turn
from engine.language.messages import Message
from engine.scenario.lines import Lines
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario


@dataclass(slots=True, eq=False)
class Match:
    """The exercise at one table. Start it with `begin`; it stands at an open turn, or at ENDEX.

    What people do to it goes through engine.game.conduct, which keeps the `log`: origin and log make the match again.
    `sat` are the teams at which a person has sat; `takes` counts, by turn, how often other dice were asked for;
    `past` is what each team can undo (engine.game.steps), `returned` are orders that a ruling made illegal, `passed`
    the seats that changed hands, `rewinds` how often turns were taken back, with what was done in them.
    """

    origin: Origin
    edition: Edition
    book: Rulebook
    seats: dict[str, Seat]
    pace: Pace
    ledger: Recording = field(default_factory=Recording)
    history: list[Turn] = field(default_factory=list)
    trays: dict[str, Tray] = field(default_factory=dict)
    past: dict[str, list[Tray | Unsaid]] = field(default_factory=dict)
    sealed: set[str] = field(default_factory=set)
    ended: bool = False
    log: list[Event] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    rewinds: list[Rewound] = field(default_factory=list)
    papers: Papers = field(default_factory=Papers)
    takes: dict[int, int] = field(default_factory=dict)
    returned: dict[str, Tray] = field(default_factory=dict)
    next_pace: Pace | None = None
    former: Paces = ()  # before the present one
    sat: set[str] = field(default_factory=set)
    before: State = field(init=False)
    state: State = field(init=False)
    _opened_at: int = field(init=False, default=0)
    told_by_now: frozenset[str] | None = field(init=False, default=None)  # stories, in a match that is only looked at

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is played now, rulings included."""
        return self.edition.scenario

    @property
    def seed(self) -> int:
        """The seed that the exercise was begun with."""
        return self.origin.seed

    @property
    def batch(self) -> Batch:
        """What the kernel plays the present turn with."""
        return Batch(self.book, self._games(self.turn), self.pace, self.ledger, self.former)

    def key(self, turn: int) -> chance.Keys:
        """The key of the dice of a turn, [1], as often as it was taken back and rolled anew."""
        return chance.turn_keys(self._games(turn), turn)

    def _games(self, turn: int) -> chance.Keys:
        take = sum(times for taken, times in self.takes.items() if taken <= turn)
        return chance.games(chance.other(self.seed, take), 0, 1)

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
        return tuple(team for team in self.scenario.teams if self.seats[team].human and team not in self.sealed)

    @property
    def decisions_left(self) -> int:
        """Rounds left, the present one counted."""
        return len(self.later) + (self.turn in self.book.decisions[self.pace])

    @property
    def span(self) -> int:
        """Turns until there is a decision again, or until ENDEX; the present one counted."""
        return min(self.later, default=self.book.turns + 1) - self.turn

    @property
    def later(self) -> list[int]:
        """Turns after the present one in which the table decides, at the pace that the facilitator has set for them."""
        return [turn for turn in self.book.decisions[self.next_pace or self.pace] if turn > self.turn]

    def why_not(self, team: str, order: Order) -> Message | None:
        """What stands against an order now; None if nothing does."""
        return self.judge(team).why_not(order)

    def told(self, turn: int | None = None) -> frozenset[str]:
        """Stories that have had any heat so far, or when a turn had opened; after ENDEX all of them."""
        if self.told_by_now is not None and turn is None:
            return self.told_by_now
        if self.ended and turn is None:
            return frozenset(self.book.narratives)
        return frozenset(self.first_told(turn))

    def first_told(self, turn: int | None = None) -> dict[str, int]:
        """Stories that have had any heat so far, or when a turn had opened, each with the place of that first state."""
        warm = np.array([state.meters[0, self.book.at.heat] > 0 for state in self._looked_at(turn)])
        first = warm.argmax(axis=0)
        return {self.book.narratives[at]: int(first[at]) for at in np.flatnonzero(warm.any(axis=0)).tolist()}

    @property
    def never_told(self) -> int:
        """The place of whatever `first_told` does not name, after all the states that it has looked at."""
        return len(self._looked_at(None))

    def _looked_at(self, turn: int | None) -> list[State]:
        """The states so far in which a story may have been told first, in order, or those when a turn had opened."""
        states = [self.history[0].before if self.history else self.before]
        for played in self.history:
            if turn is None or played.turn <= turn:
                states += [played.opened] if played.turn == turn else [played.opened, played.after]
        if turn is None or self.turn == turn:
            states.append(self.state)
        return states

    def as_told(self) -> "Match":
        """Return the match to look at, in which a story that nobody has heard yet has no name."""
        seen, told = copy(self), self.told()
        seen.edition, seen.told_by_now = replace(self.edition, scenario=as_told(self.scenario, told)), told
        return seen

    def judge(self, team: str) -> Judge:
        """Judge what a team may lay now beside its tray, in words that name no story before its time."""
        told = self.told()
        sight = Sight(as_told(self.scenario, told), self.state, team, told)
        judged = judge(sight, self.book, self.tray(team))
        return replace(judged, written=self.origin.scenario)

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

    def close(self, bots: Mapping[str, Tray]) -> Turn:
        """Close the present turn with the sealed trays and the bots' orders, and open the next if there is one."""
        decided = self.decides
        orders = self.orders(bots) if decided else standing_orders(self.book, self.state)
        after = close_turn(self.batch, self.state, orders)
        records = slice(self._opened_at, len(self.ledger.records))
        played = Turn(self.turn, decided, self.before, self.state, after, after.played.astype(np.int64), records)
        self.history.append(played)
        self.log.append(Closed(self.turn, {team: self.tray(team) for team in sorted(self.sealed)}, bots))
        self.trays, self.past, self.sealed, self.returned = {}, {}, set(), {}
        if self.next_pace and self.next_pace != self.pace:
            self.former, self.pace = (*self.former, (self.pace, played.turn)), self.next_pace
        self.next_pace = None
        self.before = self.state = after
        if after.turn >= self.book.turns:
            self.ended = True
        else:
            self._open()
        return played

    def present(self) -> Turn:
        """The open turn, as if it closed without any order: for those who ask why it opened as it did."""
        records, nothing = slice(self._opened_at, len(self.ledger.records)), no_orders(self.book, 1)
        return Turn(self.turn, self.decides, self.before, self.state, self.state, nothing, records)

    def _open(self) -> None:
        self._opened_at = len(self.ledger.records)
        self.before = self.state
        self.state = open_turn(self.batch, self.state)

    def pass_seat(self, team: str, seat: Seat) -> None:
        """Whoever sits down begins with an empty tray; what is sealed stays sealed."""
        if seat != self.seats[team]:
            self.passed.append(Passed(self.turn, team, self.seats[team], seat))
        self.seats[team] = seat
        self.sat |= {team} if seat.human else set()
        if team not in self.sealed:
            self.trays.pop(team, None)
            self.past.pop(team, None)

    @property
    def digest(self) -> str:
        """Digest of the state, as `simulate --games 1` prints it at ENDEX."""
        return digest([leaf_hash(self.state)])


def begin(scenario: Scenario, seats: Mapping[str, Seat], pace: Pace, seed: int, lines: Lines | None = None) -> Match:
    """Set the table and open the first turn of a scenario that is proved (engine.compiler.findings).

    `lines` tell where it is written, for those who ask why a number moved.
    """
    written = lines or Lines()
    return opened(Origin(scenario, dict(seats), pace, seed, written), Edition(scenario, scenario, written))


def opened(origin: Origin, edition: Edition) -> Match:
    """Set the table with an edition of its scenario, and open the first turn."""
    compiled = compile_book(edition.scenario)
    if compiled.faults:
        raise ValueError("a scenario that could leave the lattice cannot be played")
    match = Match(origin, edition, compiled.book, dict(origin.seats), origin.pace)
    match.sat = {team for team, seat in origin.seats.items() if seat.human}
    match.before = match.state = start_state(compiled.book, 1)
    match._open()  # noqa: SLF001 - the one place where a match is made
    return match
