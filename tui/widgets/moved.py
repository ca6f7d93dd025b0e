"""What moved between two decisions: every meter before and after, with its reasons, over one turn or several."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual.content import Content

from engine.game.view import Bulletin, Change, Reason
from engine.language.messages import Message
from tui.widgets.documents import reasons
from tui.widgets.typeset import EMPTY, Cell, columns, listed, paragraph, stack
from tui.widgets.wording import Tongue

MOST = 4  # meters that are told of before the table
ROOMY = 90
VALUE = 6


def together(bulletins: Sequence[Bulletin]) -> tuple[Change, ...]:
    """Join the changes of several turns into one a meter: first before, last after, reasons added up."""
    joined: dict[str, Change] = {}
    for bulletin in bulletins:
        for change in bulletin.changes:
            earlier = joined.get(change.meter)
            joined[change.meter] = (
                change
                if earlier is None
                else replace(change, before=earlier.before, reasons=_added([*earlier.reasons, *change.reasons]))
            )
    return tuple(joined.values())


def _added(rows: Iterable[Reason]) -> tuple[Reason, ...]:
    sums: dict[Message, float] = {}
    for row in rows:
        sums[row.cause] = sums.get(row.cause, 0) + row.amount
    return tuple(Reason(cause, amount) for cause, amount in sums.items())


def ranked(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return what moved most first."""
    return tuple(sorted(changes, key=lambda each: (-abs(_whole(each)), -abs(each.after - each.before))))


def _whole(change: Change) -> int:
    """Return by how much a meter moved, in the whole numbers that are shown."""
    return round(change.after) - round(change.before)


def reaction(tongue: Tongue, changes: Sequence[Change], struck: Sequence[Content], width: int) -> Content:
    """Return the control check, and what moved most with its two strongest reasons."""
    lines = [tongue.line(Message.of("screen.bulletin.control"), "bold")]
    for team in struck:
        lines += paragraph(
            Content.assemble(team, ": ", tongue.line(Message.of("screen.bulletin.struck"))).stylize("$danger"), width
        )
    if not struck:
        lines.append(tongue.line(Message.of("screen.bulletin.kept")))
    lines += [EMPTY, tongue.line(Message.of("screen.bulletin.moved_most"), "bold")]
    for change in [each for each in ranked(changes) if _whole(each)][:MOST]:
        lines += [EMPTY, columns(width, _cells(tongue, change)), *reasons(tongue, change, width)[:2]]
    return stack(lines)


def change_row(tongue: Tongue, change: Change, width: int) -> Content:
    """Return a meter on one line: name, before, after, difference, and its strongest reasons."""
    cells = _cells(tongue, change)
    if width < ROOMY:
        why = _why(tongue, change).stylize("$muted")
        return (
            stack([columns(width, cells), *paragraph(why, width, indent=2, most=1)]) if why else columns(width, cells)
        )
    return columns(width, [replace(cells[0], width=30), *cells[1:], Cell(_why(tongue, change).stylize("$muted"))])


def change_head(tongue: Tongue, width: int) -> Content:
    """Return the heads of the columns."""
    name = Cell(tongue.line(Message.of("plain.column.meter")), 30 if width >= ROOMY else 0)
    before = Cell(tongue.line(Message.of("plain.column.before")), VALUE, right=True)
    after = Cell(tongue.line(Message.of("plain.column.after")), VALUE, right=True)
    last = [Cell(tongue.line(Message.of("plain.column.why")))] if width >= ROOMY else []
    return columns(width, [name, before, Cell(EMPTY, 1), after, Cell(EMPTY, 5), *last])


def _cells(tongue: Tongue, change: Change) -> list[Cell]:
    before, after = round(change.before), round(change.after)
    style = "" if before == after else "bold"
    by = (
        tongue.line(Message.of("screen.moved.by", n=after - before))
        if before != after
        else Content.styled("=", "$muted")
    )
    return [
        Cell(tongue.line(change.name, style or "$muted")),
        Cell(tongue.line(Message.of("screen.moved.value", n=before), "$muted"), VALUE, right=True),
        Cell(Content.styled("→", "$muted"), 1),
        Cell(tongue.line(Message.of("screen.moved.value", n=after), style), VALUE, right=True),
        Cell(by, 5, right=True),
    ]


def _why(tongue: Tongue, change: Change) -> Content:
    strongest = sorted(change.reasons, key=lambda reason: -abs(reason.amount))[:2]
    told = [tongue.line(Message.of("screen.moved.reason", n=reason.amount, cause=reason.cause)) for reason in strongest]
    return listed(told)
