"""Who is asked for a PIN, and how often: whoever types a wrong one waits before the next try, longer each time."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Literal

from engine.game.intents import FACILITATOR, Mistyped
from engine.language.messages import Message

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table

FIRST, LONGEST = 2.0, 60.0  # seconds
CHAIR = Message.of("pin.of", who=Message.of("pin.facilitator"))
"""Whose PIN is asked for at the console."""


def way_in(table: "Table") -> Literal["ask", "choose", "shut"]:
    """How the facilitator gets to the console. Where several people share the screen, never without a PIN.

    It can be chosen only before the first order of the exercise: whoever is alone at the keyboard later could
    otherwise lock the console and read what the others have ordered, and what they want.
    """
    if table.locked(FACILITATOR) or not table.shared:
        return "ask"
    return "shut" if table.touched else "choose"


class Locks:
    """It remembers how often somebody was wrong, however often the question is closed and opened again.

    `write` puts it into the save: whoever starts the game anew begins with the wait that stood.
    """

    def __init__(
        self, table: "Callable[[], Table]", write: Callable[[Mistyped], object], now: Callable[[], float] = monotonic
    ) -> None:
        self._table, self._write, self._now = table, write, now
        self._stood: dict[str, int] = {}
        self._until: dict[str, float] = {}

    def wait(self, who: str) -> float:
        """Return how many seconds the next try has to wait; 0 if it need not."""
        stands = self._table().mistyped(who)
        if self._stood.get(who) != stands:  # as it stands in the save; with a new PIN all is forgiven
            self._hold(who, stands)
        return max(self._until[who] - self._now(), 0.0)

    def opens(self, who: str, pin: str) -> bool:
        """Try a PIN. Before the wait is over, none opens."""
        if self.wait(who):
            return False
        right = self._table().unlocks(who, pin)
        wrong = 0 if right else self._stood[who] + 1
        if wrong or self._stood[who]:
            self._write(Mistyped(who, wrong))
        self._hold(who, wrong)
        return right

    def _hold(self, who: str, wrong: int) -> None:
        self._stood[who] = self._table().mistyped(who)
        self._until[who] = self._now() + (min(FIRST * 2 ** min(wrong - 1, 16), LONGEST) if wrong else 0)
