"""A panel of plots: every meter that may be known, over the turns."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from engine.game.view import Curve, Point, View
from engine.language.messages import Message
from tui.gauges import point_of
from tui.screens.panel import Panel
from tui.screens.panels.reading import Reading, show_paper
from tui.widgets.keys import ARROWS
from tui.widgets.names import ours
from tui.widgets.papers import meter_paper
from tui.widgets.plot import Plot
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Fitted, Lay, apart, cut, paragraph, stack
from tui.widgets.wording import Said, Tongue

MOST = 3  # lines of the numbers themselves
OPINION = "meter.opinion"
"""Whose opinion it is, is said with it: there is one of each side."""


class Plots(Panel[None]):
    """A list of the curves, and beside it the one that is marked."""

    place = "plots"

    def __init__(self, tongue: Tongue, view: View, marked: str | None = None) -> None:
        super().__init__(tongue)
        self._view, curves = view, view.curves
        self._curves = {curve.meter: curve for curve in curves}
        self._opinions = {
            curve.meter for curve in curves if isinstance(curve.name, Message) and curve.name.code == OPINION
        }
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Title, list beside plot, keys."""
        with Vertical(classes="paper plots"):
            yield Said(self.tongue.line(Message.of("screen.plots.title"), "bold $accent"), classes="paper-title")
            with Horizontal():
                yield Rows("why", id="curves")
                with Vertical(id="plotted"):
                    yield Said(id="plot-name")
                    yield Plot()
                    yield Said(id="plot-note")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the curves in."""
        rows = self.query_one(Rows)
        rows.show([Row(meter, self._set(curve)) for meter, curve in self._curves.items()])
        rows.mark(self._marked or "")
        rows.focus()

    def _fit(self) -> None:
        """Leave the size to the style sheet: what is plotted takes what there is."""

    def on_option_list_option_highlighted(self) -> None:
        """Draw what is marked now."""
        marked = self.query_one(Rows).marked
        curve = self._curves.get(marked or "")
        self._marked = marked
        self.query_one(Plot).show(curve)
        if curve:
            tongue = self.tongue
            self.query_one("#plot-name", Said).update(Fitted(lambda width: cut(headed(tongue, curve), width)))
            self.query_one("#plot-note", Said).update(Fitted(lambda width: note(tongue, curve, width)))

    def action_why(self) -> None:
        """Explain the curve that is marked: what moved it in each turn, and where it starts."""
        marked = self.query_one(Rows).marked  # that a row is marked is told a moment later
        if marked in self._curves:
            show_paper(self.app, Reading(self.tongue, meter_paper(self._view, marked)))

    def marked_words(self) -> Content:
        """Return the marked curve, number by number."""
        curve = self._curves.get(self.query_one(Rows).marked or "")
        return self.tongue.line(_points([_at(curve, each) for each in curve.points])) if curve else Content("")

    def _set(self, curve: Curve) -> Lay:
        value = self.tongue.line(_stood(curve, curve.points[-1]), "$muted")
        name = self.tongue.line(curve.name if curve.meter in self._opinions else ours(curve.name))

        def lay(width: int) -> Content:
            first, *rest = paragraph(name, width - value.cell_length - 2)
            return stack([apart(width, first, value), *(Content.assemble("  ", line) for line in rest)])

        return lay


def headed(tongue: Tongue, curve: Curve) -> Content:
    """Return what is plotted, and in which unit."""
    unit = tongue.line(curve.unit) if curve.unit else EMPTY
    return Content.assemble(tongue.line(curve.name, "bold"), *(("  ", unit.stylize("$muted")) if unit else ()))


def note(tongue: Tongue, curve: Curve, width: int) -> Content:
    """Return the numbers themselves, and what the bars mean."""
    told = [_at(curve, point) for point in curve.points]
    lines = paragraph(tongue.line(_points(told)), width)
    while len(lines) > MOST and len(told) > 1:  # how it came out is wanted before how it began
        told = told[1:]
        lines = paragraph(Content.assemble("… ", tongue.line(_points(told))), width)
    if any(point.error is not None for point in curve.points):
        lines += paragraph(tongue.line(Message.of("screen.plots.error"), "$muted"), width, most=2)
    return stack(lines)


def _stood(curve: Curve, point: Point) -> Message:
    """Say what a meter stood at, in its unit."""
    value = point_of(point)
    return value if curve.unit is None else Message.of("gauge.unit", value=value, unit=curve.unit)


def _at(curve: Curve, point: Point) -> Message:
    """Say what a meter stood at in a turn, or in the end."""
    value = _stood(curve, point)
    if curve.ended and point is curve.points[-1]:
        return Message.of("plots.ended", value=value)
    return Message.of("plots.at", turn=point.turn, value=value)


def _points(told: Sequence[Message]) -> Message:
    """Say what a meter stood at, turn by turn."""
    return Message.of("plots.points", points=tuple(told))
