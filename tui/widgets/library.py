"""The rows of the library: an exercise that can be begun, and one that was saved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from engine.language.messages import Message, Words
from engine.scenario.head import Head
from tui.filters import Filter
from tui.offers import Offer, Saved
from tui.widgets.typeset import EMPTY, apart, cut, listed, paragraph, stack
from tui.widgets.wording import Tongue

if TYPE_CHECKING:  # the library is shown without it
    from engine.scenario.findings import Finding

LINES, TALL, WHOLE = 3, 44, 4
"""Lines of a summary; and on a terminal of so many lines, so many that all that is shipped still fits."""
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
    below = facts_line(tongue, [*measures(offer, head), *taught])
    summary = paragraph(tongue.line(head.summary), width, most=most)
    return stack([apart(width, title, first), *summary, *paragraph(below, width, most=1)])


def measures(offer: Offer, head: Head) -> list[Message]:
    """Return for whom an exercise is, how long it takes, and for how many."""
    turns, seats = Message.of("screen.start.turns", n=head.turns), Message.of("screen.start.seats", n=head.seats)
    return [Message.of(f"difficulty.{head.difficulty}"), offer.lasting, turns, seats]


def facts_line(tongue: Tongue, facts: Sequence[Message]) -> Content:
    """Return facts on one line."""
    return listed([tongue.line(fact) for fact in facts]).stylize("$muted")


def _first(tongue: Tongue, findings: "Sequence[Finding]") -> Content:
    """Return the first error, without the file, whose name stands above."""
    from tui.widgets.findings import said_of  # noqa: PLC0415 - needed where something is wrong

    found = next((each for each in findings if each.is_error), findings[0])
    at = Message.of("screen.start.at", line=found.place.line, column=found.place.column, message=found.message)
    return said_of(tongue, at, found)


def saved_row(tongue: Tongue, saved: Saved, width: int) -> Content:
    """Return a saved exercise: its title and when it was saved, how far it has come and whether it can go on."""
    from tui.words import moment_of  # noqa: PLC0415 - needed where something was saved

    style = "$muted" if saved.over else ""
    head = apart(width, tongue.line(saved.title, style or "bold"), tongue.line(moment_of(saved.moment), "$muted"))
    far = tongue.line(saved.trouble, "$danger") if saved.trouble else tongue.line(saved.far, "$muted")
    return stack([head, *paragraph(far, width, indent=2, most=1)])


def filter_words(tongue: Tongue, what: str, filtered: Filter) -> Content:
    """Return what a filter lets through, beside its key; what is filtered stands out without colour too."""
    chosen = getattr(filtered, what)
    if chosen is None:
        return tongue.line(Message.of(f"filter.any_{what}"), "$muted")
    said = cut(tongue.line(_filtered(what, chosen), "bold $accent"), CHIP)
    return Content.assemble(("▸", "bold $accent"), said)


def _filtered(what: str, chosen: str) -> Words:
    if what != "teaching":
        return Message.of(f"filter.{what}.{chosen}")
    from tui.screens.concepts import named  # noqa: PLC0415 - needed where somebody asks for a concept

    return named([chosen])[chosen]
