"""One line on how the room is run: the clock, the pace, who closes the turns, the facilitator's lock, the seed."""

from textual.content import Content

from engine.game.console import Console
from engine.language.messages import Message
from tui.facilitator.words import brief_of, clock_of, facts_of
from tui.timing import RoundClock
from tui.widgets.typeset import EMPTY, Fitted, Lay, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue


class Status(Said):
    """It is told whenever something has changed, and every second while the clock runs."""

    def __init__(self, tongue: Tongue, timer: RoundClock) -> None:
        super().__init__(classes="situation", id="status")
        self._tongue, self._timer = tongue, timer

    def show(self, console: Console) -> None:
        """Show how the room is run now."""
        self.update(Fitted(status(self._tongue, console, self._timer)))


def status(tongue: Tongue, console: Console, timer: RoundClock) -> Lay:
    """Return the line: in fewer words where all do not fit, on two lines where these do not either."""
    left, facts = None if console.public.ended else clock_of(timer), facts_of(console)
    style = "$muted" if timer.left is None else "bold $danger" if timer.left == 0 else "bold $accent"

    def said(clock: Message | None, others: list[Message]) -> Content:
        return listed(
            [tongue.line(clock, style) if clock else EMPTY, *(tongue.line(each, "$muted") for each in others)]
        )

    whole, brief = said(left, facts), said(left and brief_of(left), [brief_of(each) for each in facts])
    return lambda width: stack(paragraph(whole if whole.cell_length <= width else brief, width, most=2))
