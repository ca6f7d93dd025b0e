"""Published polls over the turns, each in a small picture of its own: what was found, and how far it may be off.

Once the exercise has ended, the truth stands beside the last poll, both called what they are.

A plot takes a widget and room of its own for each curve; here a few lines of blocks do, which are read from afar.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from engine.game.view import Poll
from engine.language.messages import Message
from tui.widgets.lettering import large
from tui.widgets.names import brief
from tui.widgets.numerals import high, low
from tui.widgets.typeset import EMPTY, Cell, columns, cut, paragraph
from tui.widgets.wording import Tongue

LABEL = 4
"""Cells of what the axis says."""
SPAN = 30
"""What the axis spans at least, so that an error does not look like a leap."""
FOUND, ERROR, TRUTH = "$accent", "$faint", "bold $foreground"
END = "ENDEX"
TRUTH_NOW = Message.of("board.truth_now")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a picture: its first cell, what is said below it, and the style of each level, from the top."""

    column: int
    name: str
    levels: dict[int, str]


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a picture is: its lines, each of two levels, and the cells of a poll and of one number or both."""

    rows: int
    mark: int
    number: int
    both: int


BESIDE, FAR = Scale(4, 3, 15, 24), Scale(9, 6, 28, 34)
"""Beside what has happened, and from the back of a hall."""


def multiple(tongue: Tongue, poll: Poll, turns: int, width: int, scale: Scale = BESIDE) -> list[Content]:
    """Return a poll's name, its picture over `turns`, and beside it the latest number with its error, or the truth."""
    ended = poll.truth is not None
    beside, number = (_both, scale.both) if ended else (_latest, scale.number)
    across = max(width - LABEL - 1 - number - 4, scale.mark)
    marks = _marks(poll, turns, across, scale)
    low_end, high_end = _ends(poll)
    labels, said = {0: high_end, scale.rows - 1: low_end}, beside(tongue, poll, scale)
    name = tongue.line(brief(poll.name), "bold")
    lines = large(name, width) if scale is FAR else paragraph(name, width, most=2)
    for row in range(scale.rows):
        axis = Content.assemble(_label(labels.get(row)), ("│", "$faint"))
        picture = [Cell(axis, LABEL + 1), Cell(_row(marks, row, across, scale.mark)), Cell(said[row], number)]
        lines.append(columns(width, picture))
    return [*lines, Content.assemble(" " * (LABEL + 3), _named(marks, across, scale.mark)), EMPTY]


def _latest(tongue: Tongue, poll: Poll, scale: Scale) -> list[Content]:
    """Return the latest number, with its error below."""
    error, value = tongue.line(Message.of("board.error", n=poll.error), "bold"), str(poll.value)
    if scale is FAR:
        return [*high(value, FOUND), EMPTY, *large(error, scale.number)]
    return [*low(value, FOUND), error]


def _both(tongue: Tongue, poll: Poll, scale: Scale) -> list[Content]:
    """Return the latest poll and the truth, each below what it is."""
    found = tongue.line(Message.of("gauge.poll", value=poll.value, error=poll.error), f"bold {FOUND}")
    truth = tongue.line(Message.of("gauge.exact", value=poll.truth or 0), TRUTH)
    titles = [tongue.line(each, "$muted") for each in (Message.of("board.poll_of", turn=poll.turn), TRUTH_NOW)]
    if scale is FAR:
        drawn, true = large(found, scale.both, FOUND, most=1), large(truth, scale.both, TRUTH)
        return [titles[0], *drawn, *[EMPTY] * (4 - len(drawn)), titles[1], *true]
    return [titles[0], found, titles[1], truth]


def _marks(poll: Poll, turns: int, across: int, scale: Scale) -> list[Mark]:
    """Return each poll, and in the end the truth, behind the last of them."""
    low_end, high_end = _ends(poll)
    last = max(turns, *(point.turn for point in poll.course), 2) - 1
    end = across - (scale.mark if poll.truth is None else max(scale.mark, len(END)))
    room = end if poll.truth is None else max(end - scale.mark - 1, 0)

    def level(value: int) -> int:
        return round((high_end - value) / (high_end - low_end) * (2 * scale.rows - 1))

    marks = []
    for point in poll.course:
        error = point.error or 0
        levels = dict.fromkeys(range(level(point.value + error), level(point.value - error) + 1), ERROR)
        column = round(max(point.turn - 1, 0) / last * room)
        marks.append(Mark(column, str(point.turn), {**levels, level(point.value): FOUND}))
    if poll.truth is not None:
        marks.append(Mark(end, END, {level(poll.truth): TRUTH}))
    return marks


def _ends(poll: Poll) -> tuple[int, int]:
    """Return what the axis goes from and to."""
    found = [point.value + by for point in poll.course for by in (-(point.error or 0), point.error or 0)]
    found += [] if poll.truth is None else [poll.truth]
    wider = max(SPAN - (max(found) - min(found)), 0)
    return min(found) - wider // 2, max(found) + wider - wider // 2


def _row(marks: list[Mark], row: int, across: int, wide: int) -> Content:
    line, end = [], 0
    for mark in marks:
        if mark.column >= end:
            upper, lower = mark.levels.get(2 * row), mark.levels.get(2 * row + 1)
            line += [Content(" " * (mark.column - end)), _half(upper, lower, wide)]
            end = mark.column + wide
    return Content.assemble(*line).truncate(across)


def _half(upper: str | None, lower: str | None, wide: int) -> Content:
    """Return the cells of two levels."""
    if upper == lower:
        return Content.styled("█" * wide, upper) if upper else Content(" " * wide)
    if upper and lower:
        return Content.styled("▀" * wide, f"{upper} on {lower}")
    return Content.styled(("▀" if upper else "▄") * wide, upper or lower or "")


def _label(value: int | None) -> Content:
    return Content.styled(("" if value is None else str(value)).rjust(LABEL), "$muted")


def _named(marks: list[Mark], across: int, wide: int) -> Content:
    """Name the turns below the polls."""
    return cut(Content.styled("".join(_spaced(marks, wide)), "$muted"), across)


def _spaced(marks: list[Mark], wide: int) -> Iterator[str]:
    end = 0
    for mark in marks:
        if mark.column >= end:
            name = mark.name.center(wide)
            yield " " * (mark.column - end) + name
            end = mark.column + len(name)
