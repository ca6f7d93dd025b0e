"""A picker of the numbers of a page: which of them is to be explained."""

from collections.abc import Callable, Sequence

from engine.language.messages import Message
from tui.screens.panels.chooser import Chooser
from tui.widgets.rows import Row
from tui.widgets.wording import Tongue


class Numbers(Chooser):
    """One row a number."""

    def __init__(self, tongue: Tongue, rows: Callable[[Tongue], Sequence[Row]]) -> None:
        super().__init__(tongue, Message.of("why.which"), rows)
