"""What everybody in the room may know, in few words: for the board, and for a hand-over that is mirrored."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from textual.content import Content

from engine.game.view import Gauge, SeatLine, Story, View
from engine.language.messages import Message
from tui.gauges import value_of
from tui.posted import body_of, endex_of, fresh_of, hottest, latest, stated
from tui.talk import pledge_of
from tui.widgets.typeset import DOT, EMPTY, Cell, columns, cut, listed, paragraph, stack, wide_enough
from tui.widgets.wording import Tongue
from tui.words import heat_of, moment_of, sits_of, team_of, turn_of

STEPS = "▁▂▃▄▅▆▇█"
APART = Content("   ")
FEW, TOLD = 3, 10
"""Where it is mirrored beside a hand-over: so many of each, and lines of the latest that reached everybody."""
VALUE, LONGEST, COURSE = 10, 20, 14
"""Cells of a meter's value, at least and at most, and of its course."""


def title(tongue: Tongue, view: View, width: int) -> Content:
    """Return the exercise, how far it is, when that is in its own world, and in the end the scores."""
    when = listed([tongue.line(turn_of(view)), tongue.line(moment_of(view.moment))])
    over = tongue.line(Message.of(endex_of(view)), "bold $accent") if view.ended else EMPTY
    sides = view.result.sides if view.result else ()
    scores = listed([Content.assemble(tongue.line(name), f" {score}") for name, score, _ in sides])
    name = tongue.line(view.title, "bold $accent")
    if when.cell_length > width:  # a clock stands beside it
        turn, when = Content.assemble(DOT, tongue.line(turn_of(view))), tongue.line(moment_of(view.moment))
        name = Content.assemble(cut(name, max(width - turn.cell_length, 1)), turn)
    lines = (cut(name, width), when, over, scores)
    return stack([each for each in lines if each])


def headline(tongue: Tongue, view: View, width: int, *, lines: int = 2) -> Content:
    """Return the latest that reached everybody, its text in so many lines; what was before the crisis in one more."""
    if view.peacetime:
        return stack(paragraph(tongue.line(view.peacetime), width, most=lines + 1))
    letter = next(iter(latest(view)), None)
    if letter is None:
        return EMPTY
    name = listed([tongue.line(letter.name, "bold"), tongue.line(letter.sender, "$muted") if letter.sender else EMPTY])
    body = body_of(letter)
    return stack([cut(name, width), *(paragraph(tongue.line(body), width, most=lines) if body else [])])


def course_of(view: View, story: Story) -> Content:
    """Return the heat of a story over the turns."""
    return line(over_turns(view, f"{story.narrative}.heat"), 0, 100)


def course(view: View, gauge: Gauge) -> Content:
    """Return a meter over the turns; an opinion as it was published."""
    past = over_turns(view, gauge.meter)
    if gauge.error is not None:
        found = (curve.points for curve in view.curves if curve.meter == gauge.meter)
        past = _stepped(view, {point.turn: point.value for points in found for point in points}, None)
    known = [value for value in past if value is not None]
    return line(past, min(known, default=0), max(known, default=0))


def over_turns(view: View, meter: str) -> list[float | None]:
    """Return a meter turn by turn, so that all courses have one axis: where nothing moved it, it stays as it was."""
    changes = view.history.get(meter, ())
    before = changes[0][1].before if changes else None
    return _stepped(view, {turn: change.after for turn, change in changes}, before)


def _stepped(view: View, found: Mapping[int, float], before: float | None) -> list[float | None]:
    """Return what was found, turn by turn, each until the next; `before` the first, None where that is not known."""
    past: list[float | None] = []
    for turn in range(view.turn + 1) if found else ():
        before = found.get(turn, before)
        past.append(before)
    return past


def room_for(tongue: Tongue, gauges: Iterable[Gauge]) -> int:
    """Return how many cells the values of these meters take: a number is never cut, at most its unit is."""
    return min(wide_enough(VALUE, (tongue.line(value_of(each)) for each in gauges)), LONGEST)


