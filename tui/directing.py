"""The facilitator's way through the game: from the hand-over into the console, to the grid, and out again."""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import Any, Self, assert_never

from textual.app import App
from textual.screen import Screen

from engine.game.load import SaveError
from engine.game.table import Table
from engine.language.messages import Message
from engine.tools.forecast import Forecaster, Outlook
from tui.course import Course
from tui.facilitator.chair import Chair
from tui.facilitator.closing import close
from tui.house import House
from tui.locks import way_in
from tui.quiet import Quiet
from tui.screens.console import ConsoleScreen
from tui.screens.directed import Ask, Closed, Elsewhere, Failed, Grid, Leave, Peek, Resolve, Return, Step
from tui.screens.over import OverScreen
from tui.screens.place import Place
from tui.screens.umpire import UmpireScreen
from tui.timing import RoundClock
from tui.widgets.ahead import Waiting
from tui.widgets.wording import Tongue


@dataclass(frozen=True, slots=True)
class Stage:
    """What the game lets the facilitator's way do.

    `look` opens a team's room to be looked at, `tell` the bulletin of a turn that was closed, with what else is to be
    said of it, `tell_again` one that was told before, `unlock` asks for the facilitator's PIN where there is one,
    `claim` also lets one be chosen where several people share the screen.
    """

    table: Callable[[], Table]
    tongue: Callable[[], Tongue]
    show: Callable[[Screen[None]], None]
    wipe: Callable[[], None]
    go_on: Callable[[], None]
    tell: Callable[[Message | None], None]
    tell_again: Callable[[], None]
    look: Callable[[str], None]
    move: Callable[[Table], None]
    unlock: Callable[[Callable[[], None]], None]
    claim: Callable[[Callable[[], None]], None]
    fail: Callable[[SaveError], None]
    quiet: Callable[[], Quiet]

    @classmethod
    def of(cls, course: Course, house: House) -> Self:
        """Return what the course of an exercise lets it do, and the house in which it is shown."""
        return cls(
            table=lambda: course.at_table,
            tongue=house.tongue,
            show=house.show,
            wipe=house.wipe,
            go_on=course.go_on,
            tell=course.tell_all,
            tell_again=course.tell_again,
            look=course.look,
            move=course.move_to,
            unlock=course.hot_seat.unlock,
            claim=course.hot_seat.claim,
            fail=course.fail,
            quiet=house.quiet,
        )


class Directing:
    """It remembers where the facilitator came from, and that one process looks ahead."""

    def __init__(self, app: App[Any], stage: Stage, timer: RoundClock) -> None:
        self._app, self._stage = app, stage
        self._from: tuple[str, int] = ("", 0)
        self._forecaster: Forecaster | None = None
        self.timer = timer

    @property
    def _chair(self) -> Chair:
        return Chair(self._stage.table())

    def sit_down(self, wanted: Place.ChairWanted, *, alone: bool) -> Message | None:
        """Open the console from a place, or say why not. Whoever is `alone` with bots hides nothing from others."""
        place = "" if wanted.team and not alone else wanted.place  # a team is handed over to anew
        if wanted.place == "room" and not alone and way_in(self._stage.table()) == "late":
            return Message.of("console.lock_first")
        self._from = (place, self._stage.table().view(None).turn)
        self._stage.claim(self._open)
        return None

    def _open(self, told: Message | None = None) -> None:
        self._stage.wipe()
        screen = OverScreen if self._stage.table().ended else ConsoleScreen
        self._stage.show(screen(self._stage.tongue(), self._chair, self.timer, self._stage.quiet, told))

    def follow(self, step: Step) -> None:
        """Take a step that one of the facilitator's screens asked for."""
        match step:
            case Leave():
                self._leave()
            case Return(told):
                self._open(told)
            case Grid():
                self._stage.wipe()
                self._stage.show(UmpireScreen(self._stage.tongue(), self._chair))
            case Peek(team):
                self._stage.look(team)
            case Resolve():
                self._stage.unlock(self._resolve)
            case Closed(told):
                self._stage.wipe()
                self._stage.tell(told)
            case Elsewhere(table, told):
                self._stage.move(table)
                self._open(told)
            case Ask(inject):
                self._ask(inject)
            case Failed(error):
                self._stage.fail(error)
            case _:
                assert_never(step)

    def _leave(self) -> None:
        """Go back to where the facilitator came from: to the bulletin, or to whatever comes next."""
        self._stage.wipe()
        place, turn = self._from
        if place == "bulletin" and turn == self._stage.table().view(None).turn:
            self._stage.tell_again()
        else:
            self._stage.go_on()

    def _resolve(self) -> None:
        try:
            reply = close(self._chair)
        except SaveError as error:
            self._stage.fail(error)
            return
        if reply.wrong is None:
            self.follow(Closed(reply.told))
        else:
            self._stage.go_on()

    # What may come.

    def _ask(self, inject: str | None) -> None:
        """Let another process look ahead, and tell the console once it has."""
        table = self._stage.table()
        if table.ended or table.path is None or table.trouble:
            self._learn(inject, "ended" if table.ended else "unsaved")
            return
        with redirect_stderr(sys.__stderr__):  # Textual's has no handle, which a new process needs
            if self._forecaster is None:
                self._forecaster = Forecaster()
            asked = self._forecaster.ask(table.path, inject)
        asked.add_done_callback(lambda future: self._answered(inject, future))

    def _answered(self, inject: str | None, future: Future[Outlook | None]) -> None:
        """Hand over what was computed; this runs in another thread, and the game may be over."""
        if future.cancelled() or not self._app.is_running:
            return
        failed = future.exception() is not None
        known: Outlook | Waiting = "stopped" if failed else future.result() or "stopped"
        self._app.call_later(self._learn, inject, known)

    def _learn(self, inject: str | None, known: Outlook | Waiting) -> None:
        for screen in self._app.screen_stack:
            if isinstance(screen, ConsoleScreen):
                screen.learn(inject, known)

    def close(self) -> None:
        """Look ahead no more, and let nobody who leaves wait for a look that is under way."""
        if self._forecaster is not None:
            self._forecaster.stop()
