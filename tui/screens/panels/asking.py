"""A panel with one line to write in: a word to search for, a seed."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from engine.language.messages import Message
from engine.text import one_line
from tui.screens.place import Panel
from tui.widgets.wording import Said, Tongue
from tui.widgets.writing import Line


class Asking(Panel[str]):
    """The result is what was written, or None. `heard` is told with every letter."""

    place = "asking"

    def __init__(
        self, tongue: Tongue, title: Message, heard: Callable[[str], None] | None = None, *, digits: bool = False
    ) -> None:
        super().__init__(tongue)
        self._title, self._heard, self._digits = title, heard, digits
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Title, line, keys."""
        with Vertical(classes="strip"):
            yield Said(self.tongue.line(self._title, "bold $accent"), classes="paper-title")
            yield Line(self._typed, digits=self._digits)
            yield from self.foot()

    def fill(self) -> None:
        """Write on where it was."""
        self.query_one(Line).focus()

    def on_input_changed(self, event: Line.Changed) -> None:
        """Pass it on."""
        self._typed = one_line(event.value)
        if self._heard:
            self._heard(self._typed)

    def action_done(self) -> None:
        """That is all."""
        self.dismiss(one_line(self.query_one(Line).value))
