"""The concepts that an exercise teaches, as the screens are handed them."""

from collections.abc import Mapping

from engine.game.view import View
from engine.scenario.glossary import concept, concepts
from engine.text import Text

Concepts = Mapping[str, tuple[Text, Text]]
"""Concept id -> its name and its text."""


class Glossary:
    """Remembers what the cards have taught, since at ENDEX there are no cards any more."""

    def __init__(self) -> None:
        self._taught: set[str] = set()

    def of(self, view: View) -> Concepts:
        """Return the concepts that the cards of this view teach, and those of earlier ones."""
        self._taught |= {taught for choice in view.choices for taught in choice.teaches}
        known = {taught: concept(taught) for taught in sorted(self._taught & concepts())}
        return {taught: (found.name, found.text) for taught, found in known.items()}
