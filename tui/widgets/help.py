"""Help: what can be done at a place, sorted out, and by which keys; how the mouse and the palette serve."""

from collections.abc import Iterable
from itertools import zip_longest

from textual.content import Content

from engine.language.messages import Message
from engine.text import Text
from tui.actions import action, actions_at
from tui.registry.action import GROUPS, TOO_SMALL, Action
from tui.widgets.keys import key_name, key_names
from tui.widgets.papers import Paper
from tui.widgets.typeset import EMPTY, Cell, columns, paragraph, stack
from tui.widgets.wording import Tongue

KEYS, NAMES = 10, 22  # cells of their columns
NARROW = KEYS + NAMES + 25
"""Cells in which what a key does stands below its name."""

NOTES = {
    TOO_SMALL: "screen.small.help",
    "room": "screen.help.signs",
    "peeked": "screen.help.signs",
    "console": "console.help.signs",
    "over": "console.help.signs",
}
"""Place -> what else there is to know: what its signs mean that stand there without a word, or what mends it."""


def keys_paper(tongue: Tongue, place: str) -> Paper:
    """Return every key of a place with what it does, and what else there is to know."""
    return tongue.line(Message.of("action.help")), lambda width: keys(tongue, place, width)


def keys(tongue: Tongue, place: str, width: int) -> Content:
    """Return the text of the help of a place."""
    own = [Message.of(NOTES[place])] if place in NOTES else []
    lines = [*_noted(tongue, own, width), EMPTY] if place == TOO_SMALL else []
    for group in GROUPS:
        members = [each for each in actions_at(place) if each.group == group and each.key]
        if members:
            lines += [tongue.line(Message.of(f"help.{group}"), "bold $accent")]
            lines += [line for each in members for line in _explained(tongue, each, width)] + [EMPTY]
    if place != TOO_SMALL:  # where there are no rows, and no menu
        palette = Message.of("help.palette", key=Text.of(key_name(tongue, action("palette").key)))
        lines += _noted(tongue, [Message.of("help.mouse"), palette, *own], width)
    return stack(lines)


def _noted(tongue: Tongue, notes: Iterable[Message], width: int) -> list[Content]:
    return [line for note in notes for line in paragraph(tongue.line(note, "$muted"), width)]


def _explained(tongue: Tongue, each: Action, width: int) -> list[Content]:
    if width < NARROW:
        head = Content("  ").join([key_names(tongue, each), tongue.line(each.name)]).stylize("bold")
        return [*paragraph(head, width), *paragraph(tongue.line(each.help, "$muted"), width, indent=2)]
    pressed = paragraph(key_names(tongue, each).stylize("bold"), KEYS)
    named = paragraph(tongue.line(each.name, "bold"), NAMES)
    told = paragraph(tongue.line(each.help, "$muted"), max(width - KEYS - NAMES - 2, 1))
    return [
        columns(width, [Cell(key, KEYS), Cell(name, NAMES), Cell(line)], 1)
        for key, name, line in zip_longest(pressed, named, told, fillvalue=EMPTY)
    ]
