"""A picker of who is to sit at a team: a person, one of the bots, nobody, each with a line about it."""

from functools import partial

from textual.content import Content

from engine.game.seats import Seat
from engine.language.messages import Message
from engine.text import Text
from tui.launch import CYCLE
from tui.screens.panels.chooser import Chooser
from tui.widgets.rows import Row
from tui.widgets.typeset import Cell, Lay, columns, hanging, stack
from tui.widgets.wording import Tongue
from tui.words import like_of, sits_of

NAME = 16
"""Cells of a name before what it is like."""


class Sitting(Chooser):
    """One row for each who may sit there; the result is a seat as it is written (engine.game.seats), or None."""

    def __init__(self, tongue: Tongue, team: Text, now: Seat) -> None:
        super().__init__(tongue, Message.of("lobby.ask_seat", team=team), partial(_rows, str(now)), str(now))


def _rows(now: str, tongue: Tongue) -> list[Row]:
    return [Row(str(each), _set(tongue, str(each), now=now)) for each in CYCLE]


def _set(tongue: Tongue, seat: str, *, now: str) -> Lay:
    name = tongue.line(sits_of(seat), "bold $accent" if seat == now else "bold")
    like = tongue.line(like_of(seat), "$muted")

    def lay(width: int) -> Content:
        return stack(hanging(columns(NAME, [Cell(name)], 1), like, width))

    return lay
