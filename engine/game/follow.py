"""Follows a save file that another program writes, for the board on the projector. It needs no lock."""

from dataclasses import dataclass
from pathlib import Path

from engine.game.chain import FILE_LIMIT, Place, Record, is_last_line, read_run
from engine.game.disk import DISK, Disk
from engine.game.load import broken, said, unreadable
from engine.language.messages import Message


@dataclass(frozen=True, slots=True)
class News:
    """The records since the last look, the place to look from next, and what is wrong, if anything."""

    records: tuple[Record, ...]
    place: Place
    trouble: Message | None = None


def follow(path: Path, place: Place, disk: Disk = DISK) -> News:
    """Return the complete, verified records behind `place`, which is that of `load` or of the last News.

    A line that is still being written waits for the next look. A record may be seen a moment before it is
    acknowledged; if its write then fails it is cut back, and the trouble `save.rewritten` asks to load again.
    """
    try:
        data = disk.read(path, place.start, FILE_LIMIT)
    except OSError as error:
        return News((), place, unreadable(path, error))
    if not is_last_line(data, place):
        return News((), place, Message.of("save.rewritten", path=said(path)))
    run = read_run(data[place.end - place.start :], place)
    return News(run.records, run.place, broken(path, run.place) if run.broken else None)
