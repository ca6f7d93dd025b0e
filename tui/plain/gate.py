"""The gate between two teams, line by line: PINs, who sits where, the clock, and what a latecomer must know."""

from collections.abc import Callable
from math import ceil
from typing import Literal

from engine.game import pins
from engine.game.answers import Refused
from engine.game.intents import FACILITATOR, Clock, Intent, PassSeat, SetPin
from engine.game.seats import Seat, parse_seat
from engine.game.table import Table
from engine.game.view import SeatLine, View
from engine.language.catalogue import say
from engine.language.messages import Message
from tui.launch import next_seat
from tui.locks import CHAIR, Locks, lock_late, set_of, way_in
from tui.newcomer import in_a_minute
from tui.passing import passing_of
from tui.plain.asks import command, confirm
from tui.plain.naming import called
from tui.plain.page import wrap
from tui.plain.sitting import read_seat, who_may_sit
from tui.plain.terminal import Terminal
from tui.timekeeping import SOON, Timekeeper
from tui.timing import RoundClock, Time, clock_words
from tui.words import told

_DEEP = "    "


class PlainGate:
    """It asks for PINs at the one terminal, and keeps the clock of the round."""

    def __init__(self, table: Callable[[], Table], terminal: Terminal, timer: RoundClock, time: Time) -> None:
        self._of, self._terminal, self._timer = table, terminal, timer
        self._locks = Locks(table, lambda tried: self._do(FACILITATOR, tried), time.now)
        self._sleep = time.sleep
        self.keeper = Timekeeper(table, timer, self._write, time.now)
        terminal.meanwhile(self.keeper.jot, SOON)  # while somebody thinks, no command lets time pass

    @property
    def _table(self) -> Table:
        return self._of()

    def hand_over(self, team: str) -> Literal["in", "chair", "moved"]:
        """Wait for a team: it comes in, or the facilitator wants the console, or somebody else sits there now."""
        while True:
            self.tell_clock()
            typed = command(self._terminal, "handover", Message.of("plain.hand_over_prompt"))
            match typed.action.id:
                case "chair":
                    if self.claimed():
                        return "chair"
                case "pause":
                    self.pause()
                case "pass_seat":
                    if self.pass_seat(typed.rest):
                        return "moved"
                case "forget_pin":
                    self._forget(team)
                case wanted if self.unlocked(team, Message.of("pin.of", who=self._line(team).name)):
                    if wanted == "newcomer":
                        self.newcomer(self._table.view(team))
                    return "in"

    def pause(self) -> None:
        """Stop the clock, or let it go on, where there is one."""
        if not self.keeper.pause():
            self._terminal.say(Message.of("clock.none"))

    def unlocked(self, who: str, title: Message) -> bool:
        """Ask for a PIN where there is one; return whether it was right. Whoever was wrong waits."""
        if not self._table.locked(who):
            return True
        self._keep_waiting(who, "pin.wait")  # as it stands in the save
        pin = self._terminal.ask_hidden(Message.of("plain.ask_pin_of", whose=title))
        if not pin:
            self._terminal.say(Message.of("pin.form"))
            return False
        if self._locks.opens(who, pin):
            return True
        self._keep_waiting(who, "pin.wrong")
        return False

    def _keep_waiting(self, who: str, code: str) -> None:
        left = self._locks.wait(who)
        if left:
            self._terminal.say(Message.of(code, n=ceil(left)))
            self._sleep(left)

    def claimed(self) -> bool:
        """Let the facilitator in: where several people share the terminal, never without a PIN; return whether."""
        match way_in(self._table):
            case "ask":
                return self.unlocked(FACILITATOR, CHAIR)
            case "choose":
                return self._lock(FACILITATOR, Message.of("pin.choose_chair"))
            case "late":
                self._lock_late()
            case "later":
                self._terminal.say(Message.of("pin.later"))
        return False

    def _lock_late(self) -> None:
        """Let the console get its first PIN after all, which all teams read of before it opens."""
        pin = self._chosen(Message.of("pin.choose_late"))
        if pin and all(self._do(FACILITATOR, intent) for intent in lock_late(pin)):
            self._terminal.say(Message.of("pin.later"))

    def choose(self, team: str) -> None:
        """Let a team set its PIN, typed twice."""
        if self._table.locked(team):
            self._terminal.say(Message.of("pin.locked"))
        else:
            self._lock(team, Message.of("pin.choose"))

    def _lock(self, who: str, about: Message) -> bool:
        pin = self._chosen(about)
        if not pin or not self._do(who, SetPin(who, pins.lock_of(pin))):
            return False
        self._terminal.say(set_of(self._table, who))
        return True

    def _chosen(self, about: Message) -> str:
        """Return a PIN that was typed twice, or nothing."""
        self._terminal.say(about)
        pin = self._terminal.ask_hidden(Message.of("plain.ask_pin"))
        if not pin:
            self._terminal.say(Message.of("pin.unset"))
            return ""
        if pins.is_pin(pin) and self._terminal.ask_hidden(Message.of("pin.again")) == pin:
            return pin
        self._terminal.say(Message.of("pin.differs" if pins.is_pin(pin) else "pin.form"))
        return ""

    def pass_seat(self, typed: str) -> bool:
        """Let somebody else sit at a team, once that was confirmed; return whether it was done."""
        whose, _, who = typed.rpartition(" ")
        line = self._meant(typed)
        seat = _after(line) if line else read_seat(who.casefold())
        line = line or self._meant(whose)
        if line is None:
            self._list_teams()
            return False
        if isinstance(seat, Message):
            self._terminal.say(seat)
            self._terminal.lines(who_may_sit(self._terminal.lang))
            return False
        if not self.unlocked(FACILITATOR, CHAIR):
            return False
        doubt = passing_of(line, seat, guarded=self._table.locked(FACILITATOR))
        if not confirm(self._terminal, [doubt], Message.of("plain.pass_seat")):
            return False
        return self._do(FACILITATOR, PassSeat(line.team, seat))

    def _meant(self, whose: str) -> SeatLine | None:
        """Return the team that is meant by its number in the list of teams, its name or its id."""
        lines = self._table.view(None).table
        numbered = {str(number): line for number, line in enumerate(lines, 1)}
        found = called(whose, self._terminal.lang, ((line.team, line.name) for line in lines))
        return numbered.get(whose) or (self._line(found[0]) if len(found) == 1 else None)

    def _list_teams(self) -> None:
        """Say how a seat is passed, and which teams there are."""
        self._terminal.say(Message.of("plain.whose_seat"))
        for number, line in enumerate(self._table.view(None).table, 1):
            self._terminal.lines(wrap(told(self._terminal.lang, line.name), first=f"  {number}. ", rest=_DEEP))

    def newcomer(self, view: View) -> None:
        """Tell in a minute what has happened, from the team's own view."""
        self._terminal.heading(Message.of("newcomer.title", team=view.called))
        for head, pieces in in_a_minute(view, self._table.story(view.team)):
            self._terminal.say(head)
            for piece in pieces:
                self._terminal.lines(wrap(told(self._terminal.lang, piece), first="  - ", rest=_DEEP))

    def tell_clock(self) -> None:
        """Say what is left of the round, and once that nothing is."""
        if self.keeper.tick():
            self._terminal.say(Message.of("clock.over"))
        words = clock_words(self._timer.left, running=self._timer.running)
        if words:
            self._terminal.lines([f"[{say(self._terminal.lang, words)}]"])

    def _forget(self, team: str) -> None:
        name = self._line(team).name
        if not self._table.locked(team):
            self._terminal.say(Message.of("pin.none"))
        elif (
            self.claimed()
            and confirm(self._terminal, [Message.of("pin.reset_about", who=name)], Message.of("plain.reset_pin"))
            and self._do(FACILITATOR, SetPin(team, ""))
        ):
            self._terminal.say(Message.of("pin.reset_done", who=name))

    def _do(self, by: str, intent: Intent) -> bool:
        answer = self._table.apply(by, intent)
        if isinstance(answer, Refused):
            self._terminal.say(answer.reason)
            return False
        return True

    def _write(self, clock: Clock) -> None:
        self._do(FACILITATOR, clock)

    def _line(self, team: str) -> SeatLine:
        return next(line for line in self._table.view(None).table if line.team == team)


def _after(line: SeatLine) -> Seat | Message:
    now = parse_seat(line.seat)
    return next_seat(now) if isinstance(now, Seat) else now
