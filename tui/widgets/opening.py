"""What is told about an exercise before it begins: what it is about, and what may distress."""

from typing import TYPE_CHECKING

from textual.content import Content

from engine.language.messages import Message
from tui.widgets.papers import Paper
from tui.widgets.typeset import EMPTY, paragraph, stack
from tui.widgets.wording import Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.scenario.scenario import Scenario


def opening_paper(tongue: Tongue, scenario: "Scenario") -> Paper:
    """Return the title, the summary and the content note."""
    return tongue.line(scenario.title), lambda width: opening(tongue, scenario, width)


def opening(tongue: Tongue, scenario: "Scenario", width: int) -> Content:
    """Return the summary and the content note."""
    lines = paragraph(tongue.line(scenario.summary), width)
    if scenario.content_note:
        note = Message.of("plain.content_note", note=scenario.content_note)
        lines += [EMPTY, *paragraph(tongue.line(note, "$accent"), width)]
    return stack(lines)
