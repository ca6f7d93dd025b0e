"""What is said on a screen, and said again in another language while somebody reads it."""

import asyncio
from collections.abc import Mapping

from textual import events
from textual.containers import VerticalScroll
from textual.errors import NoWidget
from textual.message import Message as Event

from tui.screens.on_top import Once, Result
from tui.widgets.rows import Rows
from tui.widgets.wording import Tongue


class Spoken(Once[Result]):
    """A screen that can say everything again; whoever reads it stays where they were."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self.tongue = tongue
        self._whole = asyncio.Event()
        self._whole.set()

    def fill(self) -> None:
        """Put what is shown into the widgets, once they are there."""

    async def _dispatch_message(self, message: Event) -> None:
        """Hear nothing while everything is said again: half of what a handler asks for would not be there."""
        await self._whole.wait()
        await super()._dispatch_message(message)

    def _forward_event(self, event: events.Event) -> None:
        """Let the mouse touch nothing that was taken down: until it is drawn anew, that still lies where it lay."""
        if not isinstance(event, events.MouseEvent) or self._stands_at(event.x, event.y):
            super()._forward_event(event)

    def _stands_at(self, x: int, y: int) -> bool:
        try:
            return self.get_widget_at(x, y)[0].is_attached
        except NoWidget:
            return True

    async def speak(self, tongue: Tongue) -> None:
        """Say everything again in another language; every list stays at what is marked in it."""
        self._whole.clear()
        try:
            with self.app.batch_update():
                await self._say_again(tongue)
                if self.app.screen is not self:  # what lies on it lets it through: not what was taken down
                    self._refresh_layout()
        finally:
            self._whole.set()

    async def _say_again(self, tongue: Tongue) -> None:
        self.tongue = tongue
        marks = {rows.id: rows.marked for rows in self.query(Rows) if rows.id}
        read = {part.id: _read_to(part) for part in self.query(VerticalScroll) if part.id}
        focused = self.focused.id if isinstance(self.focused, Rows) else None
        await self.recompose()
        self.fill()
        for rows in self.query(Rows):
            rows.mark(marks.get(rows.id or "") or "")
            if rows.id and rows.id == focused:
                rows.focus()
        self.call_after_refresh(self._stay, read)

    def _stay(self, read: Mapping[str, tuple[int, float]]) -> None:
        """Show of every paper what was being read of it."""
        for part in self.query(VerticalScroll):
            at, share = read.get(part.id or "", (0, 0.0))
            if at < len(part.children):
                region = part.children[at].virtual_region
                part.scroll_to(y=region.y + round(share * region.height), animate=False)


def _read_to(part: VerticalScroll) -> tuple[int, float]:
    """Return which child of a paper stands at the top of what is seen, and how much of it is above that."""
    top = part.scroll_offset.y
    for at, child in enumerate(part.children):
        region = child.virtual_region
        if region.height and top < region.bottom:
            return at, max(top - region.y, 0) / region.height
    return 0, 0.0
