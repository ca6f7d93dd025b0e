"""Turns the bytes of a file into the text that will be read, or says why it cannot be read."""

import re

from engine.language.messages import Message
from engine.scenario.contents import LARGEST_FILE
from engine.scenario.findings import Finding, Place

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
