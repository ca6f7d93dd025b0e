"""Where a PIN is typed: it shows that there are digits, and nobody can mark or copy them.

No line to write in is used, since what stands in one can be marked and copied.
"""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message as Event

from tui.widgets.wording import Said

LONGEST = 12
DIGIT, NONE = "● ", "_"


class Digits(Said, can_focus=True):
    """It takes digits, and backspace takes all of them back."""

    @dataclass
    class Typed(Event):
        """What is typed has changed."""

    def __init__(self) -> None:
        super().__init__(Content(NONE), id="digits")
        self.value = ""

    def on_key(self, event: events.Key) -> None:
        """Take a digit, or take them back; every other key is the registry's."""
        if event.character and event.character in "0123456789":
            event.stop()
            self._become((self.value + event.character)[: LONGEST + 1])
            self.post_message(self.Typed())
        elif event.key in {"backspace", "delete"}:
            event.stop()
            self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        self._become("")

    def _become(self, value: str) -> None:
        self.value = value
        self.update(Content.styled(DIGIT * len(value), "bold $accent") if value else Content(NONE))
