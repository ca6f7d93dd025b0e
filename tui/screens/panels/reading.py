"""A panel with something to read: a letter, a brief, a card, the reasons of a meter, the keys."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from engine.language.messages import Message
from tui.screens.binding import bind
from tui.widgets.keys import ARROWS, Keys
from tui.widgets.typeset import Fitted, Lay
from tui.widgets.wording import Said, Tongue


class Reading(ModalScreen[None]):
    """A title, and words set to the width that there is."""

    place = "panel"

    def __init__(self, tongue: Tongue, title: Content, lay: Lay) -> None:
        super().__init__()
        self.tongue = tongue
        bind(self, tongue, self.place)
        self._title, self._lay = title, lay

    def compose(self) -> ComposeResult:
        """Title, words, keys."""
        with Vertical(classes="paper"):
            yield Said(self._title.stylize("bold $accent"), classes="paper-title")
            with VerticalScroll():
                yield Said(Fitted(self._lay), classes="paper-text")
            yield Keys(self.tongue, self.place, [(ARROWS, Message.of("screen.hint.scroll"))])

    def action_back(self) -> None:
        """Close the panel."""
        self.dismiss()
