"""How we stand: the risk, and every meter that the team may see."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from engine.game.view import Gauge, Risk
from engine.language.messages import Message
from tui.gauges import heading_of, is_older, until_means
from tui.widgets.names import ours
from tui.widgets.region import Region, numbered
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Cell, Lay, apart, columns, listed, paragraph, stack, tie, wide_enough
from tui.widgets.wording import Tongue
from tui.words import risk_of, trend_of

GROUPS = ("opinion", "team", "mission", "others", "world")
RISK = "risk"  # the key of the row of control-loss risk
ROOMY = 60
GRAVE = 20
BRIEF = 3  # cells of a unit that stands at its value
VALUE, ERROR = 4, 4  # cells of a value, so that all end in one column, and of its error or unit
BESIDE, WAY = 17, 9  # cells of what stands beside a value where there are few, and of where it is going


class Beside(NamedTuple):
    """Cells of what stands beside the names of meters: values, and what is told of them in one column or a second."""

    value: int
    together: int
    aside: int


class Standing(Region):
    """The risk first, then the meters by group."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self.rows = Rows("why", at_once=True, id="gauges")
        super().__init__(numbered(tongue, "standing"), self.rows, does="standing", id="standing")

    def show(self, risk: Risk | None, gauges: Sequence[Gauge], turn: int) -> None:
        """Show the risk (None where there is none to tell) and the meters, as of this turn."""
        self.rows.show(self._told(risk, gauges, turn))

    def _told(self, risk: Risk | None, gauges: Sequence[Gauge], turn: int) -> list[Row]:
        tongue = self._tongue
        rows: list[Row] = []
        taken = taken_beside(tongue, gauges, turn)
        if risk is not None:
            rows.append(Row(RISK, lambda width: risk_row(tongue, risk, width)))
        told = False
        for group in GROUPS:
            for heading, members in headed(gauges, group):
                means = [] if told else until_means(members, turn, "screen.gauge.until_means")
                told = told or bool(means)
                rows.append(Row(f"group:{members[0].meter}", self._group(heading, means), stop=False, heads=True))
                rows += [Row(gauge.meter, self._set(gauge, turn, taken)) for gauge in members]
        return rows

    @property
    def marked(self) -> str | None:
        """The meter that is marked, or `risk`."""
        return self.rows.marked

    def _group(self, name: Message, means: Sequence[Message]) -> Lay:
        """Return the name of a group and, once for all of them, what is meant by what stands beside its opinions."""
        head = [self._tongue.line(name, "bold"), *(tie(self._tongue.line(each, "$muted")) for each in means)]
        return lambda width: stack(paragraph(listed(head, Content("  ")), width))

    def _set(self, gauge: Gauge, turn: int, taken: Beside) -> Lay:
        return lambda width: gauge_row(self._tongue, gauge, turn, width, taken)


def risk_row(tongue: Tongue, risk: Risk, width: int) -> Content:
    """Return the control-loss risk: the word first, then the percentage, as of when, then why."""
    style = "bold $danger" if risk.percent >= GRAVE else "bold"
    word = Content.assemble(
        tongue.line(risk_of(risk.percent), style), " ", tongue.line(Message.of("screen.percent", n=risk.percent), style)
    )
    way = tongue.line(trend_of(risk.trend))
    first, at = tongue.line(Message.of("screen.risk.name"), "bold"), tongue.line(Message.of("screen.risk.at"), "$muted")
    why = listed([tongue.line(reason) for reason in risk.reasons], Content(", ")).stylize("$muted")
    told = listed([word, way], Content("  "))
    together = first.cell_length + told.cell_length + 2 <= width
    if together:
        return stack([apart(width, first, told), *paragraph(listed([at, why]), width, most=2)])
    return stack([*paragraph(first, width), *paragraph(listed([told, at, why]), width, most=3)])


def taken_beside(tongue: Tongue, gauges: Sequence[Gauge], turn: int) -> Beside:
    """Return how many cells the columns beside the names of all these meters need."""
    return Beside(
        wide_enough(VALUE, map(worth, gauges)),
        min(max((_together(tongue, gauge, turn) for gauge in gauges), default=0), BESIDE),
        min(max((_aside(tongue, gauge, turn).cell_length for gauge in gauges), default=0), BESIDE),
    )


