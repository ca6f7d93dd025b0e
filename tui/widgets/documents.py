"""Longer texts set for reading: the brief, objectives, the reasons of a meter, the keys, a question before sealing."""

from collections.abc import Collection, Mapping, Sequence

from textual.content import Content

from engine.game.ending import Aim
from engine.game.view import Change, View
from engine.language.messages import Message
from engine.text import Text
from tui.joined import carrying, hidden_in, moved_of, strongest
from tui.rules import behind
from tui.widgets.typeset import EMPTY, Cell, apart, columns, hanging, listed, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import amount, doubts_of, turn_name, unreasoned

POINTS = 12
AMOUNT = 9  # cells of an amount, with what stands before it


def brief(tongue: Tongue, view: View, width: int) -> Content:
    """Return what the team was told at STARTEX, with its objectives and red lines."""
    side = tongue.line(Message.of("screen.brief.side", side=view.side_name), "$muted") if view.side_name else EMPTY
    text = paragraph(tongue.whole(view.brief), width) if view.brief else []
    before = [*paragraph(tongue.whole(view.peacetime), width), EMPTY] if view.peacetime else []
    return stack([side, EMPTY, *before, *text, EMPTY, objectives(tongue, view.objectives, view.red_lines, width)])


def objectives(tongue: Tongue, wanted: Sequence[Aim], lines: Sequence[Aim], width: int) -> Content:
    """Return objectives with their points, and red lines; at ENDEX with what became of them."""
    shown = [tongue.line(Message.of("screen.objectives.title"), "bold")]
    if not wanted:
        shown += paragraph(tongue.line(Message.of("screen.objectives.none"), "$muted"), width)
    shown += [part for each in wanted for part in aim(tongue, each, width)]
    if lines:
        shown += [EMPTY, tongue.line(Message.of("screen.objectives.red_lines"), "bold")]
        shown += [part for each in lines for part in red_line(tongue, each, width)]
    return stack(shown)


def aim(tongue: Tongue, wanted: Aim, width: int) -> list[Content]:
    """Return an objective with its points; at ENDEX with whether it was reached."""
    mark = Content.styled("○ ", "$muted")
    if wanted.reached is not None:
        mark = Content.styled("✓ ", "bold $accent") if wanted.reached else Content.styled("✗ ", "bold $danger")
    if wanted.met:
        mark = Content.styled("● ", "bold $accent")
    points = tongue.line(Message.of("screen.objectives.points", n=wanted.points), "$muted")
    first, *rest = hanging(mark, tongue.line(wanted.text), width - POINTS)
    measure = [Content.assemble("  ", tongue.line(Message.of("aim.met"), "$accent"))] if wanted.met else []
    if wanted.measure:
        judged = tongue.line(Message.of("aim.measure", measure=wanted.measure), "$muted")
        measure += paragraph(judged, width, indent=2)
    if wanted.now:
        stands = Message.of("aim.now" if wanted.reached is None else "aim.then", values=wanted.now)
        measure += paragraph(tongue.line(stands), width, indent=2)
    return [columns(width, [Cell(first), Cell(points, POINTS - 2, right=True)]), *rest, *measure]


def red_line(tongue: Tongue, line: Aim, width: int) -> list[Content]:
    """Return a red line with what crossing it costs; at ENDEX with whether it was kept."""
    mark = Content.styled("✓ ", "bold $accent") if line.reached is False else Content.styled("▬ ", "bold $danger")
    if line.reached is None:
        text = Message.of("plain.aim_line", text=line.text, n=line.points)
        return hanging(mark, tongue.line(text), width)
    crossed = Message.of("screen.objectives.crossed") if line.reached else Message.of("screen.objectives.kept")
    state = tongue.line(crossed, "bold $danger" if line.reached else "$muted")
    cap = tongue.line(Message.of("screen.objectives.cap", points=line.points), "$muted") if line.reached else EMPTY
    return hanging(mark, listed([tongue.line(line.text), state, cap], Content("  ")), width)


def ledger(tongue: Tongue, rows: Collection[tuple[int, Change]], width: int) -> Content:
    """Return why a meter moved, turn by turn, the latest first, and that it is all that did so."""
    lines = paragraph(tongue.line(Message.of("ledger.all"), "$muted"), width) if rows else []
    for turn, change in sorted(rows, key=lambda row: -row[0]):
        title = tongue.line(turn_name(turn), "bold")
        lines += [listed([title, moved(tongue, change)], Content("   ")), *causes(tongue, change, width), EMPTY]
    return stack(lines[:-1]) if lines else tongue.line(Message.of("screen.why.nothing"), "$muted")


