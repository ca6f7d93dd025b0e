"""The public board, for a projector: what everybody in the room may know, in few and large words.

Nobody sits at its keys: what has no room on one page stands on the next, and the pages turn by themselves.
"""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from engine.game.view import View
from engine.language.messages import Message
from engine.text import Text
from tui.posted import unscored
from tui.screens.board_sizes import SMALL, board_size
from tui.screens.place import Place
from tui.widgets.keys import Keys
from tui.widgets.pages import Section, pages
from tui.widgets.typeset import EMPTY, Filled, Fitted, stack
from tui.widgets.wording import Said, Tongue

READ = 15
"""Seconds that a page stands."""
SIDES = ("#board-left", "#board-right")


class BoardScreen(Place[None]):
    """It is handed the public's view, what is left of the clock, and which save that stands in."""

    place = "board"

    def __init__(self, tongue: Tongue, view: View, left: int | None, file: Text) -> None:
        super().__init__(tongue)
        self._known, self._left, self._file = view, left, file
        self._board_size = SMALL
        self._page = 0
        self._scored = False

    def compose(self) -> ComposeResult:
        """Head and clock, the page on one side or on two, who has sealed."""
        with Horizontal(id="board-head"):
            yield Said(id="board-title")
            yield Said(id="board-clock")
        with Horizontal(id="board-body"):
            yield Said(id="board-left", classes="board-side")
            yield Said(id="board-right", classes="board-side")
        yield Vertical(Said(id="board-seals"), id="board-foot")
        yield from self.foot()

    def on_mount(self) -> None:
        """Turn the pages from now on."""
        self._turning = self.set_interval(READ, self._turn)

    def fill(self) -> None:
        """Put in what everybody may know."""
        self.show(self._known, self._left, self._file)

    @property
    def _view(self) -> View:
        """What is shown of what everybody may know: at ENDEX without the scores, until somebody asks for them."""
        return self._known if self._scored else unscored(self._known)

    def show(self, view: View, left: int | None, file: Text) -> None:
        """Show what is so now, in this save; what has just come in is on the first page."""
        if _news(view) != _news(self._known):
            self._page = 0
        self._known, self._left, self._file = view, left, file
        self._scored &= view.ended  # the last turn may be taken back
        view = self._view
        if not self.query("#board-seals"):  # all of it is being said in another language, or for the first time
            return
        tongue, size = self.tongue, self._board_size
        self.query_one("#board-title", Said).update(Fitted(lambda width: size.head(tongue, view, width)))
        self._lay()
        held = view.ended and not self._scored
        self.query_one(Keys).say("scores", Message.of("action.scores") if held else None)
        self.query_one("#board-seals", Said).update(Fitted(lambda width: size.foot(tongue, view, file, width)))
        self._show_clock(left, running=view.clock is not None and view.clock[1])

    def _lay(self) -> None:
        """Set the page: on two sides where there is room, which turn together."""
        for name, sections in zip(SIDES, self._board_size.sides(self.tongue, self._view), strict=True):
            said = self.query_one(name, Said)
            said.display = bool(sections)
            said.update(Filled(partial(self._set, sections)))

    def _set(self, sections: list[Section], width: int, height: int) -> Content:
        """Set the page that is shown now, and say which it is, if there are several."""
        found = pages(sections, width, height)
        if len(found) == 1:
            return stack(found[0])
        found = pages(sections, width, height - 1)
        at = self._page % len(found)
        which = self.tongue.line(Message.of("screen.bulletin.page", n=at + 1, all=len(found)), "$muted")
        return stack([*found[at], *[EMPTY] * (height - 1 - len(found[at])), which.right(width)])

    def _turn(self) -> None:
        self._page += 1
        if self.query(SIDES[-1]):
            self._lay()

    def action_turn_page(self) -> None:
        """Turn the page now; the next stands as long as each."""
        self._turn()
        self._turning.reset()

    def action_scores(self) -> None:
        """Show the scores, which are held back at ENDEX until somebody at the board asks for them."""
        if self._known.ended:
            self._scored = True
            self.fill()
        else:
            self.tell(Message.of("board.no_scores"), grave=False)

    def on_resize(self, event: events.Resize) -> None:
        """Draw large where there is room."""
        if board_size(event.size) is not self._board_size:
            self._board_size = board_size(event.size)
            self.fill()

    def tick(self, left: int | None, *, running: bool) -> None:
        """Let time pass: what is left of the round, in seconds; None where no clock was set."""
        if left != self._left:
            self._left = left
            self._show_clock(left, running=running)

    def _show_clock(self, left: int | None, *, running: bool) -> None:
        """Show what is left of the round. In the end there stand scores."""
        if not self.query("#board-clock"):  # as above
            return
        clock = self.query_one("#board-clock", Said)
        scores = self._board_size.scores(self.tongue, self._view)
        clock.display = left is not None or bool(scores)
        clock.update(scores if left is None else self._board_size.clock(self.tongue, left, running=running))


def _news(view: View) -> tuple[object, ...]:
    """Return what turns to the first page when it changes."""
    return view.turn, view.inbox, view.retaken
