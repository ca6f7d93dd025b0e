"""The standard streams of the process: what is missing is stood in for, and what fails is let alone."""

import codecs
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from textwrap import fill
from unicodedata import normalize

from engine.language.messages import Message
from engine.text import Text, printable

DRAWN = "│─┌█░▸…±▲→"
"""Some of the signs that screens are drawn with."""
IN_OTHER_SIGNS = "golden_hour.in_other_signs"
"""The name under which codecs know how to write what a terminal's encoding lacks."""
_OTHER_SIGNS = {
    **dict.fromkeys("\u2018\u2019", "'"),
    **dict.fromkeys("\u201c\u201d", '"'),
    **dict.fromkeys("\u2013\u2014\u00b7", "-"),
    "✓": "v",
    "✗": "x",
    "▲": "^",
    "▼": "v",
    "◆": "*",
    "◇": "o",
    "○": "o",
    "⚑": "!",
    "‖": "||",
    "█": "#",
    "░": ".",
    "\u2026": "...",
    "\u2192": "->",
    "\u25b8": ">",
    "\u00b1": "+/-",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u00d7": "x",
}
_NOWHERE = Path(os.devnull)


def stand_in() -> bool:
    """Give the program streams that lead nowhere where it was started without; say whether it had an output.

    What a stream cannot read or show is replaced: a letter must not end a game.
    """
    # In this order, so that no other file gets the number of a standard stream.
    if sys.stdin is None:
        sys.stdin = _NOWHERE.open(encoding="utf-8")
    had = sys.stdout is not None
    if sys.stdout is None:
        sys.stdout = _NOWHERE.open("w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = _NOWHERE.open("w", encoding="utf-8")
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, IN_OTHER_SIGNS), (sys.stderr, IN_OTHER_SIGNS)):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)
    return had


def no_screens() -> Message | None:
    """Return why screens cannot be drawn here; None where they can."""
    # A browser that draws them says so by Textual's own variable.
    if "TEXTUAL_DRIVER" in os.environ:
        return None
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # the last is what Textual draws on
        return Message.of("plain.no_terminal")
    if os.environ.get("TERM") == "dumb":
        return Message.of("plain.dumb")
    for stream in (sys.stdout, sys.stderr):
        try:
            DRAWN.encode(stream.encoding)
        except UnicodeEncodeError:
            return Message.of("plain.poor_encoding", encoding=Text.of(stream.encoding))
    return None


def _in_other_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write quotation marks and dashes as a typewriter has them, letters without their accents, and ? for the rest."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_OTHER_SIGNS.get(sign) or _bare(sign) for sign in lacking), error.end


def _bare(sign: str) -> str:
    bare = normalize("NFD", sign)[0]
    return bare if bare.isascii() else "?"


codecs.register_error(IN_OTHER_SIGNS, _in_other_signs)


def complain(line: str) -> None:
    """Print a line beside the output, as far as that is possible; what is set in is to be copied, and stays whole."""
    with suppress(OSError, ValueError):
        said = printable(line)
        sys.stderr.write((said if said.startswith(" ") else _filled(said)) + "\n")
        sys.stderr.flush()


def _filled(said: str) -> str:
    """Break lines between words where a terminal would break them anywhere; a file or a pipe gets them as they are."""
    if not sys.stderr.isatty():
        return said
    width = os.get_terminal_size(sys.stderr.fileno()).columns - 1
    if width < 1:  # a terminal that does not know
        return said
    lines = said.split("\n")
    return "\n".join(fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)


def let_go() -> None:
    """Lead the output nowhere: the interpreter would try once more on its way out, and complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                os.dup2(nowhere, stream.fileno())
