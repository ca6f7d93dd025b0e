"""The board follows the save of an exercise that is played in another window, and shows what the public may know."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from engine.exits import FINE
from engine.game.load import SaveError
from engine.game.progress import Progress
from engine.language.messages import Message
from tui.apart import apart
from tui.farewell import Farewell
from tui.following import LOOK, Following
from tui.front import Front
from tui.screens.ahead import BoardAhead
from tui.screens.board import BoardScreen
from tui.settings import Kept, default_path, read

if TYPE_CHECKING:  # something is shown before the engine is loaded
    from textual.worker import WorkType

    from engine.game.view import View


class Board(Front, inherit_bindings=False):
    """A window that nobody types in. It never writes, and never holds the file."""

    def __init__(
        self, path: Path, known_of: "View | Progress", lang: str, kept: Kept, now: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(lang, kept)
        self._known_of, self._followed = known_of, Following(path, now)
        self._reads = False  # never twice at once

    def on_mount(self) -> None:
        """Show the board, or what is known of it until it is made."""
        if isinstance(self._known_of, Progress):
            self.push_screen(BoardAhead(self._tongue, self._known_of))
            work: WorkType[None] = self._make  # a coroutine would be warned of where it never begins
            self.run_worker(work)
        else:
            self.push_screen(self._board(self._known_of, 0))

    async def _make(self) -> None:
        """Play the turns again, in a thread of its own, so that keys are heard; then show the board."""
        try:
            known = await asyncio.to_thread(self._followed.public)
        except SaveError as error:
            self.exit(Farewell(error.exit_code, (error.message,)), error.exit_code)
            return
        while not isinstance(self.screen, BoardAhead):  # a panel lies on it
            await self.pop_screen()
        await self.switch_screen(self._board(*known))

    def _board(self, view: "View", clocked: int) -> BoardScreen:
        """Return the board of what the public may know (see `Public`), and look at the file from now on."""
        self._followed.begin(view, clocked)
        self.set_interval(LOOK, self._look)
        return BoardScreen(self._tongue, view, self._left, self._followed.file)

    @property
    def _view(self) -> "View":
        return self._followed.view

    @property
    def _left(self) -> int | None:
        return self._followed.left

    def _look(self) -> None:
        screen = next((each for each in self.screen_stack if isinstance(each, BoardScreen)), None)
        if screen is None:
            return
        if self._reads or not self._followed.moved():
            screen.tick(self._left, running=self._followed.runs)
            return
        if self._followed.ends():
            screen.tell(Message.of("board.computing"), grave=False)
        self._reads = True
        work: WorkType[None] = partial(self._follow, screen)
        self.run_worker(work)

    async def _follow(self, screen: BoardScreen) -> None:
        """Show what has changed in the save, once it was read in a thread of its own, so that keys are heard."""
        try:
            known = await apart(self._followed.public, lambda _: None)
        except SaveError as error:
            screen.tell(error.message)
            return
        finally:
            self._reads = False
        self._followed.take(known)
        screen.tell(None)
        screen.show(self._view, self._left, self._followed.file)

    def on_place_left(self) -> None:
        """Leave; the exercise goes on in its own window."""
        self.exit(Farewell(FINE, ()), FINE)


def run(path: Path, ahead: Progress, lang: str) -> int:
    """Show the board of a save in the screens. Returns the exit code."""
    return Board(path, ahead, lang, read(default_path())).play_out()
