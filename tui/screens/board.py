"""The public board, for a projector: what everybody in the room may know, in few and large words."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits

from engine.game.view import Gauge, SeatLine, Story, View
from engine.language.messages import Message
from tui.screens.place import Place
from tui.widgets.names import seat
from tui.widgets.region import Region
from tui.widgets.typeset import EMPTY, Cell, Fitted, columns, listed, meter, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import heat_of, moment_of, pledge_of, stage_of, trend_of, turn_of, value_of

STEPS = "▁▂▃▄▅▆▇█"
HUMAN = "human"
STORIES, GAUGES, PLEDGES = 5, 6, 4
"""So many of each are shown: what is read from the back of a room is little."""


class BoardScreen(Place[None]):
    """It is handed the public's view, and what is left of the clock."""

    place = "board"

    def __init__(self, tongue: Tongue, view: View, left: int | None) -> None:
        super().__init__(tongue)
        self._view, self._left = view, left

    def compose(self) -> ComposeResult:
        """Head and clock, headline, stories beside meters, positions, who has sealed."""
        tongue = self.tongue
        with Horizontal(id="board-head"):
            yield Said(id="board-title")
            yield Digits(id="board-clock")
        yield Said(id="headline")
        with Horizontal(id="board-body"):
            with VerticalScroll(classes="board-side"):
                yield Region(tongue.line(Message.of("board.stories")), Said(id="board-stories"), does="help")
            with VerticalScroll(classes="board-side"):
                yield Region(tongue.line(Message.of("board.meters")), Said(id="board-meters"), does="help")
                yield Region(tongue.line(Message.of("board.positions")), Said(id="board-positions"), does="help")
        yield Vertical(Said(id="board-seals"), id="board-foot")
        yield from self.foot()

    def fill(self) -> None:
        """Put in what everybody may know."""
        self.show(self._view, self._left)

    def show(self, view: View, left: int | None) -> None:
        """Show what is so now."""
        self._view = view
        tongue = self.tongue
        self.query_one("#board-title", Said).update(Fitted(lambda width: title(tongue, view, width)))
        self.query_one("#headline", Said).update(Fitted(lambda width: headline(tongue, view, width)))
        self.query_one("#board-stories", Said).update(Fitted(lambda width: stories(tongue, view, width)))
        self.query_one("#board-meters", Said).update(Fitted(lambda width: meters(tongue, view, width)))
        self.query_one("#board-positions", Said).update(Fitted(lambda width: positions(tongue, view, width)))
        self.query_one("#board-seals", Said).update(Fitted(lambda width: seals(tongue, view.table, width)))
        self.tick(left)

    def tick(self, left: int | None) -> None:
        """Show what is left of the round, in seconds; None where no clock was set."""
        self._left = left
        clock = self.query_one("#board-clock", Digits)
        clock.display = left is not None
        if left is not None:
            clock.update(f"{left // 60:02}:{left % 60:02}")
            clock.set_class(left == 0, "-over")


def title(tongue: Tongue, view: View, width: int) -> Content:
    """Return the exercise, how far it is, and when that is in its own world."""
    when = listed([tongue.line(turn_of(view)), tongue.line(moment_of(view.moment))])
    over = tongue.line(Message.of("board.ended"), "bold $accent") if view.ended else EMPTY
    return stack([tongue.line(view.title, "bold $accent").truncate(width, ellipsis=True), when, over])


def headline(tongue: Tongue, view: View, width: int) -> Content:
    """Return the latest that reached everybody."""
    if view.peacetime:
        return stack(paragraph(tongue.line(view.peacetime), width, most=3))
    if not view.inbox:
        return EMPTY
    letter = view.inbox[0]
    name = listed([tongue.line(letter.name, "bold"), tongue.line(letter.sender, "$muted") if letter.sender else EMPTY])
    return stack([name.truncate(width, ellipsis=True), *paragraph(tongue.line(letter.text), width, most=2)])


def stories(tongue: Tongue, view: View, width: int) -> Content:
    """Return the hottest stories, each with its heat over the turns."""
    told = sorted((story for story in view.stories if story.heat), key=lambda story: -story.heat)[:STORIES]
    rows = [row for story in told for row in _story(tongue, view, story, width)]
    return stack(rows or [tongue.line(Message.of("board.quiet"), "$muted")])


def _story(tongue: Tongue, view: View, story: Story, width: int) -> list[Content]:
    course = line([change.after for _, change in view.history.get(f"{story.narrative}.heat", ())], 0, 100)
    said = listed(
        [tongue.line(heat_of(story.heat)), tongue.line(stage_of(story.stage)), tongue.line(trend_of(story.trend))]
    )
    name = tongue.line(story.name, "bold").truncate(width, ellipsis=True)
    beside = Content.styled(f"{story.heat:3}", "bold $accent")
    bar = meter(story.heat / 100, max(width // 3, 6), "$accent")
    return [name, Content.assemble(bar, " ", beside, "  ", course).truncate(width), said.stylize("$muted"), EMPTY]


def meters(tongue: Tongue, view: View, width: int) -> Content:
    """Return the meters that everybody may know, each over the turns."""
    rows = [_gauge(tongue, view, gauge, width) for gauge in view.gauges[:GAUGES]]
    return stack([*rows, EMPTY])


def _gauge(tongue: Tongue, view: View, gauge: Gauge, width: int) -> Content:
    past = [change.after for _, change in view.history.get(gauge.meter, ())]
    course = line(past, min(past, default=0), max(past, default=0))
    value = tongue.line(value_of(gauge), "bold")
    cells = [Cell(tongue.line(gauge.name)), Cell(value, 10, right=True), Cell(course, 14)]
    return columns(width, cells)


def positions(tongue: Tongue, view: View, width: int) -> Content:
    """Return what teams have stated in public, and whether they keep to it."""
    stated = [pledge for pledge in view.pledges if pledge.public][-PLEDGES:]
    rows = [each for pledge in stated for each in paragraph(tongue.line(pledge_of(pledge)), width, most=2)]
    return stack(rows or [tongue.line(Message.of("board.no_positions"), "$muted")])


def seals(tongue: Tongue, table: Sequence[SeatLine], width: int) -> Content:
    """Return which teams have sealed."""
    said = []
    for seated in table:
        name = tongue.line(seated.people or seated.name, "bold")
        if seated.seat != HUMAN:
            said.append(Content.assemble(name, " ", tongue.line(seat(seated.seat), "$muted")))
            continue
        mark = Content.styled("✓ ", "bold $accent") if seated.sealed else Content.styled("○ ", "$muted")
        word = Message.of("screen.handover.sealed" if seated.sealed else "screen.handover.waits")
        said.append(Content.assemble(mark, name, " ", tongue.line(word, "$muted")))
    return stack(paragraph(listed(said, Content("   ")), width))


def line(past: Sequence[float], low: float, high: float) -> Content:
    """Return a course of values as a line of small bars, the latest at the right."""
    span = max(high - low, 1.0)
    places = [round((value - low) / span * (len(STEPS) - 1)) for value in past[-14:]]
    return Content.styled("".join(STEPS[max(0, min(place, len(STEPS) - 1))] for place in places), "$secondary")
