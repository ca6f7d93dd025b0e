"""A panel with one line to write in: a word to search for, a seed."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from engine.language.messages import Message
from engine.text import one_line
from tui.screens.binding import bind
from tui.widgets.keys import Keys
from tui.widgets.wording import Said, Tongue

LONGEST = 60


class Asking(ModalScreen[str]):
    """The result is what was written, or None. `heard` is told with every letter."""

    place = "panel"

    def __init__(
        self, tongue: Tongue, title: Message, heard: Callable[[str], None] | None = None, *, digits: bool = False
    ) -> None:
        super().__init__()
        self.tongue = tongue
        self._title, self._heard, self._digits = title, heard, digits
        bind(self, tongue, self.place)

    def compose(self) -> ComposeResult:
        """Title, line, keys."""
        with Vertical(classes="strip"):
            yield Said(self.tongue.line(self._title, "bold $accent"), classes="paper-title")
            yield Input(max_length=LONGEST, restrict="[0-9]*" if self._digits else None, compact=True)
            enter = self.tongue.plain(Message.of("screen.key.enter"))
            yield Keys(self.tongue, self.place, [(enter, Message.of("screen.hint.done"))])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass it on."""
        if self._heard:
            self._heard(one_line(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Done."""
        self.dismiss(one_line(event.value))

    def action_back(self) -> None:
        """Never mind."""
        self.dismiss(None)
