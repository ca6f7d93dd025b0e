"""A panel in which one of several rows is picked: the base of every picker."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.language.messages import Message
from tui.screens.panel import Panel
from tui.widgets.keys import ARROWS
from tui.widgets.rows import Row, Rows
from tui.widgets.wording import Said, Tongue


class Chooser(Panel[str]):
    """What is to be picked, and its rows in a language; the result is the key of the row that was, or None."""

    place = "picking"

    def __init__(
        self, tongue: Tongue, title: Message, rows: Callable[[Tongue], Sequence[Row]], marked: str | None = None
    ) -> None:
        super().__init__(tongue)
        self._title, self._rows, self._marked = title, rows, marked

    def compose(self) -> ComposeResult:
        """Title, rows, keys."""
        with Vertical(classes="paper"):
            yield Said(self.tongue.line(self._title, "bold $accent"), classes="paper-title")
            yield Rows("pick")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the rows in, and mark the one that was picked before."""
        rows = self.query_one(Rows)
        rows.show(self._rows(self.tongue))
        rows.mark(self._marked or "")
        rows.focus()

    def marked_words(self) -> Content:
        """Return the marked row."""
        return self.query_one(Rows).read()

    def action_pick(self) -> None:
        """This one."""
        marked = self.query_one(Rows).marked
        if marked is not None:
            self.dismiss(marked)
