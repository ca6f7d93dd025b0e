"""The gate between two teams: PINs are asked and set, and seats passed, before a room opens."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import App

from engine.game import pins
from engine.game.answers import Accepted, Refused
from engine.game.intents import FACILITATOR, Intent, PassSeat, SetPin
from engine.game.view import SeatLine
from engine.language.messages import Message
from tui.locks import CHAIR, Locks, lock_late, way_in
from tui.matters import first_round
from tui.passing import came_of, doubt_of, taken_over
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.pin import ChoosePin, EnterPin
from tui.screens.panels.seating import Passing, Seating
from tui.widgets.papers import said_paper
from tui.widgets.wording import Tongue
from tui.words import team_of

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table

Then = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Way:
    """What the gate needs of the game. `do` returns None where the game has ended over it."""

    table: "Callable[[], Table]"
    tongue: Callable[[], Tongue]
    do: Callable[[str, Intent], Accepted | Refused | None]
    tell: Callable[[Message], None]
    moved: Callable[[int], None]  # the turn that it was before
    again: Callable[[], None]  # shows anew where it goes on


class Gate:
    """It remembers which teams were asked whether they want a PIN, and who typed a wrong one."""

    def __init__(self, app: App[Any], way: Way, now: Callable[[], float] = monotonic) -> None:
        self._app, self._way = app, way
        self._locks = Locks(way.table, lambda tried: way.do(FACILITATOR, tried), now)
        self._asked: set[str] = set()
        self._reset: set[str] = set()

    def open(self, team: str, then: Then) -> None:
        """Ask for the team's PIN; of who is new there, or once its PIN was taken away, ask whether it wants one."""
        line, public = self._line(team), self._way.table().view(None)
        new = first_round(public) or taken_over(public, team)
        if line.locked:
            self._ask(team, Message.of("pin.of", who=team_of(line)), then)
        elif team in self._reset or (team not in self._asked and new):
            self.choose(team, then)
        else:
            then()

    def unlock(self, then: Then) -> None:
        """Go on once the facilitator's PIN was typed, or at once where there is none."""
        if self._way.table().locked(FACILITATOR):
            self._ask(FACILITATOR, CHAIR, then)
        else:
            then()

    def claim(self, then: Then) -> None:
        """The same, but where several people share the screen, nobody gets in before there is a PIN."""
        match way_in(self._way.table()):
            case "ask":
                self.unlock(then)
            case "later":
                self._way.tell(Message.of("pin.later"))
            case "late":
                self._lock_late()
            case "choose":
                self._lock(FACILITATOR, Message.of("pin.new_chair"), Message.of("pin.choose_chair"), then, free=False)

    def choose(self, team: str, then: Then) -> None:
        """Let a team set its PIN, or go on without one."""
        line = self._line(team)
        if line.locked:
            self._way.tell(Message.of("pin.locked"))
            return

        def settled() -> None:
            self._asked.add(team)
            self._reset.discard(team)
            then()

        self._lock(team, Message.of("pin.new", who=team_of(line)), Message.of("pin.choose"), settled, free=True)

    def _lock(self, who: str, title: Message, about: Message, then: Then, *, free: bool) -> None:
        """Let a PIN be chosen; where that is `free`, go on without one too."""

        def chosen(pin: str | None) -> None:
            if pin is None:
                return
            answer = self._way.do(who, SetPin(who, pins.lock_of(pin))) if pin else Accepted()
            if isinstance(answer, Accepted):
                then()
            elif answer:
                self._way.tell(answer.reason)

        self._app.push_screen(ChoosePin(self._way.tongue(), title, about, free=free), chosen)

    def _lock_late(self) -> None:
        """Let the console get its first PIN after all, which all teams read of before it opens."""

        def chosen(pin: str | None) -> None:
            for intent in lock_late(pin) if pin else ():
                answer = self._way.do(FACILITATOR, intent)
                if not isinstance(answer, Accepted):
                    if answer:
                        self._way.tell(answer.reason)
                    return
            if pin:
                self._way.again()
                self._way.tell(Message.of("pin.later"))

        title, about = Message.of("pin.new_chair"), Message.of("pin.choose_late")
        self._app.push_screen(ChoosePin(self._way.tongue(), title, about, free=False), chosen)

    def forget(self, team: str) -> None:
        """Let the facilitator take a team's PIN away, which is written down like everything else."""
        line = self._line(team)
        if not line.locked:
            self._way.tell(Message.of("pin.none"))
            return

        def reset() -> None:
            answer = self._way.do(FACILITATOR, SetPin(team, ""))
            if isinstance(answer, Accepted):
                self._reset.add(team)
                self._way.tell(Message.of("pin.reset_done", who=team_of(line)))

        title, about = Message.of("pin.reset"), Message.of("pin.reset_about", who=team_of(line))
        self.claim(lambda: self._confirm(title, about, reset))

    def pass_seat(self) -> None:
        """Let somebody else sit at a team: a person, a bot or nobody."""
        self.unlock(self._pass_seat)

    def _pass_seat(self) -> None:
        lines = self._way.table().view(None).table

        def chosen(passed: tuple[Passing, ...] | None) -> None:
            if passed:
                doubt = doubt_of(passed, guarded=self._way.table().locked(FACILITATOR))
                self._confirm(Message.of("screen.seating.title"), doubt, lambda: self._passed(passed))

        self._app.push_screen(Seating(self._way.tongue(), lines), chosen)

    def _passed(self, passed: tuple[Passing, ...]) -> None:
        turn, done, refused = self._way.table().view(None).turn, list[Passing](), list[tuple[SeatLine, Message]]()
        for line, seat in passed:
            answer = self._way.do(FACILITATOR, PassSeat(line.team, seat))
            if answer is None:
                return
            if isinstance(answer, Refused):
                refused.append((line, answer.reason))
            else:
                done.append((line, seat))
        if done:
            self._way.moved(turn)
        if said := came_of(done, refused):
            self._way.tell(said)

    def _ask(self, who: str, title: Message, then: Then) -> None:
        def closed(opened: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if opened:
                then()

        self._app.push_screen(EnterPin(self._way.tongue(), title, who, self._locks), closed)

    def _confirm(self, title: Message, about: Message, then: Then) -> None:
        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes:
                then()

        self._app.push_screen(Confirm(self._way.tongue(), lambda tongue: said_paper(tongue, title, about)), answered)

    def _line(self, team: str) -> SeatLine:
        return next(line for line in self._way.table().view(None).table if line.team == team)
