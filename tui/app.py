"""The game on the screens: hands over to whoever knows what a screen asks for, from the library to the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.screen import Screen

from engine.exits import FINE, INPUT
from engine.language.messages import Message, Words
from tui.front import Front
from tui.offers import Library
from tui.quiet import Quiet
from tui.screens.place import Place
from tui.screens.start import StartScreen
from tui.settings import Kept

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from textual.worker import WorkType

    from engine.game.table import Table
    from tui.course import Course
    from tui.directing import Directing
    from tui.farewell import Farewell
    from tui.house import House
    from tui.launch import Setup
    from tui.screens.ahead import TableAhead
    from tui.screens.bulletin import BulletinScreen
    from tui.screens.directed import Directed
    from tui.screens.handover import HandOverScreen
    from tui.screens.lobby import LobbyScreen
    from tui.screens.room import RoomScreen
    from tui.widgets.papers import Written


class GoldenHour(Front, inherit_bindings=False):
    """From the start to the score. With several people at the table, nobody sees another team's screen."""

    def __init__(  # noqa: PLR0913 - each is a fact of how it is opened
        self,
        table: Table | None,
        lang: str,
        setup: Setup | None = None,
        kept: Kept | None = None,
        now: Callable[[], float] = monotonic,
        *,
        quiet: float = 0,
        saved: tuple[Path, Words] | None = None,
    ) -> None:
        """Open at a new table, which `setup` set; or in the lobby of a setup; or at the start.

        `saved` is an exercise to go on with, its file and its title. A table that no setup comes with is gone on with
        as one that has been read from there: so does whoever has it already, as tests have.

        `quiet` is how many seconds must pass without a key before a team can take its seat, or a held key counts as let
        go.
        """
        super().__init__(lang, kept or Kept(), now, quiet)
        self._setup, self._saved = setup, saved
        self._begun_at, self._quiet = table, quiet
        self._course: Course | None = None
        self._director: Directing | None = None
        self._chosen: str | None = None  # in the library
        self._unread: Path | None = None  # a save that is being read

    def let_go(self) -> None:
        """Close the table, so that somebody else can open its save."""
        if self._director:
            self._director.close()
        if self._course:
            self._course.hot_seat.leave()
        if self._table:
            self._table.close()

    def on_mount(self) -> None:
        """Open at the table, in the lobby, or at the start."""
        self.set_interval(1, self._tick)
        if self._table and self._setup:
            from tui.widgets.opening import opening_paper  # noqa: PLC0415

            scenario = self._setup.scenario
            self._house().coaching().begin(scenario.id)
            self._go_on_after(lambda tongue: opening_paper(tongue, scenario))
        elif self._table:
            self.course.resume()
        elif self._setup:
            self._enter_lobby(self._setup)
        elif self._saved:
            self._take_up(*self._saved)
        else:
            self._start()

    @property
    def course(self) -> Course:
        """The course of the exercise, which is there from when something is chosen."""
        from tui.course import Course  # noqa: PLC0415 - the library is shown before the rooms are loaded

        if self._course is None:
            self._course = Course(self, self._house(), self._begun_at, self._now)
        return self._course

    @property
    def _table(self) -> Table | None:
        """The table, if somebody sits at one."""
        return self._course.table if self._course else self._begun_at

    def _tick(self) -> None:
        if self._course:
            self._course.hot_seat.tick()

    # Before the exercise.

    def _start(self, marked: str | None = None) -> None:
        self._show(StartScreen(self._tongue, Library.found(), marked))

    def on_start_screen_chosen(self, chosen: StartScreen.Chosen) -> None:
        """Ask who sits where."""
        self._chosen = chosen.name
        self._enter_lobby(chosen.setup)

    def _enter_lobby(self, setup: Setup) -> None:
        from tui.screens.lobby import LobbyScreen  # noqa: PLC0415

        self._show(LobbyScreen(self._tongue, replace(setup, screen=self._settings.second)))

    def on_start_screen_resumed(self, wanted: StartScreen.Resumed) -> None:
        """Go on with a saved exercise, or say why not; of one that has ended, show the review."""
        self._take_up(wanted.saved.path, wanted.saved.title)

    def _take_up(self, path: Path, title: Words) -> None:
        from tui.taking_up import named  # noqa: PLC0415 - the library is shown without it

        self._unread, ahead = path, named(self, self._tongue, title)
        # A coroutine would be warned of where it never begins.
        work: WorkType[None] = partial(self._taken_up, path, ahead)
        self.run_worker(work)

    async def _taken_up(self, path: Path, ahead: TableAhead) -> None:
        """Sit down at a saved exercise once it has been read, or say why not."""
        from engine.game.load import SaveError  # noqa: PLC0415 - only now needed
        from tui.taking_up import taken_up  # noqa: PLC0415

        try:
            self.course.table = await taken_up(self, ahead, path)
            self._unread = None
        except SaveError as error:
            self._unread = None
            library = self._top(StartScreen)
            if library:
                library.refuse(error.message)
            else:
                from tui.farewell import Farewell  # noqa: PLC0415 - only now needed

                self.leave(Farewell(error.exit_code, (error.message,)))
        else:
            self.course.resume()

    def on_lobby_screen_back(self, back: LobbyScreen.Back) -> None:
        """Choose another exercise."""
        self._start(self._chosen or back.scenario)

    def on_lobby_screen_begun(self, begun: LobbyScreen.Begun) -> None:
        """Sit down at the new table; one that was there is let go."""
        if self._table:
            self._table.close()
        self.course.table = begun.table
        self._like(replace(self._settings, second=begun.screen))
        self._house().coaching().begin(begun.table.scenario.id)
        from tui.farewell import board_command  # noqa: PLC0415 - the library is shown without it
        from tui.widgets.papers import board_paper  # noqa: PLC0415

        command = board_command(begun.table, self._tongue.lang) if begun.screen == "extended" else None
        if command and not self.course.shared:
            self._go_on_after(lambda tongue: board_paper(tongue, command))
        else:
            self.course.go_on()

    def _go_on_after(self, paper: Written) -> None:
        """Go on once this has been read."""
        from tui.screens.panels.reading import Opening  # noqa: PLC0415

        self.push_screen(Opening(self._tongue, paper), lambda _: self.course.go_on())

    # The exercise.

    def _house(self) -> House:
        from tui.coaching import Coaching  # noqa: PLC0415
        from tui.house import House  # noqa: PLC0415

        return House(
            tongue=lambda: self._tongue,
            show=self._show,
            wipe=self._wipe,
            tell=lambda message: self.tell(message, grave=True),
            leave=self.leave,
            second=lambda: self._settings.second,
            coaching=lambda: Coaching(lambda: self._settings, self._like),
            moving=lambda: self.animation_level != "none",
            quiet=lambda: Quiet(self._now, self._quiet),
        )

    def on_hand_over_screen_ready(self, ready: HandOverScreen.Ready) -> None:
        """Let a team in."""
        self.course.let_in(ready.team, newcomer=ready.newcomer)

    def on_place_wish(self, wish: Place.Wish) -> None:
        """Do what is asked for between two rooms, or from one."""
        self.course.hot_seat.grant(wish)

    def on_room_screen_wants(self, wants: RoomScreen.Wants) -> None:
        """Do what the team wants."""
        from tui.screens.room import RoomScreen  # noqa: PLC0415

        room = self._top(RoomScreen)
        if room:  # none where a key came with the one that seals
            self.course.want(room, wants.intent)

    def on_bulletin_screen_read(self, read: BulletinScreen.Read) -> None:
        """Go on."""
        self.course.read(read.team)

    def on_result_screen_again(self) -> None:
        """Begin anew."""
        self.course.forget()
        self._start()

    # The facilitator.

    @property
    def _directing(self) -> Directing:
        from tui.directing import Directing, Stage  # noqa: PLC0415 - the library is shown before the engine is loaded

        if self._director is None:
            stage = Stage.of(self.course, self._house())
            self._director = Directing(self, stage, self.course.hot_seat.clock)
        return self._director

    def on_place_chair_wanted(self, wanted: Place.ChairWanted) -> None:
        """Open the console, or say why not."""
        refused = self._directing.sit_down(wanted, alone=not self.course.shared)
        if refused:
            self.tell(refused, grave=True)

    def on_directed(self, directed: Directed) -> None:
        """Take a step that one of the facilitator's screens asked for, unless it is gone: keys can come in a burst."""
        if directed.by in self.screen_stack:
            self._directing.follow(directed.step)

    # Everywhere.

    def _show(self, screen: Screen[None]) -> None:
        super()._show(screen)
        if self._course:
            self.call_after_refresh(self._course.hot_seat.show_clock)

    def leave(self, farewell: Farewell) -> None:
        """End, and say this; with exit code 1 where `saved` can only be looked at."""
        looked = self._saved and self._table and self._table.trouble
        super().leave(replace(farewell, code=farewell.code or INPUT) if looked else farewell)

    def on_place_left(self) -> None:
        """Leave; in the middle of an exercise, only after a second thought."""
        from tui.farewell import Farewell, second_thought  # noqa: PLC0415 - only now needed
        from tui.screens.panels.confirm import Confirm  # noqa: PLC0415
        from tui.widgets.papers import said_paper  # noqa: PLC0415

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes:
                self.leave(Farewell(FINE, self.way_back()))

        table = self._table
        if table is None or table.ended:
            answered(yes=True)
            return
        title, about = Message.of("screen.leave.title"), second_thought(table)
        self.push_screen(Confirm(self._tongue, lambda tongue: said_paper(tongue, title, about)), answered)

    @property
    def shared(self) -> bool:
        """Whether several people share the screen."""
        return self._table is not None and self._table.shared

    def way_back(self) -> tuple[Message, ...]:
        """Say where the exercise is, and how to go on."""
        from tui.farewell import unread_way_back, way_back  # noqa: PLC0415 - only now needed

        if self._unread:
            return unread_way_back(self._unread, self._tongue.lang)
        return way_back(self._table, self._tongue.lang)
