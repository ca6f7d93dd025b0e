"""A picker of the numbers of a page: which of them is to be explained."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.language.messages import Message
from tui.screens.panel import Panel
from tui.widgets.keys import ARROWS
from tui.widgets.rows import Row, Rows
from tui.widgets.wording import Said, Tongue


class Numbers(Panel[str]):
    """One row a number; the result is the key of the row that was picked, or None."""

    place = "picking"

    def __init__(self, tongue: Tongue, rows: Callable[[Tongue], Sequence[Row]]) -> None:
        super().__init__(tongue)
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Title, numbers, keys."""
        with Vertical(classes="paper"):
            yield Said(self.tongue.line(Message.of("why.which"), "bold $accent"), classes="paper-title")
            yield Rows("pick", id="numbers")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the numbers in."""
        rows = self.query_one(Rows)
        rows.show(self._rows(self.tongue))
        rows.focus()

    def marked_words(self) -> Content:
        """Return the marked number."""
        return self.query_one(Rows).read()

    def action_pick(self) -> None:
        """This one."""
        marked = self.query_one(Rows).marked
        if marked is not None:
            self.dismiss(marked)
