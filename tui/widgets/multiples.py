"""Published polls over the turns, each in a small picture of its own: what was found, and how far it may be off.

A plot takes a widget and room of its own for each curve; here a few lines of blocks do, which are read from afar.
"""

from collections.abc import Iterator

from textual.content import Content

from engine.game.view import Curve, Gauge, Point
from engine.language.messages import Message
from tui.widgets.names import brief
from tui.widgets.numerals import low
from tui.widgets.typeset import EMPTY, Cell, columns, cut, paragraph
from tui.widgets.wording import Tongue

ROWS = 4
"""Lines of a picture; each shows two levels."""
LABEL, NUMBER, MARK = 4, 15, 3
"""Cells of what the axis says, of the latest number, and of a poll."""
SPAN = 30
"""What the axis spans at least, so that an error does not look like a leap."""
FOUND, ERROR = "$accent", "$faint"
Levels = dict[int, str]


def multiple(tongue: Tongue, gauge: Gauge, curve: Curve, turns: int, width: int) -> list[Content]:
    """Return a poll's name, its picture over `turns`, and beside it the latest number with its error."""
    low_end, high_end = _ends(curve.points)
    across = max(width - LABEL - 1 - NUMBER - 4, MARK)
    drawn = [(_column(point, turns, across), _levels(point, low_end, high_end)) for point in curve.points]
    error = Message.of("board.error", n=gauge.error or 0)
    beside = [*low(str(gauge.value), "$accent"), tongue.line(error, "bold")]
    labels = {0: high_end, ROWS - 1: low_end}
    lines = paragraph(tongue.line(brief(gauge.name), "bold"), width, most=2)
    for row in range(ROWS):
        axis = Content.assemble(_label(labels.get(row)), ("│", "$faint"))
        picture = [Cell(axis, LABEL + 1), Cell(_row(drawn, row, across)), Cell(beside[row], NUMBER)]
        lines.append(columns(width, picture))
    at = [(_column(point, turns, across), point.turn) for point in curve.points]
    return [*lines, Content.assemble(" " * (LABEL + 3), _named(at, across)), EMPTY]


def _ends(points: tuple[Point, ...]) -> tuple[int, int]:
    """Return what the axis goes from and to."""
    low_end = min(point.value - (point.error or 0) for point in points)
    high_end = max(point.value + (point.error or 0) for point in points)
    wider = max(SPAN - (high_end - low_end), 0)
    return low_end - wider // 2, high_end + wider - wider // 2


def _column(point: Point, turns: int, across: int) -> int:
    """Return the first cell of a poll, by its turn."""
    last = max(turns, point.turn, 2)
    return round(max(point.turn - 1, 0) / (last - 1) * (across - MARK))


def _levels(point: Point, low_end: int, high_end: int) -> Levels:
    """Return the style of each level that a poll takes, from the top."""

    def level(value: int) -> int:
        return round((high_end - value) / (high_end - low_end) * (2 * ROWS - 1))

    error = point.error or 0
    levels = dict.fromkeys(range(level(point.value + error), level(point.value - error) + 1), ERROR)
    return {**levels, level(point.value): FOUND}


def _row(drawn: list[tuple[int, Levels]], row: int, across: int) -> Content:
    line, end = [], 0
    for column, levels in drawn:
        if column >= end:
            line += [Content(" " * (column - end)), _half(levels.get(2 * row), levels.get(2 * row + 1))]
            end = column + MARK
    return Content.assemble(*line).truncate(across)


def _half(upper: str | None, lower: str | None) -> Content:
    """Return the cells of two levels."""
    if upper == lower:
        return Content.styled("█" * MARK, upper) if upper else Content(" " * MARK)
    if upper and lower:
        return Content.styled("▀" * MARK, f"{upper} on {lower}")
    return Content.styled(("▀" if upper else "▄") * MARK, upper or lower or "")


def _label(value: int | None) -> Content:
    return Content.styled(("" if value is None else str(value)).rjust(LABEL), "$muted")


def _named(at: list[tuple[int, int]], across: int) -> Content:
    """Name the turns below the polls."""
    return cut(Content.styled("".join(_spaced(at)), "$muted"), across)


def _spaced(at: list[tuple[int, int]]) -> Iterator[str]:
    end = 0
    for column, turn in at:
        if column >= end:
            yield " " * (column - end) + str(turn).center(MARK)
            end = column + MARK
