"""What is typed and does nothing: a key from before a screen opened, from while nobody could see, or held down."""

from collections.abc import Callable
from math import inf
from typing import Any
from weakref import WeakSet

from textual.events import Key
from textual.screen import Screen

from tui.quiet import AGAIN, Hearing, Held
from tui.screens.place import Place


class Deaf:
    """It tells the place where a key is held down that it does nothing there. `quiet` is as in Held."""

    def __init__(self, now: Callable[[], float], quiet: float) -> None:
        self._now, self._held = now, Held(quiet)
        self._barred: Place[Any] | None = None
        self._doubted: tuple[Key, Screen[Any], float] | None = None  # with where and when it was pressed
        self._worked_at = -inf
        self._known: WeakSet[Screen[Any]] = WeakSet()  # where a key was heard: who goes back there finds nothing new

    def worked(self, time: float) -> None:
        """Drop the keys that were pressed before this, when nobody could see what they would do."""
        self._worked_at = time

    def was_early(self, key: Key) -> bool:
        """Whether a key was pressed while something worked."""
        return key.time < self._worked_at

    @property
    def doubts(self) -> bool:
        """Whether it is still to be seen if the last key is held down."""
        return self._doubted is not None

    def cleared(self, screen: Screen[Any], followed_by: str = "") -> Key | None:
        """Return the key that was in doubt, once it is clear that it was pressed: it did not come again so soon.

        Another key that it is `followed_by` says so too. What it was pressed on must still be there.
        """
        key, where, at = self._doubted or (None, None, inf)
        if key is None or not (self._now() - at >= AGAIN or (followed_by and followed_by != key.key)):
            return None
        self._doubted = None
        self._held.clear()
        return key if where is screen else None

    def is_held(self, key: Key, screen: Screen[Any]) -> bool:
        """Whether a key has been down since before this screen opened, or may have. Ask in the order of the keys."""
        waited = Key(key.key, None).time - key.time  # while the screens were busy
        at = self._now() - waited
        heard = self._held.hears(key.key, screen, at, anew=screen not in self._known)
        self._known.add(screen)
        self._doubted = (key, screen, at) if heard is Hearing.DOUBTFUL else None
        if self._doubted:
            return True
        barred = heard is Hearing.HELD
        if barred and isinstance(screen, Place):
            screen.mind_held(first=self._barred is not screen)
            self._barred = screen
        elif self._barred:
            self._barred.mind_let_go()
            self._barred = None
        return barred
