"""A picker of concepts: what an exercise is to teach."""

from collections.abc import Mapping
from functools import partial

from engine.language.messages import Message
from engine.text import Text
from tui.screens.panels.chooser import Chooser
from tui.widgets.rows import Row
from tui.widgets.typeset import Lay, apart
from tui.widgets.wording import Tongue

Concepts = Mapping[str, tuple[Text, int]]
"""Concepts by id, each with its name and how many exercises teach it."""


class Taught(Chooser):
    """One row a concept; the result is the concept's id, or None."""

    def __init__(self, tongue: Tongue, concepts: Concepts, marked: str | None) -> None:
        super().__init__(tongue, Message.of("screen.taught.title"), partial(_rows, concepts), marked)


def _rows(concepts: Concepts, tongue: Tongue) -> list[Row]:
    named = sorted(concepts.items(), key=lambda pair: tongue.plain(pair[1][0]).casefold())
    return [Row(concept, _set(tongue, name, taught)) for concept, (name, taught) in named]


def _set(tongue: Tongue, name: Text, taught: int) -> Lay:
    beside = tongue.line(Message.of("screen.taught.exercises", n=taught), "$muted")
    return lambda width: apart(width, tongue.line(name), beside)
