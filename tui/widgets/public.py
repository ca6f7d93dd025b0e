"""What everybody in the room may know, in few words: for the board, and for a hand-over that is mirrored."""

from collections.abc import Callable, Collection, Sequence

from textual.content import Content

from engine.game.view import Gauge, SeatLine, Story, View
from engine.language.messages import Message
from tui.talk import pledge_of
from tui.widgets.names import brief
from tui.widgets.typeset import DOT, EMPTY, Cell, as_many, columns, cut, listed, meter, paragraph, rule, stack
from tui.widgets.wording import Tongue
from tui.words import heat_of, moment_of, sits_of, stage_of, team_of, trend_of, turn_of, value_of

STEPS = "▁▂▃▄▅▆▇█"
APART = Content("   ")
FEW, TOLD = 3, 10
"""Where it is mirrored beside a hand-over: so many of each, and lines of the latest that reached everybody."""
LOWER = 3
"""Where not all has room, positions have one in so many lines of a column, below the meters."""
VALUE, COURSE = 10, 14
"""Cells of a meter's value, and of its course."""
PLOTTED = 46
"""Cells of a line that has room for a course."""


def title(tongue: Tongue, view: View, width: int, *, scored: bool = True) -> Content:
    """Return the exercise, how far it is, when that is in its own world, and in the end the scores."""
    when = listed([tongue.line(turn_of(view)), tongue.line(moment_of(view.moment))])
    over = tongue.line(Message.of("board.ended"), "bold $accent") if view.ended else EMPTY
    sides = view.result.sides if view.result and scored else ()
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
    if not view.inbox:
        return EMPTY
    letter = view.inbox[0]
    name = listed([tongue.line(letter.name, "bold"), tongue.line(letter.sender, "$muted") if letter.sender else EMPTY])
    return stack([cut(name, width), *paragraph(tongue.line(letter.text), width, most=lines)])


def stories(tongue: Tongue, view: View, width: int, height: int) -> Content:
    """Return the hottest stories, each with its heat over the turns; on two lines each where there is little room."""
    told = hottest(view)
    if not told:
        return tongue.line(Message.of("board.quiet"), "$muted")
    pieces = [_story(tongue, view, story, width) for story in told]
    if sum(len(each) for each in pieces) - 1 > height:
        pieces = [_short_story(tongue, view, story, width) for story in told]
    return stack(as_many(pieces, height, more_of(tongue)))


def hottest(view: View) -> list[Story]:
    """Return the stories that have any heat, the hottest first."""
    return sorted((story for story in view.stories if story.heat), key=lambda story: -story.heat)


def more_of(tongue: Tongue) -> Callable[[int], Content]:
    """Return how to say that there are so many more."""
    return lambda n: tongue.line(Message.of("board.more", n=n), "$muted")


