"""What is wrong with a file: each finding with its place and the remedy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.text import Text
from tui.widgets.typeset import EMPTY, Lay, hanging, paragraph, stack
from tui.widgets.wording import Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Words


def finding(tongue: Tongue, found: Finding, width: int) -> list[Content]:
    """Return what is wrong at a place, and the hint; a place that takes half a line has a line of its own."""
    place = tongue.line(Text.of(str(found.place)), "$danger")
    words = said_of(tongue, found.message, found)
    if place.cell_length > width // 2:
        return [*paragraph(place, width), *paragraph(words, width, indent=2)]
    return hanging(Content.assemble(place, " "), words, width)


def said_of(tongue: Tongue, words: Words, found: Finding) -> Content:
    """Return words on a finding, with its hint in brackets, as `check` prints it."""
    said = tongue.line(words)
    return Content.assemble(said, " (", tongue.line(found.hint, "$muted"), ")") if found.hint else said


def findings_paper(tongue: Tongue, title: Words, findings: Sequence[Finding]) -> tuple[Content, Lay]:
    """Return why a scenario cannot be played."""

    def lay(width: int) -> Content:
        head = paragraph(tongue.line(Message.of("screen.start.broken")), width)
        return stack([*head, *(line for each in findings for line in (EMPTY, *finding(tongue, each, width)))])

    return tongue.line(title), lay