def moved(tongue: Tongue, change: Change) -> Content:
    """Return before, after and the difference, in whole numbers where these tell it."""
    return tongue.line(moved_of(change))


def reasons(tongue: Tongue, change: Change, width: int, most: int) -> list[Content]:
    """Return the strongest reasons of a change, each with its amount, and what the others come to."""
    shown, left, rest = strongest(change, most)
    lines = [part for each in shown for part in hanging(_by(tongue, each.amount), tongue.line(each.cause), width)]
    if left:
        lines += hanging(_by(tongue, rest), tongue.line(Message.of("reasons.rest", n=left), "$muted"), width)
    return lines or [tongue.line(Message.of("screen.why.nothing"), "$muted")]


def _by(tongue: Tongue, moved: float) -> Content:
    """Return an amount as it stands before its cause."""
    amount = tongue.line(Message.of("screen.why.amount", n=moved), "bold")
    return Content.assemble("  ", amount.pad_left(max(AMOUNT - 2 - amount.cell_length, 0)), "  ")


def causes(tongue: Tongue, change: Change, width: int) -> list[Content]:
    """Return all causes of a change, the strongest first, with their amounts and, dim, what is behind them."""
    lines: list[Content] = []
    for reason in carrying(change):
        told = hanging(_by(tongue, reason.amount), tongue.line(reason.cause), width)
        at = listed(tongue.line(place, "$muted") for place in behind(reason))
        if told[-1].cell_length + at.cell_length + 2 <= width:
            told[-1:] = [apart(width, told[-1], at)]
        else:
            told += [line.right(width) for line in paragraph(at, width - AMOUNT)]
        lines += told
    if hidden_in(change):
        small = tongue.line(Message.of("reasons.small", n=hidden_in(change)), "$muted")
        lines += paragraph(small, width, indent=AMOUNT + 2)
    return lines or [tongue.line(Message.of("screen.why.nothing"), "$muted")]


def listed_reasons(tongue: Tongue, messages: Sequence[Message], width: int) -> Content:
    """Return reasons without amounts, one a line."""
    dash = Content.styled("· ", "$muted")
    return stack([part for message in messages for part in hanging(dash, tongue.line(message), width)])


def glossary(
    tongue: Tongue,
    concepts: Mapping[str, tuple[Text, Text]],
    wanted: Sequence[str],
    width: int,
    cards: Mapping[str, tuple[Text, ...]],
) -> Content:
    """Return the concepts that are wanted, each explained, with the cards that teach it."""
    lines: list[Content] = []
    for concept in wanted:
        if concept in concepts:
            name, text = concepts[concept]
            lines += [tongue.line(name, "bold $accent"), *paragraph(tongue.line(text), width, indent=2)]
            if concept in cards:
                taught = tongue.line(Message.of("concept.cards", cards=cards[concept]), "$muted")
                lines += paragraph(taught, width, indent=2)
            lines.append(EMPTY)
    return stack(lines[:-1]) if lines else tongue.line(Message.of("screen.concept.none"), "$muted")


def before_sealing(tongue: Tongue, view: View, width: int) -> Content:
    """Return what is about to be sealed, and what speaks for a second look: hours left, an answer that is due."""
    lines = [
        line
        for n, choice in enumerate(view.tray, 1)
        for line in hanging(Content.styled(f"{n} ", "$accent"), _order(tongue, choice.name, choice.target_name), width)
    ]
    if not lines:
        lines = paragraph(tongue.line(Message.of("screen.tray.empty")), width)
    doubts = [tongue.line(doubt, "$danger") for doubt in doubts_of(view)]
    if view.purse.hours_left:
        doubts.append(tongue.line(Message.of("screen.seal.hours", hours=amount(view.purse.hours_left))))
    doubts += [tongue.line(each, "$muted") for each in unreasoned(view)]
    dash = Content("· ")
    return stack([*lines, EMPTY, *(line for doubt in doubts for line in hanging(dash, doubt, width))])


def _order(tongue: Tongue, card: Text, target: Text | Message | None) -> Content:
    return listed([tongue.line(card), tongue.line(target, "$muted") if target is not None else EMPTY])
