"""Writes the save file of one exercise: what it acknowledged survives crash, full disk and power cut."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from engine.exits import INPUT, MACHINE
from engine.game.chain import FILE_LIMIT, LINE_LIMIT, START, Json, Place, is_last_line, seal
from engine.game.disk import DISK, Disk, cut, write_all, write_new
from engine.game.load import (
    Loaded,
    SaveError,
    UnwritableError,
    check_plain,
    head_code,
    load,
    reason,
    said,
    too_large,
)
from engine.game.lock import CLOSED, Lock, TakenError
from engine.game.mend import mend, not_reopened
from engine.language.messages import Message

__all__ = ["Loaded", "SaveError", "SaveFile", "load"]


class SaveFile:
    """An exercise on the disk, open for writing and locked until `close`. Build it with `create` or `reopen`.

    Use it from one thread at a time, and close it, best in a `with`. Once a write has failed, `failed` stays
    true and nothing more is taken: close it and reopen the file.
    """

    def __init__(self, path: Path, lock: Lock, handle: int, place: Place, disk: Disk) -> None:
        self.path = path
        self.failed = False
        self._lock = lock
        self._handle: int | None = handle
        self._place = place
        self._disk = disk

    @classmethod
    def create(
        cls, path: Path, header: Mapping[str, Json], disk: Disk = DISK, records: Iterable[Mapping[str, Json]] = ()
    ) -> Self:
        """Begin a save whose first line carries `header`, with `records` below, in a folder that is made if missing.

        Raises SaveError if anything stands at `path` or the disk refuses; TypeError or ValueError if `header`
        or a record is not JSON without floats.
        """
        lines, place = [], START
        for each in (header, *records):
            line, place = seal(each, place)
            _check_size(path, line, place)
            lines.append(line)
        try:
            disk.make_folder(path.parent)
            taken = disk.kind(path) != "none"
        except (OSError, ValueError) as error:
            raise _not_created(path, error) from error
        if taken:
            raise _exists(path)
        with ExitStack() as undo:
            lock = _take_lock(path, disk, _not_created)
            undo.callback(lock.release)
            try:
                handle = write_new(disk, path, b"".join(lines))
            except FileExistsError as error:
                raise _exists(path) from error
            except OSError as error:
                raise _not_created(path, error) from error
            _guard(lock, path)
            undo.pop_all()
        return cls(path, lock, handle, place, disk)

    @classmethod
    def reopen(cls, path: Path, disk: Disk = DISK) -> tuple[Self, Loaded]:
        """Open a save to go on with it, and return what it holds.

        A torn last line is cut, after its bytes are kept in a copy that the trouble of the answer names.
        Raises SaveError if another program writes the file, if it is broken in the middle (`load` still reads
        it) or if it is no save, and UnwritableError if the disk refuses.
        """
        check_plain(path, disk)
        with ExitStack() as undo:
            lock = _take_lock(path, disk, not_reopened)
            undo.callback(lock.release)
            _guard(lock, path)
            loaded, handle = mend(path, disk)
            undo.pop_all()
        return cls(path, lock, handle, loaded.place, disk), loaded

    def branch(self, path: Path, record: Mapping[str, Json]) -> "SaveFile":
        """Return another save that names this one its parent: it holds what this one holds, and goes on with `record`.

        It is written as a whole. Raises SaveError if it cannot be made.
        """
        parent = load(self.path)
        return SaveFile.create(path, {**parent.header, "parent": parent.head}, records=(*parent.records, record))

    @property
    def head(self) -> str:
        """The hash of the last acknowledged line."""
        return self._place.head

    def head_code(self) -> str:
        """Return the first 8 characters of the head. Show them on opaque screens only."""
        return head_code(self._place)

    def append(self, record: Mapping[str, Json]) -> None:
        """Add `record`, a JSON mapping with its `kind`, and return when no power cut can lose it.

        Raises TypeError or ValueError for a record that cannot be stored, and SaveError for one that is too
        large: the save goes on. Raises SaveError when the disk refuses or has refused: the file is cut back
        to what was acknowledged, as far as the disk allows, and the save has `failed`.
        """
        line, place = seal(record, self._place)
        _check_size(self.path, line, place)
        if self.failed or self._handle is None:
            raise SaveError(Message.of("save.stopped", path=said(self.path)), MACHINE)
        # Failed until proved otherwise: an interrupt, too, must leave a save that takes nothing more.
        self.failed = True
        self._check_ours(self._handle)
        try:
            write_all(self._disk, self._handle, line)
        except OSError as error:
            raise SaveError(self._failure(error, clean=self._cut_back()), MACHINE) from error
        except BaseException:
            self._cut_back()
            raise
        self._place = place
        self.failed = False

    def close(self) -> None:
        """Close the file and release the lock; once closed, nothing happens."""
        try:
            self._let_go()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _check_ours(self, handle: int) -> None:
        """Raise SaveError if another program, which knows no lock, has changed or moved the file."""
        try:
            ours = self._disk.size(handle, self.path) == self._place.end
        except OSError:
            ours = False
        if not ours:
            raise SaveError(Message.of("save.changed", path=said(self.path)), MACHINE)

    def _cut_back(self) -> bool:
        """Cut the file to what was acknowledged, and say whether that worked.

        Through a fresh handle: after a full disk, writes on the old one were lost although it accepted them.
        """
        self._let_go()
        place = self._place
        try:
            ours = is_last_line(self._disk.read(self.path, place.start, place.end - place.start), place)
            if ours:
                cut(self._disk, self.path, place.end)
        except OSError:
            return False
        return ours

    def _let_go(self) -> None:
        """Close the handle. An error then says nothing new: what was acknowledged is safe already."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                self._disk.close(handle)

    def _failure(self, error: OSError, *, clean: bool) -> Message:
        if clean:
            return Message.of("save.failed", path=said(self.path), reason=reason(error))
        return Message.of("save.failed_uncut", path=said(self.path), reason=reason(error))


def _check_size(path: Path, line: bytes, place: Place) -> None:
    if len(line) > LINE_LIMIT or place.end > FILE_LIMIT:
        raise SaveError(too_large(path), INPUT)


def _take_lock(path: Path, disk: Disk, closed: Callable[[Path, OSError], SaveError]) -> Lock:
    """Lock `path`, or raise SaveError with the reason: that of `closed` where nothing can be written at all."""
    try:
        return Lock.take(path, disk)
    except TakenError as error:
        raise SaveError(Message.of("save.locked", path=said(path), holder=error.holder), MACHINE) from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in CLOSED:
            raise closed(path, error) from error
        message = Message.of("save.not_locked", path=said(path), reason=reason(error))
        raise UnwritableError(message, MACHINE) from error


def _guard(lock: Lock, path: Path) -> None:
    """Lock the save under every name that it has, or raise SaveError."""
    try:
        lock.guard(path)
    except TakenError as error:
        raise SaveError(Message.of("save.locked", path=said(path), holder=error.holder), MACHINE) from error


def _exists(path: Path) -> SaveError:
    return SaveError(Message.of("save.exists", path=said(path)), INPUT)


def _not_created(path: Path, error: Exception) -> SaveError:
    return SaveError(Message.of("save.not_created", path=said(path), reason=reason(error)), MACHINE)
