"""Published polls over the turns, each in a small picture of its own: what was found, and how far it may be off.

A plot takes a widget and room of its own for each curve; here a few lines of blocks do, which are read from afar.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from engine.game.view import Curve, Gauge, Point
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
FOUND, ERROR = "$accent", "$faint"
Levels = dict[int, str]


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a picture is: its lines, each of two levels, and the cells of a poll and of the latest number."""

    rows: int
    mark: int
    number: int


BESIDE, FAR = Scale(4, 3, 15), Scale(9, 6, 28)
"""Beside what has happened, and from the back of a hall."""


def multiple(tongue: Tongue, poll: tuple[Gauge, Curve], turns: int, width: int, scale: Scale = BESIDE) -> list[Content]:
    """Return a poll's name, its picture over `turns`, and beside it the latest number with its error."""
    gauge, curve = poll
    low_end, high_end = _ends(curve.points)
    across = max(width - LABEL - 1 - scale.number - 4, scale.mark)
    drawn = [(_column(point, turns, across, scale), _levels(point, low_end, high_end, scale)) for point in curve.points]
    beside, labels = _number(tongue, gauge, scale), {0: high_end, scale.rows - 1: low_end}
    name = tongue.line(brief(gauge.name), "bold")
    lines = large(name, width) if scale is FAR else paragraph(name, width, most=2)
    for row in range(scale.rows):
        axis = Content.assemble(_label(labels.get(row)), ("│", "$faint"))
        picture = [Cell(axis, LABEL + 1), Cell(_row(drawn, row, across, scale.mark)), Cell(beside[row], scale.number)]
        lines.append(columns(width, picture))
    at = [(_column(point, turns, across, scale), point.turn) for point in curve.points]
    return [*lines, Content.assemble(" " * (LABEL + 3), _named(at, across, scale.mark)), EMPTY]


def _number(tongue: Tongue, gauge: Gauge, scale: Scale) -> list[Content]:
    """Return the latest number, with its error below."""
    error, value = tongue.line(Message.of("board.error", n=gauge.error or 0), "bold"), str(gauge.value)
    if scale is FAR:
        return [*high(value, "$accent"), EMPTY, *large(error, scale.number)]
    return [*low(value, "$accent"), error]


def _ends(points: tuple[Point, ...]) -> tuple[int, int]:
    """Return what the axis goes from and to."""
    low_end = min(point.value - (point.error or 0) for point in points)
    high_end = max(point.value + (point.error or 0) for point in points)
    wider = max(SPAN - (high_end - low_end), 0)
    return low_end - wider // 2, high_end + wider - wider // 2


def _column(point: Point, turns: int, across: int, scale: Scale) -> int:
    """Return the first cell of a poll, by its turn."""
    last = max(turns, point.turn, 2)
    return round(max(point.turn - 1, 0) / (last - 1) * (across - scale.mark))


def _levels(point: Point, low_end: int, high_end: int, scale: Scale) -> Levels:
    """Return the style of each level that a poll takes, from the top."""

    def level(value: int) -> int:
        return round((high_end - value) / (high_end - low_end) * (2 * scale.rows - 1))

    error = point.error or 0
    levels = dict.fromkeys(range(level(point.value + error), level(point.value - error) + 1), ERROR)
    return {**levels, level(point.value): FOUND}


def _row(drawn: list[tuple[int, Levels]], row: int, across: int, mark: int) -> Content:
    line, end = [], 0
    for column, levels in drawn:
        if column >= end:
            line += [Content(" " * (column - end)), _half(levels.get(2 * row), levels.get(2 * row + 1), mark)]
            end = column + mark
    return Content.assemble(*line).truncate(across)


def _half(upper: str | None, lower: str | None, mark: int) -> Content:
    """Return the cells of two levels."""
    if upper == lower:
        return Content.styled("█" * mark, upper) if upper else Content(" " * mark)
    if upper and lower:
        return Content.styled("▀" * mark, f"{upper} on {lower}")
    return Content.styled(("▀" if upper else "▄") * mark, upper or lower or "")


def _label(value: int | None) -> Content:
    return Content.styled(("" if value is None else str(value)).rjust(LABEL), "$muted")


def _named(at: list[tuple[int, int]], across: int, mark: int) -> Content:
    """Name the turns below the polls."""
    return cut(Content.styled("".join(_spaced(at, mark)), "$muted"), across)


def _spaced(at: list[tuple[int, int]], mark: int) -> Iterator[str]:
    end = 0
    for column, turn in at:
        if column >= end:
            yield " " * (column - end) + str(turn).center(mark)
            end = column + mark
