"""Papers that answer why: an order's odds and cost, hours and budget, a letter, what is said beside the stories."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.view import Choice, Letter, View
from engine.language.messages import Message
from engine.text import Text
from tui.means import means, why_letter, why_said
from tui.widgets.card_text import card_whole
from tui.widgets.deck import Entry
from tui.widgets.documents import ledger
from tui.widgets.inbox import letter_whole
from tui.widgets.papers import Paper
from tui.widgets.typeset import EMPTY, hanging, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import amount

DASH = Content("· ")


def laid_paper(tongue: Tongue, view: View, choice: Choice, taught: Sequence[tuple[Text, Text]]) -> Paper:
    """Return what the tray leaves, why an order lies on it, what it costs, and what its odds are made of."""
    left = Message.of("why.takes", hours=amount(view.purse.hours_left), budget=amount(view.purse.budget_left))
    reason = view.rationales.get(choice.card)

    def lay(width: int) -> Content:
        lines = paragraph(tongue.line(left), width)
        lines += paragraph(tongue.line(Message.of("tray.because", text=reason)), width) if reason else []
        return stack([*lines, EMPTY, card_whole(tongue, Entry((choice,)), taught, width)])

    return tongue.line(choice.name), lay


def means_paper(tongue: Tongue, view: View) -> Paper:
    """Return where this round's hours and budget come from, and what uses them."""

    def lay(width: int) -> Content:
        lines: list[Content] = []
        for each in means(view):
            lines.append(tongue.line(each.name, "bold $accent"))
            lines += [line for words in each.words for line in paragraph(tongue.line(words), width)]
            lines += [line for at in each.written for line in paragraph(tongue.line(at, "$muted"), width)]
            lines += [line for use in each.uses for line in hanging(DASH, tongue.line(use), width)]
            lines += [EMPTY, ledger(tongue, each.rows, width), EMPTY]
        return stack(lines[:-1])

    return tongue.line(Message.of("action.means")), lay


def why_letter_paper(tongue: Tongue, view: View, letter: Letter) -> Paper:
    """Return a letter, why it came, and what it moved as far as the team may know."""

    def lay(width: int) -> Content:
        came, head, *moved = why_letter(view, letter)
        lines = [*paragraph(tongue.line(came, "$muted"), width), EMPTY, *paragraph(tongue.line(head), width)]
        lines += [line for each in moved for line in hanging(DASH, tongue.line(each), width)]
        return stack([*lines, EMPTY, letter_whole(tongue, letter, view.turn, width)])

    return tongue.line(letter.name), lay


def why_said_paper(tongue: Tongue, told: tuple[Message, Message]) -> Paper:
    """Return something that is said beside the stories, whole, and that no number stands behind it."""
    head, words = told

    def lay(width: int) -> Content:
        about = paragraph(tongue.line(why_said(head), "$muted"), width)
        return stack([*paragraph(tongue.line(words), width), EMPTY, *about])

    return tongue.line(head), lay
