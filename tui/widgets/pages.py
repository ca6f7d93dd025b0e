"""What the board says, in sections that are set one below the other, on as many pages as it takes: none is cut off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.widgets.typeset import EMPTY, rule

Piece = list[Content]
Page = list[Content]
FEWEST = 2
"""Pieces of a long section that are left together at the foot of a page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and its pieces for a width and a height: a piece is never broken."""

    title: Content
    pieces: Callable[[int, int], list[Piece]]


def pages(sections: Sequence[Section], width: int, height: int) -> list[Page]:
    """Set sections on pages: each whole where it fits on one, else it goes on on the next under the same heading."""
    done: list[Page] = []
    page: Page = []
    for section in sections:
        head = rule(width, section.title.stylize("bold $foreground")).stylize_before("$faint")
        pieces = [[line.truncate(width) for line in piece[: height - 1]] for piece in section.pieces(width, height - 1)]
        if page and not _belongs(page, pieces, height):
            done, page = [*done, page], []
        page += [*([EMPTY] if page else []), head]
        for piece in pieces:
            if len(page) + len(_closed(piece)) > height:
                done, page = [*done, page], [head]
            page += piece
    return [_closed(each) for each in (*done, page)]


def _belongs(page: Page, pieces: list[Piece], height: int) -> bool:
    """Whether a section begins on a page where something stands already."""
    room, whole = height - len(page) - 2, _closed([line for piece in pieces for line in piece])
    first = _closed([line for piece in pieces[:FEWEST] for line in piece])
    return len(whole) <= room or (len(whole) > height - 1 and len(first) <= room)


def _closed(page: Page) -> Page:
    """Leave out the empty lines at the end."""
    last = len(page)
    while last and not page[last - 1]:
        last -= 1
    return page[:last]
