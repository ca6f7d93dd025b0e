"""One writer for an exercise: a lock on a file beside the save, so that readers of the save need none."""

import contextlib
import errno
import json
import os
import socket
import sys
from pathlib import Path
from typing import Self

from engine.game.disk import Disk
from engine.language.messages import Message
from engine.text import Text

if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading what is locked: a byte far behind the text is.
    _FAR = 1 << 30

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What the operating system says where nothing can be written: it is not the lock that fails there."""
_TEXT_LIMIT = 1000


class TakenError(Exception):
    """Another program writes the exercise; `holder` says which, as far as is known."""

    def __init__(self, holder: Message) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """A held lock; the operating system lets go of it when the process ends, in whatever way.

    The lock file stays when the lock is released: if it were removed, two writers could lock two files of one
    name.
    """

    def __init__(self, handle: int) -> None:
        self._handles = [handle]

    @classmethod
    def take(cls, path: Path, disk: Disk) -> Self:
        """Lock the save `path` through `path` + ".lock".

        Raises TakenError if another program holds it, OSError if this place allows no locks.
        """
        handle = disk.open_lock(path.with_name(path.name + ".lock"))
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError) as error:
            holder = _holder(handle)
            os.close(handle)
            raise TakenError(holder) from error
        except BaseException:
            os.close(handle)
            raise
        with contextlib.suppress(OSError):  # the text is for the other program's message only
            _sign(handle)
        return cls(handle)

    def guard(self, path: Path) -> None:
        """Lock the save itself too, where it can be read all the same: it may have a second name, by a hard link.

        Raises TakenError if another program holds it. What allows no such lock has the one beside it.
        """
        if sys.platform == "win32":
            return
        with contextlib.suppress(OSError):
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                _lock(handle)
            except OSError as error:
                os.close(handle)
                if isinstance(error, BlockingIOError):
                    raise TakenError(Message.of("save.holder_unknown")) from error
                raise
            self._handles.append(handle)

    def release(self) -> None:
        """Let go of the lock; once released, nothing happens."""
        while self._handles:
            handle = self._handles.pop()
            with contextlib.suppress(OSError):
                _unlock(handle)  # a process forked in between still has the file open
            os.close(handle)


def _sign(handle: int) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps({"pid": os.getpid(), "host": socket.gethostname()}).encode())


def _holder(handle: int) -> Message:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        text = json.loads(os.read(handle, _TEXT_LIMIT))
        return Message.of("save.holder", pid=int(text["pid"]), host=Text.of(str(text["host"]), limit=80))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Message.of("save.holder_unknown")
