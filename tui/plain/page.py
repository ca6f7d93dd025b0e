"""Lays out lines by the cells that a terminal gives them: wide characters take two, combining marks none."""

import unicodedata
from collections.abc import Iterator, Sequence

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import printable

WIDTH = 80
INDENT = "  "
_GAP = "  "


def cells_of(text: str) -> int:
    """Return how many cells a terminal needs for `text`."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def wrap(text: str, *, width: int = WIDTH, first: str = "", rest: str = "") -> list[str]:
    """Break `text` into lines of at most `width` cells; `first` and `rest` stand before the lines.

    Line breaks of the text are kept, and a word that is longer than a line is broken.
    """
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        lines += _filled(paragraph, width - max(cells_of(first), cells_of(rest))) or [""]
    return [(rest if number else first) + line for number, line in enumerate(lines)]


def said(lang: str, *messages: Message, indent: str = INDENT) -> list[str]:
    """Return messages as indented lines."""
    return [line for message in messages for line in wrap(say(lang, message), first=indent, rest=indent)]


def columns(row: Sequence[tuple[str, int]], *, first: str = "") -> list[str]:
    """Set texts beside each other, each with its width in cells; what does not fit goes on below."""
    parts = [wrap(text, width=width) for text, width in row]
    height = max(map(len, parts))
    lines = []
    for number in range(height):
        found = [part[number] if number < len(part) else "" for part in parts]
        padded = [text + " " * (width - cells_of(text)) for text, (_, width) in zip(found, row, strict=True)]
        before = first if number == 0 else " " * cells_of(first)
        lines.append((before + _GAP.join(padded)).rstrip())
    return lines


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _filled(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in paragraph.split():
        for piece in _pieces(word, width):
            needed = cells_of(piece)
            if line and used + 1 + needed > width:
                lines.append(line)
                line, used = "", 0
            line, used = (f"{line} {piece}", used + 1 + needed) if line else (piece, needed)
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """Break a word where it is longer than a line."""
    if cells_of(word) <= width:
        yield word
        return
    piece, used = "", 0
    for char in word:
        if used + _cells(char) > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + char, used + _cells(char)
    yield piece
