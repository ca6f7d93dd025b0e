"""The public board, for a projector: what everybody in the room may know, in few and large words."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Digits

from engine.game.view import View
from engine.language.messages import Message
from tui.screens.place import Place
from tui.widgets.public import headline, meters, positions, seals, stories, title
from tui.widgets.region import Region
from tui.widgets.typeset import Fitted
from tui.widgets.wording import Said, Tongue


class BoardScreen(Place[None]):
    """It is handed the public's view, and what is left of the clock."""

    place = "board"

    def __init__(self, tongue: Tongue, view: View, left: int | None) -> None:
        super().__init__(tongue)
        self._view, self._left = view, left

    def compose(self) -> ComposeResult:
        """Head and clock, headline, stories beside meters, positions, who has sealed."""
        tongue = self.tongue
        with Horizontal(id="board-head"):
            yield Said(id="board-title")
            yield Digits(id="board-clock")
        yield Said(id="headline")
        with Horizontal(id="board-body"):
            with VerticalScroll(classes="board-side"):
                yield Region(tongue.line(Message.of("board.stories")), Said(id="board-stories"), does="help")
            with VerticalScroll(classes="board-side"):
                yield Region(tongue.line(Message.of("board.meters")), Said(id="board-meters"), does="help")
                yield Region(tongue.line(Message.of("board.positions")), Said(id="board-positions"), does="help")
        yield Vertical(Said(id="board-seals"), id="board-foot")
        yield from self.foot()

    def fill(self) -> None:
        """Put in what everybody may know."""
        self.show(self._view, self._left)

    def show(self, view: View, left: int | None) -> None:
        """Show what is so now."""
        self._view = view
        tongue = self.tongue
        self.query_one("#board-title", Said).update(Fitted(lambda width: title(tongue, view, width)))
        self.query_one("#headline", Said).update(Fitted(lambda width: headline(tongue, view, width)))
        self.query_one("#board-stories", Said).update(Fitted(lambda width: stories(tongue, view, width)))
        self.query_one("#board-meters", Said).update(Fitted(lambda width: meters(tongue, view, width)))
        self.query_one("#board-positions", Said).update(Fitted(lambda width: positions(tongue, view, width)))
        self.query_one("#board-seals", Said).update(Fitted(lambda width: seals(tongue, view.table, width)))
        self.tick(left, running=True)

    def tick(self, left: int | None, *, running: bool) -> None:  # noqa: ARG002 - what stands still looks so
        """Show what is left of the round, in seconds; None where no clock was set."""
        self._left = left
        if not self.query("#board-clock"):  # all of it is being said in another language, or for the first time
            return
        clock = self.query_one("#board-clock", Digits)
        clock.display = left is not None
        if left is not None:
            clock.update(f"{left // 60:02}:{left % 60:02}")
            clock.set_class(left == 0, "-over")
