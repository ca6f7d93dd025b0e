"""Checks scenario files at the command line, once or again whenever one of them changes."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import printable
from engine.tools.check import check

_LOOK_EVERY = 0.5  # seconds

Form = Literal["text", "json"]


def run(paths: Sequence[str], form: Form, lang: str) -> int:
    """Print what was found; return 0 when every file can be played, else 1."""
    checked = check(paths, form, lang)
    for line in checked.lines:
        sys.stdout.write(printable(line) + "\n")
    sys.stdout.flush()
    return checked.exit_code


def watch(paths: Sequence[str], form: Form, lang: str) -> int:
    """Check now and after every change, until it is interrupted; return what the last check returned."""
    seen: list[tuple[int, int] | None] | None = None
    code = 0
    try:
        while True:
            now = [_stamp(path) for path in (*paths, *_decks(paths))]
            if now != seen:
                seen, code = now, run(paths, form, lang)
                sys.stderr.write(say(lang, Message.of("check.watching")) + "\n")
            time.sleep(_LOOK_EVERY)
    except KeyboardInterrupt:
        return code


def _decks(paths: Sequence[str]) -> list[str]:
    """Return the decks that stand beside the scenarios."""
    folders = sorted({Path(path).parent / "decks" for path in paths})
    try:
        return [str(deck) for folder in folders for deck in sorted(folder.glob("*.yaml"))]
    except (OSError, ValueError):
        return []


def _stamp(path: str) -> tuple[int, int] | None:
    """Return what changes when a file does; None for one that is not there."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
