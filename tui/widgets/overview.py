"""The four regions of the console: side by side where there is room, else behind tabs; one of them is in front."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content

from engine.game.console import Console
from tui.widgets.ahead import Fan
from tui.widgets.desks import Desks
from tui.widgets.msel import Msel
from tui.widgets.notes import Notes
from tui.widgets.papers import Written, inject_paper
from tui.widgets.rows import Rows
from tui.widgets.tabs import Tabs, focused_in
from tui.widgets.typeset import COPIED, stack
from tui.widgets.wording import Tongue

TABS = {"msel": "msel", "desks": "desks", "ahead": "ahead", "log": "log"}
"""Region -> the action that opens it."""


class Overview(Vertical):
    """It is told of everything that the chair knows, and knows where the keyboard is."""

    def __init__(self, tongue: Tongue, opened: str, there: Mapping[str, str] = TABS) -> None:
        """Open at a region of those that are `there`, each with the action that opens it."""
        super().__init__(id="overview")
        self._tongue, self._open = tongue, opened
        self._there = there

    def compose(self) -> ComposeResult:
        """Tabs, regions."""
        tongue = self._tongue
        yield Tabs(tongue, self._there)
        with Container(id="console"):
            yield Msel(tongue)
            yield Desks(tongue)
            with Vertical(id="beside", classes="" if "ahead" in self._there else "-blind"):
                if "ahead" in self._there:
                    yield Fan(tongue)
                yield Notes(tongue)

    def show(self, known: Console) -> None:
        """Show what the chair knows now."""
        self.query_one(Msel).show(known.msel, 0 if known.public.ended else known.public.turn)
        self.query_one(Desks).show(known.desks, known.public.table, decides=known.decides)
        self.query_one(Notes).show(known.notes, known.interventions, ended=known.public.ended)

    def turn_to(self, region: str) -> None:
        """Bring a region to the front, and the keyboard to it."""
        self._open = region
        self.update_classes({f"-at-{each}": each == region for each in TABS})
        self.query_one(Tabs).show(region, {})
        self.rows_of(region).focus()

    def rows_of(self, region: str) -> Rows:
        """Return the rows of a region."""
        return self.query_one(f"#{region} Rows", Rows)

    def paper_of(self, region: str) -> Written:
        """Return what writes all that stands in a narrow region on a page of its own."""
        return (self.query_one(Fan) if region == "ahead" else self.query_one(Notes)).paper

    @property
    def front(self) -> str:
        """The region that is in front."""
        return self._open

    @property
    def at(self) -> str:
        """The region where the keyboard is."""
        return focused_in(self.screen, TABS) or self._open

    def marked_words(self) -> Content:
        """Return all of the marked inject, the whole look ahead, or else the marked row."""
        region, marked = self.at, self.query_one(Msel).marked
        if region == "msel" and marked:
            title, lay = inject_paper(self._tongue, marked)
        elif region == "ahead":
            title, lay = self.query_one(Fan).paper(self._tongue)
        else:
            return self.rows_of(region).read()
        return stack([title, lay(COPIED)])
