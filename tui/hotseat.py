"""What several people at one screen share: the gate between their rooms, who sits where, and the clock of the round."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import App

from engine.game.intents import FACILITATOR, Clock
from engine.language.messages import Message
from tui.gate import Gate, Then, Way
from tui.locks import set_of
from tui.screens.panels.reading import Reading, show_paper
from tui.screens.place import Place
from tui.timekeeping import Timekeeper
from tui.timing import RoundClock
from tui.widgets.minute import minute_paper

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table


class HotSeat:
    """One exercise at one screen. `table` is None before it has begun."""

    def __init__(
        self, app: App[Any], way: Way, table: "Callable[[], Table | None]", now: Callable[[], float] = monotonic
    ) -> None:
        self._app, self._way, self._now = app, way, now
        self.clock = RoundClock(now)
        self._table = table
        self._keeper = Timekeeper(table, self.clock, self._write, now)
        self._gate = Gate(app, way, now)

    def begin(self) -> None:
        """Forget the exercise before: whom was asked for a PIN, and its clock."""
        self.clock.follow(None)
        self._gate = Gate(self._app, self._way, self._now)

    def resume(self) -> None:
        """Go on at a table that was left: its clock stands until somebody lets it run."""
        self._keeper.stand()

    def leave(self) -> None:
        """Let the clock stand when the table is left."""
        self._keeper.leave()

    def begin_round(self) -> None:
        """Let the round's clock run, or write down where it is."""
        self._keeper.begin_round()

    def end_round(self) -> None:
        """Stop the clock while everybody reads what came of it."""
        self._keeper.end_round()

    def open(self, team: str, then: Then) -> None:
        """Let a team in, once it has typed its PIN."""
        self._gate.open(team, then)

    def unlock(self, then: Then) -> None:
        """Let the facilitator in, once the PIN was typed."""
        self._gate.unlock(then)

    def claim(self, then: Then) -> None:
        """Let the facilitator in: where several people share the screen, never without a PIN."""
        self._gate.claim(then)

    def grant(self, wish: Place.Wish) -> None:
        """Do what is asked for between two rooms, or from one."""
        match wish.what:
            case "pause":
                if not self._keeper.pause():
                    self._way.tell(Message.of("clock.none"))
                self.show_clock()
            case "pass_seat":
                self._gate.pass_seat()
            case "forget_pin":
                self._gate.forget(wish.team)
            case "pin":
                self._gate.choose(wish.team, lambda: self._way.tell(set_of(self._way.table(), wish.team)))
            case "newcomer":
                self.tell_newcomer(wish.team)

    def tell_newcomer(self, team: str) -> None:
        """Tell who came late what there is to know, from the team's own view."""
        view, past = self._way.table().view(team), self._way.table().story(team)
        show_paper(self._app, Reading(self._way.tongue(), lambda tongue: minute_paper(tongue, view, past)))

    def tick(self) -> None:
        """Let time pass; at the end of a round's time, say so. What is being written is put down after a pause."""
        table = self._table()
        if table:
            table.begun.beat()
        if self._keeper.tick():
            self._way.tell(Message.of("clock.over"))
        self.show_clock()

    def show_clock(self) -> None:
        """Show what is left of the round wherever it is shown."""
        for screen in self._app.screen_stack:
            if isinstance(screen, Place) and screen.is_mounted:
                screen.tick(self.clock.left, running=self.clock.running)

    def _write(self, clock: Clock) -> None:
        self._way.do(FACILITATOR, clock)
