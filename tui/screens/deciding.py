"""What a team decides in its room: it lays, takes back, undoes and seals, and asks first where it must."""

from collections.abc import Callable

from engine.game.begun import Own
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
from tui.screens.panels.sealing import Sealed, Sealing, no_percent, said_of
from tui.screens.panels.targets import Targets
from tui.screens.place import Place
from tui.widgets.deck import Entry

FORECAST = "forecast", ""
"""Where a forecast is written: before sealing, or with it."""


class Deciding:
    """Asks on a room's screen what has to be known, and hands on what the team wants."""

    def __init__(self, room: Place[None], own: Own, wants: Callable[[Ordering | Saying], object]) -> None:
        """Decide in a room; `own` is what its team has begun to write."""
        self._room = room
        self._own = own
        self._wants = wants

    def _asked(
        self, of: tuple[str, str], standing: Text | None, title: Message, about: Message, longest: int
    ) -> Asking:
        """Return a panel to write in, which goes on where it was left without sending."""
        start = self._room.tongue.plain(standing) if standing else ""
        begun, heard = self._begun(of, start)
        return Asking(self._room.tongue, title, heard, about=about, start=begun, longest=longest)

    def _begun(self, of: tuple[str, str], start: str) -> tuple[str, Callable[[str], None]]:
        """Return what was begun there, or else how it starts, and what keeps it with every letter."""

        def heard(typed: str) -> None:
            self._own.write(*of, None if typed == start else typed)

        begun = self._own.line(*of)
        return (start if begun is None else begun), heard

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

        standing = view.rationales.get(order.card)

        def written(reason: str | None) -> None:
            if reason is None or (standing and reason == self._room.tongue.plain(standing)):
                self._own.leave()
            else:
                self._wants(Because.typed(team, order.card, reason))

        of, title, about = ("reason", order.card), "screen.because.title", Message.of("screen.because.about")
        panel = self._asked(of, standing, Message.of(title, card=order.name), about, LONGEST_REASON)
        self._room.app.push_screen(panel, written)

    def slip(self, view: View, order: Choice | None) -> None:
        """Let the team write what its private note says: the other team finds it among its letters."""
        team = view.team
        if team is None or order is None or order.form != "slip":
            self._room.tell(Message.of("screen.slip.nothing"))
            return

        def written(words: str | None) -> None:
            if words is None:
                self._own.leave()
            else:
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
            if not typed:
                self._own.leave()
            else:
                self._wants(Foresee(team, int(typed)))

        begun, heard = self._begun(FORECAST, said_of(view))
        panel = Asking(
            self._room.tongue,
            Message.of("forecast.ask", question=view.question),
            heard,
            about=Message.of("screen.forecast.about"),
            start=begun,
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
                heard(stands)  # whoever says no takes it back
                self._own.leave()
                return
            if sealed.percent is not None:
                self._wants(Foresee(team, sealed.percent))
            self._wants(Seal(team))

        stands = said_of(view)
        begun, heard = self._begun(FORECAST, stands)
        self._room.app.push_screen(Sealing(self._room.tongue, view, begun, heard), answered)
