"""The five regions of the team room: side by side where there is room, else behind tabs; one of them is in front."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content

from engine.game.view import View
from engine.language.messages import Message
from tui.widgets.crowd import Crowd
from tui.widgets.inbox import Inbox
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf
from tui.widgets.standing import Standing
from tui.widgets.tabs import Tabs
from tui.widgets.tray import Tray
from tui.widgets.wording import Tongue

TABS = {"inbox": "inbox", "crowd": "stories", "standing": "standing", "shelf": "cards"}
"""Region -> the action that opens it."""


class Regions(Vertical):
    """It is told of every view, and knows where the keyboard is."""

    def __init__(self, tongue: Tongue, view: View, opened: str) -> None:
        super().__init__(id="room")
        self._tongue, self._view, self._open = tongue, view, opened

    def compose(self) -> ComposeResult:
        """Tabs, regions."""
        tongue = self._tongue
        yield Tabs(tongue, TABS)
        with Container(id="regions"):
            yield Inbox(tongue)
            yield Crowd(tongue)
            yield Standing(tongue)
            yield Shelf(tongue, few=not self._view.bulletins)
            yield Tray(tongue)

    def show(self, view: View) -> None:
        """Show what the team may know now."""
        self._view = view
        self.query_one(Inbox).show(view.inbox, view.turn)
        self.query_one(Crowd).show(view)
        self.query_one(Standing).show(view.risk, view.risk_trend, view.risk_reasons, view.gauges, view.turn)
        self.query_one(Shelf).show(view.choices)
        self.query_one(Tray).show(view)
        self.query_one(Tabs).show(self._open, self._news())

    def turn_to(self, region: str) -> None:
        """Bring a region to the front, and the keyboard to it."""
        if region in TABS:
            self._open = region
            for each in TABS:
                self.set_class(each == region, f"-at-{each}")
            self.query_one(Tabs).show(region, self._news())
        self.query_one(f"#{region} Rows", Rows).focus()

    @property
    def front(self) -> str:
        """The region that is in front."""
        return self._open

    @property
    def at(self) -> str:
        """The region where the keyboard is."""
        focused = self.screen.focused
        within = {node.id for node in focused.ancestors_with_self} if focused else set()
        return next((region for region in (*TABS, "tray") if region in within), self._open)

    def marked_words(self) -> Content:
        """Return the marked row."""
        return self.query_one(f"#{self.at} Rows", Rows).read()

    def _news(self) -> dict[str, Message]:
        """What is to be said beside a tab."""
        new = sum(letter.new for letter in self._view.inbox)
        return {"inbox": Message.of("screen.inbox.new", n=new)} if new else {}
