"""A region of a screen: a heading with a line, and what it heads."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from tui.actions import action
from tui.widgets.press import Press
from tui.widgets.typeset import EMPTY, Fitted, rule
from tui.widgets.wording import Said, Tongue


def numbered(tongue: Tongue, does: str) -> Content:
    """Return the name of an action with its key before it: the heading of the region that the key opens."""
    return Content.assemble((action(does).key, "$accent"), " ", tongue.line(action(does).name))


class Region(Vertical):
    """One question and its answer. The heading lights up while the keyboard is inside.

    A click on the heading does the action with the id `does`.
    """

    def __init__(
        self,
        title: Content,
        *body: Widget,
        note: Content = EMPTY,
        does: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._does = does
        self._head, self._beside = title, note
        self._body = body

    def compose(self) -> ComposeResult:
        """Heading first."""
        words = self._heading()
        yield Press(self._does, words, classes="heading") if self._does else Said(words, classes="heading")
        yield from self._body

    def on_descendant_focus(self) -> None:
        """Light up: Textual does not restyle a heading when :focus-within of its region changes."""
        self.add_class("-lit")

    def on_descendant_blur(self) -> None:
        """Dim again."""
        self.remove_class("-lit")

    def say(self, note: Content) -> None:
        """Change what stands beside the title."""
        self._beside = note
        self.query_one(".heading", Said).update(self._heading())

    def _heading(self) -> Fitted:
        title, note = self._head.stylize("bold $foreground"), self._beside
        return Fitted(lambda width: rule(width, title, note))
