"""A picker of concepts: what an exercise is to teach."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.language.messages import Message
from engine.text import Text
from tui.screens.panel import Panel
from tui.widgets.keys import ARROWS
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import Lay, apart
from tui.widgets.wording import Said, Tongue


class Taught(Panel[str]):
    """One row a concept, with how many exercises teach it; the result is the concept's id, or None."""

    place = "picking"

    def __init__(self, tongue: Tongue, concepts: Mapping[str, tuple[Text, int]], marked: str | None) -> None:
        super().__init__(tongue)
        self._concepts, self._marked = concepts, marked

    def compose(self) -> ComposeResult:
        """Title, concepts, keys."""
        with Vertical(classes="paper"):
            title = self.tongue.line(Message.of("screen.taught.title"), "bold $accent")
            yield Said(title, classes="paper-title")
            yield Rows("pick", id="taught")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the concepts in, by name."""
        named = sorted(self._concepts.items(), key=lambda pair: self.tongue.plain(pair[1][0]).casefold())
        rows = self.query_one(Rows)
        rows.show([Row(concept, self._set(name, taught)) for concept, (name, taught) in named])
        rows.mark(self._marked or "")
        rows.focus()

    def marked_words(self) -> Content:
        """Return the marked concept."""
        return self.query_one(Rows).read()

    def action_pick(self) -> None:
        """This one."""
        marked = self.query_one(Rows).marked
        if marked is not None:
            self.dismiss(marked)

    def _set(self, name: Text, taught: int) -> Lay:
        beside = self.tongue.line(Message.of("screen.taught.exercises", n=taught), "$muted")
        return lambda width: apart(width, self.tongue.line(name), beside)
