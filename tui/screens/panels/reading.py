"""A panel with something to read: a letter, a brief, a card, the reasons of a meter, the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App, ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from engine.language.messages import Message
from tui.screens.panel import Panel
from tui.widgets.keys import ARROWS
from tui.widgets.typeset import COPIED, EMPTY, Fitted, stack
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from tui.widgets.papers import Written


MOST = 4
"""Papers that lie one upon another: whoever follows one word to the next goes back by as many."""


class Reading(Panel[None]):
    """A title, and words set to the width that there is."""

    place = "reading"

    def __init__(self, tongue: Tongue, written: Written, *, wide: bool = False) -> None:
        super().__init__(tongue)
        self._written, self._wide = written, wide

    def compose(self) -> ComposeResult:
        """Title, words, keys."""
        title, lay = self._written(self.tongue)
        with Vertical(classes="paper wide" if self._wide else "paper"):
            yield Said(title.stylize("bold $accent"), classes="paper-title")
            with VerticalScroll():
                yield Said(Fitted(lay), classes="paper-text")
            yield from self.foot([(ARROWS, Message.of("screen.hint.scroll"))])

    def fill(self) -> None:
        """Let the arrows scroll, and name them where there is more to read than fits."""
        body = self.query_one(VerticalScroll)
        body.focus()
        self.watch(body, "show_vertical_scrollbar", self._more)

    def _more(self, more: bool) -> None:  # noqa: FBT001 - Textual's signature
        self.query_one(".hint").display = more

    def action_read(self) -> None:
        """That was read: go back."""
        self.action_back()

    def marked_words(self) -> Content:
        """Return all of it."""
        title, lay = self._written(self.tongue)
        return stack([title, EMPTY, lay(COPIED)])


def show_paper(app: App[Any], paper: Reading) -> None:
    """Open a paper on what is shown. One that lies there comes up again; on MOST others it replaces the last."""
    papers = [each for each in app.screen_stack if type(each) is Reading]
    words = paper.marked_words().plain
    same = next((each for each in papers if each.marked_words().plain == words), None)
    if same:
        same.pop_until_active()
    elif len(papers) >= MOST and app.screen is papers[-1]:
        app.switch_screen(paper)
    else:
        app.push_screen(paper)


class CardPage(Reading):
    """All about a card that can be laid from here, as from the list where it is marked."""

    place = "card"

    def __init__(self, tongue: Tongue, written: Written, lay: Callable[[], object]) -> None:
        super().__init__(tongue, written)
        self._lay = lay

    def action_lay(self) -> None:
        """Lay it."""
        if not self.gone:
            self.dismiss(None)
            self._lay()


class Opening(Reading):
    """Something to read before one begins: there is nowhere to go back to, so its foot says that one goes on."""

    place = "opening"
