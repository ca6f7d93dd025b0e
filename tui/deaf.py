"""What is typed and does nothing: a key from before a screen opened, from while nobody could see, or held down."""

from collections.abc import Callable
from math import inf
from typing import Any
from weakref import WeakSet

from textual.events import Key
from textual.screen import Screen

from tui.quiet import Held
from tui.screens.place import Place


class Deaf:
    """It tells the place where a key is held down that it does nothing there. `quiet` is as in Held."""

    def __init__(self, now: Callable[[], float], quiet: float) -> None:
        self._now, self._held = now, Held(quiet)
        self._barred: Place[Any] | None = None
        self._worked_at = -inf
        self._known: WeakSet[Screen[Any]] = WeakSet()  # where a key was heard: who goes back there finds nothing new

    def worked(self, time: float) -> None:
        """Drop the keys that were pressed before this, when nobody could see what they would do."""
        self._worked_at = time

    def was_early(self, key: Key) -> bool:
        """Whether a key was pressed while something worked."""
        return key.time < self._worked_at

    def is_held(self, key: Key, screen: Screen[Any]) -> bool:
        """Whether a key has been down since before this screen opened. Ask in the order of the keys."""
        waited = Key(key.key, None).time - key.time  # while the screens were busy
        barred = self._held.bars(key.key, screen, self._now() - waited, anew=screen not in self._known)
        self._known.add(screen)
        if barred and isinstance(screen, Place):
            screen.mind_held(first=self._barred is not screen)
            self._barred = screen
        elif self._barred:
            self._barred.mind_let_go()
            self._barred = None
        return barred
