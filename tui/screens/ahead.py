"""The board before it can be shown: which exercise it is, how far it has come, and what is being done meanwhile."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.language.messages import Message
from tui.screens.place import Place
from tui.widgets.typeset import EMPTY, Fitted, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # it is shown before the engine is loaded
    from engine.game.progress import Progress


class BoardAhead(Place[None]):
    """It is handed what the records say, before the turns are played again."""

    place = "board"

    def __init__(self, tongue: Tongue, ahead: "Progress") -> None:
        super().__init__(tongue)
        self._ahead = ahead

    def compose(self) -> ComposeResult:
        """Title, turn, and what is awaited."""
        yield Vertical(Said(id="board-ahead"), id="board-head")
        yield from self.foot()

    def fill(self) -> None:
        """Put in what is known at once."""
        self.query_one("#board-ahead", Said).update(Fitted(lambda width: announced(self.tongue, self._ahead, width)))


def announced(tongue: Tongue, ahead: "Progress", width: int) -> Content:
    """Return the title, the turn, whether the exercise has ended, and that the board is being made."""
    turn = Message.of("screen.turn_of", turn=ahead.turn, turns=ahead.turns)
    over = tongue.line(Message.of("board.ended"), "bold $accent") if ahead.ended else EMPTY
    when = tongue.line(turn if ahead.turn else Message.of("screen.turn_before"))
    awaited = Message.of("board.ahead_scored" if ahead.ended else "board.ahead")
    return stack(
        [
            tongue.line(ahead.title, "bold $accent").truncate(width, ellipsis=True),
            listed([when, over]).truncate(width, ellipsis=True),
            EMPTY,
            *paragraph(tongue.line(awaited, "$muted"), width),
        ]
    )
