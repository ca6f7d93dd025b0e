"""What is said once the screen is gone: where the exercise is, how to go on, or that the fault is ours."""

import os
import shlex
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_letters, digits
from textwrap import wrap
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING

from engine.language.messages import Message
from engine.text import Text, printable
from tui.language import usual_language

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table

FRAMES = 3
"""So many of the last calls are named when a fault is ours; all of them where somebody looks for it."""
BARE = f" !#%&()*+,-./:;<=>?@[]^_{ascii_letters}{digits}".encode()
"""What a shell takes for itself between $' and '."""
NAME = "golden-hour"
"""What the command is called, once it is installed."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """How the game ended: an exit code, and what is said."""

    code: int
    words: tuple[Message, ...]


def resuming(path: Path, lang: str, *, plain: bool = False) -> Message:
    """Return the command that goes on with an exercise: the words that started this game, in the same language."""
    return Message.of("leave.resume", command=again("resume", quoted(path), lang=lang, plain=plain))


def quoted(path: Path) -> str:
    """Return a path as a shell reads it; what a screen would not show as it stands, byte by byte."""
    name = str(path) if not str(path).startswith("-") else f"./{path}"
    if printable(name).replace("\n", " ") == name:
        return shlex.quote(name)
    shown = (chr(byte) if byte in BARE else f"\\{byte:03o}" for byte in os.fsencode(name))
    return f"$'{''.join(shown)}'"


def second_thought(table: "Table") -> Message:
    """Return what somebody should know who leaves in the middle of an exercise."""
    if table.trouble:
        return Message.of("screen.leave.looked")
    return Message.of("screen.leave.saved" if table.path else "screen.leave.unsaved")


def board_command(table: "Table", lang: str) -> Text | None:
    """Return the command that shows the public board of an exercise; None where it is not saved."""
    if table.path is None:
        return None
    return again("board", quoted(table.path), lang=lang)


def again(*words: str, lang: str, plain: bool = False) -> Text:
    """Return a command of this game in the language and the way in which it is played now."""
    spoken = ["--lang", lang] if lang != usual_language(os.environ) else []
    return Text.of(" ".join([*started(), *words, *spoken, *(["--plain"] if plain else [])]))


def started() -> list[str]:
    """Return the words that started the game, as they can be typed again in the same folder."""
    game = Path(sys.argv[0])
    if game.name == "play.py":
        return [_typed(Path(sys.executable), ("python", "python3")), shlex.quote(str(game))]
    return [_typed(game, (NAME,)) if game.stem == NAME else NAME]


def _typed(file: Path, names: tuple[str, ...]) -> str:
    """Return a program by its name where that finds this very file, else by its path, a short one if it is below us."""
    here = Path.cwd()
    for name in names:
        found = shutil.which(name)
        if found and Path(found).absolute() == file.absolute():
            return name
    path = file.absolute()
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))


def way_back(table: "Table | None", lang: str) -> tuple[Message, ...]:
    """Say how to go on with the exercise, or that it was not saved."""
    if table is None:
        return ()
    if table.trouble:
        return (table.trouble,)
    if table.path is None:
        return (Message.of("plain.not_saved"),)
    return _led_back(table.path, lang, ended=table.ended)


def unread_way_back(path: Path, lang: str) -> tuple[Message, ...]:
    """Say how to go on with an exercise that was not read to its end; nothing where it is none."""
    from engine.game.load import SaveError  # noqa: PLC0415 - only now needed
    from engine.game.progress import progress  # noqa: PLC0415 - only now needed

    try:
        return _led_back(path, lang, ended=progress(path).ended)
    except SaveError:
        return ()


def _led_back(path: Path, lang: str, *, ended: bool) -> tuple[Message, ...]:
    return Message.of("plain.over" if ended else "plain.saved"), resuming(path, lang)


def broken(said: str) -> list[str]:
    """Break what is said between its words, for the terminal; a command stays one line, and a path one word."""
    if said.startswith(" ".join(started())):
        return [said]
    width = shutil.get_terminal_size().columns
    return wrap(said, width, break_long_words=False, break_on_hyphens=False) or [""]


def our_fault(kind: type[BaseException] | None, frames: TracebackType | None) -> Message:
    """Own up: what kind of fault it was and where, without any value, since that may be another team's secret."""
    return _owned_up(kind.__name__ if kind else "", [(frame.filename, frame.lineno) for frame in extract_tb(frames)])


def our_fault_elsewhere(told: Iterable[object]) -> Message:
    """Own up to a fault in another thread, from what is left of it: what the screen library would have printed."""
    from rich.traceback import Traceback  # noqa: PLC0415 - nobody needs it while all goes well

    for each in told:
        if isinstance(each, Traceback) and each.trace.stacks:
            fault = each.trace.stacks[0]
            return _owned_up(fault.exc_type, [(frame.filename, frame.lineno) for frame in fault.frames])
    return our_fault(None, None)


def _owned_up(kind: str, frames: Sequence[tuple[str, int | None]]) -> Message:
    named = frames if os.environ.get("GOLDEN_HOUR_DEBUG") == "1" else frames[-FRAMES:]
    places = tuple(Text.of(f"{Path(file).name}:{line}") for file, line in named)
    return Message.of("cli.our_fault", what=Text.of(kind), where=places)
