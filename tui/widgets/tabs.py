"""The line of tabs where there is no room for all regions side by side."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from engine.game.view import View
from engine.language.messages import Message
from tui.widgets.press import Press
from tui.widgets.typeset import EMPTY, listed
from tui.widgets.wording import Tongue

TABS = {"inbox": "inbox", "crowd": "stories", "standing": "standing", "shelf": "cards"}
"""Region -> the action that opens it."""


class Tabs(Horizontal):
    """Which region is open, and the key that opens each; what is new is said."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="tabs")
        self._tongue = tongue

    def compose(self) -> ComposeResult:
        """One to press for each region."""
        for does in TABS.values():
            yield Press(does)

    def show(self, view: View, opened: str) -> None:
        """Show these tabs."""
        new = sum(letter.new for letter in view.inbox)
        for n, (tab, name) in enumerate(zip(self.query(Press), TABS, strict=True), 1):
            tab.update(self._tab(n, name, name == opened, new if n == 1 else 0))

    def _tab(self, key: int, name: str, opened: bool, new: int) -> Content:  # noqa: FBT001 - it is so or not
        words = self._tongue.line(Message.of(f"screen.tab.{name}"))
        count = self._tongue.line(Message.of("screen.inbox.new", n=new)) if new else EMPTY
        tab = Content.assemble(f" {key} ", listed([words, count]), "  ")
        return tab.stylize("bold $background on $accent" if opened else "$muted")
