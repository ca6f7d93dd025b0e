"""How many seconds a clock that runs has left: a file of one short line beside the save, put down every second.

The save has no room for every second, and what was begun to be written (`begun.py`) must not be put down each time.
"""

import json
from contextlib import suppress
from pathlib import Path

from engine.game import begun
from engine.game.disk import DISK, Disk, put_whole
from engine.game.match import Match

ENDING = ".clock"
"""Of the file beside a save that is called the same."""


class Jotted:
    """The note of one exercise. Without a `file` it is as durable as the process; a disk that refuses costs a note."""

    def __init__(self, match: Match, file: Path | None = None, disk: Disk = DISK) -> None:
        self._match, self._file, self._disk = match, file, disk
        self._noted: tuple[int, int] | None = None  # after how many records of the clock, and the seconds left

    @classmethod
    def beside(cls, save: Path, match: Match) -> "Jotted":
        """Return what was noted beside a save that is open for writing, as far as it still holds."""
        jotted = cls(match, save.with_name(save.name + ENDING))
        # Older programs put it down with what was begun. Of two notes the later one says less.
        found = [jotted._read(save.with_name(save.name + ending)) for ending in (ENDING, begun.ENDING)]
        jotted._noted = min((each for each in found if each and each[0] == match.papers.clockings), default=None)
        return jotted

    @staticmethod
    def clear(save: Path, disk: Disk = DISK) -> None:
        """Take away what another exercise left where a new one is saved."""
        with suppress(OSError):
            disk.remove(save.with_name(save.name + ENDING))

    @property
    def left(self) -> int | None:
        """Seconds that were left of a clock which runs, if that was noted since the save last had it."""
        papers = self._match.papers
        running = papers.clock is not None and papers.clock.running
        return self._noted[1] if self._noted and running and self._noted[0] == papers.clockings else None

    def note(self, left: int) -> None:
        """Put down how many seconds a clock that runs has left."""
        self._noted = (self._match.papers.clockings, left)
        if self._file is not None:
            with suppress(OSError):
                said = {"seed": self._match.seed, "clock": self._noted}
                put_whole(self._disk, self._file, json.dumps(said).encode("ascii"))

    def close(self) -> None:
        """Note nothing any more from now on, and leave nothing that the save has by now."""
        if self._file is not None and self.left is None:
            with suppress(OSError):
                if self._disk.kind(self._file) == "file":
                    self._disk.remove(self._file)
        self._file = None

    def _read(self, file: Path) -> tuple[int, int] | None:
        """Read a note; what is amiss in it was not noted."""
        try:
            raw = self._disk.read(file, 0, begun.LARGEST) if self._disk.kind(file) == "file" else b"{}"
            said = json.loads(raw)
        except (OSError, ValueError, RecursionError):
            return None
        match said:
            case {"seed": int(seed), "clock": [int(clockings), int(left)]} if seed == self._match.seed and left >= 0:
                return clockings, left
        return None
