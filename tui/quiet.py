"""Quiet at the keyboard: whether no key has come for a while, so that one held down ends where it began.

A terminal does not say when a key is let go; a key that does not repeat for a while has been. Nor does it say whether
a key that comes again was pressed again: one that is held comes a third time before anybody could press it.
"""

from collections.abc import Callable
from enum import Enum
from math import inf

LONG = 0.8
"""Seconds: a key that is held down begins to repeat sooner, on every system as it is shipped."""
SHORT = 0.25
"""Seconds: a key that has begun to repeat does so again sooner; who presses it slower presses it anew."""
AGAIN = 0.15
"""Seconds: a key that is held down and has begun to repeat comes again sooner; nobody presses one so often."""
AT_ONCE = 0.06
"""Seconds: who presses a key twice takes longer."""


class Hearing(Enum):
    """What becomes of a key: it acts, it is held down, or that is in doubt until it comes again within AGAIN."""

    ACTS = "acts"
    HELD = "held"
    DOUBTFUL = "doubtful"


class Quiet:
    """Quiet that is waited for from now on. `long` is how many seconds without a key it takes."""

    def __init__(self, now: Callable[[], float], long: float) -> None:
        self._now, self._long = now, long
        self._heard_at = now()

    @property
    def here(self) -> bool:
        """Whether no key has come for long enough."""
        return self._now() - self._heard_at >= self._long

    def hear(self) -> None:
        """Begin anew, since a key has come."""
        self._heard_at = self._now()


class Held:
    """A key that is held down: it does nothing on a screen that opened meanwhile, until it was let go.

    Another key ends that too, since only the last one repeats. `long` is how many seconds without the key it takes.
    """

    def __init__(self, long: float) -> None:
        self._long = long
        self._where: object = None
        self._key, self._at = "", -inf
        self._barred = self._doubtful = False

    def hears(self, key: str, where: object, at: float, *, anew: bool = True) -> Hearing:
        """Say what becomes of a key that was pressed at a time on this screen. Ask in the order of the keys.

        `anew` is whether this screen hears its first key: who goes back to one that was there before is not barred.
        """
        long = min(SHORT, self._long) if self._barred else self._long
        passed = max(at - self._at, 0.0)  # keys that were read late may seem to overtake
        again = key == self._key and passed < long
        opened = again and anew and where is not self._where
        sure = self._barred or (opened and passed < AT_ONCE) or (self._doubtful and passed < AGAIN)
        self._barred, self._doubtful = again and sure, opened and not sure
        self._where, self._key, self._at = where, key, at
        return Hearing.HELD if self._barred else Hearing.DOUBTFUL if self._doubtful else Hearing.ACTS

    def clear(self) -> None:
        """The last key did not come again so soon: it was pressed."""
        self._doubtful = False
