"""A place: a screen or a panel (panel.py) whose keys come from the registry of actions, and what every place can do."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message as Event
from textual.message_pump import MessagePump
from textual.types import CSSPathType

from engine.language.messages import Message
from tui.screens.binding import bind
from tui.screens.on_top import Result
from tui.screens.spoken import Spoken
from tui.widgets.keys import Hint, Keys
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # the library is shown without it
    from tui.screens.finds import Found
    from tui.widgets.writing import FieldSaid

ROOMS = Path(__file__).parent.parent / "rooms.tcss"
"""How all places but the library are laid out; read with the first of them."""
PADDING = re.compile(" {3,}")
"""What keeps columns apart on the screen, and is not copied."""


class Place(Spoken[Result]):
    """What it cannot do itself, it asks of the app by a message."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar[CSSPathType | None] = ROOMS
    place: ClassVar[str]
    reader = ""
    """The team that alone is told what is shown; "" where anybody may read it, or where it does not matter."""

    class Worked(Event):
        """Something has taken a while: what was pressed before this was meant for nothing that is shown now."""

    class Left(Event):
        """Somebody wants to leave."""

    class OtherLanguage(Event):
        """Somebody wants the other language."""

    @dataclass
    class OtherColours(Event):
        """Somebody wants other colours: those of a theme, or None for the next."""

        theme: str | None = None

    class OtherMotion(Event):
        """Somebody wants things to move, or not."""

    @dataclass
    class HelpWanted(Event):
        """Somebody wants to know what can be done at a place."""

        place: str

    class Asked(Event):
        """What is asked of whoever leads through the screens. It counts while the place that asks is on top.

        Of two keys that come in one burst, the second would else be answered by a place that is covered or gone.
        """

        asker: MessagePump | None = None

    @dataclass
    class Wish(Asked):
        """Something is asked for that concerns who sits where, or the clock; `team` is the one at the screen."""

        what: Literal["pause", "pass_seat", "forget_pin", "pin", "newcomer"]
        team: str = ""

    class PaletteWanted(Asked):
        """Somebody wants the command palette."""

    @dataclass
    class ChairWanted(Asked):
        """The facilitator wants the console; `team` is the one that alone was told what is shown, or ""."""

        place: str
        team: str = ""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(tongue)
        bind(self, tongue, self.place)

    def foot(self, hints: Sequence[Hint] = (), but: Collection[str] = ()) -> ComposeResult:
        """Put the line for what is told, and the keys, `but` not of these actions, below everything else."""
        yield Said(id="note")
        yield Keys(self.tongue, self.place, hints, but)

    def on_mount(self) -> None:
        """Put in what is shown."""
        self.fill()

    def _compositor_refresh(self) -> None:
        """Draw, but not yet while the app starts: Textual would draw the first screen, and throw that away."""
        if not self.app._batch_count:  # noqa: SLF001 - it does not say so otherwise
            super()._compositor_refresh()

    def post_message(self, message: Event) -> bool:
        """Say of what is asked who asks."""
        if isinstance(message, Place.Asked):
            message.asker = self
        return super().post_message(message)

    def tell(self, message: Message | None, *, grave: bool = True) -> None:
        """Say something in the line above the keys, or nothing any more."""
        note = self.query_one("#note", Said)
        if message is None and not note.has_class("-said"):
            return  # a note that is set anew sets the whole screen anew, which would be felt at each key
        note.update(self.tongue.line(message) if message else Content(""))
        note.set_class(message is not None, "-said")
        note.set_class(grave, "-grave")

    def mind_held(self, *, first: bool) -> None:
        """Say, the `first` time, that a key does nothing, since it has been down from before this opened."""
        if first:
            self.call_after_refresh(self.tell, Message.of("screen.held"), grave=False)

    def mind_let_go(self) -> None:
        """It was let go: nothing more needs to be said of it."""
        if self.query("#note"):
            self.tell(None)

    def on_field_said(self, said: "FieldSaid") -> None:
        """Say that not all of what was written stands where it was written."""
        self.tell(said.words)

    def tick(self, left: int | None, *, running: bool) -> None:
        """Show what is left of the round, in seconds; None where there is no clock. Most places do not."""

    def leads_on(self, key: str) -> bool:  # noqa: ARG002 - for those that have fields
        """Go to another field, if this key does that here; return whether it did."""
        return False

    def marked_words(self) -> Content:
        """Return what is marked, for copying."""
        return Content("")

    def finds(self) -> "Iterable[Found]":
        """Return what the command palette can open here, besides the actions: all of it from what is shown here."""
        return ()

    def action_quit(self) -> None:
        """Leave."""
        self.post_message(self.Left())

    def action_language(self) -> None:
        """Change the language."""
        self.post_message(self.OtherLanguage())

    def action_theme(self) -> None:
        """Change the colours."""
        self.post_message(self.OtherColours())

    def action_motion(self) -> None:
        """Let things move, or not."""
        self.post_message(self.OtherMotion())

    def action_help(self) -> None:
        """Explain what can be done here."""
        self.post_message(self.HelpWanted(self.place))

    def action_glossary(self) -> None:
        """Open the glossary, or go back to it where it lies below."""
        from tui.screens.panels.glossary import GlossaryPanel  # noqa: PLC0415 - the library is shown before it is loaded

        below = next((each for each in self.app.screen_stack if isinstance(each, GlossaryPanel)), None)
        if below is None:
            self.app.push_screen(GlossaryPanel(self.tongue))
        else:
            below.pop_until_active()

    def action_pass_seat(self) -> None:
        """Let somebody else sit at a team."""
        self.post_message(self.Wish("pass_seat"))

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.post_message(self.Wish("pause"))

    def action_palette(self) -> None:
        """Find what can be done here by typing."""
        self.post_message(self.PaletteWanted())

    def action_chair(self) -> None:
        """Let the facilitator sit down at the console."""
        self.post_message(self.ChairWanted(self.place, self.reader))

    def action_copy(self) -> None:
        """Copy what is marked."""
        words = PADDING.sub("  ", self.marked_words().plain)
        if words:
            self.app.copy_to_clipboard(words)
            self.tell(Message.of("screen.copied"), grave=False)
        else:
            self.tell(Message.of("screen.nothing_marked"), grave=False)
