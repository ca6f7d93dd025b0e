"""A team's room as far as it is read: letters, stories, where we stand, cards, tray, and papers about each."""

from collections.abc import Callable, Collection, Iterable

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size

from engine.game.view import View
from engine.language.messages import Message
from tui.matters import crossed_lately
from tui.screens.breadth import roomy, spread
from tui.screens.concepts import Concepts
from tui.screens.finds import Found
from tui.screens.inquiring import card_here, concept_here, letter_here, situation_here, why_here
from tui.screens.panels.asking import Asking
from tui.screens.panels.reading import Reading, show_paper
from tui.screens.place import Place
from tui.screens.seeking import in_the_room
from tui.timing import clock_words
from tui.widgets import papers
from tui.widgets.banner import Banner, Situation, clock
from tui.widgets.deck import Entry
from tui.widgets.inbox import Inbox, unread
from tui.widgets.played_papers import bulletin_paper
from tui.widgets.regions import Regions
from tui.widgets.shelf import Shelf
from tui.widgets.standing import Standing
from tui.widgets.why_papers import means_paper
from tui.widgets.wording import Tongue
from tui.words import turn_of


class ReadableRoom(Place[None]):
    """What a team and whoever looks into its room have in common: regions, and papers about what is marked in them."""

    without: Collection[str] = ()
    """Actions that the foot leaves out."""
    decides = True
    """Whether anything can be done in it; where not, its notice says so, and nothing is wrong."""

    def __init__(self, tongue: Tongue, view: View, concepts: Concepts, notice: Message | None = None) -> None:
        """Show a room; `notice` stands below it."""
        super().__init__(tongue)
        self._notice = notice
        self._view = view
        self._concepts = concepts
        self._at_card = ""
        self._open = ""  # until it is known how much room there is
        self._sorting: tuple[str, bool, str] | None = None  # of the cards, before the language changed
        self._letters_read: set[str] = set()
        self._asked: set[str] = set()  # regions that somebody opened before they mattered

    def compose(self) -> ComposeResult:
        """Head, regions, foot."""
        tongue, view = self.tongue, self._view
        self._open = self._open or self._first()
        yield Banner(tongue, view.title, view.team_name, *clock(tongue, turn_of(view), view.moment))
        yield Situation(tongue, view.situation)
        regions = Regions(tongue, view, self._open, self._asked, self._letters_read, decides=self.decides)
        spread(self.app.size, self, regions, begun=False)
        yield regions
        yield from self.foot(but=self.without)

    def fill(self) -> None:
        """Put in what the view says, and open where it was open."""
        self._spread(self.size)
        self._regions.show(self._view)
        if self._sorting:
            self.query_one(Shelf).sort(*self._sorting)
        self._regions.turn_to(self._open)
        self.set_class(self._notice is not None, "-noticed")
        self.tell(self._notice, grave=self.decides)

    def _first(self) -> str:
        """Open at the cards, or at what happened where that would lie behind a tab although something is new."""
        behind = not roomy(self.app.size)
        new = unread(self._view.inbox, self._letters_read) or crossed_lately(self._view)
        return "inbox" if behind and new else "shelf"

    @property
    def _regions(self) -> Regions:
        return self.query_one(Regions)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side where there is room, tabs where there is not."""
        self._spread(event.size)

    def _spread(self, size: Size) -> None:
        spread(size, self, self._regions)

    def tick(self, left: int | None, *, running: bool) -> None:
        """Show the clock in the head."""
        words = clock_words(left, running=running)
        said = self.tongue.line(words, "bold $danger" if left == 0 else "bold") if words else None
        for banner in self.query(Banner):  # none while everything is said in another language
            banner.tick(said)

    def show(self, view: View) -> None:
        """Show what changed."""
        self._view = view
        self._regions.show(view)

    def on_shelf_marked(self, event: Shelf.Marked) -> None:
        """Whoever goes on to another card has read what was said."""
        if event.card != self._at_card:
            self._at_card = event.card
            self.tell(self._notice, grave=self.decides)

    def marked_words(self) -> Content:
        """Return the marked row."""
        return self._regions.marked_words()

    async def speak(self, tongue: Tongue) -> None:
        """Say it in another language, without losing the place."""
        self._open = self._regions.front
        self._sorting = self.query_one(Shelf).sorting
        await super().speak(tongue)

    def action_inbox(self) -> None:
        """What happened."""
        self._regions.turn_to("inbox")

    def action_stories(self) -> None:
        """What the crowd says."""
        self._regions.turn_to("crowd")

    def action_standing(self) -> None:
        """How we stand."""
        self._regions.turn_to("standing")

    def action_cards(self) -> None:
        """What we can do."""
        self._regions.turn_to("shelf")

    def action_tray(self) -> None:
        """What we have decided."""
        self._regions.turn_to("tray")

    def action_brief(self) -> None:
        """Read the brief."""
        view = self._view
        self._read(lambda tongue: papers.brief_paper(tongue, view))

    def action_newcomer(self) -> None:
        """Read in a minute what has happened."""
        if self._view.team:
            self.post_message(self.Wish("newcomer", self._view.team))

    def action_objectives(self) -> None:
        """Read what is wanted and what must not be done."""
        view = self._view
        self._read(lambda tongue: papers.objectives_paper(tongue, view))

    def action_card(self) -> None:
        """Read all about the card that is marked."""
        at = self._regions.at
        self._read(card_here(self, at, self._concepts), Reading if at == "tray" else self._card_page)

    def action_concept(self) -> None:
        """Explain what the marked card teaches; where we stand, what the marked number measures."""
        if self._regions.at == "standing":
            self.action_why()
        elif taught := concept_here(self, self._regions.at, self._view, self._concepts):
            self._read(taught)
        else:
            self.action_glossary()

    def action_why(self, said: str = "") -> None:
        """Explain what is marked: why it moved, what its odds are made of, what it costs; else what the risk is.

        Or what is `said` of the situation, by its code, where that is clicked.
        """
        if said:
            self._read(situation_here(self._view, said))
        elif self._regions.at == "shelf" and self.query_one(Shelf).marked:
            self.action_card()
        else:
            self._read(why_here(self, self._regions.at, self._view, self._concepts))

    def action_means(self) -> None:
        """Say where this round's hours and budget come from, and what uses them."""
        view = self._view
        self._read(lambda tongue: means_paper(tongue, view))

    def action_kind(self, kind: str = "") -> None:
        """Go on to this kind of cards, or else to the next."""
        self.query_one(Shelf).turn_kind(kind)
        self._regions.turn_to("shelf")

    def action_more(self) -> None:
        """Show all cards, no longer the first few."""
        self.query_one(Shelf).unfold()
        self._regions.turn_to("shelf")

    def action_search(self) -> None:
        """Find cards by a word; going back shows all of them again, of every kind."""
        self._regions.turn_to("shelf")

        def find(word: str) -> None:
            self.query_one(Shelf).find(word)  # another one once the language has changed

        def done(word: str | None) -> None:
            if word is None:
                self.action_clear()
            else:
                find(word)

        about = Message.of("screen.search.about")
        self.app.push_screen(Asking(self.tongue, Message.of("screen.search.title"), find, about=about), done)

    def action_clear(self) -> None:
        """Forget the word and the kind that were looked for."""
        self.query_one(Shelf).clear()

    def action_curves(self) -> None:
        """Plot the numbers that this team knows over the turns; first the one that is marked where we stand."""
        from tui.screens.panels.plots import Plots  # noqa: PLC0415 - it takes long to load, and is seldom wanted

        marked = self.query_one(Standing).marked if self._regions.at == "standing" else None
        self.app.push_screen(Plots(self.tongue, self._view, marked))

    def action_bulletin(self) -> None:
        """Read the last bulletin again."""
        view = self._view
        if view.bulletins:
            self._read(lambda tongue: bulletin_paper(tongue, view))
        else:
            self.tell(Message.of("screen.bulletin.none"), grave=False)

    def _card_page(self, tongue: Tongue, written: papers.Written) -> Reading:
        """Return the page about the card that is marked: only to be read."""
        return Reading(tongue, written)

    def _read(
        self, written: papers.Written | None, panel: Callable[[Tongue, papers.Written], Reading] = Reading
    ) -> None:
        """Open a paper, if there is one."""
        if written:
            self.tell(self._notice, grave=self.decides)
            show_paper(self.app, panel(self.tongue, written))

    def finds(self) -> Iterable[Found]:
        """Let cards, letters, stories, numbers and concepts be found: those of this view."""
        return in_the_room(self._view, self._concepts, self._read, self._find_card)

    def _find_card(self, entry: Entry) -> None:
        """Mark a card, and read all about it."""
        shelf = self.query_one(Shelf)
        shelf.clear()
        shelf.unfold()
        self._regions.turn_to("shelf")
        shelf.rows.mark(entry.card)
        self._read(card_here(self, "shelf", self._concepts), self._card_page)

    def open_marked(self) -> None:
        """Read what is marked outside the cards; on the tray there is nothing more to read."""
        if self._regions.at == "inbox":
            self.query_one(Inbox).read_marked()
            self._read(letter_here(self, self._view))
        elif self._regions.at != "tray":
            self.action_why()
