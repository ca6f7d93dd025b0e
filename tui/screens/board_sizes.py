"""The three sizes in which the board is set: small, on two sides in a room, and in letters of blocks in a hall."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from textual.content import Content
from textual.geometry import Size

from engine.game.view import View
from engine.text import Text
from tui.screens.breadth import roomy
from tui.timing import clock_words
from tui.widgets import billboard, hall
from tui.widgets.pages import Section
from tui.widgets.public import title
from tui.widgets.typeset import EMPTY, paragraph, stack
from tui.widgets.wording import Tongue

LARGE = (150, 44)
"""Cells and lines from which on there is room for letters of blocks."""

CLOCK = 16
"""Cells of the clock of a small board."""


class Clock(Protocol):
    """Sets what is left of the round, in seconds."""

    def __call__(self, tongue: Tongue, left: int, *, running: bool) -> Content:
        """Return it; where the clock stands, it says so."""


@dataclass(frozen=True, slots=True)
class BoardSize:
    """How each part of the board is set. `sides` are the pages on the left and on the right, none where one will do."""

    head: Callable[[Tongue, View, int], Content]
    clock: Clock
    scores: Callable[[Tongue, View], Content]
    sides: Callable[[Tongue, View], tuple[list[Section], list[Section]]]
    foot: Callable[[Tongue, View, Text, int], Content]


def board_size(size: Size) -> BoardSize:
    """Return the largest for which there is room."""
    if size.width >= LARGE[0] and size.height >= LARGE[1]:
        return IN_A_HALL
    return IN_A_ROOM if roomy(size) else SMALL


def _clock(tongue: Tongue, left: int, *, running: bool) -> Content:
    """Return it on two lines where it takes many words: what stands beside it has two, too."""
    words = clock_words(left, running=running)
    return stack(paragraph(tongue.line(words, "bold $accent" if left else "bold $danger"), CLOCK)) if words else EMPTY


def _one_side(tongue: Tongue, view: View) -> tuple[list[Section], list[Section]]:
    return [*billboard.happened(tongue, view), *billboard.stands(tongue, view)], []


def _two_sides(tongue: Tongue, view: View) -> tuple[list[Section], list[Section]]:
    return billboard.happened(tongue, view), billboard.stands(tongue, view)


def _in_large(tongue: Tongue, view: View) -> tuple[list[Section], list[Section]]:
    return hall.sections(tongue, view), []


def _in_the_title(tongue: Tongue, view: View) -> Content:  # noqa: ARG001 - as the other sizes
    return EMPTY


SMALL = BoardSize(title, _clock, _in_the_title, _one_side, billboard.foot)
IN_A_ROOM = BoardSize(billboard.head, billboard.clock, billboard.scores, _two_sides, billboard.foot)
IN_A_HALL = BoardSize(hall.head, hall.clock, hall.scores, _in_large, hall.foot)
