"""What one writes in: a line, and a page. What is typed and what is pasted comes in clean."""

from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.message import Message as Event
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from engine.language.messages import Message
from engine.text import one_line, printable

LONGEST = 60


@dataclass
class FieldSaid(Event):
    """What is to be said of what was just written: that not all of it stands there. None once all of it does."""

    words: Message | None


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
        super().__init__(written, password=hidden, restrict=restrict, compact=True, select_on_focus=False, id=id)
        kept = ("ctrl+c", "super+c", "ctrl+x", "super+x") if hidden else ()  # what is hidden is not copied either
        for key in ("enter", "up", "down", *kept):
            self._bindings.key_to_bindings.pop(key, None)
        self._longest, self._lacks = longest, False

    def on_mount(self) -> None:
        """Where nothing is to move, the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    async def _on_key(self, event: events.Key) -> None:
        """Move and delete before the next key is heard."""
        await _done_at_once(self, event)

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted without what acts or hides in it."""
        event.text = one_line(event.text)  # Textual hands it on to Input

    def replace(self, text: str, start: int, end: int) -> None:
        """Write as much of it as fits, and say so where that is not all. Whatever is written or deleted comes by."""
        start, end = sorted(max(0, min(at, len(self.value))) for at in (start, end))
        room = max(0, self._longest - len(self.value) + end - start)
        lacked, self._lacks = self._lacks, False
        super().replace(text[:room], start, end)
        if len(text) > room:
            self._lack(Message.of("field.full", most=self._longest))
        elif lacked and not self._lacks:
            self.post_message(FieldSaid(None))

    def restricted(self) -> None:
        """Say that this is no place for letters."""
        self._lack(Message.of("field.digits"))

    def _lack(self, words: Message) -> None:
        self._lacks = True
        self.post_message(FieldSaid(words))


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

    def __init__(self, written: str, *, longest: int, numbered: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(written, show_line_numbers=numbered, compact=True, highlight_cursor_line=False, id=id)
        self._longest, self._lacks = longest, False

    def on_mount(self) -> None:
        """Where nothing is to move, the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    async def _on_key(self, event: events.Key) -> None:
        """Move and delete before the next key is heard; to the first letter of all, or behind the last, too."""
        ends = {"ctrl+home": self.document.start, "ctrl+end": self.document.end}
        end = ends.get(event.key.replace("shift+", ""))
        if end is None:
            await _done_at_once(self, event)
            return
        self.move_cursor(end, select="shift" in event.key)
        event.stop()
        event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted without what acts or hides in it."""
        event.text = printable(event.text)  # Textual hands it on to TextArea

    def edit(self, edit: Edit) -> EditResult:
        """Write as much of it as fits, and say so where that is not all. Whatever is written or deleted comes by."""
        room = max(0, self._longest - len(self.text) + len(self.get_text_range(edit.top, edit.bottom)))
        lacked, self._lacks = self._lacks, len(edit.text) > room
        result = super().edit(replace(edit, text=edit.text[:room]) if self._lacks else edit)
        if self._lacks or lacked:
            self.post_message(FieldSaid(Message.of("field.full", most=self._longest) if self._lacks else None))
        return result

    @property
    def written(self) -> str:
        """What stands there, clean."""
        return printable(self.text)

    def hint(self, words: Content) -> None:
        """Say what could stand here, while nothing does."""
        self.placeholder = words


async def _done_at_once(field: Widget, event: events.Key) -> None:
    """Do what a key of the field itself does; Textual would first hear what is typed after it, and write that."""
    for bound in field._bindings.key_to_bindings.get(event.key, ()):  # noqa: SLF001 - it does not say so otherwise
        if await field.app.run_action(bound.action, field):  # else it is left to what lies around the field
            event.stop()
            event.prevent_default()


def step_of(key: str, focused: object) -> int:
    """Return how many fields a key leads on from one, which may be back; 0 where it writes, or moves within it."""
    by = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}.get(key, 0)
    if isinstance(focused, Page) and key in {"up", "down"}:
        at, lines = focused.cursor_location, focused.navigator
        return by if (lines.is_first_wrapped_line(at) if by < 0 else lines.is_last_wrapped_line(at)) else 0
    if isinstance(focused, Line) and key == "enter":
        return 1
    return by if isinstance(focused, Line | Page) else 0
