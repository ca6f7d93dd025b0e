"""What a team decides in its room: it lays, takes back, undoes and seals, and asks first where it must."""

from collections.abc import Callable

from engine.game.intents import Because, Lay, Ordering, Saying, Seal, TakeBack, Undo
from engine.game.view import Choice, View
from engine.language.messages import Message
from engine.text import Text
from tui.screens.panels.asking import Asking
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.targets import Targets
from tui.screens.place import Place
from tui.widgets import papers
from tui.widgets.deck import Entry

LONGEST_REASON = 200


class Deciding:
    """Asks on a room's screen what has to be known, and hands on what the team wants."""

    def __init__(self, room: Place[None], wants: Callable[[Ordering | Saying], object]) -> None:
        self._room = room
        self._wants = wants

    def lay(self, view: View, entry: Entry) -> None:
        """Lay a card; where it can be aimed at several, ask at whom."""

        def chosen(choice: Choice | None) -> None:
            if choice and view.team:
                self._wants(Lay(view.team, choice.card, choice.target, choice.voice))

        if len(entry.choices) > 1 and not entry.why_not:
            self._room.app.push_screen(Targets(self._room.tongue, entry), chosen)
        else:
            chosen(entry.face)

    def take_back(self, view: View, order: Choice | None) -> None:
        """Take an order back, if there is one."""
        if order and view.team:
            self._wants(TakeBack(view.team, order.card))

    def undo(self, view: View) -> None:
        """Undo the last change to the tray."""
        if view.team:
            self._wants(Undo(view.team))

    def because(self, view: View, order: Choice | None) -> None:
        """Let the team write down why it lays an order: it is quoted at ENDEX."""
        team = view.team
        if team is None or order is None:
            self._room.tell(Message.of("screen.because.nothing"))
            return

        def written(reason: str | None) -> None:
            if reason is not None:
                self._wants(Because(team, order.card, Text.of(reason, limit=LONGEST_REASON)))

        standing = view.grounds.get(order.card)
        panel = Asking(
            self._room.tongue,
            Message.of("screen.because.title", card=order.name),
            about=Message.of("screen.because.about"),
            start=self._room.tongue.plain(standing) if standing else "",
            longest=LONGEST_REASON,
        )
        self._room.app.push_screen(panel, written)

    def seal(self, view: View) -> None:
        """Ask whether to seal, and seal."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes and view.team:
                self._wants(Seal(view.team))

        paper = Confirm(self._room.tongue, lambda tongue: papers.seal_paper(tongue, view))
        self._room.app.push_screen(paper, answered)
