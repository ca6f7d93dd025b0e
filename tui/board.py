"""The board follows the save of an exercise that is played in another window, and shows what the public may know."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from engine.exits import FINE, USAGE
from engine.game.kin import gone_on, known, saves_beside
from engine.game.load import SaveError
from engine.game.progress import Progress, progress
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.farewell import Farewell
from tui.front import Front
from tui.screens.ahead import BoardAhead
from tui.screens.board import BoardScreen
from tui.settings import Kept, default_path, read

if TYPE_CHECKING:  # something is shown before the engine is loaded
    from engine.game.view import View

LOOK = 0.5
"""Seconds between two looks at the file."""
GONE = (0, 0)
"""What is seen of a file that cannot be looked at."""


class Board(Front, inherit_bindings=False):
    """A window that nobody types in. It never writes, and never holds the file."""

    def __init__(
        self, path: Path, known_of: "View | Progress", lang: str, kept: Kept, now: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(lang, kept)
        self._path, self._known_of, self._now = path, known_of, now
        self._seen = {path: _mark(path)}
        self._known, self._beside = known(path), saves_beside(path)

    def on_mount(self) -> None:
        """Show the board, or what is known of it until it is made."""
        if isinstance(self._known_of, Progress):
            self.push_screen(BoardAhead(self._tongue, self._known_of))
            self.run_worker(self._make())
        else:
            self.push_screen(self._board(self._known_of))

    async def _make(self) -> None:
        """Play the turns again, in a thread of its own, so that keys are heard; then show the board."""
        try:
            view = await asyncio.to_thread(_public, self._path)
        except SaveError as error:
            self.exit(Farewell(error.exit_code, (error.message,)), error.exit_code)
            return
        while not isinstance(self.screen, BoardAhead):  # a panel lies on it
            await self.pop_screen()
        await self.switch_screen(self._board(view))

    def _board(self, view: "View") -> BoardScreen:
        """Return the board of what the public may know, and look at the file from now on."""
        self._view, self._clocked = view, (view.clock, self._now())
        self.set_interval(LOOK, self._look)
        return BoardScreen(self._tongue, view, self._left, self._file)

    @property
    def _file(self) -> Text:
        return Text.of(self._path.name)

    @property
    def _left(self) -> int | None:
        """Seconds left of the round: as they were written down, less what has passed since while they ran."""
        clock, since = self._clocked
        if clock is None:
            return None
        seconds, running = clock
        return max(seconds - int(self._now() - since), 0) if running else seconds

    @property
    def _runs(self) -> bool:
        return self._clocked[0] is not None and self._clocked[0][1]

    def _look(self) -> None:
        screen = next((each for each in self.screen_stack if isinstance(each, BoardScreen)), None)
        if screen is None:
            return
        turned, mark = self._go_along() or self._turn_back(), _mark(self._path)
        if mark == self._seen[self._path] and not turned:
            screen.tick(self._left, running=self._runs)
            return
        self._seen[self._path], self._known = mark, known(self._path) or self._known
        if self._ends():
            screen.tell(Message.of("board.computing"), grave=False)
            screen.call_after_refresh(self._follow, screen)
        else:
            self._follow(screen)

    def _ends(self) -> bool:
        """Whether ENDEX has just come: scores take a while to compute."""
        if self._view.turn < self._view.turns or self._view.ended:
            return False
        try:
            return progress(self._path).ended
        except SaveError:
            return False  # what is wrong is told by whoever reads it all

    def _follow(self, screen: BoardScreen) -> None:
        """Show what has changed in the save."""
        try:
            self._view = _public(self._path)
        except SaveError as error:
            screen.tell(error.message)
            return
        if self._view.clock != self._clocked[0]:
            self._clocked = (self._view.clock, self._now())
        screen.tell(None)
        screen.show(self._view, self._left, self._file)

    def _go_along(self) -> bool:
        """Follow the exercise to a branch that was begun just now, or to where its save was moved."""
        beside = saves_beside(self._path)
        fresh, self._beside = beside - self._beside, beside
        other = gone_on(self._path, self._known, fresh) if fresh and self._known else None
        if other:
            self._seen |= {self._path: _mark(self._path), other: _mark(other)}
            self._path = other
        return other is not None

    def _turn_back(self) -> bool:
        """Follow a save that was left, where it alone was written since: somebody goes on with that one."""
        moved = [path for path, seen in self._seen.items() if _mark(path) not in {seen, GONE}]
        if not moved or self._path in moved:
            return False
        self._path = max(moved, key=lambda path: _mark(path)[1])
        return True

    def on_place_left(self) -> None:
        """Leave; the exercise goes on in its own window."""
        self.exit(Farewell(FINE, ()), FINE)


def _mark(path: Path) -> tuple[int, int]:
    """Return what changes when the file does; nothing where it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return GONE
    return found.st_size, found.st_mtime_ns


def _public(path: Path) -> "View":
    """Return what everybody may know of a save. Raises SaveError."""
    from engine.game.table import Table

    return Table.replay(path).view(None)


def run(path: Path, lang: str) -> int:
    """Show the board of a save. Returns the exit code."""
    try:
        ahead = progress(path)
    except SaveError as error:
        sys.stderr.write(say(lang, error.message) + "\n")
        return error.exit_code
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(say(lang, Message.of("board.no_terminal")) + "\n")
        return USAGE
    app = Board(path, ahead, lang, read(default_path()))
    return app.play_out()
