"""The library: the exercises that can be begun, sorted out by what one looks for, and those that can be resumed."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Event

from engine.language.messages import Message
from engine.text import Text
from tui.actions import action
from tui.filters import EVERYTHING, Filter
from tui.meanwhile import prepare
from tui.offers import Library, Offer, Saved
from tui.screens.place import Place
from tui.widgets.library import filter_words
from tui.widgets.offers import Offers, key_of
from tui.widgets.press import Press
from tui.widgets.typeset import Fitted, cut
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from textual.worker import WorkType

    from engine.scenario.findings import Finding
    from tui.launch import Setup
    from tui.screens.finds import Found

FILTERS = ("difficulty", "length", "teaching", "spoken")
"""Actions that filter."""
CALM = 0.5
"""Seconds after which somebody reads, rather than looks for the list."""


class StartScreen(Place[None]):
    """A list to choose from. What of the library has not been read yet is read while it is shown."""

    CSS_PATH = None  # theme.tcss has all that it needs
    place = "start"

    @dataclass
    class Chosen(Place.Asked):
        """An exercise is to be started."""

        name: str
        setup: "Setup"

    @dataclass
    class Resumed(Place.Asked):
        """A saved exercise is to go on; of one that has ended, the review is wanted."""

        saved: Saved

    @dataclass
    class Refused(Event):
        """An exercise was found unplayable before anybody chose it."""

        name: str
        findings: "tuple[Finding, ...]"

    def __init__(self, tongue: Tongue, library: Library, marked: str | None = None) -> None:
        super().__init__(tongue)
        self._library = library
        self._marked = marked  # until it is listed
        self._filter = EVERYTHING

    def compose(self) -> ComposeResult:
        """Name, what goes on, filters, list, foot."""
        with Vertical(id="sheet"):
            yield Said(self.tongue.line(Message.of("screen.start.name"), "bold $accent"), id="name")
            yield Press("resume", id="motto")
            with Horizontal(id="filters"):
                for does in FILTERS:
                    yield Press(does, id=f"filter-{does}")
            yield Offers(self.tongue)
        yield from self.foot()

    def fill(self) -> None:
        """Put in what is known; the rest is read once the screen stands."""
        if not self._library.offers:
            self._library.begin()
        self._show()
        self.query_one(Offers).focus()
        work: WorkType[None] = self._read_on  # a coroutine would be warned of where it never begins
        self.run_worker(work, exclusive=True)

    async def _read_on(self) -> None:
        drawn = asyncio.Event()
        # By way of the app, which hears nothing before all has been drawn for the first time.
        self.app.call_later(self.call_after_refresh, drawn.set)
        with suppress(TimeoutError):  # what lay on the library and was taken away took the call with it
            await asyncio.wait_for(drawn.wait(), CALM)
        # In a thread of its own, so that keys are heard while a long file is read.
        while await asyncio.to_thread(self._library.read_on) and self.query("#motto"):  # which may have been left
            self._show()
        self.set_timer(CALM, self._prepare)

    def _prepare(self) -> None:
        """Load what an exercise needs while somebody reads, and look which of one's own cannot be played."""
        prepare(self._library.unproved, lambda: self.is_attached, self._refuse)

    def _refuse(self, name: str, findings: "tuple[Finding, ...]") -> None:
        self.post_message(self.Refused(name, findings))

    def on_start_screen_refused(self, refused: Refused) -> None:
        """Mark in the list what cannot be played."""
        self._library.refuse(refused.name, refused.findings)
        self._show()

    def _show(self) -> None:
        offers = self.query_one(Offers)
        offers.fill(self._library, self._filter)
        if self._marked:
            offers.mark(key_of(self._marked))
            self._marked = None if offers.marked == key_of(self._marked) else self._marked
        self._show_head()

    def _show_head(self) -> None:
        tongue, latest = self.tongue, self._library.latest
        motto = tongue.line(Message.of("screen.start.motto"), "$muted")
        if latest and latest.progress:
            at = latest.progress
            when = (
                Message.of("screen.turn_of", turn=at.turn, turns=at.turns)
                if at.turn
                else Message.of("screen.turn_before")
            )
            others = sum(not each.over for each in self._library.saves) - 1
            code = "screen.start.latest_of" if others else "screen.start.latest"
            motto = self._keyed("resume", tongue.line(Message.of(code, title=at.name, when=when, n=others)))
        self.query_one("#motto", Press).update(Fitted(lambda width: cut(motto, width)))
        for does in FILTERS:
            words = filter_words(tongue, does, self._filter)
            self.query_one(f"#filter-{does}", Press).update(Content.assemble(self._keyed(does, words), " "))

    def _keyed(self, does: str, words: Content) -> Content:
        """Return words with the key of an action before them."""
        return Content.assemble((action(does).key, "bold $accent"), " ", words)

    def marked_words(self) -> Content:
        """Return the marked row."""
        return self.query_one(Offers).read()

    def finds(self) -> "Iterable[Found]":
        """Let exercises be found, and concepts that they teach."""
        from tui.screens.finds import Found  # noqa: PLC0415 - the library is shown without it

        for each in self._library.offers:
            yield Found(each.title, Message.of("find.exercise"), partial(self._choose, each))
        for concept, (name, _) in self._taught().items():
            yield Found(name, Message.of("find.taught"), partial(self._teach, concept))

    # Choose.

    def action_choose(self) -> None:
        """Start the marked exercise, or resume it if it is a saved one."""
        marked = self.query_one(Offers).chosen
        if isinstance(marked, Offer):
            self._choose(marked)
        elif marked:
            self._resume(marked)

    def action_about(self) -> None:
        """Tell all of the marked exercise: what it is about, and what it teaches."""
        marked = self.query_one(Offers).chosen
        offer = marked if isinstance(marked, Offer) else None
        head = offer.head if offer else None
        if offer is None or head is None:
            self.tell(Message.of("screen.start.no_about"))
            return
        from tui.screens.panels.reading import Reading, show_paper  # noqa: PLC0415 - the library is shown without it
        from tui.widgets.about import about_paper  # noqa: PLC0415

        show_paper(self.app, Reading(self.tongue, lambda tongue: about_paper(tongue, offer, head)))

    def action_resume(self) -> None:
        """Resume the marked exercise, or the latest that can go on."""
        marked = self.query_one(Offers).chosen
        chosen = marked if isinstance(marked, Saved) else self._library.latest
        if chosen:
            self._resume(chosen)
        else:
            self.tell(Message.of("screen.start.none_open" if self._library.saves else "screen.start.none_kept"))

    def _choose(self, offer: Offer) -> None:
        """Open the scenario; or say what is wrong with it, where, and what would help."""
        from tui.launch import opened  # noqa: PLC0415 - the library is shown without it

        setup = opened(offer.name)
        if not isinstance(setup, tuple):
            self.post_message(self.Chosen(offer.name, setup))
            return
        from tui.screens.panels.reading import Reading, show_paper  # noqa: PLC0415
        from tui.widgets.findings import findings_paper  # noqa: PLC0415

        self._library.refuse(offer.name, setup)
        self._show()
        show_paper(self.app, Reading(self.tongue, lambda tongue: findings_paper(tongue, offer.title, setup)))

    def _resume(self, saved: Saved) -> None:
        if saved.trouble:
            self.refuse(saved.trouble)
        else:
            self.post_message(self.Resumed(saved))

    def refuse(self, trouble: Message) -> None:
        """Say why a saved exercise cannot be opened, and what would help: that may take more lines than a note has."""
        from tui.screens.panels.reading import Reading, show_paper  # noqa: PLC0415
        from tui.widgets.papers import said_paper  # noqa: PLC0415

        title = Message.of("screen.start.closed")
        show_paper(self.app, Reading(self.tongue, lambda tongue: said_paper(tongue, title, trouble)))

    # Sort out.

    def action_difficulty(self) -> None:
        """Show exercises of the next difficulty, or of any."""
        self._let(self._filter.turned("difficulty"))

    def action_length(self) -> None:
        """Show exercises of the next length, or of any."""
        self._let(self._filter.turned("length"))

    def action_spoken(self) -> None:
        """Show exercises that are told in the next language, or in any."""
        self._let(self._filter.turned("spoken"))

    def action_teaching(self) -> None:
        """Pick what an exercise is to teach; going back lets everything through."""
        from tui.screens.panels.taught import Taught  # noqa: PLC0415 - the library is shown without it

        self.app.push_screen(Taught(self.tongue, self._taught(), self._filter.teaching), self._teach)

    def action_everything(self) -> None:
        """Show everything again."""
        self._let(EVERYTHING)

    def _teach(self, concept: str | None) -> None:
        self._let(self._filter._replace(teaching=concept))

    def _let(self, filtered: Filter) -> None:
        self._filter = filtered
        self.tell(None)
        self._show()

    def _taught(self) -> dict[str, tuple[Text, int]]:
        """Concepts that some exercise teaches, each with its name and how many do."""
        from tui.screens.concepts import named  # noqa: PLC0415 - the library is shown without it

        taught = [concept for each in self._library.offers if each.head for concept in each.head.teaches]
        names = named(taught)
        return {concept: (name, taught.count(concept)) for concept, name in names.items()}
