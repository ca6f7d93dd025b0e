"""Numbers and words that are read from the back of a room: signs drawn of blocks, three or five lines high."""

from collections.abc import Iterator

from textual.content import Content

from tui.widgets.signs import PIXELS

HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def low(text: str, style: str) -> list[Content]:
    """Return three lines, three cells a digit: two rows of pixels share a line."""
    rows = [*_rows(text), ""]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return [Content.styled("".join(_halves(upper, lower)), style) for upper, lower in pairs]


def high(text: str, style: str) -> list[Content]:
    """Return five lines, six cells a digit."""
    return [Content.styled("".join("██" if pixel == "#" else "  " for pixel in row), style) for row in _rows(text)]


def _halves(upper: str, lower: str) -> Iterator[str]:
    for place, pixel in enumerate(upper):
        yield HALVES[pixel == "#", lower[place : place + 1] == "#"]


def _rows(text: str) -> list[str]:
    signs = [PIXELS[sign].split() for sign in text if sign in PIXELS]
    return [".".join(sign[row] for sign in signs) for row in range(5)]
