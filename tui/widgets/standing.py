"""How we stand: the risk, and every meter that the team may see."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.view import Gauge, Risk
from engine.language.messages import Message
from tui.widgets.names import ours
from tui.widgets.region import Region, numbered
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Cell, Lay, apart, columns, listed, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import heading_of, risk_of, trend_of

GROUPS = ("opinion", "team", "mission", "others", "world")
RISK = "risk"  # the key of the row of control-loss risk
ROOMY = 60
GRAVE = 20
BRIEF = 3  # cells of a unit that stands at its value
VALUE, BESIDE = 7, 15  # cells of a value, and of what stands beside it, where there are few


class Standing(Region):
    """The risk first, then the meters by group."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self.rows = Rows("why", at_once=True, id="gauges")
        super().__init__(numbered(tongue, "standing"), self.rows, does="standing", id="standing")

    def show(self, risk: Risk | None, gauges: Sequence[Gauge], turn: int) -> None:
        """Show the risk (None where there is none to tell) and the meters, as of this turn."""
        tongue = self._tongue
        rows: list[Row] = []
        if risk is not None:
            rows.append(Row(RISK, lambda width: risk_row(tongue, risk, width)))
        for group in GROUPS:
            for heading, members in headed(gauges, group):
                rows.append(Row(f"group:{members[0].meter}", self._group(heading), stop=False))
                rows += [Row(gauge.meter, self._set(gauge, turn)) for gauge in members]
        self.rows.show(rows)

    @property
    def marked(self) -> str | None:
        """The meter that is marked, or `risk`."""
        return self.rows.marked

    def _group(self, name: Message) -> Lay:
        title = self._tongue.line(name, "$muted")
        return lambda width: title.truncate(width, ellipsis=True)

    def _set(self, gauge: Gauge, turn: int) -> Lay:
        return lambda width: gauge_row(self._tongue, gauge, turn, width)


def risk_row(tongue: Tongue, risk: Risk, width: int) -> Content:
    """Return the control-loss risk: the word first, then the percentage, then why."""
    style = "bold $danger" if risk.percent >= GRAVE else "bold"
    word = Content.assemble(
        tongue.line(risk_of(risk.percent), style), " ", tongue.line(Message.of("screen.percent", n=risk.percent), style)
    )
    way = tongue.line(trend_of(risk.trend))
    first = tongue.line(Message.of("screen.risk.name"), "bold")
    why = listed([tongue.line(reason) for reason in risk.reasons], Content(", ")).stylize("$muted")
    told = listed([word, way], Content("  "))
    together = first.cell_length + told.cell_length + 2 <= width
    head = [apart(width, first, told)] if together else [first.truncate(width, ellipsis=True), told.truncate(width)]
    return stack([*head, *paragraph(why, width, most=2)])


def gauge_row(tongue: Tongue, gauge: Gauge, turn: int, width: int) -> Content:
    """Return a meter: name, value with its error, and where it is going."""
    name = tongue.line(ours(gauge.name))
    value = worth(gauge)
    unit = tongue.line(gauge.unit) if gauge.unit else EMPTY
    if 0 < unit.cell_length <= BRIEF:
        value, unit = Content.assemble(value, " ", unit.stylize("$muted")), EMPTY
    way = tongue.line(trend_of(gauge.trend))
    if not gauge.trend:
        way = way.stylize("$muted")
    if width < ROOMY:
        return _narrow(name, value, learnt(tongue, gauge, turn) or way, width)
    last = unit.stylize("$muted") or learnt(tongue, gauge, turn)
    return columns(width, [Cell(name), Cell(value, 9, right=True), Cell(way, 9), Cell(last, BESIDE)])


def _narrow(name: Content, value: Content, beside: Content, width: int) -> Content:
    """Set a meter in few cells: a name that does not fit goes on below, since it must not be cut."""
    first, *rest = paragraph(name, max(width - VALUE - BESIDE - 2, 1))
    line = columns(width, [Cell(first), Cell(value, VALUE, right=True), Cell(beside, BESIDE)], 1)
    return stack([line, *(Content.assemble("  ", each) for each in rest)])


def headed(gauges: Sequence[Gauge], group: str) -> list[tuple[Message, list[Gauge]]]:
    """Return the gauges of a group under their headings: opinion of others under one for each side."""
    found: dict[Message, list[Gauge]] = {}
    for gauge in gauges:
        if gauge.group == group:
            found.setdefault(heading_of(gauge), []).append(gauge)
    return list(found.items())


def worth(gauge: Gauge) -> Content:
    """Return the value, with the largest error of a poll."""
    sign = "+" if gauge.group in {"opinion", "others"} and gauge.value > 0 else ""
    if gauge.error is None:
        return Content.styled(f"{sign}{gauge.value}", "bold")
    return Content.assemble((f"{sign}{gauge.value}", "bold"), (f" ±{gauge.error}", "$muted"))


def learnt(tongue: Tongue, gauge: Gauge, turn: int) -> Content:
    """Return when a poll was taken, if it is not of this turn."""
    if gauge.error is None or gauge.as_of >= turn:
        return EMPTY
    if gauge.until is not None:
        return tongue.line(Message.of("screen.gauge.until", turn=gauge.until), "$muted")
    if gauge.as_of == 0:
        return tongue.line(Message.of("screen.gauge.unheard"), "$muted")
    return tongue.line(Message.of("screen.gauge.as_of", turn=gauge.as_of), "$muted")
