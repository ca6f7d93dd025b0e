"""The five regions of the team room: side by side where there is room, else behind tabs; one of them is in front."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content

from engine.game.view import View
from engine.language.messages import Message
from tui.matters import first_round, regions
from tui.widgets.crowd import Crowd
from tui.widgets.inbox import Inbox, unread
from tui.widgets.region import Region
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf
from tui.widgets.standing import Standing
from tui.widgets.tabs import Tabs, focused_in
from tui.widgets.tray import Tray
from tui.widgets.wording import Tongue

TABS = {"inbox": "inbox", "crowd": "stories", "standing": "standing", "shelf": "cards"}
"""Region -> the action that opens it."""
ABOVE, BELOW = 14, 16  # parts of the room for the two rows of regions, where neither has enough
GAP, HEADING, LEAST = 1, 1, 4  # lines between the rows, of a heading, and of the upper row at least
NOTE, PURSE = 9, 6  # lines below the cards, with their second heading, and below the tray


class Regions(Vertical):
    """It is told of every view, and knows where the keyboard is."""

    def __init__(  # noqa: PLR0913 - each is a fact of the visit
        self, tongue: Tongue, view: View, opened: str, asked: set[str], read: set[str], *, decides: bool
    ) -> None:
        """Open at a region; `asked` are those that somebody opened before they mattered, and is added to.

        So are the letters that were `read`. `decides` says whether anything can be done here.
        """
        super().__init__(id="room")
        self._tongue, self._view, self._open = tongue, view, opened
        self._asked, self._read, self._decides = asked, read, decides
        self.update_classes(self._folded(), update=False)  # before there is anything in it

    def compose(self) -> ComposeResult:
        """Tabs, regions."""
        tongue = self._tongue
        yield Tabs(tongue, TABS)
        with Container(id="regions"):
            yield Inbox(tongue, self._read)
            yield Crowd(tongue)
            yield Standing(tongue)
            yield Shelf(tongue, few=first_round(self._view))
            yield Tray(tongue, decides=self._decides)

    def show(self, view: View) -> None:
        """Show what the team may know now."""
        self._view = view
        self.query_one(Inbox).show(view)
        self.query_one(Crowd).show(view)
        self.query_one(Standing).show(view.risk, view.gauges, view.turn)
        self.query_one(Shelf).show(view.choices)
        self.query_one(Tray).show(view)
        self._fold()
        self.call_after_refresh(self._share)

    def on_resize(self) -> None:
        """Share the new room out."""
        self.call_after_refresh(self._share)

    def _share(self) -> None:
        """Give either row of regions what it needs, where the other leaves that; else its part of the whole."""
        if not self.query("#regions"):  # they were taken down before that was drawn
            return
        body = self.query_one("#regions")
        room = body.size.height - GAP
        above = max(self._need(each) for each in (Inbox, Crowd, Standing))
        below = max(self._need(Shelf) + NOTE, self._need(Tray) + PURSE)
        fair = room * ABOVE // (ABOVE + BELOW)
        height = above if above <= fair or above + below <= room else max(fair, room - below)
        body.styles.grid_rows = f"{max(height, LEAST)} 1fr"

    def _need(self, region: type[Region]) -> int:
        """Return the lines of a region, with its heading; none where it is not shown."""
        shown = self.query_one(region)
        return shown.query_one(Rows).virtual_size.height + HEADING if shown.display else 0

    def turn_to(self, region: str) -> None:
        """Bring a region to the front, and the keyboard to it; one that is asked for is shown from now on."""
        if region in TABS:
            self._open = region
            self._asked.add(region)
            self._fold()
            self.call_after_refresh(self._share)
        self.query_one(f"#{region} Rows", Rows).focus()

    def on_inbox_read(self) -> None:
        """Say beside the tab how many letters are still to be read."""
        self._fold()

    def _fold(self) -> None:
        """Show the regions that matter, with the tabs to them."""
        self.update_classes(self._folded())  # all at once: each time, the styles of all that is in it are worked out
        self.query_one(Tabs).show(self._open, self._news(), self._there)

    def _folded(self) -> dict[str, bool]:
        """Return which classes tell the style sheet what is in front and what is shown."""
        each = (*TABS, "tray")
        beside = len(self._there & {"inbox", "crowd", "standing"})
        return {
            **{f"-at-{region}": region == self._open for region in each},
            **{f"-has-{region}": region in self._there for region in each},
            **{f"-beside-{count}": beside == count for count in (1, 2, 3)},
        }

    @property
    def _there(self) -> frozenset[str]:
        return regions(self._view) | self._asked

    @property
    def front(self) -> str:
        """The region that is in front."""
        return self._open

    @property
    def at(self) -> str:
        """The region where the keyboard is."""
        return focused_in(self.screen, (*TABS, "tray")) or self._open

    def marked_words(self) -> Content:
        """Return the marked row."""
        return self.query_one(f"#{self.at} Rows", Rows).read()

    def _news(self) -> dict[str, Message]:
        """What is to be said beside a tab."""
        new = unread(self._view.inbox, self._read)
        return {"inbox": Message.of("screen.inbox.new", n=new)} if new else {}
