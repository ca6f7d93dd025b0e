"""A list of rows to walk through: the base of every list on the screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._widget_navigation import Direction
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.widgets.press import do
from tui.widgets.typeset import COPIED, Fitted, Lay, stack

POINTER = "▸"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it stands for, how it is set at a width, whether one can stop at it, and if it heads others."""

    key: str
    lay: Lay
    stop: bool = True
    heads: bool = False


def gap(key: str) -> Row:
    """Return an empty row between two others."""
    return Row(f"gap:{key}", lambda _: Content(" "), stop=False)


class Rows(OptionList):
    """Rows of any height, set by width. Enter is left to the registry of actions.

    A click marks a row. Another click on it does the action with the id `does`; the first one does, `at_once`.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def __init__(self, does: str, *, at_once: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self.does, self._at_once = does, at_once
        self._rows: tuple[Row, ...] = ()
        self._clicked: str | None = None
        self._bindings.key_to_bindings.pop("enter", None)

    def render_line(self, y: int) -> Strip:
        """Point at the marked row where the keyboard is, so that it stands out without colours too.

        A heading whose rows are further down is not shown yet.
        """
        strip, at = super().render_line(y), self.highlighted
        if y == self.scrollable_content_region.height - 1 and self._is_heading(self.scroll_offset.y + y):
            return Strip.blank(strip.cell_length, next(iter(strip)).style)
        if not self.has_focus or at is None or self._index_to_line.get(at) != self.scroll_offset.y + y:
            return strip
        first, rest = strip.divide([1, strip.cell_length])
        style = next(iter(first)).style or Style.null()
        return Strip.join([Strip([Segment(POINTER, style)]), rest])

    def _is_heading(self, line: int) -> bool:
        """Whether a line is a heading: the last one that is seen would head nothing."""
        return any(row.heads and self._index_to_line.get(at) == line for at, row in enumerate(self._rows))

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        """Draw the two rows anew between which the mark has moved, and no others: that would be felt at each key."""
        for at in (before, now):
            if at is not None and at in self._index_to_line:
                self.refresh_lines(self._index_to_line[at], self._heights[at])

    def _move_page(self, direction: Direction) -> None:
        """Go on by a page, where there is room for one: without any width, Textual gives no row a line."""
        if (self.highlighted or 0) in self._index_to_line:
            super()._move_page(direction)

    async def _on_click(self, event: events.Click) -> None:
        """Mark what is clicked, and do with it what can be done."""
        event.prevent_default()
        at = event.style.meta.get("option")
        if not isinstance(at, int) or self.options[at].disabled:
            return
        again = self._clicked == self._rows[at].key == self.marked
        self.highlighted, self._clicked = at, self._rows[at].key
        if again or self._at_once:
            await do(self, self.does)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, and stay at the one that was marked if it is still among them."""
        at = self.marked
        self._rows = tuple(rows)
        keys = [row.key for row in self._rows]
        place = self.highlighted
        self.set_options([Option(Fitted(row.lay), disabled=not row.stop) for row in self._rows])
        if at in keys:
            self.highlighted = keys.index(at)
        elif place is not None and any(row.stop for row in self._rows):
            stops = [index for index, row in enumerate(self._rows) if row.stop]
            self.highlighted = min(stops, key=lambda index: abs(index - place))
        else:
            self.action_first()

    @property
    def marked(self) -> str | None:
        """The key of the row that is marked, or None."""
        return self._rows[self.highlighted].key if self.highlighted is not None else None

    def mark(self, key: str) -> None:
        """Mark the row with this key, if there is one."""
        for index, row in enumerate(self._rows):
            if row.key == key:
                self.highlighted = index

    def read(self) -> Content:
        """Return the marked row as it would be set on a long line, for copying."""
        return self._rows[self.highlighted].lay(COPIED) if self.highlighted is not None else Content("")

    def whole(self) -> Content:
        """Return all rows, one below the other, for copying."""
        return stack(row.lay(COPIED) for row in self._rows)
