"""What saving asks of the operating system, in one place, so that a test can stand in for a bad disk."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

if sys.platform == "darwin":
    import fcntl

_BINARY = getattr(os, "O_BINARY", 0)
_PRIVATE = 0o600  # a save holds what teams keep from each other


class Disk:
    """The real disk. Every method may raise OSError; a handle is a file descriptor, offsets are bytes."""

    def kind(self, path: Path) -> Literal["file", "other", "none"]:
        """Say what stands at `path`; a link is "other", since a lock beside a link guards nothing."""
        try:
            mode = os.lstat(path).st_mode
        except (
            FileNotFoundError,
            NotADirectoryError,
            ValueError,
        ):  # ValueError: a null character in the name
            return "none"
        return "file" if stat.S_ISREG(mode) else "other"

    def make_folder(self, path: Path) -> None:
        """Make the folder `path` and those above it where they are missing, safe from a power cut."""
        if not path.is_dir():
            self.make_folder(path.parent)
            path.mkdir(exist_ok=True)
            self.sync_folder(path.parent)

    def open_new(self, path: Path) -> int:
        """Create `path` and open it for appending; FileExistsError if anything stands there."""
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL | _BINARY, _PRIVATE)

    def open_old(self, path: Path) -> int:
        """Open the existing file `path` for appending."""
        return os.open(path, os.O_RDWR | os.O_APPEND | _BINARY)

    def open_lock(self, path: Path) -> int:
        """Open the lock file `path`, which is made if missing; a link is not followed."""
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | _BINARY, _PRIVATE)

    def read(self, path: Path, start: int, limit: int) -> bytes:
        """Return at most `limit` bytes of `path` from offset `start`."""
        with path.open("rb") as file:
            left = os.fstat(file.fileno()).st_size - start
            file.seek(start)
            return file.read(max(0, min(limit, left)))  # a larger number would be set aside in memory first

    def size(self, handle: int, path: Path) -> int:
        """Return the size of the open file; FileNotFoundError if `path` leads to another file by now."""
        here = os.fstat(handle)
        if not os.path.samestat(here, os.lstat(path)):
            raise FileNotFoundError(path)
        return here.st_size

    def write(self, handle: int, data: bytes) -> int:
        """Append some of `data`; return how many bytes were taken."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return when all that was written is safe from a power cut."""
        if sys.platform == "darwin":
            try:  # fsync leaves the bytes in the drive's own cache there
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            except OSError:
                os.fsync(handle)
        else:
            os.fsync(handle)

    def truncate(self, handle: int, size: int) -> None:
        """Cut the file to `size` bytes."""
        os.ftruncate(handle, size)

    def close(self, handle: int) -> None:
        """Close the handle, which is gone even if this raises."""
        os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove the file `path`."""
        path.unlink()

    def replace(self, path: Path, by: Path) -> None:
        """Put the file `by` in the place of whatever stands at `path`, at once."""
        by.replace(path)

    def sync_folder(self, path: Path) -> None:
        """Return when the names in the folder `path` are safe. Windows has no such call."""
        if sys.platform != "win32":
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


DISK = Disk()


def write_all(disk: Disk, handle: int, data: bytes) -> None:
    """Append all of `data` and return when it is safe; OSError may leave some of it in the file."""
    rest = memoryview(data)
    while rest:
        taken = disk.write(handle, bytes(rest))
        if taken <= 0:
            raise OSError("the disk takes nothing more")
        rest = rest[taken:]
    disk.sync(handle)


def write_new(disk: Disk, path: Path, data: bytes) -> int:
    """Create `path` with `data` in it, safe, and return its handle; or raise OSError and leave no file."""
    handle = disk.open_new(path)
    try:
        write_all(disk, handle, data)
        disk.sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            disk.close(handle)
        with suppress(OSError):
            disk.remove(path)
        raise
    return handle


def put_whole(disk: Disk, path: Path, data: bytes) -> None:
    """Put a file of `data` at `path`, in place of one that stands there, whole and safe; or raise OSError."""
    new, fresh = path.with_name(f"{path.name}.new"), disk.kind(path) == "none"
    if disk.kind(new) != "none":  # which a process that was killed has left
        disk.remove(new)
    handle = disk.open_new(new)
    try:
        write_all(disk, handle, data)
    finally:
        disk.close(handle)
    disk.replace(path, new)
    if fresh:
        disk.sync_folder(path.parent)


def cut(disk: Disk, path: Path, size: int) -> None:
    """Cut `path` to `size` bytes through a handle of its own, and return when that is safe."""
    handle = disk.open_old(path)
    try:
        disk.truncate(handle, size)
        disk.sync(handle)
    finally:
        disk.close(handle)
