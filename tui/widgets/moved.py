"""What moved between two decisions: every meter before and after, with its reasons, over one turn or several."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from textual.content import Content

from engine.game.view import Change, Struck, View
from engine.language.messages import Message
from engine.text import Text
from tui.adding import printed
from tui.joined import carrying, is_spent, strongest
from tui.passing import news_of
from tui.widgets.documents import reasons
from tui.widgets.typeset import EMPTY, Cell, columns, listed, paragraph, stack, tie, wide_enough
from tui.widgets.wording import Tongue
from tui.words import crossed_of

MOST = 3  # meters that are told of before the table
ROOMY = 90
INDENT = 2  # cells before what goes on below
TWO, FOUR = 2, 4  # the least and the most reasons that are told beside a number, where there are so many
DEEP, HIGH = 2, 3  # lines that they may take on a small row and on a wide one
NAME, LONGEST = 30, 46  # cells of a name on a wide row


class Numbers(NamedTuple):
    """Cells of numbers beside the names of meters: before and after, and by how much they moved."""

    value: int = 6
    by: int = 5

    @property
    def between(self) -> int:
        """Cells between a name and the reasons on a wide row."""
        return self.value + 1 + self.value + self.by + 5 * 2


def ranked(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return what moved most first, and last the means that were spent."""
    return tuple(sorted(changes, key=lambda each: (is_spent(each), -abs(_whole(each)), -abs(each.after - each.before))))


def numbers_of(tongue: Tongue, changes: Iterable[Change]) -> Numbers:
    """Return how many cells the numbers of all these movements need, so that none is cut."""
    told, least = [_told(each) for each in changes], Numbers()
    return Numbers(
        wide_enough(least.value, (tongue.line(each) for first, last, _ in told for each in (first, last))),
        wide_enough(least.by, (tongue.line(by) for *_, by in told if by)),
    )


def _whole(change: Change) -> int:
    """Return by how much a meter moved, in the whole numbers that are shown."""
    return round(change.after) - round(change.before)


def crossings(tongue: Tongue, lines: Sequence[Text], width: int) -> list[Content]:
    """Return the red lines that the team has crossed, if it has."""
    told = [tongue.line(each, "bold $danger") for each in crossed_of(lines)]
    return [part for line in told for part in (*paragraph(line, width), EMPTY)]


def passings(tongue: Tongue, view: View, width: int) -> list[Content]:
    """Return what changed hands since the last decision, which everybody may know."""
    told = [part for each in news_of(view) for part in paragraph(tongue.line(each), width)]
    return [*told, EMPTY] if told else []


def reaction(tongue: Tongue, changes: Sequence[Change], struck: Sequence[Struck], span: Message, width: int) -> Content:
    """Return the control check, and what moved most with its two strongest reasons."""
    lines = [tongue.line(Message.of("screen.bulletin.control"), "bold")]
    for each in struck:
        lost = Content.assemble(tongue.line(each.team, "bold"), ": ", tongue.line(Message.of("screen.bulletin.struck")))
        lines += paragraph(lost.stylize("$danger"), width)
        lines += paragraph(tongue.line(each.what), width, indent=2)
        for reason in each.weighed:
            lines += paragraph(
                tongue.line(Message.of("screen.bulletin.weighed", reason=reason), "$muted"), width, indent=2
            )
    if not struck:
        lines.append(tongue.line(Message.of("screen.bulletin.kept")))
    most = [each for each in ranked(changes) if _whole(each) and not is_spent(each)][:MOST]
    if not most:
        return stack([*lines, EMPTY, *nothing(tongue, width)])
    lines += [EMPTY, *paragraph(tongue.line(Message.of("screen.bulletin.moved_most", span=span), "bold"), width)]
    numbers = numbers_of(tongue, most)
    for change in most:
        lines += [EMPTY, *_whole_name(_cells(tongue, change, numbers), width), *reasons(tongue, change, width, TWO)]
    return stack(lines)


def nothing(tongue: Tongue, width: int) -> list[Content]:
    """Say that nothing moved."""
    return paragraph(tongue.line(Message.of("plain.nothing_moved"), "$muted"), width)


