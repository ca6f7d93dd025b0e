"""A question that is answered with yes or no."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.screens.binding import bind
from tui.widgets.keys import Keys
from tui.widgets.typeset import Fitted, Lay
from tui.widgets.wording import Said, Tongue


class Confirm(ModalScreen[bool]):
    """Ask; the answer is the result."""

    place = "confirm"

    def __init__(self, tongue: Tongue, title: Content, lay: Lay) -> None:
        super().__init__()
        self.tongue = tongue
        self._title, self._lay = title, lay
        bind(self, tongue, self.place)

    def compose(self) -> ComposeResult:
        """Question, what speaks for a second thought, keys."""
        with Vertical(classes="paper"):
            yield Said(self._title.stylize("bold $accent"), classes="paper-title")
            yield Said(Fitted(self._lay), classes="paper-text")
            yield Keys(self.tongue, self.place)

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer

    def action_no(self) -> None:
        """No."""
        self.dismiss(False)  # noqa: FBT003 - the answer

    def action_back(self) -> None:
        """Going back is no."""
        self.action_no()
