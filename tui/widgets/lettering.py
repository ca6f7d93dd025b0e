"""Words that are read from the back of a room: capitals drawn of blocks, as many rows of them as it takes."""

import unicodedata
from collections.abc import Iterator

from textual.content import Content

from tui.widgets.numerals import low
from tui.widgets.signs import LIKE, PIXELS
from tui.widgets.typeset import paragraph

MOST = 3
"""Rows of letters: more is no headline, and is set as ordinary words."""


def large(words: Content, width: int, style: str = "", *, most: int = MOST) -> list[Content]:
    """Return words in capitals, three lines a row; ordinary ones where a sign has no capital or there is no room."""
    rows = _rows(capitals(words.plain), width)
    if rows is None or len(rows) > most:
        return paragraph(words.stylize(f"bold {style}"), width)
    return [line for row in rows for line in low(row, style)]


def capitals(words: str) -> str:
    """Return words as they are drawn: in capitals, without accents."""
    alike = "".join(LIKE.get(sign, sign) for sign in words)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", alike) if not unicodedata.combining(sign))
    return bare.upper()


def _rows(words: str, width: int) -> list[str] | None:
    """Return the words of each row, all about as long; None where they cannot be drawn so."""
    if not words.strip() or any(sign not in PIXELS for sign in words):
        return None
    rows = list(_broken(words.split(), width))
    if any(_wide(row) > width for row in rows):
        return None
    narrow, wide = 1, width
    while narrow < wide:  # the narrowest that takes no more rows
        middle = (narrow + wide) // 2
        found = list(_broken(words.split(), middle))
        if len(found) > len(rows) or any(_wide(row) > middle for row in found):
            narrow = middle + 1
        else:
            rows, wide = found, middle
    return rows


def _broken(words: list[str], width: int) -> Iterator[str]:
    row = words[0]
    for word in words[1:]:
        if _wide(f"{row} {word}") > width:
            yield row
            row = word
        else:
            row = f"{row} {word}"
    yield row


def _wide(words: str) -> int:
    return sum(len(PIXELS[sign].split()[0]) + 1 for sign in words) - 1
