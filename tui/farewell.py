"""What is said once the screen is gone: where the exercise is, how to go on, or that the fault is ours."""

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from engine.game.table import Table
from engine.language.messages import Message
from engine.text import Text

FAULT = 70
FRAMES = 3


@dataclass(frozen=True, slots=True)
class Farewell:
    """How the game ended: an exit code, and what is said."""

    code: int
    words: tuple[Message, ...]


def program() -> Text:
    """Return how the game was started, so that the same words resume it."""
    started = sys.argv[0]
    return Text.of(f"python {shlex.quote(started)}" if Path(started).name == "play.py" else "golden-hour")


def way_back(table: Table | None) -> tuple[Message, ...]:
    """Say how to go on with the exercise, or that it was not saved."""
    if table is None:
        return ()
    if table.trouble:
        return (table.trouble,)
    if table.path is None:
        return (Message.of("plain.not_saved"),)
    said = Message.of("plain.over") if table.ended else Message.of("plain.saved")
    return said, Message.of("screen.leave.resume", program=program(), file=Text.of(shlex.quote(str(table.path))))


def our_fault(kind: type[BaseException] | None, frames: TracebackType | None, table: Table | None) -> Farewell:
    """Own up: what kind of fault it was and where, without any value, since that may be another team's secret."""
    places = tuple(Text.of(f"{frame.filename}:{frame.lineno}") for frame in extract_tb(frames)[-FRAMES:])
    what = Text.of(kind.__name__ if kind else "")
    return Farewell(FAULT, (Message.of("cli.our_fault", what=what, where=places), *way_back(table)))
