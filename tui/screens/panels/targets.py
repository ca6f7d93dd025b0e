"""A small picker: at whom a card is aimed, with the odds for each."""

from functools import partial

from textual.content import Content

from engine.game.view import Choice
from engine.language.messages import Message
from tui.screens.panels.chooser import Chooser
from tui.widgets.card_text import terms
from tui.widgets.chances import WIDTH, odds_column
from tui.widgets.deck import Entry
from tui.widgets.rows import Row
from tui.widgets.typeset import EMPTY, Cell, columns, paragraph, stack
from tui.widgets.wording import Tongue

TWO, GAP = 2, 2


class Targets(Chooser):
    """One row a target, the one marked of which the card has told so far; the result is the place of its choice."""

    def __init__(self, tongue: Tongue, entry: Entry) -> None:
        title = Message.of("screen.targets.title", card=entry.face.name)
        super().__init__(tongue, title, partial(_rows, entry), str(entry.choices.index(entry.face)))


def _rows(entry: Entry, tongue: Tongue) -> list[Row]:
    return [Row(str(n), partial(target_row, tongue, choice)) for n, choice in enumerate(entry.choices)]


def target_row(tongue: Tongue, choice: Choice, width: int) -> Content:
    """Return a target with its odds, and why: the reasons, or what stands against it."""
    name = tongue.line(choice.target_name, "bold") if choice.target_name is not None else EMPTY
    below = tongue.line(choice.why_not, "$danger") if choice.why_not else terms(tongue, choice.terms)
    first, *rest = paragraph(name, max(width - WIDTH - GAP, 1)) or [EMPTY]  # what tells names apart may come last
    head = columns(width, [Cell(first), Cell(odds_column(tongue, choice.odds), WIDTH)], GAP)
    further = [Content.assemble("  ", line) for line in rest]
    return stack([head, *further, *(paragraph(below, width, indent=2, most=TWO) if below else [])])
