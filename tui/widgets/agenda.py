"""What a bulletin tells, one line each, beside the page that is told now; what came of an order, once it was told."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.view import Played
from engine.language.messages import Message
from tui.widgets.names import BECAME, OUTCOME_STYLE
from tui.widgets.typeset import EMPTY, hanging, listed, paragraph, rule, stack
from tui.widgets.wording import Tongue

HERE, NOT_HERE = "▸ ", "  "
FAR = 2
"""Cells before what came of an order."""


def agenda(
    tongue: Tongue, told: Sequence[Played], after: Sequence[Message], place: tuple[int, int], width: int
) -> Content:
    """Return the orders and what comes after them; `place` is the page that is open, and how many orders were told."""
    page, read = place
    lines = [
        rule(width, tongue.line(Message.of("screen.bulletin.agenda"), "bold $foreground")).stylize_before("$faint")
    ]
    for at, order in enumerate(told):
        lines += _line(_named(tongue, order, told), width, here=at == page)
        if at < read and at != page:
            lines += paragraph(tongue.line(BECAME[order.outcome], OUTCOME_STYLE[order.outcome]), width, indent=FAR)
    lines.append(EMPTY)
    for at, name in enumerate(after, start=len(told)):
        lines += _line(tongue.line(name), width, here=at == page)
    return stack(lines)


def _named(tongue: Tongue, order: Played, told: Sequence[Played]) -> Content:
    """Name an order by its card, and by its team too where several have played that card."""
    card = tongue.line(order.card_name)
    several = any(each.card == order.card and each.team != order.team for each in told)
    return listed([card, tongue.line(order.team_name)]) if several else card


def _line(name: Content, width: int, *, here: bool) -> list[Content]:
    sign = Content.styled(HERE, "bold $accent") if here else Content(NOT_HERE)
    return hanging(sign, name.stylize_before("bold" if here else "$muted"), width)
