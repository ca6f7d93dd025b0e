"""Which hint of a tutorial is given now: what was put away does not come back, until hints are switched on again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.settings import MOST_LEARNT, Settings

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Hint, View

AFTER_AN_ORDER = ("tray", "seal")
"""Regions of which hints wait until an order lies on the tray."""


class Coaching:
    """It remembers what was learnt where the settings are kept. `like` keeps them changed."""

    def __init__(self, settings: Callable[[], Settings], like: Callable[[Settings], None]) -> None:
        self._settings, self._like = settings, like

    def due(self, view: View) -> tuple[Hint, ...]:
        """Return the hints that a team is to be given now, the next one first; some wait for an order."""
        return tuple(hint for hint in self.left(view) if view.tray or hint.at not in AFTER_AN_ORDER)

    def left(self, view: View) -> tuple[Hint, ...]:
        """Return the hints of this turn that were not put away; none where they are switched off."""
        settings = self._settings()
        return tuple(hint for hint in view.hints if settings.hints and _key(view, hint) not in settings.learnt)

    def learn(self, view: View, hint: Hint) -> None:
        """Put a hint away."""
        settings = self._settings()
        self._like(replace(settings, learnt=(*settings.learnt, _key(view, hint))[-MOST_LEARNT:]))

    def turn(self) -> bool:
        """Switch hints off, or on from the beginning; return whether they are on now."""
        settings = self._settings()
        self._like(replace(settings, hints=not settings.hints, learnt=()))
        return self._settings().hints

    def again(self, view: View) -> bool:
        """Begin anew where hints are on and all of this turn were put away; return whether that was so."""
        spent = self._settings().hints and bool(view.hints) and not self.left(view)
        if spent:
            self._like(replace(self._settings(), learnt=()))
        return spent

    def anew(self, view: View) -> None:
        """Switch hints on, and give those of this scenario from the beginning."""
        self._like(replace(self._settings(), hints=True))
        self.begin(view.scenario)

    def spent(self, view: View) -> bool:
        """Return whether hints of this scenario are switched off, or were put away."""
        settings = self._settings()
        return not settings.hints or any(key.startswith(f"{view.scenario}:") for key in settings.learnt)

    def begin(self, scenario: str) -> None:
        """Give the hints of a scenario from the beginning: an exercise with it begins."""
        settings = self._settings()
        left = tuple(key for key in settings.learnt if not key.startswith(f"{scenario}:"))
        if left != settings.learnt:
            self._like(replace(settings, learnt=left))


def _key(view: View, hint: Hint) -> str:
    return f"{view.scenario}:{hint.number}"
