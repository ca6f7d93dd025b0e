"""The concepts that an exercise teaches, as the screens are handed them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from engine.text import Text

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import View

Concepts = Mapping[str, tuple[Text, Text]]
"""Concept id -> its name and its text."""


class Glossary:
    """Remembers what the cards of each team have taught, since at ENDEX there are no cards any more."""

    def __init__(self) -> None:
        self._taught: dict[str | None, set[str]] = {}

    def of(self, view: View) -> Concepts:
        """Return the concepts that this team's cards have taught; at ENDEX, those of all teams.

        What a team's cards teach says which cards it holds, and that is its secret until then.
        """
        from engine.scenario.glossary import concept, concepts  # noqa: PLC0415 - the library is shown before its models are loaded

        own = self._taught.setdefault(view.team, set())
        own |= {taught for choice in view.choices for taught in choice.teaches}
        shown = set().union(*self._taught.values()) if view.result else own
        known = {taught: concept(taught) for taught in sorted(shown & concepts())}
        return {taught: (found.name, found.text) for taught, found in known.items()}


def named(taught: Iterable[str]) -> dict[str, Text]:
    """Return the names of those concepts that the glossary has."""
    from engine.scenario.glossary import concept, concepts  # noqa: PLC0415 - the library is shown before its models are loaded

    return {each: concept(each).name for each in sorted(set(taught) & concepts())}
