"""The clock of a round: how many seconds are left now, from what was last written down. For display only."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep

from engine.language.messages import Message

MINUTE = 60
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Time:
    """What time it is, in seconds from somewhere, and how to wait."""

    now: Callable[[], float] = monotonic
    sleep: Callable[[float], None] = sleep


class RoundClock:
    """Follows what views say of the clock, and counts from there."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._written: tuple[int, bool] | None = None
        self._since = now()

    def follow(self, written: tuple[int, bool] | None, *, anew: bool = False) -> None:
        """Count from what was written down, once; `anew` if it was written again just now.

        Where it runs on, the part of a second that has passed is not given back: it would add up.
        """
        if anew or written != self._written:
            runs_on = self.running and written == (self.left, True)
            part = (self._now() - self._since) % 1 if runs_on else 0
            self._written, self._since = written, self._now() - part

    @property
    def running(self) -> bool:
        """Whether time is running out."""
        return self._written is not None and self._written[1]

    @property
    def left(self) -> int | None:
        """Seconds left, not below 0; None without a clock."""
        if self._written is None:
            return None
        seconds, running = self._written
        return max(seconds - int(self._now() - self._since), 0) if running else seconds


def clock_words(left: int | None, *, running: bool) -> Message | None:
    """Say how much time is left, and whether the clock stands still."""
    if left is None:
        return None
    if left == 0:
        return Message.of("clock.spent")
    code = "clock.running" if running else "clock.paused"
    return Message.of(code, minutes=left // MINUTE, seconds=left % MINUTE)
