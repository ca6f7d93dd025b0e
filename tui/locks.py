"""Who is asked for a PIN, and how often: whoever types a wrong one waits before the next try, longer each time."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Literal

from engine.game import pins
from engine.game.intents import FACILITATOR, LockLate, Mistyped, Note
from engine.game.steering import held_back, touched
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.intents import Intent
    from engine.game.table import Table

FIRST, LONGEST = 2.0, 60.0  # seconds
CHAIR = Message.of("pin.of", who=Message.of("pin.facilitator"))
"""Whose PIN is asked for at the console."""
REOPENED = Message.of("pin.anew_told")
"""That the facilitator's PIN was set anew, or late: whoever did it can read what every team orders."""


def way_in(table: "Table") -> Literal["ask", "choose", "late", "later"]:
    """How the facilitator gets to the console. Where several people share the screen, never without a PIN.

    One that is chosen `late`, after the first order of the exercise, opens it in the next turn, once all teams have
    read of it (`later`): whoever is alone at the keyboard could otherwise lock the console in silence, or seal last and
    be first at it, and read what the others have ordered, and what they want, before they know.
    """
    if held_back(table.match):
        return "later"
    if table.locked(FACILITATOR) or not table.shared:
        return "ask"
    return "late" if touched(table.match) and not table.ended else "choose"


def set_of(table: "Table", who: str) -> Message:
    """Say that a PIN is set; where nobody shares the screen, no team is asked for its own."""
    return Message.of("pin.set" if table.shared or who == FACILITATOR else "pin.set_alone")


def lock_late(pin: str) -> "tuple[Intent, ...]":
    """Return what gives the console its first PIN late; that comes up again in the hot wash."""
    return told_later(), LockLate(pins.lock_of(pin))


def told_later() -> Note:
    """Return the note that the facilitator's PIN was set while the exercise ran; it is read later."""
    return Note(Text.of({lang: say(lang, Message.of("pin.noted")) for lang in LANGUAGES}), hot_wash=True)


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
        """Try a PIN. Before the wait is over, none opens; an empty line is no try."""
        if not pin or self.wait(who):
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
