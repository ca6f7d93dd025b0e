"""Follows the save of an exercise that is played elsewhere: what the public may know of it now, and its clock.

It never writes, and never holds the file.
"""

from collections.abc import Callable
from math import inf
from pathlib import Path
from time import monotonic, time
from typing import TYPE_CHECKING

from engine.game.kin import gone_on, known, saves_beside
from engine.game.load import SaveError
from engine.game.progress import progress
from engine.text import Text

if TYPE_CHECKING:  # something is shown before the engine is loaded
    from engine.game.onlooker import Onlooker, Public
    from engine.game.view import View

LOOK = 0.5
"""Seconds between two looks at the file."""
GONE = (0, 0)
"""What is seen of a file that cannot be looked at."""


class Following:
    """A save that is followed, also to a branch of it and to where it is moved. `view` is what it was last read as."""

    view: "View"

    def __init__(self, path: Path, now: Callable[[], float] = monotonic, wall: Callable[[], float] = time) -> None:
        """Follow a save; `wall` is the clock on the wall, by which whoever plays it notes when the clock was set."""
        self._path, self._now, self._wall = path, now, wall
        self._noted: tuple[tuple[int, bool] | None, int] | None = None
        self._since = self._quiet = self._noticed = now()
        self._seen = {path: _mark(path)}
        self._known, self._beside = known(path), saves_beside(path)
        self._onlooker: Onlooker | None = None

    def public(self) -> "Public":
        """Return what everybody may know now; of what was read before, nothing is played again. Raises SaveError."""
        from engine.game.onlooker import Onlooker  # noqa: PLC0415 - heavy, and something is shown before

        self._onlooker = self._onlooker or Onlooker()
        return self._onlooker.read(self._path)

    def begin(self, view: "View", clocked: int = 0) -> None:
        """Follow on from what the public may know now, where the clock was written down then (see `Public`)."""
        self.view = view
        self._count(clocked, 0, inf)

    def read(self) -> None:
        """Read the save again. Raises SaveError, and then all is as it was."""
        self.take(self.public())

    def take(self, known: "Public") -> None:
        """Take in what everybody may know since `moved` said that there is something new."""
        self.view, clocked = known
        now = self._now()
        self._count(clocked, now - self._noticed, now - self._quiet)  # it was written between these two looks

    def _count(self, clocked: int, least: float, most: float) -> None:
        """Count the clock from when it was written down, where that is new: so many seconds ago, whatever walls say."""
        noted = (self.view.clock, clocked)
        if noted != self._noted:
            ago = self._wall() - clocked / 1000 if clocked else 0
            self._noted, self._since = noted, self._now() - max(least, min(ago, most))

    @property
    def path(self) -> Path:
        """The save that is followed now."""
        return self._path

    @property
    def file(self) -> Text:
        """The name of the save that is followed now."""
        return Text.of(self._path.name)

    @property
    def left(self) -> int | None:
        """Seconds left of the round: as they were written down, less what has passed since while they ran."""
        clock = self.view.clock
        if clock is None:
            return None
        seconds, running = clock
        return max(seconds - int(self._now() - self._since), 0) if running else seconds

    @property
    def runs(self) -> bool:
        """Whether time is running out."""
        return self.view.clock is not None and self.view.clock[1]

    def moved(self) -> bool:
        """Look at the file, and at those beside it: whether there is anything new to read."""
        turned, mark = self._go_along() or self._turn_back(), _mark(self._path)
        if mark == self._seen[self._path] and not turned:
            self._quiet = self._now()
            return False
        self._noticed = self._now()
        self._seen[self._path], self._known = mark, known(self._path) or self._known
        return True

    def ends(self) -> bool:
        """Whether ENDEX has just come: scores take a while to compute."""
        if self.view.turn < self.view.turns or self.view.ended:
            return False
        try:
            return progress(self._path).ended
        except SaveError:
            return False  # what is wrong is told by whoever reads it all

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


def _mark(path: Path) -> tuple[int, int]:
    """Return what changes when the file does; nothing where it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return GONE
    return found.st_size, found.st_mtime_ns
