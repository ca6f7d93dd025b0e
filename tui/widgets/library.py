"""The rows of the library: an exercise that can be begun, and one that was saved."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.scenario.head import Head
from tui.filters import Filter
from tui.offers import Offer, Saved
from tui.screens.concepts import named
from tui.widgets.findings import said_of
from tui.widgets.typeset import EMPTY, Cell, Lay, apart, columns, cut, listed, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import moment_of

LINES, TALL, WHOLE = 3, 44, 4
"""Lines of a summary; and on a terminal of so many lines, so many that all that is shipped still fits."""
TWO = 60
"""Cells in which names stand in two columns, even if some then take two lines."""
CHIP = 18
"""Cells of what a filter lets through: four stand side by side on a small screen."""


def offer_row(tongue: Tongue, offer: Offer, width: int, most: int = LINES) -> Content:
    """Return an exercise: its title, what it is about, for whom and how long it is; or what is wrong with its file."""
    title, head = tongue.line(offer.title, "bold"), offer.head
    if head is None:
        wrong = tongue.line(Message.of("screen.start.unread"), "$danger")
        return stack([apart(width, title, wrong), *paragraph(_first(tongue, offer.findings), width, most=LINES)])
    if offer.findings:
        wrong = tongue.line(Message.of("screen.start.unplayable"), "$danger")
        return stack([apart(width, title, wrong), *paragraph(_first(tongue, offer.findings), width, most=LINES)])
    first = tongue.line(Message.of("screen.start.first"), "bold $accent") if offer.first else EMPTY
    taught = [Message.of("screen.start.concepts", n=len(head.teaches))] if head.teaches else []
    below = _facts(tongue, [*measures(offer, head), *taught])
    summary = paragraph(tongue.line(head.summary), width, most=most)
    return stack([apart(width, title, first), *summary, *paragraph(below, width, most=1)])


def measures(offer: Offer, head: Head) -> list[Message]:
    """Return for whom an exercise is, how long it takes, and for how many."""
    turns, seats = Message.of("screen.start.turns", n=head.turns), Message.of("screen.start.seats", n=head.seats)
    return [Message.of(f"difficulty.{head.difficulty}"), offer.lasting, turns, seats]


def about_paper(tongue: Tongue, offer: Offer, head: Head) -> tuple[Content, Lay]:
    """Return all that is known of an exercise before it is chosen: what it is about, and what it teaches, by name."""

    def lay(width: int) -> Content:
        summary = paragraph(tongue.line(head.summary), width)
        lines = [*summary, EMPTY, *paragraph(_facts(tongue, measures(offer, head)), width)]
        lines += paragraph(tongue.line(offer.reckoned, "$muted"), width)
        if head.teaches:
            teaches = tongue.line(Message.of("screen.start.teaches"), "bold")
            lines += [EMPTY, *paragraph(teaches, width), *_columned(_taught(tongue, head), width)]
        return stack(lines)

    return tongue.line(offer.title), lay


def _facts(tongue: Tongue, facts: Sequence[Message]) -> Content:
    return listed([tongue.line(fact) for fact in facts]).stylize("$muted")


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


def _first(tongue: Tongue, findings: Sequence[Finding]) -> Content:
    """Return the first error, without the file, whose name stands above."""
    found = next((each for each in findings if each.is_error), findings[0])
    at = Message.of("screen.start.at", line=found.place.line, column=found.place.column, message=found.message)
    return said_of(tongue, at, found)


def saved_row(tongue: Tongue, saved: Saved, width: int) -> Content:
    """Return a saved exercise: its title and when it was saved, how far it has come and whether it can go on."""
    style = "$muted" if saved.over else ""
    head = apart(width, tongue.line(saved.title, style or "bold"), tongue.line(moment_of(saved.moment), "$muted"))
    far = tongue.line(saved.trouble, "$danger") if saved.trouble else tongue.line(saved.far, "$muted")
    return stack([head, *paragraph(far, width, indent=2, most=1)])


def filter_words(tongue: Tongue, what: str, filtered: Filter) -> Content:
    """Return what a filter lets through, beside its key; what is filtered stands out without colour too."""
    chosen = getattr(filtered, what)
    if chosen is None:
        return tongue.line(Message.of(f"filter.any_{what}"), "$muted")
    name = named([chosen])[chosen] if what == "teaching" else Message.of(f"filter.{what}.{chosen}")
    said = cut(tongue.line(name, "bold $accent"), CHIP)
    return Content.assemble(("▸", "bold $accent"), said)