def _story(tongue: Tongue, view: View, story: Story, width: int) -> list[Content]:
    course = course_of(view, story)
    said = listed(
        [tongue.line(heat_of(story.heat)), tongue.line(stage_of(story.stage)), tongue.line(trend_of(story.trend))]
    )
    name = cut(tongue.line(story.name, "bold"), width)
    beside = Content.styled(f"{story.heat:3}", "bold $accent")
    bar = meter(story.heat / 100, max(width // 3, 6), "$accent")
    return [name, Content.assemble(bar, " ", beside, "  ", course).truncate(width), said.stylize("$muted"), EMPTY]


def _short_story(tongue: Tongue, view: View, story: Story, width: int) -> list[Content]:
    words = [heat_of(story.heat), stage_of(story.stage), trend_of(story.trend)]
    said = listed([tongue.line(each) for each in words]).stylize("$muted")
    heat = Content.styled(f"{story.heat:3}", "bold $accent")
    below = Content.assemble(heat, "  ", said, "  ", course_of(view, story)).truncate(width)
    return [cut(tongue.line(story.name, "bold"), width), below]


def course_of(view: View, story: Story) -> Content:
    """Return the heat of a story over the turns."""
    return line([change.after for _, change in view.history.get(f"{story.narrative}.heat", ())], 0, 100)


def known(tongue: Tongue, view: View, width: int, height: int) -> Content:
    """Return the meters that everybody may know, each over the turns, and below them what teams have stated."""
    title = tongue.line(Message.of("board.positions")).stylize("bold $foreground")
    head = rule(width, title).stylize_before("$faint")
    gauges = [_gauge_rows(tongue, view, gauge, width) for gauge in view.gauges]
    stated = _positions(tongue, view, width, 2)
    lines = [line for piece in (*gauges, [EMPTY, head], *stated) for line in piece]
    if len(lines) <= height:
        return stack(lines)
    gauges = [_short_gauge(tongue, view, gauge, width) for gauge in view.gauges]
    between = [EMPTY, head] if width >= PLOTTED else [head]
    below = as_many(stated, max(height // LOWER, len(stated[0]) + 1), more_of(tongue))
    return stack([*as_many(gauges, height - len(between) - len(below), more_of(tongue)), *between, *below])


def _short_gauge(tongue: Tongue, view: View, gauge: Gauge, width: int) -> list[Content]:
    """Return a meter, its value and its course no wider than those of all meters are; a long name goes on below."""
    value = tongue.line(value_of(gauge), "bold")
    widest = max(tongue.line(value_of(each)).cell_length for each in view.gauges)
    longest = max(_course(view, each).cell_length for each in view.gauges) if width >= PLOTTED else 0
    beside = widest + 2 + (longest + 2 if longest else 0)
    name = gauge.name if width >= PLOTTED else brief(gauge.name)
    first, *more = paragraph(tongue.line(name), max(width - beside, 1), most=2)
    cells = [Cell(first), Cell(value, widest, right=True), Cell(_course(view, gauge), longest)]
    return [columns(width, cells if longest else cells[:2]), *(Content.assemble("  ", each) for each in more)]


def _course(view: View, gauge: Gauge) -> Content:
    past = [change.after for _, change in view.history.get(gauge.meter, ())]
    if gauge.error is not None:  # as it was published
        past = [point.value for curve in view.curves if curve.meter == gauge.meter for point in curve.points]
    return line(past, min(past, default=0), max(past, default=0))


def _gauge_rows(tongue: Tongue, view: View, gauge: Gauge, width: int) -> list[Content]:
    """Return a meter, its name on a second line where it is long."""
    beside = VALUE + 2 + (COURSE + 2) * (width >= PLOTTED)
    first, *more = paragraph(tongue.line(gauge.name), max(width - beside, 1), most=2)
    cells = _gauge(tongue, view, gauge, first)
    return [columns(width, cells if width >= PLOTTED else cells[:2]), *more]


def _gauge(tongue: Tongue, view: View, gauge: Gauge, name: Content) -> list[Cell]:
    """Return a meter's name, its value and its course over the turns."""
    value = tongue.line(value_of(gauge), "bold")
    return [Cell(name), Cell(value, VALUE, right=True), Cell(_course(view, gauge), COURSE)]


def _positions(tongue: Tongue, view: View, width: int, most: int) -> list[list[Content]]:
    """Return what teams have stated in public, and whether they keep to it, the latest first."""
    stated = [pledge for pledge in view.pledges if pledge.public]
    pieces = [paragraph(tongue.line(pledge_of(pledge)), width, most=most) for pledge in reversed(stated)]
    return pieces or [[cut(tongue.line(Message.of("board.no_positions"), "$muted"), width)]]


def seals(tongue: Tongue, view: View, width: int) -> Content:
    """Return which teams have sealed; at ENDEX nobody has anything to decide."""
    fresh = fresh_of(view)
    said = [tongue.line(Message.of("pin.anew_title"), "bold $warning")] if view.reopened and not view.ended else []
    for seated in () if view.ended else view.table:
        name = tongue.line(team_of(seated), "bold")
        if not seated.human:
            said.append(Content.assemble(name, " ", sits(tongue, seated, fresh)))
            continue
        mark = Content.styled("✓ ", "bold $accent") if seated.sealed else Content.styled("○ ", "$muted")
        word = Message.of("screen.handover.sealed" if seated.sealed else "screen.handover.waits")
        said.append(Content.assemble(mark, name, " ", tongue.line(word, "$muted")))
    return stack(_packed(said, width))


def fresh_of(view: View) -> frozenset[str]:
    """Return the teams at which somebody else sits since the last decision."""
    return frozenset(passed.line.team for passed in view.passed)


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


def line(past: Sequence[float], low: float, high: float) -> Content:
    """Return a course of values as a line of small bars, the latest at the right."""
    span = max(high - low, 1.0)
    places = [round((value - low) / span * (len(STEPS) - 1)) for value in past[-14:]]
    return Content.styled("".join(STEPS[max(0, min(place, len(STEPS) - 1))] for place in places), "$secondary")


def facts(tongue: Tongue, view: View, width: int) -> Content:
    """Return what the board shows, in a few lines: the headline, the hottest stories, the meters, the positions."""
    stated = [tongue.line(pledge_of(pledge)) for pledge in view.pledges if pledge.public][-FEW:]
    told = [headline(tongue, view, width, lines=TOLD), figures(tongue, view, width)]
    pledged = stack(part for each in stated for part in paragraph(each, width, most=2))
    return listed([*told, pledged], Content("\n\n"))


def figures(tongue: Tongue, view: View, width: int) -> Content:
    """Return the least of what the board shows: the hottest stories and the first meters, each on a line."""
    rows = [
        columns(width, [Cell(tongue.line(story.name)), Cell(tongue.line(heat_of(story.heat), "$accent"), 12)])
        for story in hottest(view)[:FEW]
    ]
    gauges = [_gauge(tongue, view, each, tongue.line(each.name)) for each in view.gauges[:FEW]]
    room = width - VALUE - COURSE - 4
    plotted = any(course.content for *_, course in gauges)
    plotted &= all(name.content.cell_length <= room for name, *_ in gauges)
    return stack([*rows, *(columns(width, cells if plotted else cells[:2]) for cells in gauges)])
