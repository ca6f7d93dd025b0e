"""Quiet at the keyboard: whether no key has come for a while, so that one held down ends where it began.

A terminal does not say when a key is let go; a key that does not repeat for a while has been.
"""

from collections.abc import Callable
from math import inf

LONG = 0.8
"""Seconds: a key that is held down begins to repeat sooner, on every system as it is shipped."""
SHORT = 0.25
"""Seconds: a key that has begun to repeat does so again sooner; who presses it slower presses it anew."""


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
        self._barred = False

    def bars(self, key: str, where: object, at: float, *, anew: bool = True) -> bool:
        """Whether a key that was pressed at a time does nothing on this screen. Ask in the order of the keys.

        `anew` is whether this screen hears its first key: who goes back to one that was there before is not barred.
        """
        long = min(SHORT, self._long) if self._barred else self._long
        again = key == self._key and max(at - self._at, 0.0) < long  # keys that were read late may seem to overtake
        self._barred = again and (self._barred or (anew and where is not self._where))
        self._where, self._key, self._at = where, key, at
        return self._barred
