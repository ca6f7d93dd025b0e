"""What a paper slip in the umpire's grid says in words: its orders, what they leave, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from engine.game.view import View, Words
from engine.language.messages import Message
from engine.text import Text
from tui.facilitator.slips import Line as Slip
from tui.widgets.typeset import listed, paragraph, running
from tui.widgets.wording import Tongue
from tui.words import left_of

BRIEF = 3
"""Lines of a slip that is not typed now, where there is little room."""
TOLD = 6
"""Lines of what is wrong with a card: where it needs a target, all that there are to choose from."""


def slip_lines(tongue: Tongue, lines: Sequence[Slip], view: View, width: int, *, brief: bool) -> list[Content]:
    """Return what a slip says in words: for each card that cannot be laid the reason; what the others are.

    What these leave stands below them, on lines of its own. In `brief` it does not say toward whom they go.
    """
    if not lines:
        return [tongue.line(Message.of("umpire.empty"), "$muted")]
    fine = [line.choice for line in lines if line.choice and not line.wrong]
    names = [_named(tongue, line, brief=brief) for line in lines if line.choice and not line.wrong]
    left = left_of(
        replace(
            view.purse,
            hours_left=view.purse.hours - sum(choice.hours for choice in fine),
            budget_left=view.purse.budget - sum(choice.budget for choice in fine),
            slots_left=view.purse.slots_left + len(view.tray) - len(fine),
        )
    )
    found: list[Content] = []
    for line in lines:
        if line.wrong:
            typed = tongue.line(Text.of(line.typed), "bold $danger")
            name = [tongue.line(line.choice.name)] if line.choice else []
            found += paragraph(
                listed([typed, *name, tongue.line(line.wrong)], Content("  ")), width, most=1 if brief else TOLD
            )
    if not fine:
        return found[:BRIEF] if brief else found
    leaves = tongue.line(left, "$muted")
    if not brief:
        return [*found, *running(names, width), *paragraph(leaves, width)]
    room = BRIEF - 1 - len(found)
    named = running(names, width, most=room) if room > 0 else []
    return [*found, *named, *paragraph(leaves, width, most=1)][:BRIEF]


def _named(tongue: Tongue, line: Slip, *, brief: bool) -> Content:
    """Return the name of an order, and whether it was argued for; who is meant is read where it is typed."""
    if line.choice is None:
        return Content("")
    name = tongue.line(line.choice.name)
    if line.argued:
        name = Content.assemble(name, " ", tongue.line(Message.of("umpire.argued"), "$accent"))
    target = None if brief else line.choice.target_name
    return listed([name, tongue.line(target, "$muted")], Content(": ")) if target else name


def left_out(tongue: Tongue, names: tuple[Words, ...], width: int) -> list[Content]:
    """Say which orders that were argued for would be taken from the tray."""
    told = tongue.line(Message.of("umpire.left_out", names=names), "bold $danger")
    return paragraph(told, width, most=2) if names else []
