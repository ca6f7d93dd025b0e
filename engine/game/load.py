"""Reads a save file: what can be trusted, and what is wrong with the rest. It changes and locks nothing."""

import re
from dataclasses import dataclass
from pathlib import Path

from engine.exits import INPUT, MACHINE
from engine.game.chain import FILE_LIMIT, FORMAT, MAGIC, START, Place, Record, read_run
from engine.game.disk import DISK, Disk
from engine.language.messages import Message
from engine.text import Text

_CODE_LENGTH = 8
_NUMBER = re.compile(rb"[0-9]{1,9}")


class SaveError(Exception):
    """A save cannot be read or written; `exit_code` is 1 if the file is at fault, 3 if the machine is."""

    def __init__(self, message: Message, exit_code: int) -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code


class UnwritableError(SaveError):
    """A save cannot be written here, by anybody; it can perhaps be read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a save file holds: its header, the records after it, and the place where they end.

    `trouble` says what was left out and why. Not `writable` means that lines are lost from the middle; `unended`,
    that the last line lacks its newline, which has to come before the next.
    """

    header: Record
    records: tuple[Record, ...]
    place: Place
    trouble: Message | None = None
    writable: bool = True
    unended: bool = False

    @property
    def head(self) -> str:
        """The hash of the last line."""
        return self.place.head

    def head_code(self) -> str:
        """Return the first characters of the head, to compare at the hand-over."""
        return head_code(self.place)


def head_code(place: Place) -> str:
    """Return the first 8 characters of the hash at `place`."""
    return place.head[:_CODE_LENGTH]


def load(path: Path, disk: Disk = DISK) -> Loaded:
    """Read the save `path`; raise SaveError if it is no save that this version can open."""
    return judge(path, fetch(path, disk))


def check_plain(path: Path, disk: Disk) -> None:
    """Raise SaveError unless a plain file stands at `path`."""
    try:
        kind = disk.kind(path)
    except OSError as error:
        raise SaveError(unreadable(path, error), MACHINE) from error
    if kind == "none":
        raise SaveError(Message.of("save.missing", path=said(path)), INPUT)
    if kind == "other":
        raise SaveError(Message.of("save.not_a_file", path=said(path)), INPUT)


def fetch(path: Path, disk: Disk) -> bytes:
    """Return the bytes of the save `path`; raise SaveError if it cannot be read or is too large."""
    check_plain(path, disk)
    try:
        data = disk.read(path, 0, FILE_LIMIT + 1)
    except OSError as error:
        raise SaveError(unreadable(path, error), MACHINE) from error
    if len(data) > FILE_LIMIT:
        raise SaveError(too_large(path), INPUT)
    return data


def judge(path: Path, data: bytes) -> Loaded:
    """Say what the bytes of the save `path` hold; raise SaveError if not even a header does."""
    _check_format(path, data)
    run = read_run(data, START)
    if not run.records:
        raise SaveError(Message.of("save.headless", path=said(path)), INPUT)
    trouble = None
    if run.broken:
        trouble = broken(path, run.place)
    elif run.torn:
        trouble = Message.of("save.torn", path=said(path), line=run.place.line + 1)
    return Loaded(run.records[0], run.records[1:], run.place, trouble, not run.broken, run.unended)


def _check_format(path: Path, data: bytes) -> None:
    """Raise SaveError if `data` begins like no save, or like one of a newer format."""
    if not data or not MAGIC.startswith(data[: len(MAGIC)]):
        raise SaveError(Message.of("save.foreign", path=said(path)), INPUT)
    number = _NUMBER.match(data, len(MAGIC))
    if number is not None and int(number[0]) > FORMAT:
        found = int(number[0])
        raise SaveError(Message.of("save.newer", path=said(path), found=found, known=FORMAT), INPUT)


def broken(path: Path, place: Place) -> Message:
    """Say that the line after `place` is damaged, and others follow it."""
    return Message.of("save.broken", path=said(path), line=place.line + 1)


def too_large(path: Path) -> Message:
    """Say that a file, or a line in it, is beyond what we read."""
    return Message.of("save.too_large", path=said(path))


def unreadable(path: Path, error: OSError) -> Message:
    """Say that the operating system does not let us read `path`."""
    return Message.of("save.unreadable", path=said(path), reason=reason(error))


def said(path: Path) -> Text:
    """Return `path` as it may stand in a message."""
    return Text.of(str(path))


def reason(error: Exception) -> Text:
    """Return the operating system's own words for `error`."""
    words = error.strerror if isinstance(error, OSError) else None
    return Text.of(words or str(error))
