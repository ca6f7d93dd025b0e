"""What one writes in: a line, and a page. What is typed and what is pasted comes in clean."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import Input, TextArea

from engine.text import one_line, printable

LONGEST = 60
PASTED = 20_000


class Line(Input):
    """A line to write in. Enter and the arrows up and down are left to the registry of actions."""

    def __init__(
        self,
        written: str = "",
        *,
        longest: int = LONGEST,
        digits: bool = False,
        hidden: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        restrict = "[0-9]*" if digits else None
        super().__init__(
            written, password=hidden, max_length=longest, restrict=restrict, compact=True, select_on_focus=False, id=id
        )
        kept = ("ctrl+c", "super+c", "ctrl+x", "super+x") if hidden else ()  # what is hidden is not copied either
        for key in ("enter", "up", "down", *kept):
            self._bindings.key_to_bindings.pop(key, None)

    def on_mount(self) -> None:
        """Where nothing is to move, the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted without what acts or hides in it."""
        event.text = one_line(event.text, limit=PASTED)  # Textual hands it on to Input


class Number(Line):
    """A line for digits alone: letters are left to the registry of actions."""

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's signature
        """Take digits alone."""
        return character is not None and character.isdecimal()

    async def _on_key(self, event: events.Key) -> None:
        """Keep Textual from swallowing what is no digit."""
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()


class Page(TextArea):
    """Several lines to write in, such as YAML."""

    @dataclass
    class Leaves(Event):
        """An arrow leads out of it, down or up; a form goes on to the next field."""

        by: int

    def __init__(self, written: str = "", *, numbered: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(written, show_line_numbers=numbered, compact=True, highlight_cursor_line=False, id=id)

    def on_mount(self) -> None:
        """Where nothing is to move, the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Go down a line, and from the last one out of the page."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(self.Leaves(1))
        super().action_cursor_down(select)

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Go up a line, and from the first one out of the page."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.post_message(self.Leaves(-1))
        super().action_cursor_up(select)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted without what acts or hides in it."""
        event.text = printable(event.text)[:PASTED]  # Textual hands it on to TextArea

    @property
    def written(self) -> str:
        """What stands there, clean."""
        return printable(self.text)

    def hint(self, words: Content) -> None:
        """Say what could stand here, while nothing does."""
        self.placeholder = words
