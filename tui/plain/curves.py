"""Meters over the turns as a table: what the screens plot."""

from collections.abc import Sequence

from engine.game.view import Curve
from engine.language.catalogue import say
from engine.language.messages import Message
from tui.plain.naming import called
from tui.plain.page import INDENT, cells_of, columns, said
from tui.words import told

NAME, NUMBER, NUMBERS = 30, 6, 48
"""Cells of a name, of a number with the gap before it at least, and of all numbers that stand beside each other."""


def curves(several: Sequence[Curve], lang: str, typed: str) -> list[str]:
    """Return a table of all meters, or of those that are meant."""
    found = called(typed, lang, ((curve.meter, curve.name) for curve in several))
    if typed and not found:
        return said(lang, Message.of("plain.curves.none"))
    chosen = [curve for curve in several if curve.meter in found or not typed]
    turns = sorted({point.turn for curve in chosen for point in curve.points})
    told = [str(point.value) for curve in chosen for point in curve.points]
    cells = max((NUMBER, *(len(number) + 1 for number in told)))
    most = NUMBERS // cells
    lines: list[str] = []
    for start in range(0, len(turns), most):
        lines += ["", *_block(chosen, turns[start : start + most], cells, lang)]
    if any(point.error is not None for curve in chosen for point in curve.points):
        lines += ["", *said(lang, Message.of("plain.curves.error"))]
    return lines


def _block(chosen: Sequence[Curve], turns: Sequence[int], cells: int, lang: str) -> list[str]:
    ends = {curve.points[-1].turn for curve in chosen if curve.ended}  # no turn: how it stood in the end
    named = ["ENDEX" if turn in ends else str(turn) for turn in turns]
    lines = _row(say(lang, Message.of("plain.curves.turn")), named, cells)
    for curve in chosen:
        at = {point.turn: point for point in curve.points}
        known = [at.get(turn) for turn in turns]
        name = told(lang, curve.name)
        lines += _row(
            f"{name} ({told(lang, curve.unit)})" if curve.unit else name,
            [str(point.value) if point else "" for point in known],
            cells,
        )
        if any(point and point.error is not None for point in known):
            errors = ["" if point is None or point.error is None else f"±{point.error}" for point in known]
            lines += _row("", errors, cells)
    return lines


def _row(name: str, numbers: Sequence[str], cells: int) -> list[str]:
    first, *rest = columns([(name, NAME)], first=INDENT)
    padded = first + " " * (len(INDENT) + NAME - cells_of(first))
    return [(padded + "".join(number.rjust(cells) for number in numbers)).rstrip(), *rest]
