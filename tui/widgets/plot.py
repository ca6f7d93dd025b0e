"""A meter over the turns, drawn; with a bar at each turn where a poll may be off. The one user of textual-plot."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Grid
from textual.reactive import reactive
from textual.strip import Strip
from textual_hires_canvas import Canvas
from textual_plot import HiResMode, NumericAxisFormatter, PlotWidget
from textual_plot.plot_widget import Legend

from engine.game.view import Curve

ROOM = 0.1
"""Share of the range that is left free above and below."""
LEAST = 10
"""Range that is shown at least, so that a point or two does not look like a leap."""
CELLS = 4
"""Cells of an axis for each turn that is named below it."""


LABEL = 6
"""Cells of the axis for what its last point is called in the end."""


class Ending(NumericAxisFormatter):
    """Names the turns, and calls the last point by what it is: how it stood in the end."""

    def __init__(self, last: int) -> None:
        self._last = last

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Return the turns."""
        return ["ENDEX" if tick == self._last else str(round(tick)) for tick in ticks]


class Sheet(Canvas):
    """A canvas of which every piece has a style: Textual without colours (NO_COLOR) looks at each."""

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        return super().render_line(y).apply_style(self.rich_style)


class Plot(PlotWidget, inherit_bindings=False, can_focus=False):
    """It shows one curve, and takes neither keys nor the mouse: those are the registry's."""

    margin_top = reactive(0)
    margin_bottom = reactive(1)
    margin_left = reactive(6)

    def __init__(self) -> None:
        super().__init__(id="plot-of", allow_pan_and_zoom=False)
        self._curve: Curve | None = None

    def compose(self) -> ComposeResult:
        """The sheets that textual-plot draws on, by the names that it knows them by."""
        with Grid():
            for name in ("margin-top", "margin-left", "plot", "margin-bottom"):
                yield Sheet(1, 1, id=name)
        yield Legend(id="legend")

    def show(self, curve: Curve | None) -> None:
        """Draw this curve, or nothing."""
        self._curve = curve
        self._draw()

    def notify_style_update(self) -> None:
        """Draw it again in other colours."""
        super().notify_style_update()
        if self.is_mounted:
            self._draw()

    def on_resize(self) -> None:
        """Name as many turns as there is room for."""
        self._draw()

    def _draw(self) -> None:
        self.clear()
        if self._curve is None:
            return
        points, colours = self._curve.points, self.app.theme_variables
        turns, values = [point.turn for point in points], [point.value for point in points]
        errors = [point.error or 0 for point in points]
        low = min(value - error for value, error in zip(values, errors, strict=True))
        high = max(value + error for value, error in zip(values, errors, strict=True))
        wider = max(LEAST - (high - low), 0) / 2 + ROOM * max(high - low, LEAST)
        self.set_xlimits(turns[0] - 0.5, max(turns[-1], turns[0] + 1) + 0.5)
        floor = 0 if low >= 0 else low - wider  # what has never been below nothing is not drawn as if it might be
        self.set_ylimits(max(low - wider, floor), high + wider)
        room = max(self.size.width - self.margin_left, CELLS)
        step = 1 + len(turns) * CELLS // room
        named, last = turns[::step], turns[-1]
        if self._curve.ended:
            named = [*(turn for turn in named if (last - turn) * room >= LABEL * len(turns)), last]
        self.set_xticks(named)
        self.set_x_formatter(Ending(last) if self._curve.ended else NumericAxisFormatter())
        if any(errors):
            self.errorbar(turns, values, yerr=errors, marker="●", marker_style=colours["accent"])
        elif len(turns) > 1:
            self.plot(turns, values, line_style=colours["accent"], hires_mode=HiResMode.BRAILLE)
        else:
            self.scatter(turns, values, marker="●", marker_style=colours["accent"])
