"""What a paper slip in the umpire's grid says in words: its orders, what they leave, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from engine.game.view import View
from engine.language.messages import Message
from engine.text import Text
from tui.facilitator.slips import Line as Slip
from tui.widgets.typeset import cut, listed, paragraph, running
from tui.widgets.wording import Tongue
from tui.words import left_of

BRIEF = 3
"""Lines of a slip that is not typed now, where there is little room."""
TOLD = 6
"""Lines of what is wrong with a card: where it needs a target, all that there are to choose from."""
SHORTER = (24, 20, 16, 13, 10, 8, 6)
"""Cells to which a target is shortened, one after the other until all fit; in fewer it would tell nothing."""


def slip_lines(tongue: Tongue, lines: Sequence[Slip], width: int, *, most: int | None = None) -> list[Content]:
    """Return what a slip says in words: for each card that cannot be laid the reason; what the others are.

    With `most` in that many lines: then each reason has as many as leave one to every other and to the orders, and the
    targets are as short as they must be.
    """
    if not lines:
        return [tongue.line(Message.of("umpire.empty"), "$muted")]
    wrong, fine = [_reason(tongue, line) for line in lines if line.wrong], _fine(lines)
    each = TOLD if most is None else max((most - bool(fine)) // max(len(wrong), 1), 1)
    found = [told for why in wrong for told in paragraph(why, width, most=each)]
    room = None if most is None else max(most - len(found), 0)
    return [*found, *(_orders(tongue, fine, width, room) if fine else [])][:most]


def _reason(tongue: Tongue, line: Slip) -> Content:
    """Return what was written, which card that is, and what stands against it."""
    typed = tongue.line(Text.of(line.typed), "bold $danger")
    name = [tongue.line(line.choice.name)] if line.choice else []
    return listed([typed, *name, *([tongue.line(line.wrong)] if line.wrong else [])], Content("  "))


def leaves(tongue: Tongue, lines: Sequence[Slip], view: View) -> Content:
    """Say what the orders of a slip leave of hours, budget and orders; nothing of a slip without any."""
    fine = [line.choice for line in _fine(lines) if line.choice]
    left = replace(
        view.purse,
        hours_left=view.purse.hours - sum(choice.hours for choice in fine),
        budget_left=view.purse.budget - sum(choice.budget for choice in fine),
        slots_left=view.purse.slots_left + len(view.tray) - len(fine),
    )
    return tongue.line(left_of(left), "$muted") if fine else Content("")


def _fine(lines: Sequence[Slip]) -> list[Slip]:
    return [line for line in lines if line.choice and not line.wrong]


def _orders(tongue: Tongue, fine: Sequence[Slip], width: int, room: int | None) -> list[Content]:
    """Name orders with their targets, these shortened where all do not fit in `room` lines, or left out at the last."""
    if room is None:
        return running([_named(tongue, line, width) for line in fine], width)
    if not room:
        return []
    for cells in (width, *SHORTER):
        told = running([_named(tongue, line, cells) for line in fine], width)
        if len(told) <= room:
            return told
    return running([_named(tongue, line, 0) for line in fine], width, most=room)


def _named(tongue: Tongue, line: Slip, cells: int) -> Content:
    """Return the name of an order, whether it was argued for, and in so many cells toward whom it goes."""
    if line.choice is None:
        return Content("")
    name = tongue.line(line.choice.name)
    if line.argued:
        name = Content.assemble(name, " ", tongue.line(Message.of("umpire.argued"), "$accent"))
    target = line.choice.target_name
    return listed([name, cut(tongue.line(target, "$muted"), cells)], Content(": ")) if target and cells else name
