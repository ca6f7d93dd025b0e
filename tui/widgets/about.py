"""All that is known of an exercise before it is chosen: what it is about, and what it teaches, by name."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from engine.language.messages import Message
from engine.scenario.head import Head
from tui.offers import Offer
from tui.screens.concepts import named
from tui.widgets.library import facts_line, measures
from tui.widgets.typeset import EMPTY, Cell, Lay, columns, paragraph, stack
from tui.widgets.wording import Tongue

TWO = 60
"""Cells in which names stand in two columns, even if some then take two lines."""


def about_paper(tongue: Tongue, offer: Offer, head: Head) -> tuple[Content, Lay]:
    """Return all that is known of an exercise before it is chosen: what it is about, and what it teaches, by name."""

    def lay(width: int) -> Content:
        summary = paragraph(tongue.line(head.summary), width)
        lines = [*summary, EMPTY, *paragraph(facts_line(tongue, measures(offer, head)), width)]
        lines += paragraph(tongue.line(offer.reckoned, "$muted"), width)
        if head.teaches:
            teaches = tongue.line(Message.of("screen.start.teaches"), "bold")
            lines += [EMPTY, *paragraph(teaches, width), *_columned(_taught(tongue, head), width)]
        return stack(lines)

    return tongue.line(offer.title), lay


def _taught(tongue: Tongue, head: Head) -> list[Content]:
    """Return the names of what an exercise teaches, in the order of the language."""
    return [
        tongue.line(name)
        for name in sorted(named(head.teaches).values(), key=lambda name: tongue.plain(name).casefold())
    ]


def _columned(words: Sequence[Content], width: int) -> list[Content]:
    """Set words in as many columns as fit, two at least where there is room, to be read downwards."""
    widest = max((word.cell_length for word in words), default=1)
    across = max((width + 2) // (widest + 2), 2 if width >= TWO else 1)
    room, down = (width + 2) // across - 2, -(-len(words) // across)
    lines: list[Content] = []
    for first in range(down):
        cells = [paragraph(word, room) for word in words[first::down]]
        lines += [columns(width, [Cell(part, room) for part in row]) for row in zip_longest(*cells, fillvalue=EMPTY)]
    return lines
