"""Whoever types a wrong PIN waits before the next try, longer each time: nobody types through all of them."""

from collections.abc import Callable
from time import monotonic

Opens = Callable[[str, str], bool]
"""Whether a PIN opens what is whose: a team's screen, or the facilitator's."""

FIRST, LONGEST = 2.0, 60.0  # seconds


class Locks:
    """It remembers how often somebody was wrong, however often the question is closed and opened again."""

    def __init__(self, opens: Opens, now: Callable[[], float] = monotonic) -> None:
        self._opens, self._now = opens, now
        self._wrong: dict[str, int] = {}
        self._until: dict[str, float] = {}

    def wait(self, who: str) -> float:
        """Return how many seconds the next try has to wait; 0 if it need not."""
        return max(self._until.get(who, 0.0) - self._now(), 0.0)

    def opens(self, who: str, pin: str) -> bool:
        """Try a PIN. Before the wait is over, none opens."""
        if self.wait(who):
            return False
        if self._opens(who, pin):
            self._wrong.pop(who, None)
            return True
        wrong = self._wrong[who] = self._wrong.get(who, 0) + 1
        self._until[who] = self._now() + min(FIRST * 2 ** min(wrong - 1, 16), LONGEST)
        return False
