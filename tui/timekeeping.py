"""Keeps the clock of the rounds: starts it, stops it, and writes it down, so that a power cut costs a second."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from engine.game.intents import FACILITATOR, Clock
from engine.game.load import SaveError
from tui.timing import RoundClock

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table

EVERY = 30
"""Seconds between two records of a clock that runs."""
SOON = 1
"""Seconds between two notes of it beside the save, which grow nothing."""


class Timekeeper:
    """It forces nothing: at the end of a round's time it says so once, and that is all. `write` may fail."""

    def __init__(
        self,
        table: "Callable[[], Table | None]",
        clock: RoundClock,
        write: Callable[[Clock], None],
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._table, self._clock, self._write, self._now = table, clock, write, now
        self._round: tuple[int, int] | None = None
        self._noted = now()

    def begin_round(self) -> None:
        """Start the round's clock, if there is one and it has not been started before; else write down where it is."""
        table = self._table()
        if table is None or table.trouble or table.ended:
            return
        whole, public = table.whole, table.view(None)
        self._clock.follow(public.clock)
        if not whole:
            return
        fresh = table.clock == _standing(whole) or not table.clocked
        begins = (len(table.match.rewinds), public.turn)  # a turn that was taken back begins once more
        if self._round != begins and fresh:
            self._note(Clock(whole, running=True, whole=whole))
        else:
            self.note()
        self._round = begins

    def end_round(self) -> None:
        """Put the clock back to a whole round; it stands until that begins."""
        table = self._table()
        if table is None or table.trouble or table.ended or not table.whole:
            return
        if table.clock != _standing(table.whole):
            self._note(_standing(table.whole))

    def stand(self) -> None:
        """Let the clock stand at a table that is opened anew: whoever let it run has gone, and it has not run since."""
        table, stopped = self._table(), self._stopped()
        if table and stopped:
            jotted = table.jotted.left
            self._note(stopped if jotted is None else replace(stopped, seconds=min(stopped.seconds, jotted)))

    def leave(self) -> None:
        """Write down where a clock that runs is when its table is left; it stands from now on."""
        table, stopped = self._table(), self._stopped()
        if table and stopped:
            with suppress(SaveError):  # a few seconds are all that is lost
                table.apply(FACILITATOR, stopped)

    def _stopped(self) -> Clock | None:
        """Return what is to be written of a clock that runs; None where none does."""
        table = self._table()
        if table is None or table.trouble or table.ended:
            return None
        self._clock.follow(table.view(None).clock)
        return Clock(self._clock.left or 0, running=False) if self._clock.running else None

    def pause(self) -> bool:
        """Stop the clock, or let it go on; return whether there is one with time left."""
        left = self._clock.left
        if not left:
            return False
        self._note(Clock(left, running=not self._clock.running))
        return True

    def note(self) -> None:
        """Write down how much time is left, if the clock has gone on since that was written."""
        left = self._clock.left
        table = self._table()
        if table and left is not None and table.view(None).clock != (left, self._clock.running):
            self._note(Clock(left, running=self._clock.running))

    def tick(self) -> bool:
        """Let time pass; return True once, when the round's time is over."""
        table = self._table()
        if table is None or not self._clock.running:
            return False
        if self._clock.left == 0:
            self._note(Clock(0, running=False))
            return True
        if self._now() - self._noted >= EVERY:
            self.note()
        else:
            self.jot()
        return False

    def jot(self) -> None:
        """Note beside the save how much time a clock that runs has left, once a second has passed."""
        table = self._table()
        if table and self._clock.running and table.jotted.left != self._clock.left:
            table.jotted.note(self._clock.left or 0)

    def _note(self, clock: Clock) -> None:
        self._write(clock)
        self._noted = self._now()
        table = self._table()
        if table:
            self._clock.follow(table.view(None).clock, anew=True)


def _standing(whole: int) -> Clock:
    """Return the clock of a round of so many seconds that has not begun."""
    return Clock(whole, running=False, whole=whole)