def change_row(tongue: Tongue, change: Change, width: int, numbers: Numbers) -> Content:
    """Return a meter: name, before, after, difference, and its strongest reasons; a long name takes a second line.

    `numbers` are as wide for every row.
    """
    cells = _cells(tongue, change, numbers)
    if width < ROOMY:
        below = _why(tongue, change, width - INDENT, DEEP)
        return stack([*_whole_name(cells, width), *(Content.assemble(" " * INDENT, line) for line in below)])
    wide = _name(width)
    room = max(width - wide - numbers.between, 1)
    first, *rest = paragraph(cells[0].content, wide)
    reason, *further = _why(tongue, change, room, HIGH) or [EMPTY]
    lines = [columns(width, [Cell(first, wide), *cells[1:], Cell(reason)])]
    for name, why in zip_longest(rest, further, fillvalue=EMPTY):
        beside = Content(" " * max(width - room - name.cell_length - INDENT, 0))
        lines.append(Content.assemble(" " * INDENT, name, *((beside, why) if why else ())))
    return stack(lines)


def _whole_name(cells: list[Cell], width: int) -> list[Content]:
    """Return cells on a line, and below it what has no room there of the first, a name."""
    fixed = sum(cell.width for cell in cells) + 2 * (len(cells) - 1)
    first, *rest = paragraph(cells[0].content, max(width - fixed, 1))
    line = columns(width, [cells[0]._replace(content=first), *cells[1:]])
    return [line, *(Content.assemble(" " * INDENT, each) for each in rest)]


def change_head(tongue: Tongue, width: int, numbers: Numbers) -> Content:
    """Return the heads of the columns."""
    name = Cell(tongue.line(Message.of("plain.column.meter")), _name(width) if width >= ROOMY else 0)
    before = Cell(tongue.line(Message.of("plain.column.before")), numbers.value, right=True)
    after = Cell(tongue.line(Message.of("plain.column.after")), numbers.value, right=True)
    last = [Cell(tongue.line(Message.of("plain.column.why")))] if width >= ROOMY else []
    return columns(width, [name, before, Cell(EMPTY, 1), after, Cell(EMPTY, numbers.by), *last])


def _name(width: int) -> int:
    """Return how many cells of a wide row are for the name."""
    return min(max(NAME, width * 2 // 5 - 8), LONGEST)


def _cells(tongue: Tongue, change: Change, numbers: Numbers) -> list[Cell]:
    first, last, by = _told(change)
    style = "bold" if by is not None else ""
    return [
        Cell(tongue.line(change.name, style or "$muted")),
        Cell(tongue.line(first, "$muted"), numbers.value, right=True),
        Cell(Content.styled("→", "$muted"), 1),
        Cell(tongue.line(last, style), numbers.value, right=True),
        Cell(Content.styled("=", "$muted") if by is None else tongue.line(by), numbers.by, right=True),
    ]


def _told(change: Change) -> tuple[Message, Message, Message | None]:
    """Say before, after and the difference as they are printed; None for no difference."""
    before, after, by, finely = printed(change)
    value, moved = "screen.moved.value", "screen.moved.by"
    if finely:
        value, moved = f"{value}_finely", f"{moved}_finely"
    return Message.of(value, n=before), Message.of(value, n=after), Message.of(moved, n=by) if by else None


def _why(tongue: Tongue, change: Change, room: int, high: int) -> list[Content]:
    """Return as many of the strongest reasons as fit on `high` lines, two at least, and what the others come to."""
    told: list[Content] = []
    for most in range(min(len(carrying(change)), FOUR), TWO - 1, -1):
        told = paragraph(_line(tongue, change, most), room)
        if len(told) <= high:
            return told
    return told or paragraph(_line(tongue, change, TWO), room)


def _line(tongue: Tongue, change: Change, most: int) -> Content:
    shown, left, rest = strongest(change, most)
    told = [Message.of("screen.moved.reason", n=each.amount, cause=each.cause) for each in shown]
    others = [Message.of("reasons.more", n=left, amount=rest)] if left else []
    return listed(tie(tongue.line(each, "$muted"), 1) for each in (*told, *others)).stylize("$muted")
