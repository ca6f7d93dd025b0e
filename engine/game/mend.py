"""Makes a save ready to be continued: cuts a torn last line, keeping a copy, or ends one that lacks its newline."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from engine.exits import INPUT, MACHINE
from engine.game.disk import Disk, cut, write_all, write_new
from engine.game.load import Loaded, SaveError, UnwritableError, fetch, judge, reason, said
from engine.language.messages import Message

_MOST_COPIES = 999


def mend(path: Path, disk: Disk) -> tuple[Loaded, int]:
    """Read the locked save `path`, mend its end, and return what it holds and a handle for appending.

    Raises SaveError if it cannot be continued, UnwritableError if it only cannot be written.
    """
    data = fetch(path, disk)
    loaded = judge(path, data)
    if loaded.trouble is not None and not loaded.writable:
        raise SaveError(loaded.trouble, INPUT)
    try:
        if loaded.unended:
            _end(path, loaded, disk)
        elif torn := data[loaded.place.end :]:
            loaded = replace(loaded, trouble=_cut_torn(path, torn, loaded, disk))
        return replace(loaded, unended=False), _open_safe(path, disk)
    except OSError as error:
        raise not_reopened(path, error) from error


def not_reopened(path: Path, error: OSError) -> UnwritableError:
    """Say that the operating system does not let us write `path`."""
    return UnwritableError(Message.of("save.not_reopened", path=said(path), reason=reason(error)), MACHINE)


def _cut_torn(path: Path, torn: bytes, loaded: Loaded, disk: Disk) -> Message:
    """Cut the bytes `torn` from the end once a copy of them is safe, and say so."""
    copy = _keep_copy(path, torn, disk)
    cut(disk, path, loaded.place.end)
    return Message.of("save.torn_cut", path=said(path), line=loaded.place.line + 1, copy=said(copy))


def _keep_copy(path: Path, torn: bytes, disk: Disk) -> Path:
    """Write the torn bytes to the first free `NAME.torn-N`, and return its path."""
    for number in range(1, _MOST_COPIES + 1):
        copy = path.with_name(f"{path.name}.torn-{number}")
        with suppress(FileExistsError):
            disk.close(write_new(disk, copy, torn))
            return copy
    raise FileExistsError(f"there are {_MOST_COPIES} copies of torn lines already")


def _end(path: Path, loaded: Loaded, disk: Disk) -> None:
    """Put the newline behind the last line, in place of what a power cut may have left of it."""
    cut(disk, path, loaded.place.end - 1)
    handle = disk.open_old(path)
    try:
        write_all(disk, handle, b"\n")
    finally:
        disk.close(handle)


def _open_safe(path: Path, disk: Disk) -> int:
    """Open the save once all that was read from it is safe: its writer may have died before that."""
    handle = disk.open_old(path)
    try:
        disk.sync(handle)
        disk.sync_folder(path.parent)
    except BaseException:
        disk.close(handle)
        raise
    return handle
