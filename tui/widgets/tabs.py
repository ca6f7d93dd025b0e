"""The line of tabs where there is no room for all regions side by side."""

from textual.content import Content

from engine.game.view import View
from engine.language.messages import Message
from tui.widgets.typeset import EMPTY, Fitted, listed
from tui.widgets.wording import Said, Tongue

NAMES = {
    "inbox": Message.of("screen.tab.inbox"),
    "crowd": Message.of("screen.tab.crowd"),
    "standing": Message.of("screen.tab.standing"),
    "shelf": Message.of("screen.tab.shelf"),
}


class Tabs(Said):
    """Which region is open, and the key that opens each; what is new is said."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="tabs")
        self._tongue = tongue

    def show(self, view: View, opened: str) -> None:
        """Show these tabs."""
        new = sum(letter.new for letter in view.inbox)
        tabs = [self._tab(n, name, name == opened, new if n == 1 else 0) for n, name in enumerate(NAMES, 1)]
        self.update(Fitted(lambda width: listed(tabs, EMPTY).truncate(width, ellipsis=True)))

    def _tab(self, key: int, name: str, opened: bool, new: int) -> Content:  # noqa: FBT001 - it is so or not
        words = self._tongue.line(NAMES[name])
        count = self._tongue.line(Message.of("screen.inbox.new", n=new)) if new else EMPTY
        tab = Content.assemble(f" {key} ", listed([words, count]), "  ")
        return tab.stylize("bold $background on $accent" if opened else "$muted")
