"""Reads the bytes of a file, or says why it cannot be read."""

import stat
from pathlib import Path

from engine.language.messages import Message

LARGEST_FILE = 1 << 20
SAVE_BEGINS = b'{"golden_hour":'
"""What stands first in every saved exercise: here, so that one that is taken for a scenario is told from it."""


def bytes_of(path: Path) -> bytes | Message:
    """Return the bytes of a file, no more than are needed to see that it is too large; or why it cannot be read."""
    try:
        # Looked at before it is opened: a named pipe would keep us waiting for whoever writes into it.
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return Message.of("file.folder" if stat.S_ISDIR(mode) else "file.not_plain")
        with path.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        from engine.scenario.findings import quote  # noqa: PLC0415 - needed where something is wrong

        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Message.of("file.unreadable", reason=quote(reason))


def begins_a_save(path: Path) -> bool:
    """Whether a file begins like a saved exercise."""
    source = bytes_of(path)
    return isinstance(source, bytes) and source.startswith(SAVE_BEGINS)
