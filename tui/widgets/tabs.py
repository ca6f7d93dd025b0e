"""The line of tabs where there is no room for all regions side by side."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen

from engine.language.messages import Message
from tui.actions import action
from tui.widgets.press import Press
from tui.widgets.typeset import EMPTY, listed
from tui.widgets.wording import Tongue

APART = 3  # cells around the words of a tab, where there is room


def focused_in(screen: Screen[Any], regions: Iterable[str]) -> str | None:
    """Return the region in which the keyboard is, if it is in one."""
    within = {node.id for node in screen.focused.ancestors_with_self} if screen.focused else set()
    return next((region for region in regions if region in within), None)


class Tabs(Horizontal):
    """Which region is open, and the key that opens each. `regions` are their names, each with its action.

    A tab has the words that head the region where all stand side by side.
    """

    def __init__(self, tongue: Tongue, regions: Mapping[str, str]) -> None:
        super().__init__(id="tabs")
        self._tongue, self._regions = tongue, regions
        self._words: dict[str, Content] = {}
        self._opened = ""

    def compose(self) -> ComposeResult:
        """One to press for each region."""
        for does in self._regions.values():
            yield Press(does)

    def on_resize(self) -> None:
        """Set them closer where they do not fit."""
        self._fit()

    def show(self, opened: str, beside: Mapping[str, Message], there: Container[str] | None = None) -> None:
        """Show these tabs, with what is to be said beside a name; only those of regions that are `there`."""
        self._opened = opened
        self._words = {
            name: self._tab(does, beside.get(name))
            for name, does in self._regions.items()
            if there is None or name in there
        }
        self._fit()

    def _fit(self) -> None:
        needed = sum(words.cell_length + APART for words in self._words.values())
        after = " " * (APART - 1) if needed <= self.size.width else ""
        for tab, name in zip(self.query(Press), self._regions, strict=True):
            tab.display = name in self._words
            words, opened = self._words.get(name, EMPTY), name == self._opened
            told = Content.assemble(" ", words, after or " " * opened)
            # The key stands out, so that closely set tabs are told apart.
            tab.update(
                told.stylize("bold $background on $accent")
                if opened
                else told.stylize("$muted").stylize("bold $accent", 1, 2)
            )

    def _tab(self, does: str, beside: Message | None) -> Content:
        named = action(does)
        more = self._tongue.line(beside) if beside else EMPTY
        return Content.assemble(f"{named.key} ", listed([self._tongue.line(named.name), more]))
