"""The game on the screen: it owns the table, hands views to the screens, and applies what they ask for."""

import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from engine.game.answers import Accepted, Refused
from engine.game.intents import FACILITATOR, Intent, Seal
from engine.game.load import SaveError
from engine.game.view import View
from engine.language.messages import Message
from tui.farewell import FAULT, Farewell, board_command, our_fault, way_back
from tui.front import Front
from tui.gate import Way
from tui.hands import SHARED, people
from tui.hotseat import HotSeat
from tui.launch import Setup, opened, resumed
from tui.offers import Library
from tui.screens.bulletin import BulletinScreen
from tui.screens.concepts import Glossary
from tui.screens.directed import Directed
from tui.screens.handover import HandOver, HandOverScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.reading import Reading
from tui.screens.place import Place
from tui.screens.result import ResultScreen
from tui.screens.room import RoomScreen
from tui.screens.start import StartScreen
from tui.screens.waiting import Sealed, WaitingScreen
from tui.settings import Kept
from tui.signals import BY_SIGNAL
from tui.widgets.findings import findings_paper
from tui.widgets.opening import opening_paper
from tui.widgets.papers import board_paper, said_paper
from tui.words import turn_of

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table
    from tui.directing import Directing, Stage

Shown = TypeVar("Shown", bound=Screen[None])


