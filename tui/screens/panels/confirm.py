"""A question that is answered with yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.screens.place import Panel
from tui.widgets.typeset import COPIED, Fitted, stack
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from tui.widgets.papers import Written


class Confirm(Panel[bool]):
    """Ask; the answer is the result."""

    place = "confirm"

    def __init__(self, tongue: Tongue, written: Written) -> None:
        super().__init__(tongue)
        self._written = written

    def compose(self) -> ComposeResult:
        """Question, what speaks for a second thought, keys."""
        title, lay = self._written(self.tongue)
        with Vertical(classes="paper"):
            yield Said(title.stylize("bold $accent"), classes="paper-title")
            yield Said(Fitted(lay), classes="paper-text")
            yield from self.foot()

    def marked_words(self) -> Content:
        """Return the question."""
        title, lay = self._written(self.tongue)
        return stack([title, lay(COPIED)])

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer

    def action_no(self) -> None:
        """No."""
        self.dismiss(False)  # noqa: FBT003 - the answer