def _together(tongue: Tongue, gauge: Gauge, turn: int) -> int:
    """Return how many cells are needed for all that is said beside a meter's value, where this is one column."""
    return max(_both(tongue, gauge, turn).cell_length, tongue.line(trend_of(gauge.trend)).cell_length)


def _aside(tongue: Tongue, gauge: Gauge, turn: int) -> Content:
    """Return what has a column of its own beside where a meter is going: a long unit, or when it was heard."""
    unit = tongue.line(gauge.unit, "$muted") if gauge.unit and not is_scale(gauge) else EMPTY
    return unit if unit.cell_length > BRIEF else learnt(tongue, gauge, turn)


def gauge_row(tongue: Tongue, gauge: Gauge, turn: int, width: int, taken: Beside) -> Content:
    """Return a meter: name, value with its error, and where it is going; the columns `taken` are as for every row."""
    name = tongue.line(ours(gauge.name))
    error, unit = doubt(gauge), tongue.line(gauge.unit, "$muted") if gauge.unit else EMPTY
    if is_scale(gauge):
        error = Content("").join(unit.split(" "))  # without a gap: it belongs to the value
    elif 0 < unit.cell_length <= BRIEF:
        error = Content.assemble(" ", unit)
    way = tongue.line(trend_of(gauge.trend))
    if not gauge.trend:
        way = way.stylize("$muted")
    aside = [Cell(_aside(tongue, gauge, turn), taken.aside)] if taken.aside else []
    told = [Cell(_both(tongue, gauge, turn) or way, taken.together)] if width < ROOMY else [Cell(way, WAY), *aside]
    cells = taken.value
    stands = columns(cells + ERROR, [Cell(worth(gauge), cells, right=True), Cell(error, ERROR)], 0)
    room = max(width - cells - ERROR - sum(cell.width + 1 for cell in told) - 1, 1)
    first, *rest = paragraph(name, room)  # a name that does not fit goes on below: it must not be cut
    line = columns(width, [Cell(first, room), Cell(stands, cells + ERROR), *told], 1)
    return stack([line, *(Content.assemble("  ", each) for each in rest)])


def is_scale(gauge: Gauge) -> bool:
    """Whether what stands for a unit says of how many a value is."""
    return isinstance(gauge.unit, Message)


def _both(tongue: Tongue, gauge: Gauge, turn: int) -> Content:
    """Return when a poll was taken, after the arrow that says where it is going, where it was taken at all."""
    heard = learnt(tongue, gauge, turn)
    arrow = tongue.plain(trend_of(gauge.trend)).split()[0]
    return Content.assemble(arrow, " ", heard) if heard and gauge.as_of else heard


def headed(gauges: Sequence[Gauge], group: str) -> list[tuple[Message, list[Gauge]]]:
    """Return the gauges of a group under their headings: opinion of others under one for each side."""
    found: dict[Message, list[Gauge]] = {}
    for gauge in gauges:
        if gauge.group == group:
            found.setdefault(heading_of(gauge), []).append(gauge)
    return list(found.items())


def worth(gauge: Gauge) -> Content:
    """Return the value."""
    sign = "+" if gauge.group in {"opinion", "others"} and gauge.value > 0 else ""
    return Content.styled(f"{sign}{gauge.value}", "bold")


def doubt(gauge: Gauge) -> Content:
    """Return the largest error of a poll."""
    return EMPTY if gauge.error is None else Content.styled(f" ±{gauge.error}", "$muted")


def learnt(tongue: Tongue, gauge: Gauge, turn: int) -> Content:
    """Return when a poll was taken, if it is not of this turn or was not the team's own."""
    if gauge.published:
        return tongue.line(Message.of("screen.gauge.published", turn=gauge.as_of), "$muted")
    if not is_older(gauge, turn):
        return EMPTY
    if gauge.until is not None:
        return tongue.line(Message.of("screen.gauge.until", turn=gauge.until), "$muted")
    if gauge.as_of == 0:
        return tongue.line(Message.of("screen.gauge.unheard"), "$muted")
    return tongue.line(Message.of("screen.gauge.as_of", turn=gauge.as_of), "$muted")
