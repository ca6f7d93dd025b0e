"""A form of the facilitator's: each field says at once what it understands, and nothing that was typed gets lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget

from engine.game.view import Words
from engine.language.messages import Message
from tui.facilitator.chair import Reply
from tui.facilitator.forms import Field, Form
from tui.screens.fields import Fields
from tui.screens.panel import Panel
from tui.screens.panels.confirm import Confirm
from tui.widgets.keys import ARROWS
from tui.widgets.papers import said_paper
from tui.widgets.wording import Said, Tongue
from tui.widgets.writing import Line, Page

LONG = 4
"""Fields from which on it is said at which of them one is."""
SLOW = {"rewind", "branch"}
"""Forms that have all played again that was played: one must be told to wait."""
Heard = Callable[[str, Field, str], tuple[bool, Words | None]]
"""What a field understands, given the language, the field and what was typed."""


@dataclass(frozen=True, slots=True)
class Does:
    """What comes of a form. `typed` is told with every letter what stands in it, `left` when a field is left.

    `sent` does what was filled in, given whether it is surely meant, and returns what came of it.
    """

    sent: Callable[[Tongue, Mapping[str, str], bool], Reply]
    typed: Callable[[Mapping[str, str]], None]
    left: Callable[[], None]


class FormPanel(Panel[bool], Fields[bool]):
    """Its result is whether it was done. It stays open as long as something is wrong."""

    place = "form"

    def __init__(self, tongue: Tongue, form: Form, start: Mapping[str, str], heard: Heard, does: Does) -> None:
        super().__init__(tongue)
        self._form, self._heard, self._does = form, heard, does
        self._sending = False
        self._refused: Field | None = None
        self.typed = {field.key: start.get(field.key, "") for field in form.fields}

    def compose(self) -> ComposeResult:
        """Title, fields, keys."""
        with Vertical(classes="paper form"):
            yield Said(self._titled(self._form.fields[0].key), classes="paper-title")
            with Vertical(classes="scroll"):
                for field in self._form.fields:
                    with Horizontal(classes="field"):
                        yield Said(self.tongue.line(self._form.name(field), "$muted"), classes="field-name")
                        yield self._input(field)
                    yield Said(classes="field-note", id=f"note-{field.key}")
            yield from self.foot([(ARROWS, Message.of("screen.hint.field"))])

    def _titled(self, key: str) -> Content:
        """Return the title, and in a form that may be longer than the terminal at which of its fields one is."""
        title, keys = self.tongue.line(self._form.title, "bold $accent"), [field.key for field in self._form.fields]
        if len(keys) < LONG:
            return title
        at = Message.of("form.at", at=keys.index(key) + 1, n=len(keys))
        return Content.assemble(title, "  ", self.tongue.line(at, "$muted"))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say at which field one is: the others may lie above and below what is seen."""
        _, _, key = (event.widget.id or "").partition("field-")
        if key:
            self.query_one(".paper-title", Said).update(self._titled(key))

    def _input(self, field: Field) -> Widget:
        written, name = self.typed[field.key], f"field-{field.key}"
        if field.tall:
            return Page(written, longest=field.longest, id=name)
        return Line(written, longest=field.longest, digits=field.hidden, hidden=field.hidden, id=name)

    def fill(self) -> None:
        """Write on in the first field, with what each of them understands."""
        for field in self._form.fields:
            self._note(field)
        self.write_in(self._form.fields[0].key)

    def on_input_changed(self, event: Line.Changed) -> None:
        """Say what is understood now."""
        self._changed(event.input.id, event.value)

    def on_text_area_changed(self, event: Page.Changed) -> None:
        """The same for several lines."""
        self._changed(event.text_area.id, event.text_area.text)

    def on_descendant_blur(self) -> None:
        """Let no power cut take what stands in the field that was left."""
        self._does.left()

    def _changed(self, name: str | None, typed: str) -> None:
        field = next((each for each in self._form.fields if name == f"field-{each.key}"), None)
        if field and typed != self.typed[field.key]:
            self.typed[field.key] = typed
            self._does.typed(self.typed)
            self._note(field)
            if field is (self._refused or field):  # what was wrong with it is no longer what stands there
                self.tell(None)
            if field is self._form.fields[-1]:  # what is said of it may have grown below the fold
                self.query_one(".scroll").scroll_end(animate=False)

    def _note(self, field: Field) -> None:
        typed = self.typed[field.key]
        fine, words = self._heard(self.tongue.lang, field, typed)
        note = self.query_one(f"#note-{field.key}", Said)
        if not typed.strip() and (words is None or not fine):
            words, fine = self._form.hint(field), True
        if fine and words is not None and self.tongue.plain(words) == typed.strip():
            words = None  # it says the same as what was typed
        mark = Content.styled("", "") if fine else Content.styled("✗ ", "$danger")
        note.update(Content.assemble(mark, self.tongue.line(words, "$muted")) if words is not None else Content(""))

    def action_send(self) -> None:
        """Do it, or ask first whether it is meant."""
        self._begin(sure=False)

    def _begin(self, *, sure: bool) -> None:
        """Do it, once it is said that it takes a moment if it does."""
        if self._sending:
            return
        self._sending = True
        if self._form.id in SLOW:
            self.tell(Message.of("console.one_moment"), grave=False)
            self.call_after_refresh(self._send, sure=sure)
        else:
            self._send(sure=sure)

    def _send(self, *, sure: bool) -> None:
        """Do it, or say what is wrong and where."""
        reply = self._does.sent(self.tongue, dict(self.typed), sure)
        self.app.post_message(self.Worked())
        self._sending = False
        if reply.wrong is None:
            self.dismiss(True)  # noqa: FBT003 - the answer
            return
        if reply.doubt:
            self._ask(reply.wrong)
        else:
            self.tell(reply.wrong)
        self._refused = next((field for field in self._form.fields if field.key == reply.field), None)
        if reply.field:
            self.write_in(reply.field)

    def _ask(self, doubt: Message) -> None:
        """Say what speaks against it, and do it if it is meant all the same."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes:
                self._begin(sure=True)

        self.tell(None)
        title = self._form.title
        self.app.push_screen(Confirm(self.tongue, lambda spoken: said_paper(spoken, title, doubt)), answered)

    def action_back(self) -> None:
        """Close the form, unless what it does has begun."""
        if not self._sending:
            super().action_back()
