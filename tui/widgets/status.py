"""One line on how the room is run: the clock, the pace, who closes the turns, the facilitator's lock, the seed."""

from textual.content import Content

from engine.game.console import Console
from tui.facilitator.words import clock_of, facts_of
from tui.timing import RoundClock
from tui.widgets.typeset import EMPTY, Fitted, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue


class Status(Said):
    """It is told whenever something has changed, and every second while the clock runs."""

    def __init__(self, tongue: Tongue, timer: RoundClock) -> None:
        super().__init__(classes="situation", id="status")
        self._tongue, self._timer = tongue, timer

    def show(self, console: Console) -> None:
        """Show how the room is run now."""
        words = status(self._tongue, console, self._timer)
        self.update(Fitted(lambda width: stack(paragraph(words, width, most=2))))


def status(tongue: Tongue, console: Console, timer: RoundClock) -> Content:
    """Return the line."""
    left = None if console.public.ended else clock_of(timer)
    style = "$muted" if timer.left is None else "bold $danger" if timer.left == 0 else "bold $accent"
    return listed(
        [tongue.line(left, style) if left else EMPTY, *(tongue.line(each, "$muted") for each in facts_of(console))]
    )
