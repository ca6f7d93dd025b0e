"""Papers about what was played: an order and what it moved, the last bulletin, and all of them once it is over."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.view import Change, Played, Round, View
from engine.language.messages import Message
from tui.joined import together
from tui.scripted import weighed
from tui.widgets.card_text import legend, sign
from tui.widgets.documents import causes, moved
from tui.widgets.front import front_pages
from tui.widgets.moved import change_row, crossings, numbers_of, passings, ranked
from tui.widgets.names import OUTCOME_STYLE, outcome
from tui.widgets.papers import Paper
from tui.widgets.typeset import EMPTY, hanging, listed, paragraph, stack, tie
from tui.widgets.wording import Tongue
from tui.words import goes_on, odds_were, span_of, turn_name, turn_title

BELOW = 2  # cells by which the second line of an order stands in


def reasons_paper(tongue: Tongue, changes: Sequence[Change]) -> Paper:
    """Return every reason of these changes."""

    def lay(width: int) -> Content:
        lines: list[Content] = []
        for change in changes:
            head = listed([tongue.line(change.name, "bold"), moved(tongue, change)], Content("   "))
            lines += [head, *causes(tongue, change, width), EMPTY]
        return stack(lines[:-1])

    return tongue.line(Message.of("action.why")), lay


def order_paper(tongue: Tongue, order: Played, turn: int, changes: Sequence[Change], span: Message) -> Paper:
    """Return what made the odds of an order when it took effect, then every reason of what moved most."""

    def lay(width: int) -> Content:
        lines = [*played_brief(tongue, order, width), EMPTY]
        if order.roll is not None and order.success + order.partial + order.backfire:
            lines += paragraph(tongue.line(odds_were(order, turn), "bold"), width)
            for term in order.terms:
                lines += hanging(Content.assemble(sign(term), " "), tongue.line(weighed(term)), width)
            lines += legend(tongue, order.terms, width)
            lines += paragraph(tongue.line(Message.of("why.odds_then"), "$muted"), width) if order.terms else []
            lines.append(EMPTY)
        most = tongue.line(Message.of("screen.bulletin.moved_most", span=span), "bold")
        return stack([*lines, *paragraph(most, width), EMPTY, reasons_paper(tongue, changes)[1](width)])

    return tongue.line(order.card_name), lay


def bulletin_paper(tongue: Tongue, view: View) -> Paper:
    """Return the last bulletin: every order with what became of it, and every meter that moved, with its reasons."""

    def lay(width: int) -> Content:
        return _round(tongue, Round(view.bulletins, view.front), passings(tongue, view, width), width)

    return tongue.line(Message.of("screen.bulletin.title")), lay


def past_paper(tongue: Tongue, view: View) -> Paper:
    """Return every bulletin and every front page of an exercise that is over, in the order in which they came."""

    def lay(width: int) -> Content:
        lines: list[Content] = []
        for told in view.past:
            turns = Message.of("bulletin.turns", first=told.bulletins[0].turn, last=told.bulletins[-1].turn)
            head = turn_title(told.bulletins[0].turn) if len(told.bulletins) == 1 else turns
            lines += [*paragraph(tongue.line(head, "bold $accent"), width), EMPTY, _round(tongue, told, (), width)]
            lines += [EMPTY, EMPTY]
        return stack(lines[:-2])

    return tongue.line(Message.of("action.past")), lay


def _round(tongue: Tongue, told: Round, changed: Sequence[Content], width: int) -> Content:
    lines: list[Content] = []
    for each in told.bulletins:
        if len(told.bulletins) > 1:
            lines += paragraph(tongue.line(goes_on(each) or turn_name(each.turn), "bold"), width)
        lines += [line for order in each.orders for line in played_brief(tongue, order, width)]
        lines += crossings(tongue, each.crossed, width)
    lines += [EMPTY, *changed] if changed else []
    lines += [EMPTY, front_pages(tongue, told.front, width)] if told.front else []
    table = Message.of("screen.bulletin.table", span=span_of(told.bulletins))
    lines += [EMPTY, *paragraph(tongue.line(table, "bold"), width)]
    changes = ranked(together(told.bulletins))
    numbers = numbers_of(tongue, changes)
    return stack([*lines, *(change_row(tongue, change, width, numbers) for change in changes)])


def played_brief(tongue: Tongue, order: Played, width: int) -> list[Content]:
    """Return an order of the bulletin in a line or two: who, which card, at whom, and what became of it."""
    target = tongue.line(order.target_name) if order.target_name is not None else EMPTY
    what = listed([tongue.line(order.team_name, "$muted"), tongue.line(order.card_name, "bold"), target])
    became = tongue.line(outcome(order.outcome), OUTCOME_STYLE.get(order.outcome, ""))
    told = listed([what, tie(became)], Content("  "))
    if told.cell_length <= width:
        return paragraph(told, width)
    first, *more = paragraph(told, width - BELOW)
    return [first, *(Content.assemble(" " * BELOW, each) for each in more)]
