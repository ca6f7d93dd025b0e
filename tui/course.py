"""The course of an exercise on the screens: whose turn it is, what is told, who is let in, and what ends it."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import App

from engine.exits import FINE
from engine.game.answers import Accepted, Refused
from engine.game.intents import FACILITATOR, Intent, Ordering, Saying, Seal
from engine.game.load import SaveError
from engine.game.steering import touched
from engine.game.view import Bulletin, View
from engine.language.messages import Message
from engine.text import Text
from tui.farewell import Farewell, board_command, way_back
from tui.gate import Way
from tui.hotseat import HotSeat
from tui.house import House
from tui.matters import first_round
from tui.passing import taken_over
from tui.review import at_the_end, noted_of
from tui.screens.bulletin import BulletinScreen
from tui.screens.concepts import Glossary
from tui.screens.handover import HandOver, HandOverScreen
from tui.screens.panels.reading import Opening
from tui.screens.peeked import PeekedScreen
from tui.screens.result import Debrief, ResultScreen
from tui.screens.room import RoomScreen
from tui.screens.waiting import Sealed, WaitingScreen
from tui.widgets.papers import said_paper
from tui.words import turn_of

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table


class Course:
    """It owns the table. With several people at it, nobody sees another team's screen."""

    def __init__(
        self, app: App[Any], house: House, table: "Table | None", now: Callable[[], float] = monotonic
    ) -> None:
        self._app, self._house = app, house
        self.table = table
        self.glossary = Glossary()
        self._briefed: set[str] = set()
        self._read: dict[str, tuple[int, tuple[Bulletin, ...]]] = {}  # what each team was told last, and has read
        self.hot_seat = HotSeat(app, self._way(), lambda: self.table, now)

    @property
    def at_table(self) -> "Table":
        """The table; only where somebody sits at one."""
        if self.table is None:
            raise RuntimeError("nobody sits at a table yet")
        return self.table

    @property
    def shared(self) -> bool:
        """Whether several people share the screen."""
        return self.at_table.shared

    def _way(self) -> Way:
        return Way(
            table=lambda: self.at_table,
            tongue=self._house.tongue,
            do=self.do,
            tell=self._house.tell,
            moved=self._moved,
            again=self._again,
        )

    def resume(self) -> None:
        """Go on with an exercise that was left, once somebody has read what is wrong with its save."""
        self.hot_seat.resume()
        told, table = None, self.at_table
        if table.trouble:
            told = (Message.of("ahead.looked"), table.trouble)
        elif table.notice:
            told = (Message.of("ahead.mended"), table.notice)
        if told is None:
            self.go_on()
            return
        title, words = told
        paper = Opening(self._house.tongue(), lambda tongue: said_paper(tongue, title, words))
        self._app.push_screen(paper, lambda _: self.go_on())

    def go_on(self) -> None:
        """Show what comes next: the score, a team's turn, or a turn of bots."""
        table = self.at_table
        if table.ended:
            self._end()
        elif not table.waiting and table.conducted:
            self._wait()
        elif not table.waiting:
            self._play_on(table)
        else:
            self.hot_seat.begin_round()
            if self.shared:
                self._hand_over(table.waiting[0])
            else:
                self._sit(table.waiting[0])

    def _play_on(self, table: "Table") -> None:
        """Let the bots play a turn, and tell what came of it."""
        try:
            table.play_on()
        except SaveError as error:
            self.fail(error)
            return
        if table.trouble:
            self._house.leave(Farewell(FINE, way_back(table, self._house.tongue().lang)))
        else:
            self._tell(table.view(None))

    def _wait(self) -> None:
        """All have sealed: an opaque screen until the facilitator closes the turn."""
        table, view = self.at_table, self.at_table.view(None)
        facts = Sealed(view.title, turn_of(view), view.moment, view.table, table.head_code)
        self._house.wipe()
        self._house.show(WaitingScreen(self._house.tongue(), facts))

    # Between two teams.

    def _hand_over(self, team: str) -> None:
        """Put the opaque screen between two teams; nothing of the former one stays."""
        table, second, tongue = self.at_table, self._house.second(), self._house.tongue()
        command = board_command(table, tongue.lang) if second == "extended" else None
        facts = HandOver(
            team,
            table.view(None),
            lambda: table.head_code,
            chaired=table.locked(FACILITATOR),
            touched=touched(table.match),
            mirrored=second == "mirrored",
            command=command,
        )
        self._house.wipe()
        self._house.show(HandOverScreen(tongue, facts, self._house.quiet()))

    def let_in(self, team: str, *, newcomer: bool) -> None:
        """Once its PIN was typed, tell the team what came of its own orders, then open its room."""
        self.hot_seat.open(team, lambda: self._come_in(team, newcomer=newcomer))

    def _come_in(self, team: str, *, newcomer: bool) -> None:
        view = self.at_table.view(team)
        if view.bulletins and (newcomer or self._read.get(team) != (view.turn, view.bulletins)):
            self._tell(view)
        else:
            self._sit(team)
        if newcomer:  # on top of what the others read too
            self._app.call_after_refresh(self.hot_seat.tell_newcomer, team)

    def _moved(self, before: int) -> None:
        """Go on after a seat was passed, which may have closed the turn."""
        if self._closed_since(before):
            self.tell_all()
        else:
            self.go_on()

    def _again(self) -> None:
        """Show the hand-over anew, where that is what is shown: something in it has changed."""
        if isinstance(self._app.screen, HandOverScreen):
            self.go_on()

    # In a room.

    def _sit(self, team: str) -> None:
        table, view = self.at_table, self.at_table.view(team)
        closed = Message.of("screen.leave.looked") if table.trouble else None
        brief = (first_round(view) or taken_over(view, team)) and team not in self._briefed
        self._briefed.add(team)
        concepts, tongue, own = self.glossary.of(view), self._house.tongue(), table.begun.of(team)
        coaching = None if closed else self._house.coaching()
        self._house.show(RoomScreen(tongue, view, concepts, own, closed=closed, brief=brief, coaching=coaching))

    def look(self, team: str) -> None:
        """Open a team's room, to be looked at."""
        view = self.at_table.view(team)
        self._house.show(PeekedScreen(self._house.tongue(), view, self.glossary.of(view)))

    def want(self, room: RoomScreen, intent: Ordering | Saying) -> None:
        """Do what a team wants, or say why not; when all have sealed, tell what came of it."""
        turn = self.at_table.view(None).turn
        answer = self.do(intent.team, intent)
        if answer is None:
            return
        if isinstance(answer, Refused):
            room.tell(answer.reason)
        elif not isinstance(intent, Seal):
            room.answer(intent, self.at_table.view(intent.team))
        elif self._closed_since(turn):
            self.hot_seat.end_round()
            self._tell(self.at_table.view(None if self.shared else intent.team))
        else:
            self.go_on()

    def do(self, by: str, intent: Intent) -> Accepted | Refused | None:
        """Let somebody do something; None if it cannot be written down, and the game is over."""
        try:
            return self.at_table.apply(by, intent)
        except SaveError as error:
            self.fail(error)
            return None

    def fail(self, error: SaveError) -> None:
        """Leave, since nothing more can be written down; say why, and the command that goes on."""
        again = way_back(self.at_table, self._house.tongue().lang)[-1:]
        self._house.leave(Farewell(error.exit_code, (error.message, *again)))

    def _closed_since(self, turn: int) -> bool:
        return self.at_table.ended or self.at_table.view(None).turn != turn

    # What came of it.

    def tell_all(self, told: Message | None = None) -> None:
        """Tell everybody what came of a turn that was closed, and whatever else is to be `told` of it."""
        self.hot_seat.end_round()
        self.tell_again()
        if told:
            self._house.tell(told)

    def tell_again(self) -> None:
        """Tell it once more: no turn was closed meanwhile, so the clock of the round is left alone."""
        self._tell(self.at_table.view(None))

    def _tell(self, view: View) -> None:
        """Tell what came of the turns since the last decision."""
        if view.team is None:
            self._house.wipe()
        if view.bulletins:
            tongue, moving = self._house.tongue(), self._house.moving()
            self._house.show(BulletinScreen(tongue, view, self.glossary.of(view), moving=moving))
        else:
            self.go_on()

    def read(self, team: str | None) -> None:
        """Go on; a team that has taken its seat goes on to its room."""
        if team and self.shared and not self.at_table.ended:
            view = self.at_table.view(team)
            self._read[team] = (view.turn, view.bulletins)
            self._sit(team)
        else:
            self.go_on()

    def _end(self) -> None:
        table, public = self.at_table, self.at_table.view(None)
        view = at_the_end(public, [table.view(line.team) for line in public.table if line.human])
        if view.result:
            noted = noted_of(table.console().notes, Text.of("F5"), Text.of("4"))
            tongue, talk = self._house.tongue(), Debrief(table.locked(FACILITATOR), noted)
            self._house.show(ResultScreen(tongue, view, view.result, self.glossary.of(view), talk))

    def move_to(self, table: "Table") -> None:
        """Go on at another table."""
        self.at_table.close()
        self.table = table

    def forget(self) -> None:
        """Leave the table, and know nothing of it any more."""
        self.at_table.close()
        self.table = None
        self.glossary = Glossary()
        self.hot_seat.begin()
        self._briefed.clear()
        self._read.clear()
