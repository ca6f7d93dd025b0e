"""What a team decides in its room: it lays, takes back, undoes and seals, and asks first where it must."""

from collections.abc import Callable

from engine.game.intents import (
    CERTAIN,
    LONGEST_REASON,
    LONGEST_SLIP,
    Because,
    Foresee,
    Lay,
    Ordering,
    Saying,
    Seal,
    Slip,
    TakeBack,
    Undo,
)
from engine.game.view import Choice, View
from engine.language.messages import Message
from engine.text import Text
from tui.screens.panels.asking import Asking
from tui.screens.panels.sealing import Sealed, Sealing, no_percent
from tui.screens.panels.targets import Targets
from tui.screens.place import Place
from tui.widgets.deck import Entry


class Deciding:
    """Asks on a room's screen what has to be known, and hands on what the team wants."""

    def __init__(self, room: Place[None], wants: Callable[[Ordering | Saying], object]) -> None:
        self._room = room
        self._wants = wants
        self._drafts: dict[tuple[str, str], str] = {}  # what was begun of an order, by what it is and by its card

    def keep_up(self, view: View) -> None:
        """Forget what was begun to be written of an order that has been taken back."""
        laid = {order.card for order in view.tray}
        self._drafts = {of: words for of, words in self._drafts.items() if of[1] in laid}

    def _asked(
        self, of: tuple[str, str], standing: Text | None, title: Message, about: Message, longest: int
    ) -> Asking:
        """Return a panel to write in, which goes on where it was left without sending."""
        start = self._room.tongue.plain(standing) if standing else ""

        def heard(typed: str) -> None:
            self._drafts[of] = typed
            if typed == start:
                del self._drafts[of]

        begun = self._drafts.get(of, start)
        return Asking(self._room.tongue, title, heard, about=about, start=begun, longest=longest)

    def lay(self, view: View, entry: Entry) -> None:
        """Lay a card; where it can be aimed at several, ask at whom."""

        def chosen(place: str | None) -> None:
            if place is not None:
                self._lay(view, entry.choices[int(place)])

        if len(entry.choices) > 1 and not entry.why_not:
            self._room.app.push_screen(Targets(self._room.tongue, entry), chosen)
        else:
            self._lay(view, entry.face)

    def _lay(self, view: View, choice: Choice) -> None:
        if view.team:
            self._wants(Lay(view.team, choice.card, choice.target, choice.voice))
            if choice.form == "slip" and choice.why_not is None:
                self.slip(view, choice)

    def take_back(self, view: View, order: Choice | None) -> None:
        """Take an order back, if there is one."""
        if order and view.team:
            self._wants(TakeBack(view.team, order.card))

    def undo(self, view: View) -> None:
        """Undo what was done last: an order, a reason, a forecast."""
        if view.team:
            self._wants(Undo(view.team, last=True))

    def because(self, view: View, order: Choice | None) -> None:
        """Let the team write down why it lays an order: it is quoted at ENDEX."""
        team = view.team
        if team is None or order is None:
            self._room.tell(Message.of("screen.because.nothing"))
            return

        def written(reason: str | None) -> None:
            if reason is not None:
                self._drafts.pop(of, None)
                self._wants(Because.typed(team, order.card, reason))

        of, title, about = ("reason", order.card), "screen.because.title", Message.of("screen.because.about")
        standing = view.rationales.get(order.card)
        panel = self._asked(of, standing, Message.of(title, card=order.name), about, LONGEST_REASON)
        self._room.app.push_screen(panel, written)

    def slip(self, view: View, order: Choice | None) -> None:
        """Let the team write what its private note says: the other team finds it among its letters."""
        team = view.team
        if team is None or order is None or order.form != "slip":
            self._room.tell(Message.of("screen.slip.nothing"))
            return

        def written(words: str | None) -> None:
            if words is not None:
                self._drafts.pop(of, None)
                self._wants(Slip.typed(team, order.card, words))

        of, title, about = ("slip", order.card), "screen.slip.title", Message.of("screen.slip.about")
        named = Message.of(title, team=order.target_name or order.name)
        panel = self._asked(of, view.slips.get(order.card), named, about, LONGEST_SLIP)
        self._room.app.push_screen(panel, written)

    def foresee(self, view: View) -> None:
        """Ask how likely the team holds what this round asks; an empty line says nothing."""
        team = view.team
        if view.question is None or team is None:
            self._room.tell(Message.of("forecast.none"), grave=False)
            return

        def answered(typed: str | None) -> None:
            if typed:
                self._wants(Foresee(team, int(typed)))

        panel = Asking(
            self._room.tongue,
            Message.of("forecast.ask", question=view.question),
            about=Message.of("screen.forecast.about"),
            start="" if view.foreseen is None else str(view.foreseen),
            longest=len(str(CERTAIN)),
            digits=True,
            wrong=no_percent,
        )
        self._room.app.push_screen(panel, answered)

    def seal(self, view: View) -> None:
        """Ask whether to seal, and for the forecast of this round; seal."""
        team = view.team

        def answered(sealed: Sealed | None) -> None:
            if sealed is None or team is None:
                return
            if sealed.percent is not None:
                self._wants(Foresee(team, sealed.percent))
            self._wants(Seal(team))

        self._room.app.push_screen(Sealing(self._room.tongue, view), answered)
