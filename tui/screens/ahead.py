"""What stands while turns are played again: which exercise it is, how far it has come, and what is being done."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.language.messages import Message, Words
from tui.screens.place import Place
from tui.widgets.typeset import EMPTY, Fitted, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # it is shown before the engine is loaded
    from engine.game.progress import Progress

OFTEN = 0.2
"""Seconds between two looks at which step is being played again."""


class TableAhead(Place[None]):
    """An exercise that is read, step by step: what there is to know of it at once is its title."""

    place = "ahead"

    def __init__(self, tongue: Tongue, title: Words, about: Message) -> None:
        """Show it; `about` says what is being done."""
        super().__init__(tongue)
        self._title, self._about = title, about
        self._reached: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        """Title, what is being done, how far it has come."""
        tongue = self.tongue
        with Vertical(id="gate"):
            yield Said(tongue.line(self._title, "bold $accent"), classes="centred")
            yield Said(tongue.line(self._about), classes="centred space")
            yield Said(id="reached", classes="centred space")
        yield from self.foot()

    def on_mount(self) -> None:
        """Count from now on."""
        self.set_interval(OFTEN, self.fill)

    def reach(self, step: int, of: int) -> None:
        """Take in which step is being played again; this comes from another thread."""
        self._reached = (step, of)

    def fill(self) -> None:
        """Say which step is being played again."""
        if self._reached and self.query("#reached"):
            step, of = self._reached
            words = Message.of("ahead.reached", step=step, of=of)
            self.query_one("#reached", Said).update(self.tongue.line(words, "$muted"))


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
            tongue.line(ahead.name, "bold $accent").truncate(width, ellipsis=True),
            listed([when, over]).truncate(width, ellipsis=True),
            EMPTY,
            *paragraph(tongue.line(awaited, "$muted"), width),
        ]
    )
