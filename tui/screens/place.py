"""A place: a screen whose keys come from the registry of actions, and what every place can do."""

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.message import Message as Event
from textual.screen import Screen

from engine.language.messages import Message
from tui.screens.binding import bind
from tui.screens.panels.reading import Reading
from tui.widgets.documents import keys
from tui.widgets.wording import Tongue


class Place(Screen[None]):
    """A screen that fills the terminal. What it cannot do itself, it asks of the app by a message."""

    AUTO_FOCUS = ""
    place: ClassVar[str]

    @dataclass
    class Left(Event):
        """Somebody wants to leave."""

    @dataclass
    class OtherLanguage(Event):
        """Somebody wants the other language."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self.tongue = tongue
        bind(self, tongue, self.place)

    def on_mount(self) -> None:
        """Put in what is shown."""
        self.fill()

    def fill(self) -> None:
        """Put what is shown into the widgets, once they are there."""

    async def speak(self, tongue: Tongue) -> None:
        """Say everything again in another language."""
        self.tongue = tongue
        await self.recompose()
        self.fill()

    def marked_words(self) -> Content:
        """Return what is marked, for copying."""
        return Content("")

    def action_quit(self) -> None:
        """Leave."""
        self.post_message(self.Left())

    def action_language(self) -> None:
        """Change the language."""
        self.post_message(self.OtherLanguage())

    def action_help(self) -> None:
        """Explain what can be done here."""
        title = self.tongue.line(Message.of("action.help"))
        self.app.push_screen(Reading(self.tongue, title, lambda width: keys(self.tongue, self.place, width)))

    def action_copy(self) -> None:
        """Copy what is marked."""
        words = self.marked_words().plain
        if words:
            self.app.copy_to_clipboard(words)
