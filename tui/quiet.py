"""Quiet at the keyboard: whether no key has come for a while, so that one held down ends where it began."""

from collections.abc import Callable

LONG = 0.8
"""Seconds: a key that is held down begins to repeat sooner, on every system as it is shipped."""


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
