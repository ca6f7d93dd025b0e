"""The head of a screen: the exercise, the team, the moment; below it, the situation in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from engine.language.messages import Message
from tui.widgets.press import Pieces, piece
from tui.widgets.typeset import EMPTY, Cell, Fitted, columns, cut, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import moment_of

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Words

ROOMY = 100
SHORTEST = 8  # cells of a title that can still be told from others
APART = Content("   ")
DUE = "situation.due"
STORIES = frozenset({"situation.story", "situation.story_helps", "situation.story_other"})
EXPLAINED = STORIES | {DUE}
"""What of the situation has a paper of its own: the letter that waits, or the story that is named."""


class Banner(Said):
    """One line: the title, the team, and at the right how far it is, in as many words as there is room for."""

    def __init__(self, tongue: Tongue, title: Words, team: Words | None, *rights: Content) -> None:
        super().__init__(classes="banner")
        self._tongue, self._title, self._team = tongue, title, team
        self._rights, self._clock = rights, EMPTY
        self._draw()

    def tick(self, clock: Content | None) -> None:
        """Show what is left of the round, if there is a clock."""
        if (clock or EMPTY) != self._clock:
            self._clock = clock or EMPTY
            self._draw()

    def move(self, *rights: Content) -> None:
        """Show how far it is now."""
        self._rights = rights
        self._draw()

    def _draw(self) -> None:
        tongue, title, team, clock = self._tongue, self._title, self._team, self._clock
        ends = [listed([each, clock], Content("   ")) for each in self._rights]
        self.update(Fitted(lambda width: head(tongue, title, team, ends, width)), layout=False)


def head(tongue: Tongue, title: Words, team: Words | None, rights: Sequence[Content], width: int) -> Content:
    """Return the head at a width: what is narrow gives up the title and the longer of `rights` before the team."""
    name = tongue.line(team, "bold $accent") if team else EMPTY
    right = next((each for each in rights if each.cell_length + name.cell_length + 2 <= width), rights[-1])
    room = max(width - right.cell_length - 2, 0)
    called = tongue.line(title, "bold")
    rest = room - name.cell_length - APART.cell_length
    if team and SHORTEST <= rest < called.cell_length:
        called = cut(called, rest)
    elif team and rest < min(SHORTEST, called.cell_length):
        called = EMPTY
    whole = listed([called, name], APART)
    left = whole if width >= ROOMY or not team else name
    return columns(width, [Cell(left, room), Cell(right, right.cell_length)])


def clock(tongue: Tongue, which: Message, at: datetime) -> tuple[Content, Content]:
    """Return which turn it is with the moment, and without it."""
    short = tongue.line(which)
    return listed([short, tongue.line(moment_of(at), "$muted")]), short


class Situation(Pieces):
    """The situation in one line, two where there is room. A click on what is due or on a story asks why it is so."""

    def __init__(self, tongue: Tongue, messages: Sequence[Message]) -> None:
        told = [_asked(tongue.line(each), each.code) for each in messages]
        super().__init__(Fitted(lambda width: in_lines(told, width, 2 if width >= ROOMY else 1)), classes="situation")


def _asked(line: Content, code: str) -> Content:
    return piece(line, "why", code) if code in EXPLAINED else line


def in_lines(told: Sequence[Content], width: int, most: int) -> Content:
    """Return as many of these sentences as there is room for whole in so many lines; the first one at any rate."""
    for count in range(len(told), 1, -1):
        lines = paragraph(listed(told[:count], Content(" ")), width)
        if len(lines) <= most:
            return stack(lines)
    return stack(paragraph(told[0], width, most=most)) if told else EMPTY