def seals(tongue: Tongue, view: View, width: int) -> Content:
    """Return how many have sealed, and which; at ENDEX nobody has anything to decide."""
    fresh, people = fresh_of(view), [seated for seated in view.table if seated.human]
    said = [tongue.line(Message.of("pin.anew_title"), "bold $warning")] if view.reopened and not view.ended else []
    if people and not view.ended:
        many = sum(seated.sealed for seated in people)
        said.append(tongue.line(Message.of("board.sealed", n=many, all=len(people)), "$muted"))
    for seated in () if view.ended else view.table:
        name = tongue.line(team_of(seated), "bold")
        if seated.human:
            sign = Content.styled("✓ ", "bold $accent") if seated.sealed else Content.styled("○ ", "$muted")
            said.append(Content.assemble(sign, name))
        else:
            said.append(Content.assemble(name, " ", sits(tongue, seated, fresh)))
    return stack(_packed(said, width))


def sits(tongue: Tongue, line: SeatLine, fresh: Collection[str]) -> Content:
    """Return which bot sits at a team, or that nobody does; where that is new, it says so."""
    seat = sits_of(line.seat)
    return tongue.line(Message.of("seat.now", seat=seat)) if line.team in fresh else tongue.line(seat, "$muted")


def seal_of(tongue: Tongue, *, sealed: bool) -> Content:
    """Return whether a team with a person has sealed, with its sign."""
    if sealed:
        return Content.assemble(("✓ ", "$accent"), tongue.line(Message.of("screen.handover.sealed")))
    return Content.assemble(("○ ", "$muted"), tongue.line(Message.of("screen.handover.waits"), "$muted"))


def _packed(pieces: Sequence[Content], width: int) -> list[Content]:
    """Set pieces on as few lines as there may be, and break none of them."""
    lines: list[list[Content]] = [[]]
    for piece in pieces:
        if lines[-1] and listed([*lines[-1], piece], APART).cell_length > width:
            lines.append([])
        lines[-1].append(piece)
    return [cut(listed(each, APART), width) for each in lines]


def line(past: Sequence[float | None], low: float, high: float) -> Content:
    """Return a course of values as a line of small bars, the latest at the right; a gap where none is known."""
    span, last = max(high - low, 1.0), len(STEPS) - 1
    places = [None if value is None else round((value - low) / span * last) for value in past[-COURSE:]]
    bars = (" " if place is None else STEPS[max(0, min(place, last))] for place in places)
    return Content.styled("".join(bars), "$secondary")


def facts(tongue: Tongue, view: View, width: int) -> Content:
    """Return what the board shows, in a few lines: the headline, the hottest stories, the meters, the positions."""
    told = [headline(tongue, view, width, lines=TOLD), figures(tongue, view, width)]
    words = [tongue.line(pledge_of(pledge)) for pledge in stated(view)[:FEW]]
    pledged = stack(part for each in words for part in paragraph(each, width, most=2))
    return listed([*told, pledged], Content("\n\n"))


def figures(tongue: Tongue, view: View, width: int) -> Content:
    """Return the least of what the board shows: the hottest stories and the first meters, each on a line."""
    rows = [
        columns(width, [Cell(tongue.line(story.name)), Cell(tongue.line(heat_of(story.heat), "$accent"), 12)])
        for story in hottest(view)[:FEW]
    ]
    told = view.gauges[:FEW]
    value = room_for(tongue, told)
    gauges = [
        [Cell(tongue.line(each.name)), Cell(tongue.line(value_of(each), "bold"), value, right=True)] for each in told
    ]
    courses = [course(view, each) for each in told]
    room = width - value - COURSE - 4
    if any(courses) and all(name.content.cell_length <= room for name, _ in gauges):
        gauges = [[*cells, Cell(over, COURSE)] for cells, over in zip(gauges, courses, strict=True)]
    return stack([*rows, *(columns(width, cells) for cells in gauges)])
