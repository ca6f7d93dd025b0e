"""What is shown while the terminal is too small: it lies on everything else, which stays as it was."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message as Event

from engine.language.messages import Message
from tui.screens.place import Place
from tui.widgets.wording import Said

LEAST = Size(80, 24)


def fits(size: Size) -> bool:
    """Whether every screen has room in a terminal of this size."""
    return size.width >= LEAST.width and size.height >= LEAST.height


class SmallScreen(Place[None]):
    """It says how large the terminal must be."""

    place = "small"

    class Uncovered(Event):
        """Nothing lies on it any more."""

    def compose(self) -> ComposeResult:
        """A sentence."""
        least = Message.of("screen.small", columns=LEAST.width, lines=LEAST.height)
        with Vertical(id="gate"):
            yield Said(self.tongue.line(least), classes="centred")
        yield from self.foot()

    def on_screen_resume(self) -> None:
        """The terminal may have grown meanwhile."""
        self.post_message(self.Uncovered())
