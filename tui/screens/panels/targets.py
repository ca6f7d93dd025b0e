"""A small picker: at whom a card is aimed, with the odds for each."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.game.view import Choice
from engine.language.messages import Message
from tui.screens.panel import Panel
from tui.widgets.card_text import terms
from tui.widgets.chances import WIDTH, odds_column
from tui.widgets.deck import Entry
from tui.widgets.keys import ARROWS
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Cell, Lay, columns, paragraph, stack
from tui.widgets.wording import Said, Tongue

TWO = 2


class Targets(Panel[Choice]):
    """One row a target; the result is the choice that was picked, or None."""

    place = "picking"

    def __init__(self, tongue: Tongue, entry: Entry) -> None:
        super().__init__(tongue)
        self._entry = entry

    def compose(self) -> ComposeResult:
        """Title, targets, keys."""
        with Vertical(classes="paper"):
            title = Message.of("screen.targets.title", card=self._entry.face.name)
            yield Said(self.tongue.line(title, "bold $accent"), classes="paper-title")
            yield Rows("pick", id="targets")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the targets in, and mark the one of which the card has told so far."""
        choices = self._entry.choices
        targets = self.query_one(Rows)
        targets.show([Row(str(i), self._set(choice)) for i, choice in enumerate(choices)])
        targets.mark(str(choices.index(self._entry.face)))
        targets.focus()

    def marked_words(self) -> Content:
        """Return the marked target."""
        return self.query_one(Rows).read()

    def action_pick(self) -> None:
        """This one."""
        marked = self.query_one(Rows).marked
        if marked is not None:
            self.dismiss(self._entry.choices[int(marked)])

    def _set(self, choice: Choice) -> Lay:
        return lambda width: target_row(self.tongue, choice, width)


def target_row(tongue: Tongue, choice: Choice, width: int) -> Content:
    """Return a target with its odds, and why: the reasons, or what stands against it."""
    name = tongue.line(choice.target_name, "bold") if choice.target_name is not None else EMPTY
    below = tongue.line(choice.why_not, "$danger") if choice.why_not else terms(tongue, choice.terms)
    head = columns(width, [Cell(name), Cell(odds_column(tongue, choice.odds), WIDTH)])
    return stack([head, *(paragraph(below, width, indent=2, most=TWO) if below else [])])
