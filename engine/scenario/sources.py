"""Turns the bytes of a file into the text that will be read, or says why it cannot be read."""

import re
import stat
from pathlib import Path

from engine.language.messages import Message
from engine.scenario.findings import Finding, Place, quote

LARGEST_FILE = 1 << 20
SAVE_BEGINS = b'{"golden_hour":'
"""What stands first in every saved exercise: here, so that one that is taken for a scenario is told from it."""

# Written as what is left out, in one plane: a set that leaves out nearly all of them takes ten times longer to compile.
# YAML counts U+0085, U+2028 and U+2029 as line ends and editors do not: without them both see the same lines.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def text_of(source: bytes, file: str) -> str | Finding:
    """Return the text of a file, which is UTF-8 without control characters; `file` is the name to show in places."""
    if len(source) > LARGEST_FILE:
        message = Message.of("yaml.too_large", limit=LARGEST_FILE >> 20)
        return at_start(file, "YAML002", message, Message.of("yaml.too_large_hint"))
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        lines = error.object[: error.start].decode().split("\n")
        place = Place(file, len(lines), len(lines[-1]) + 1)
        return Finding("YAML001", "error", place, Message.of("yaml.not_utf8"), Message.of("yaml.not_utf8_hint"))
    return _unprintable(text, file) or text


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
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Message.of("file.unreadable", reason=quote(reason))


def begins_a_save(path: Path) -> bool:
    """Whether a file begins like a saved exercise."""
    source = bytes_of(path)
    return isinstance(source, bytes) and source.startswith(SAVE_BEGINS)


def at_start(file: str, code: str, message: Message, hint: Message) -> Finding:
    """Return an error that concerns a file as a whole."""
    return Finding(code, "error", Place(file, 1, 1), message, hint)


def _unprintable(source: str, file: str) -> Finding | None:
    """Return a finding for the first control character, or None."""
    found = _UNPRINTABLE.search(source)
    if found is None:
        return None
    before = re.split("\r\n|[\r\n]", source[: found.start()])
    place = Place(file, len(before), len(before[-1]) + 1)
    number = f"U+{ord(found[0]):04X}"
    return Finding(
        "YAML003", "error", place, Message.of("yaml.control", character=number), Message.of("yaml.control_hint")
    )
