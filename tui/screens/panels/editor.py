"""Something to write in YAML: what is wrong with it stands below, with line and column, and nothing gets lost."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from engine.game.view import Words
from engine.scenario.findings import Finding
from engine.scenario.fragments import LONGEST
from tui.facilitator.chair import Reply
from tui.screens.panel import Panel
from tui.widgets.findings import finding
from tui.widgets.typeset import Fitted, stack
from tui.widgets.wording import Said, Tongue
from tui.widgets.writing import Page

MOST = 4
Ruled = Callable[[str], Reply]
"""Rules so, and returns what came of it."""


class Editor(Panel[bool]):
    """Its result is whether it was taken."""

    place = "editor"

    def __init__(self, tongue: Tongue, title: Words, written: str, ruled: Ruled, typed: Callable[[str], None]) -> None:
        """Write on; `typed` is told with every letter what stands there."""
        super().__init__(tongue)
        self._title, self._ruled, self._typed = title, ruled, typed
        self.written = written
        self._wrong: Sequence[Finding] = ()

    def compose(self) -> ComposeResult:
        """Title, page, findings, keys."""
        with Vertical(classes="paper editor"):
            yield Said(self.tongue.line(self._title, "bold $accent"), classes="paper-title")
            yield Page(self.written, longest=LONGEST, numbered=True, id="yaml")
            yield Said(id="findings", classes="paper-text")
            yield from self.foot()

    def fill(self) -> None:
        """Write on."""
        self._show()
        self.query_one(Page).focus()

    def on_text_area_changed(self, event: Page.Changed) -> None:
        """Keep what stands there."""
        if event.text_area.text != self.written:
            self.tell(None)  # what was refused is no longer what stands there
        self.written = event.text_area.text
        self._typed(self.written)

    def action_send(self) -> None:
        """Rule so, or say what is wrong with it."""
        page = self.query_one(Page)
        reply = self._ruled(page.written)
        if reply.wrong is None:
            self.dismiss(True)  # noqa: FBT003 - the answer
            return
        self._wrong = reply.findings
        self._show()
        self.tell(reply.wrong)
        if self._wrong:
            place = self._wrong[0].place
            page.move_cursor((place.line - 1, place.column - 1))
        page.focus()

    def _show(self) -> None:
        findings, tongue = self._wrong, self.tongue
        self.query_one("#findings", Said).update(
            Fitted(lambda width: stack(line for each in findings[:MOST] for line in finding(tongue, each, width)))
        )
