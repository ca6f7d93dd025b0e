"""The public board, for a projector: what everybody in the room may know, in few and large words."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from engine.game.view import View
from engine.language.messages import Message
from engine.text import Text
from tui.screens.breadth import roomy
from tui.screens.place import Place
from tui.timing import clock_words
from tui.widgets import billboard
from tui.widgets.public import headline, known, stories, title
from tui.widgets.region import Region
from tui.widgets.typeset import EMPTY, Filled, Fitted
from tui.widgets.wording import Said, Tongue

MOST = 2
"""Lines of a headline where there is room."""


class BoardScreen(Place[None]):
    """It is handed the public's view, what is left of the clock, and which save that stands in."""

    place = "board"

    def __init__(self, tongue: Tongue, view: View, left: int | None, file: Text) -> None:
        super().__init__(tongue)
        self._view, self._left, self._file = view, left, file
        self._roomy = False

    def compose(self) -> ComposeResult:
        """Head and clock, headline, stories beside meters, positions, who has sealed."""
        tongue = self.tongue
        with Horizontal(id="board-head"):
            yield Said(id="board-title")
            yield Said(id="board-clock")
        yield Said(id="headline")
        yield Vertical(
            Region(tongue.line(Message.of("front.title")), Said(id="board-front"), does="help"), id="board-press"
        )
        with Horizontal(id="board-body"):
            with Vertical(classes="board-side"):
                yield Region(tongue.line(Message.of("board.stories")), Said(id="board-stories"), does="help")
            with Vertical(classes="board-side"):
                yield Region(tongue.line(Message.of("board.meters")), Said(id="board-known"), does="help")
        yield Vertical(Said(id="board-seals"), id="board-foot")
        yield from self.foot()

    def fill(self) -> None:
        """Put in what everybody may know."""
        self.show(self._view, self._left, self._file)

    def show(self, view: View, left: int | None, file: Text) -> None:
        """Show what is so now, in this save."""
        self._view, self._file = view, file
        tongue = self.tongue
        scored = not self._roomy
        self.query_one("#board-title", Said).update(Fitted(lambda width: title(tongue, view, width, scored=scored)))
        most = MOST if self._roomy else 1
        self.query_one("#headline", Said).update(Fitted(lambda width: headline(tongue, view, width, lines=most)))
        told = billboard.stories if self._roomy else stories
        self.query_one("#board-stories", Said).update(Filled(lambda width, height: told(tongue, view, width, height)))
        self.query_one("#board-press").display = bool(view.front)
        self.query_one("#board-front", Said).update(
            Fitted(lambda width: billboard.front(tongue, view.front, width, most))
        )
        self.query_one("#board-known", Said).update(Filled(lambda width, height: known(tongue, view, width, height)))
        self.query_one("#board-seals", Said).update(Fitted(lambda width: billboard.foot(tongue, view, file, width)))
        self.tick(left, running=view.clock is not None and view.clock[1])

    def on_resize(self, event: events.Resize) -> None:
        """Draw large where there is room."""
        if roomy(event.size) != self._roomy:
            self._roomy = roomy(event.size)
            self.set_class(self._roomy, "-roomy")
            self.show(self._view, self._left, self._file)

    def tick(self, left: int | None, *, running: bool) -> None:
        """Show what is left of the round, in seconds; None where no clock was set. In the end there stand scores."""
        self._left = left
        if not self.query("#board-clock"):  # all of it is being said in another language, or for the first time
            return
        clock = self.query_one("#board-clock", Said)
        result = self._view.result if self._roomy else None
        clock.display = left is not None or result is not None
        if result:
            clock.update(billboard.scores(self.tongue, result))
        if left is not None:
            words = clock_words(left, running=running)
            small = self.tongue.line(words, "bold $accent" if left else "bold $danger") if words else EMPTY
            clock.update(billboard.clock(self.tongue, left, running=running) if self._roomy else small)
