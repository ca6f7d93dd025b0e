"""Looks at a save that is played elsewhere, again and again: where it has only grown, what is new alone is played."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from engine.game.chain import Place, Record, is_last_line, read_run
from engine.game.disk import DISK
from engine.game.load import fetch, judge
from engine.game.replay import Replaying
from engine.game.view import View
from engine.game.viewing import Viewing


class Public(NamedTuple):
    """What everybody may know of a save, and when its clock was written down: of one reading, for both go together."""

    view: View
    clocked: int
    """In milliseconds by the wall; 0 where that is not known."""


class Onlooker:
    """It remembers the match of the save that it read last. It never writes, and is used by one thread at a time."""

    def __init__(self) -> None:
        self._at: tuple[Path, Place, Replaying, Viewing] | None = None

    def read(self, path: Path) -> Public:
        """Return what everybody may know of a save now. Raises SaveError, and forgets nothing."""
        data, at = fetch(path, DISK), self._at
        if at and at[0] == path and is_last_line(data[at[1].start : at[1].end], at[1]):
            run = read_run(data[at[1].end :], at[1])
            return self._play(path, run.place, run.records, *at[2:])
        loaded = judge(path, data)
        again = Replaying(path, loaded.header)
        return self._play(path, loaded.place, loaded.records, again, Viewing(again.match))

    def _play(self, path: Path, place: Place, records: Iterable[Record], again: Replaying, viewing: Viewing) -> Public:
        """Play what is new, and show what came of it."""
        self._at = None  # what fails on the way is no place from which to go on
        for record in records:
            if not again.play(record):
                break
        viewing.refresh()
        clock = again.match.papers.clock
        shown = Public(viewing.view(None), clock.at if clock else 0)
        self._at = (path, place, again, viewing)
        return shown
