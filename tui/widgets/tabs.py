"""The line of tabs where there is no room for all regions side by side."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen

from engine.language.messages import Message
from tui.widgets.press import Press
from tui.widgets.typeset import EMPTY, listed
from tui.widgets.wording import Tongue


def focused_in(screen: Screen[Any], regions: Iterable[str]) -> str | None:
    """Return the region in which the keyboard is, if it is in one."""
    within = {node.id for node in screen.focused.ancestors_with_self} if screen.focused else set()
    return next((region for region in regions if region in within), None)


class Tabs(Horizontal):
    """Which region is open, and the key that opens each. `regions` are their names, each with its action."""

    def __init__(self, tongue: Tongue, regions: Mapping[str, str]) -> None:
        super().__init__(id="tabs")
        self._tongue, self._regions = tongue, regions

    def compose(self) -> ComposeResult:
        """One to press for each region."""
        for does in self._regions.values():
            yield Press(does)

    def show(self, opened: str, beside: Mapping[str, Message], there: Container[str] | None = None) -> None:
        """Show these tabs, with what is to be said beside a name; only those of regions that are `there`."""
        for key, (tab, name) in enumerate(zip(self.query(Press), self._regions, strict=True), 1):
            tab.display = there is None or name in there
            tab.update(self._tab(key, name, name == opened, beside.get(name)))

    def _tab(self, key: int, name: str, opened: bool, beside: Message | None) -> Content:  # noqa: FBT001 - it is so or not
        words = self._tongue.line(Message.of(f"screen.tab.{name}"))
        more = self._tongue.line(beside) if beside else EMPTY
        tab = Content.assemble(f" {key} ", listed([words, more]), "  ")
        return tab.stylize("bold $background on $accent" if opened else "$muted")
