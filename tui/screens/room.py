"""The team room: what happened, what the crowd says, how we stand, what we can do, what we have decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message as Event

from engine.game.intents import Lay, Ordering, Saying, Seal, TakeBack, Undo
from engine.game.view import Choice, View
from engine.language.messages import Message
from tui.screens.concepts import Concepts
from tui.screens.finds import Found
from tui.screens.panels.asking import Asking
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.reading import Reading
from tui.screens.panels.targets import Targets
from tui.screens.place import Place
from tui.widgets import papers
from tui.widgets.banner import Banner, Situation, clock
from tui.widgets.crowd import Crowd
from tui.widgets.deck import Entry, entries
from tui.widgets.inbox import Inbox
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf
from tui.widgets.standing import Standing
from tui.widgets.tabs import Tabs
from tui.widgets.tray import Tray
from tui.widgets.wording import Tongue
from tui.words import turn_of

WIDE = (110, 32)
TABS = {"inbox": "inbox", "crowd": "stories", "standing": "standing", "shelf": "cards"}
"""Region -> the action that opens it."""


class RoomScreen(Place[None]):
    """One team's room. It is handed views, and asks for what it wants by `Wants`."""

    place = "room"

    @dataclass
    class Wants(Event):
        """The team wants this done."""

        intent: Ordering | Saying

    def __init__(
        self,
        tongue: Tongue,
        view: View,
        concepts: Concepts,
        *,
        notice: Message | None = None,
        closed: Message | None = None,
    ) -> None:
        """Show a room; `notice` stands below it, and `closed` says why nothing can be decided in it."""
        super().__init__(tongue)
        self._notice = closed or notice
        self._look_only = closed is not None
        self._view = view
        self._concepts = concepts
        self._open = "shelf"

    def compose(self) -> ComposeResult:
        """Head, regions, foot."""
        tongue, view = self.tongue, self._view
        yield Banner(tongue, view.title, view.team_name, *clock(tongue, turn_of(view), view.moment))
        yield Situation(tongue, view.situation)
        yield Tabs(tongue, TABS)
        with Container(id="regions"):
            yield Inbox(tongue)
            yield Crowd(tongue)
            yield Standing(tongue)
            yield Shelf(tongue, few=not view.bulletins)
            yield Tray(tongue)
        yield from self.foot()

    def fill(self) -> None:
        """Put in what the view says, and open where it was open: at first, at the cards."""
        self._fill()
        self._turn_to(self._open)
        self.tell(self._notice)

    def on_mount(self) -> None:
        """In the first round the brief lies on top."""
        if not self._view.bulletins:
            self.action_brief()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side where there is room, tabs where there is not."""
        wide = event.size.width >= WIDE[0] and event.size.height >= WIDE[1]
        self.set_class(wide, "-roomy")
        self.set_class(not wide, "-tabbed")

    def show(self, view: View) -> None:
        """Show what changed."""
        self._view = view
        self._fill()

    def on_shelf_marked(self) -> None:
        """Whoever goes on has read what was said."""
        self.tell(self._notice)

    def _fill(self) -> None:
        view = self._view
        self.query_one(Inbox).show(view.inbox, view.turn)
        self.query_one(Crowd).show(view)
        self.query_one(Standing).show(view.risk, view.risk_trend, view.risk_reasons, view.gauges, view.turn)
        self.query_one(Shelf).show(view.choices)
        hours, budget = (view.hours_left, view.hours), (view.budget_left, view.budget)
        self.query_one(Tray).show(view.tray, hours, budget, view.slots_left)
        self.query_one(Tabs).show(self._open, self._news())

    def _turn_to(self, region: str) -> None:
        """Bring a region to the front, and the keyboard to it."""
        if region in TABS:
            self._open = region
            for each in TABS:
                self.set_class(each == region, f"-at-{each}")
            self.query_one(Tabs).show(region, self._news())
        self.query_one(f"#{region} Rows", Rows).focus()

    def _news(self) -> dict[str, Message]:
        """What is to be said beside a tab."""
        new = sum(letter.new for letter in self._view.inbox)
        return {"inbox": Message.of("screen.inbox.new", n=new)} if new else {}

    def _at(self) -> str:
        """The region where the keyboard is."""
        focused = self.focused
        within = {node.id for node in focused.ancestors_with_self} if focused else set()
        return next((region for region in (*TABS, "tray") if region in within), self._open)

    def marked_words(self) -> Content:
        """Return the marked row."""
        return self.query_one(f"#{self._at()} Rows", Rows).read()

    # Look.

    def action_inbox(self) -> None:
        """What happened."""
        self._turn_to("inbox")

    def action_stories(self) -> None:
        """What the crowd says."""
        self._turn_to("crowd")

    def action_standing(self) -> None:
        """How we stand."""
        self._turn_to("standing")

    def action_cards(self) -> None:
        """What we can do."""
        self._turn_to("shelf")

    def action_tray(self) -> None:
        """What we have decided."""
        self._turn_to("tray")

    def action_brief(self) -> None:
        """Read the brief."""
        view = self._view
        self._read(lambda tongue: papers.brief_paper(tongue, view))

    def action_objectives(self) -> None:
        """Read what is wanted and what must not be done."""
        view = self._view
        self._read(lambda tongue: papers.objectives_paper(tongue, view))

    def action_card(self) -> None:
        """Read all about the card that is marked."""
        entry = self.query_one(Shelf).marked
        if entry:
            taught = [self._concepts[each] for each in entry.face.teaches if each in self._concepts]
            self._read(lambda tongue: papers.card_paper(tongue, entry, taught))

    def action_concept(self) -> None:
        """Explain what the marked card teaches; where we stand, what the marked number measures."""
        if self._at() == "standing":
            self.action_why()
            return
        entry = self.query_one(Shelf).marked
        concepts, wanted = self._concepts, entry.face.teaches if entry else ()
        self._read(lambda tongue: papers.concepts_paper(tongue, concepts, wanted))

    def action_why(self) -> None:
        """Say why the marked meter, risk or story moved; the risk, if nothing of these is marked."""
        story = self.query_one(Crowd).marked if self._at() == "crowd" else None
        meter = self.query_one(Standing).marked if self._at() == "standing" else None
        view = self._view
        self._read(lambda tongue: papers.why_paper(tongue, view, story, meter))

    def action_kind(self) -> None:
        """Go on to the next kind of cards."""
        self.query_one(Shelf).turn_kind()
        self._turn_to("shelf")

    def action_search(self) -> None:
        """Find cards by a word; going back shows all of them again, of every kind."""
        shelf = self.query_one(Shelf)
        self._turn_to("shelf")

        def done(word: str | None) -> None:
            if word is None:
                shelf.clear()
            else:
                shelf.find(word)

        self.app.push_screen(Asking(self.tongue, Message.of("screen.search.title"), shelf.find), done)

    def action_clear(self) -> None:
        """Forget the word and the kind that were looked for."""
        self.query_one(Shelf).clear()

    def action_bulletin(self) -> None:
        """Read the last bulletin again."""
        view = self._view
        if view.bulletins:
            self._read(lambda tongue: papers.bulletin_paper(tongue, view))
        else:
            self.tell(Message.of("screen.bulletin.none"), grave=False)

    def _read(self, written: papers.Written) -> None:
        self.tell(self._notice)
        self.app.push_screen(Reading(self.tongue, written))

    def finds(self) -> Iterable[Found]:
        """Let cards, letters, stories, numbers and concepts be found: those of this view."""
        view, turn = self._view, self._view.turn
        for entry in entries(view.choices):
            yield Found(entry.face.name, Message.of("find.card"), partial(self._find_card, entry))
        for letter in view.inbox:
            paper = partial(papers.letter_paper, letter=letter, turn=turn)
            yield Found(letter.name, Message.of("find.letter"), partial(self._read, paper))
        for story in view.stories:
            paper = partial(papers.why_paper, view=view, story=story, meter=None)
            yield Found(story.name, Message.of("find.story"), partial(self._read, paper))
        for gauge in view.gauges:
            paper = partial(papers.why_paper, view=view, story=None, meter=gauge.meter)
            yield Found(gauge.name, Message.of("find.meter"), partial(self._read, paper))
        for key, (name, _) in self._concepts.items():
            paper = partial(papers.concepts_paper, concepts=self._concepts, wanted=(key,))
            yield Found(name, Message.of("find.concept"), partial(self._read, paper))

    def _find_card(self, entry: Entry) -> None:
        """Mark a card, and read all about it."""
        shelf = self.query_one(Shelf)
        shelf.clear()
        self._turn_to("shelf")
        shelf.rows.mark(entry.card)
        self.action_card()

    # Decide.

    def action_lay(self) -> None:
        """Lay the marked card; in the other regions, read what is marked."""
        at = self._at()
        if at == "shelf":
            self._lay_marked()
        elif at == "inbox":
            self._open_letter()
        elif at != "tray":
            self.action_why()

    def _open_letter(self) -> None:
        letter = self.query_one(Inbox).marked
        if letter:
            turn = self._view.turn
            self._read(lambda tongue: papers.letter_paper(tongue, letter, turn))

    def _lay_marked(self) -> None:
        entry = self.query_one(Shelf).marked
        if entry is None:
            return
        if self._look_only:
            self.tell(self._notice)
        elif len(entry.choices) > 1 and not entry.why_not:
            self.app.push_screen(Targets(self.tongue, entry), self._lay)
        else:
            self._lay(entry.face)

    def _lay(self, choice: Choice | None) -> None:
        if choice and self._view.team:
            self.post_message(self.Wants(Lay(self._view.team, choice.card, choice.target, choice.voice)))

    def action_take_back(self) -> None:
        """Take back the order that is marked on the tray, or the marked card if it lies there, or the last."""
        tray, entry = self.query_one(Tray), self.query_one(Shelf).marked
        from_shelf = entry.laid if entry and self._at() == "shelf" else None
        order = from_shelf or (tray.marked if self._at() == "tray" else None) or tray.last
        if order and self._view.team:
            self.post_message(self.Wants(TakeBack(self._view.team, order.card)))

    def action_undo(self) -> None:
        """Undo the last change to the tray."""
        if self._view.team:
            self.post_message(self.Wants(Undo(self._view.team)))

    def action_seal(self) -> None:
        """Ask whether to seal, and seal."""
        if self._look_only:
            self.tell(self._notice)
            return
        view = self._view

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes and view.team:
                self.post_message(self.Wants(Seal(view.team)))

        self.app.push_screen(Confirm(self.tongue, lambda tongue: papers.seal_paper(tongue, view)), answered)
