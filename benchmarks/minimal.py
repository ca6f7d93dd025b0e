"""The smallest Textual app that answers a key: what the screens are measured against."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList


class Minimal(App[None]):
    """A list of a few lines; down and up move through it."""

    BINDINGS: ClassVar = [Binding("q", "quit", "Leave")]
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """One list."""
        yield OptionList(*(f"line {n}" for n in range(12)))


if __name__ == "__main__":
    Minimal().run()
