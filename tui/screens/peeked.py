"""A team's room as the facilitator looks into it: all is to be read, nothing to be done; back is the console."""

from engine.game.view import View
from engine.language.messages import Message
from tui.screens.concepts import Concepts
from tui.screens.directed import Directed, Return
from tui.screens.readable import ReadableRoom
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf
from tui.widgets.wording import Tongue


class PeekedScreen(ReadableRoom):
    """That somebody peeks is known by this screen alone, and over with it; nothing in it writes."""

    place = "peeked"
    decides = False

    def __init__(self, tongue: Tongue, view: View, concepts: Concepts) -> None:
        notice = Message.of("console.peeking", team=view.called)
        super().__init__(tongue, view, concepts, notice)

    def fill(self) -> None:
        """The room, whose rows are read."""
        for rows in self.query(Rows):
            rows.does = "look_into"
        super().fill()

    def action_look_into(self) -> None:
        """Read what is marked."""
        if self._regions.at != "shelf":
            self.open_marked()
        elif self.query_one(Shelf).at_more:
            self.action_more()
        else:
            self.action_card()

    def action_back(self) -> None:
        """Go back to the console."""
        self.post_message(Directed(self, Return()))

    def action_chair(self) -> None:
        """The same: whoever peeks has sat down there already."""
        self.action_back()

    def action_quit(self) -> None:
        """The same: the game is left from there."""
        self.action_back()
