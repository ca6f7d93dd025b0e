"""What is shown while the terminal is too small: it lies on everything else, which stays as it was."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message as Event

from engine.language.messages import Message
from engine.text import Text
from tui.farewell import started
from tui.screens.least import LEAST
from tui.screens.place import Place
from tui.widgets.wording import Said


class SmallScreen(Place[None]):
    """It says how large the terminal must be, and what else there is to do."""

    place = "small"

    class Uncovered(Event):
        """Nothing lies on it any more."""

    def compose(self) -> ComposeResult:
        """What is wrong, what mends it, and how to do without."""
        with VerticalScroll(id="size", can_focus=False), Vertical(id="gate"):
            yield Said(self.tongue.line(_LEAST), classes="centred")
            for words in (Message.of("screen.small.remedy"), _plain()):
                yield Said(self.tongue.line(words, "$muted"), classes="centred space")
        yield from self.foot()

    def on_screen_resume(self) -> None:
        """The terminal may have grown meanwhile."""
        self.post_message(self.Uncovered())


_LEAST = Message.of("screen.small", columns=LEAST.width, lines=LEAST.height)


def _plain() -> Message:
    """Say how to play line by line, which needs no room."""
    return Message.of("screen.small.plain", command=Text.of(" ".join([*started(), "--plain"])))
