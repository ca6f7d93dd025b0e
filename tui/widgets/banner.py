"""The head of a screen: the exercise, the team, the moment; below it, the situation in a line."""

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from engine.game.view import Words
from engine.language.messages import Message
from tui.widgets.typeset import EMPTY, Cell, Fitted, columns, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import moment_of

ROOMY = 100


class Banner(Said):
    """One line: the title, the team, and the moment at the right."""

    def __init__(self, tongue: Tongue, title: Words, team: Words | None = None, right: Content = EMPTY) -> None:
        super().__init__(Fitted(lambda width: head(tongue, title, team, right, width)), classes="banner")


def head(tongue: Tongue, title: Words, team: Words | None, right: Content, width: int) -> Content:
    """Return the head at a width: what is narrow gives up the title before the team."""
    name = tongue.line(team, "bold $accent") if team else EMPTY
    room = max(width - right.cell_length - 2, 0)
    whole = listed([tongue.line(title, "bold"), name], Content("   "))
    left = whole if width >= ROOMY or not team else name
    return columns(width, [Cell(left, room), Cell(right, right.cell_length)])


def clock(tongue: Tongue, turn: int, turns: int, at: datetime) -> Content:
    """Return which turn it is, and the moment."""
    return listed(
        [tongue.line(Message.of("screen.turn_of", turn=turn, turns=turns)), tongue.line(moment_of(at), "$muted")]
    )


class Situation(Said):
    """The situation in one line, two where there is room."""

    def __init__(self, tongue: Tongue, messages: Sequence[Message]) -> None:
        said = listed([tongue.line(each) for each in messages], Content(" "))
        super().__init__(
            Fitted(lambda width: stack(paragraph(said, width, most=2 if width >= ROOMY else 1))), classes="situation"
        )
