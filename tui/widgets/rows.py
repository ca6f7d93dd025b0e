"""A list of rows to walk through: the base of every list on the screens."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
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
MORE = " …"


class Row(NamedTuple):
    """One row: what it stands for, how it is set at a width, whether one can stop at it, and if it heads others."""

    key: str
    lay: Lay
    stop: bool = True
    heads: bool = False


def gap(key: str) -> Row:
    """Return an empty row between two others."""
    return Row(f"gap:{key}", lambda _: Content(" "), stop=False)


def _going_on(strip: Strip) -> Strip:
    """Return a line with the sign, at the end of its words, that there is more of them."""
    words = strip.text.rstrip()
    if words.endswith(MORE[-1]):
        return strip
    end = cell_len(words)
    if end > strip.cell_length - len(MORE):  # no word is cut
        end = cell_len(words[: words.rfind(" ", 0, -1)].rstrip()) if " " in words.strip() else end - len(MORE)
    kept, rest = strip.crop(0, end), strip.crop(end + len(MORE), strip.cell_length)
    style = next((segment.style for segment in reversed(list(kept)) if segment.text.strip()), None)
    if rest.text.strip():  # of the word that is left out
        rest = Strip.blank(rest.cell_length, style)
    return Strip.join([kept, Strip([Segment(MORE, style)]), rest])


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
        self._begins: tuple[str, str | None] | None = None
        for key in ("enter", "left", "right"):  # rows are never wider than there is room
            self._bindings.key_to_bindings.pop(key, None)

    def render_line(self, y: int) -> Strip:
        """Point at the marked row where the keyboard is, so that it stands out without colours too.

        Where the last line that is seen is not the last of its row, it must not read as if it were.
        """
        strip, at = super().render_line(y), self.highlighted
        if y == self.scrollable_content_region.height - 1:
            strip = self._last(strip, self.scroll_offset.y + y)
        if not self.has_focus or at is None or self._index_to_line.get(at) != self.scroll_offset.y + y:
            return strip
        first, rest = strip.divide([1, strip.cell_length])
        style = next(iter(first)).style or Style.null()
        return Strip.join([Strip([Segment(POINTER, style)]), rest])

    def _last(self, strip: Strip, line: int) -> Strip:
        """Return the last line that is seen: nothing of what only begins there, and a sign where a row goes on."""
        if line >= len(self._lines):
            return strip
        at, place = self._lines[line]
        goes_on = place < self._heights[at] - 1
        if self._rows[at].heads or (goes_on and not place and at != self.highlighted and line > self.scroll_offset.y):
            return Strip.blank(strip.cell_length, next(iter(strip)).style)
        return _going_on(strip) if goes_on else strip

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        """Draw the two rows anew between which the mark has moved, and no others: that would be felt at each key."""
        for at in (before, now):
            if at is not None and at in self._index_to_line:
                self.refresh_lines(self._index_to_line[at], self._heights[at])

    def on_resize(self) -> None:
        """Keep what is marked in sight, wherever it is set now."""
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Begin where the list was told to, as long as the mark stays; else keep the mark in sight."""
        key, marked = self._begins or (None, None)
        at = next((index for index, row in enumerate(self._rows) if row.key == key), None)
        if at in self._index_to_line and marked == self.marked:
            self.scroll_to(y=self._index_to_line[at], animate=False, force=True)
        else:
            self.scroll_to_highlight()

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

    def named(self, place: int) -> str:
        """Return the key of the row at a place."""
        return self._rows[place].key

    def draw(self, key: str) -> None:
        """Draw the row with this key anew, where it stands."""
        for place, row in enumerate(self._rows):
            if row.key == key and row.stop:
                self.replace_option_prompt_at_index(place, Fitted(row.lay))

    def mark(self, key: str) -> None:
        """Mark the row with this key, if there is one."""
        for index, row in enumerate(self._rows):
            if row.key == key:
                self.highlighted = index

    def begin_at(self, key: str) -> None:
        """Let the row with this key be the first that is seen, as far as there is that much below it."""
        self._begins = (key, self.marked)
        self.call_after_refresh(self._settle)

    def read(self) -> Content:
        """Return the marked row as it would be set on a long line, for copying."""
        return self._rows[self.highlighted].lay(COPIED) if self.highlighted is not None else Content("")

    def whole(self) -> Content:
        """Return all rows, one below the other, for copying."""
        return stack(row.lay(COPIED) for row in self._rows)