class GoldenHour(Front, inherit_bindings=False):
    """From the start to the score. With several people at the table, nobody sees another team's screen."""

    def __init__(
        self,
        table: "Table | None",
        lang: str,
        setup: Setup | None = None,
        kept: Kept | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        """Open at a table, which `setup` set where it is new; or in the lobby of a setup; or at the start."""
        super().__init__(lang, kept or Kept())
        self._table = table
        self._setup = setup
        self._glossary = Glossary()
        self._hot_seat = HotSeat(self, self._way(), lambda: self._table, now)
        self._briefed: set[str] = set()
        self._director: Directing | None = None
        self._chosen: str | None = None  # in the library

    def let_go(self) -> None:
        """Close the table, so that somebody else can open its save."""
        if self._director:
            self._director.close()
        if self._table:
            self._table.close()

    def on_mount(self) -> None:
        """Open at the table, in the lobby, or at the start."""
        self.set_interval(1, self._hot_seat.tick)
        if self._table and self._setup:
            scenario = self._setup.scenario
            opening = Reading(self._tongue, lambda tongue: opening_paper(tongue, scenario))
            self.push_screen(opening, lambda _: self._go_on())
        elif self._table:
            self._go_on()
        elif self._setup:
            self._enter_lobby(self._setup)
        else:
            self._start()

    # Before the exercise.

    def _start(self, marked: str | None = None) -> None:
        self._show(StartScreen(self._tongue, Library.found(), marked))

    def on_start_screen_idle(self) -> None:
        """Load what an exercise needs while somebody reads what there is to choose."""
        Thread(target=import_module, args=["tui.directing"], daemon=True).start()

    def on_start_screen_chosen(self, chosen: StartScreen.Chosen) -> None:
        """Ask who sits where; or say what is wrong with the scenario, where, and what would help."""
        self._chosen = chosen.offer.name
        setup, title = opened(chosen.offer.name), chosen.offer.title
        if isinstance(setup, Setup):
            self._enter_lobby(setup)
        else:
            self.push_screen(Reading(self._tongue, lambda tongue: findings_paper(tongue, title, setup)))

    def _enter_lobby(self, setup: Setup) -> None:
        self._show(LobbyScreen(self._tongue, replace(setup, screen=self._settings.second)))

    def on_start_screen_resumed(self, wanted: StartScreen.Resumed) -> None:
        """Go on with a saved exercise, or say why not; of one that has ended, show the review."""
        try:
            self._table = resumed(wanted.kept.path)
        except SaveError as error:
            self.tell(error.message, grave=True)
        else:
            self._go_on()

    def on_lobby_screen_back(self, back: LobbyScreen.Back) -> None:
        """Choose another exercise."""
        self._start(self._chosen or back.scenario)

    def on_lobby_screen_begun(self, begun: LobbyScreen.Begun) -> None:
        """Sit down at the new table."""
        self._table = begun.table
        self._like(replace(self._settings, second=begun.screen))
        command = board_command(begun.table, self._tongue.lang) if begun.screen == "extended" else None
        if command and not self._shared:
            self.push_screen(
                Reading(self._tongue, lambda tongue: board_paper(tongue, command)), lambda _: self._go_on()
            )
        else:
            self._go_on()

    # The exercise.

    @property
    def _at_table(self) -> "Table":
        if self._table is None:
            raise RuntimeError("nobody sits at a table yet")
        return self._table

    @property
    def _shared(self) -> bool:
        """Whether several people share the screen."""
        return people(self._at_table.view(None)) >= SHARED

    def _go_on(self) -> None:
        """Show what comes next: the score, a team's turn, or a turn of bots."""
        table = self._at_table
        if table.ended:
            self._end()
        elif not table.waiting and table.conducted:
            self._wait()
        elif not table.waiting:
            self._play_on(table)
        else:
            self._hot_seat.begin_round()
            if self._shared:
                self._hand_over(table.waiting[0])
            else:
                self._sit(table.waiting[0])

    def _play_on(self, table: "Table") -> None:
        """Let the bots play a turn, and tell what came of it."""
        try:
            table.play_on()
        except SaveError as error:
            self._leave(Farewell(error.exit_code, (error.message,)))
            return
        if table.trouble:
            self._leave(Farewell(0, way_back(table, self._tongue.lang)))
        else:
            self._tell(table.view(None))

    def _wait(self) -> None:
        """All have sealed: an opaque screen until the facilitator closes the turn."""
        table, view = self._at_table, self._at_table.view(None)
        facts = Sealed(view.title, turn_of(view), view.moment, view.table, table.head_code)
        self._wipe()
        self._show(WaitingScreen(self._tongue, facts))

    def _hand_over(self, team: str) -> None:
        """Put the opaque screen between two teams; nothing of the former one stays."""
        table, second = self._at_table, self._settings.second
        command = board_command(table, self._tongue.lang) if second == "extended" else None
        shown = Message.of("screen.handover.board", command=command) if command else None
        facts = HandOver(
            team,
            table.view(None),
            lambda: table.head_code,
            chaired=table.locked(FACILITATOR),
            mirrored=second == "mirrored",
            command=shown,
        )
        self._wipe()
        self._show(HandOverScreen(self._tongue, facts))

    def on_hand_over_screen_ready(self, ready: HandOverScreen.Ready) -> None:
        """Once its PIN was typed, tell the team what came of its own orders, then open its room."""
        self._hot_seat.open(ready.team, lambda: self._come_in(ready.team, newcomer=ready.newcomer))

    def _come_in(self, team: str, *, newcomer: bool) -> None:
        view = self._at_table.view(team)
        if newcomer:
            self._sit(team)
            self.call_after_refresh(self._hot_seat.tell_newcomer, team)
        elif view.bulletins:
            self._tell(view)
        else:
            self._sit(team)

    def on_place_wish(self, wish: Place.Wish) -> None:
        """Do what is asked for between two rooms, or from one."""
        self._hot_seat.grant(wish)

    def _way(self) -> Way:
        return Way(
            table=lambda: self._at_table,
            tongue=lambda: self._tongue,
            do=self._apply,
            tell=lambda message: self.tell(message, grave=True),
            moved=self._moved,
        )

    def _moved(self, before: int) -> None:
        """Go on after a seat was passed, which may have closed the turn."""
        table = self._at_table
        if table.ended or table.view(None).turn != before:
            self._hot_seat.end_round()
            self._tell(table.view(None))
        else:
            self._go_on()

    def _apply(self, by: str, intent: Intent) -> Accepted | Refused | None:
        """Let somebody do something; None if it cannot be written down, and the game is over."""
        try:
            return self._at_table.apply(by, intent)
        except SaveError as error:
            self._leave(Farewell(error.exit_code, (error.message,)))
            return None

    def _sit(self, team: str) -> None:
        table, view = self._at_table, self._at_table.view(team)
        closed = Message.of("plain.look_only", trouble=table.trouble) if table.trouble else None
        brief = not view.bulletins and team not in self._briefed
        self._briefed.add(team)
        concepts = self._glossary.of(view)
        self._show(RoomScreen(self._tongue, view, concepts, notice=table.notice, closed=closed, brief=brief))

    def on_room_screen_wants(self, wants: RoomScreen.Wants) -> None:
        """Do what the team wants, or say why not; when all have sealed, tell what came of it."""
        table, intent = self._at_table, wants.intent
        room = self._top(RoomScreen)
        if self._director and self._director.peeking:
            room.tell(Message.of("console.only_look"))
            return
        turn = table.view(None).turn
        answer = self._apply(intent.team, intent)
        if answer is None:
            return
        if isinstance(answer, Refused):
            room.tell(answer.reason)
        elif not isinstance(intent, Seal):
            room.tell(None)
            room.show(table.view(intent.team))
        elif table.ended or table.view(None).turn != turn:
            self._hot_seat.end_round()
            self._tell(table.view(None if self._shared else intent.team))
        else:
            self._go_on()

    def _tell(self, view: View) -> None:
        """Tell what came of the turns since the last decision."""
        if view.team is None:
            self._wipe()
        if view.bulletins:
            moving = self.animation_level != "none"
            self._show(BulletinScreen(self._tongue, view, self._glossary.of(view), moving=moving))
        else:
            self._go_on()

    def on_bulletin_screen_read(self, read: BulletinScreen.Read) -> None:
        """Go on; a team that has taken its seat goes on to its room."""
        if read.team and self._shared and not self._at_table.ended:
            self._sit(read.team)
        else:
            self._go_on()

    def _end(self) -> None:
        view = self._at_table.view(None)
        if view.result:
            self._show(ResultScreen(self._tongue, view, view.result, self._glossary.of(view)))

    def on_result_screen_again(self) -> None:
        """Begin anew."""
        self._at_table.close()
        self._table = None
        self._glossary = Glossary()
        self._hot_seat.begin()
        self._briefed.clear()
        self._start()

    # The facilitator.

    @property
    def _directing(self) -> "Directing":
        from tui.directing import Directing  # noqa: PLC0415 - the library is shown before the engine is loaded

        if self._director is None:
            self._director = Directing(self, self._stage(), self._hot_seat.clock)
        return self._director

    def _stage(self) -> "Stage":
        from tui.directing import Stage  # noqa: PLC0415

        return Stage(
            table=lambda: self._at_table,
            tongue=lambda: self._tongue,
            show=self._show,
            wipe=self._wipe,
            go_on=self._go_on,
            tell=self._tell_all,
            look=self._look,
            move=self._move_to,
            unlock=self._hot_seat.unlock,
            claim=self._hot_seat.claim,
            fail=lambda error: self._leave(Farewell(error.exit_code, (error.message,))),
        )

    def on_place_chair_wanted(self, wanted: Place.ChairWanted) -> None:
        """Open the console, or say why not."""
        refused = self._directing.sit_down(wanted.place, alone=not self._shared)
        if refused:
            self.tell(refused, grave=True)

    def on_directed(self, directed: Directed) -> None:
        """Take a step that one of the facilitator's screens asked for."""
        self._directing.follow(directed.step)

    def _look(self, team: str) -> None:
        """Open a team's room, to be looked at."""
        view = self._at_table.view(team)
        notice = Message.of("console.peeking", team=view.team_name or view.title)
        self._show(RoomScreen(self._tongue, view, self._glossary.of(view), closed=notice))

    def _tell_all(self) -> None:
        self._hot_seat.end_round()
        self._tell(self._at_table.view(None))

    def _move_to(self, table: "Table") -> None:
        """Go on at another table."""
        self._at_table.close()
        self._table = table

    # Everywhere.

    def _wipe(self) -> None:
        """Empty the clipboard, before others look at the screen."""
        if self.clipboard:
            self.copy_to_clipboard("")

    def _show(self, screen: Screen[None]) -> None:
        """Replace whatever is shown: a screen that is gone keeps nothing."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        self.call_after_refresh(self._hot_seat.show_clock)

    def _top(self, kind: type[Shown]) -> Shown:
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, kind))

    def on_place_left(self) -> None:
        """Leave; in the middle of an exercise, only after a second thought."""
        if self._director and self._director.back():
            return
        table = self._table
        if table is None or table.ended:
            self._leave(Farewell(0, way_back(self._table, self._tongue.lang)))
            return
        about = Message.of("screen.leave.saved" if table.path else "screen.leave.unsaved")
        if table.trouble:
            about = Message.of("screen.leave.looked")

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes:
                self._leave(Farewell(0, way_back(self._table, self._tongue.lang)))

        title = Message.of("screen.leave.title")
        self.push_screen(Confirm(self._tongue, lambda tongue: said_paper(tongue, title, about)), answered)

    def called_away(self, number: int) -> None:
        """Leave at once, since a signal says so, and say how to go on."""
        self._leave(Farewell(BY_SIGNAL + number, way_back(self._table, self._tongue.lang)))

    def _leave(self, farewell: Farewell) -> None:
        self.exit(farewell, farewell.code)

    def panic(self, *_: object) -> None:
        """Say nothing of what a fault carries: it may hold another team's secrets."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        kind, _, frames = sys.exc_info()
        self._return_code = FAULT
        self._return_value = our_fault(kind, frames, self._table, self._tongue.lang)
        self._close_messages_no_wait()
