"""The team room: read what there is, and decide."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.message import Message as Event

from engine.game.begun import READ, Own
from engine.game.intents import Ordering, Saying, Undo
from engine.game.view import Choice, View
from engine.language.messages import Message
from tui.coaching import Coaching
from tui.screens.concepts import Concepts
from tui.screens.deciding import Deciding
from tui.screens.finds import Found
from tui.screens.panels.reading import CardPage, Opening, Reading
from tui.screens.readable import ReadableRoom
from tui.undoing import undone
from tui.widgets.coach import Coach
from tui.widgets.inbox import Inbox
from tui.widgets.keys import Keys
from tui.widgets.papers import Written, brief_paper
from tui.widgets.shelf import Shelf
from tui.widgets.tray import Tray
from tui.widgets.wording import Tongue

DECIDING = frozenset({"lay", "take_back", "seal"})
"""What the foot of a room that is only looked at leaves out."""
ENTER = {"shelf": Message.of("action.lay"), "tray": None}
"""What Enter does in a region; in the others it opens what is marked, to be read."""


class RoomScreen(ReadableRoom):
    """One team's room. It is handed views, and asks for what it wants by `Wants`."""

    place = "room"

    @dataclass
    class Wants(Event):
        """The team wants this done."""

        intent: Ordering | Saying

    def __init__(  # noqa: PLR0913 - each is a fact of the visit
        self,
        tongue: Tongue,
        view: View,
        concepts: Concepts,
        own: Own,
        *,
        closed: Message | None = None,
        brief: bool = False,
        coaching: Coaching | None = None,
    ) -> None:
        """Show a room, with the brief on top if that is wanted; `own` is what its team has begun to write.

        `closed` says below it that nothing can be decided in it; `coaching` gives the hints.
        """
        super().__init__(tongue, view, concepts, closed)
        self.decides = closed is None
        self.without = () if self.decides else DECIDING
        self._brief, self._own = brief, own
        self._letters_read |= {each.inject for each in view.inbox if own.line(READ, each.inject) is not None}
        self._coaching = coaching
        self._decide = Deciding(self, own, self._want)

    def compose(self) -> ComposeResult:
        """The room, and a coach below it."""
        yield from super().compose()
        yield Coach(self.tongue)

    def fill(self) -> None:
        """Put in what the view says, and give the hint that is due."""
        super().fill()
        self._offer()
        self._point()

    def on_mount(self) -> None:
        """Who comes in for the first time reads the brief."""
        if self._brief:
            view = self._view
            self._read(lambda tongue: brief_paper(tongue, view), Opening)

    def show(self, view: View) -> None:
        """Show what changed, and give the hint that is due now."""
        super().show(view)
        self._offer()
        self._point()

    def _offer(self) -> None:
        """Offer a forecast in the foot only where this round asks for one."""
        self.query_one(Keys).say("foresee", Message.of("action.foresee") if self._view.question else None)

    def answer(self, intent: Ordering | Saying, view: View) -> None:
        """Show what came of what the team wanted; what was undone is said, as it may be out of sight."""
        said = undone(self._view, view) if isinstance(intent, Undo) else None
        self.show(view)
        self.tell(said or self._notice, grave=False if said else self.decides)

    def on_inbox_read(self, event: Inbox.Read) -> None:
        """Keep it: whoever comes back to this room in the same round finds it read."""
        self._own.write(READ, event.inject, "")

    # Learn.

    def _point(self) -> None:
        """Give the next hint of a tutorial, if there is one."""
        due = self._coaching.due(self._view) if self._coaching else ()
        self.query_one(Coach).point(next(iter(due), None), len(due))

    def on_descendant_focus(self) -> None:
        """Light up what a hint speaks of, which may have changed its place, and say what Enter does here."""
        coach = self.query_one(Coach)
        coach.call_after_refresh(coach.light_up)
        self.query_one(Keys).say("lay", ENTER.get(self._regions.at, Message.of("action.look_into")))

    def action_understood(self) -> None:
        """Put the hint away that is shown, and give the next."""
        due = self._coaching.due(self._view) if self._coaching else ()
        if self._coaching and due:
            self._coaching.learn(self._view, due[0])
            self._point()
        else:
            self.tell(Message.of("coach.none"), grave=False)

    def action_hints(self) -> None:
        """Switch hints off, or on from the beginning."""
        if self._coaching:
            hinting = self._coaching.again(self._view) or self._coaching.turn()
            self.tell(Message.of("coach.on" if hinting else "coach.off"), grave=False)
            self._point()

    def finds(self) -> Iterable[Found]:
        """Besides what can be read, the hints that were put away or switched off."""
        if self._coaching and self._coaching.spent(self._view):
            yield Found(Message.of("coach.anew"), Message.of("coach.anew.about"), self._hint_anew)
        yield from super().finds()

    def _hint_anew(self) -> None:
        """Give all hints again."""
        if self._coaching:
            self._coaching.anew(self._view)
            self.tell(Message.of("coach.on"), grave=False)
            self._point()

    # Decide.

    def action_pin(self) -> None:
        """Set a PIN."""
        if self._view.team:
            self.post_message(self.Wish("pin", self._view.team))

    def _want(self, intent: Ordering | Saying) -> None:
        """Ask for something, where anything can be done; every wish of the room goes this way."""
        if self._may_decide():
            self.post_message(self.Wants(intent))

    def action_lay(self) -> None:
        """Lay the marked card; in the other regions, read what is marked."""
        at = self._regions.at
        if at == "shelf" and self.query_one(Shelf).at_more:
            self.action_more()
        elif at == "shelf":
            self._lay_marked()
        else:
            self.open_marked()

    def _lay_marked(self) -> None:
        entry = self.query_one(Shelf).marked
        if entry and self._may_decide():
            self._decide.lay(self._view, entry)

    def _card_page(self, tongue: Tongue, written: Written) -> Reading:
        """Return the page about the card that is marked, from which it can be laid."""
        return CardPage(tongue, written, self._lay_marked) if self.decides else super()._card_page(tongue, written)

    def _may_decide(self) -> bool:
        """Say that this room is only looked at, where it is."""
        if not self.decides and self._notice:
            self.tell(Message.of("console.only_look", notice=self._notice))
        return self.decides

    def action_take_back(self) -> None:
        """Take back the order that is marked on the tray, or the marked card if it lies there, or the last."""
        if self._may_decide():
            self._decide.take_back(self._view, self._ordered())

    def _ordered(self) -> Choice | None:
        """Return the order that is meant: the marked one, on the tray or among the cards, or else the last."""
        tray, entry = self.query_one(Tray), self.query_one(Shelf).marked
        from_shelf = entry.laid if entry and self._regions.at == "shelf" else None
        return from_shelf or (tray.marked if self._regions.at == "tray" else None) or tray.last

    def action_slip(self) -> None:
        """Write what the private note says that is marked, or else the last one on the tray."""
        if self._may_decide():
            slips = [choice for choice in self._view.tray if choice.form == "slip"]
            meant = self._ordered()
            self._decide.slip(self._view, meant if meant in slips else slips[-1] if slips else None)

    def action_undo(self) -> None:
        """Undo what was done last: an order, a reason, a forecast."""
        if self._may_decide():
            self._decide.undo(self._view)

    def action_because(self) -> None:
        """Write down why the order that is meant lies on the tray."""
        if self._may_decide():
            self._decide.because(self._view, self._ordered())

    def action_foresee(self) -> None:
        """Say how likely what this round asks is."""
        if self._may_decide():
            self._decide.foresee(self._view)

    def action_seal(self) -> None:
        """Ask whether to seal, and seal."""
        if self._may_decide():
            self._decide.seal(self._view)
