"""What somebody likes to see, kept between two games: colours, language, movement. A small file, read with care."""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple, cast

import platformdirs

from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import Text

SECONDS = ("none", "mirrored", "extended")
"""What a second screen shows: there is none, it shows the same, or something else."""
THEMES = ("dark", "light", "contrast", "hues")
_LARGEST = 16384  # bytes; ours has some hundred, and more where hints were put away
MOST_LEARNT = 200
_HINT = re.compile("[a-z][a-z0-9_]{0,47}:[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Settings:
    """`lang` is None until somebody has chosen one; then the system's holds. `learnt` are hints that were put away."""

    lang: str | None = None
    theme: str = THEMES[0]
    motion: bool = True
    second: str = SECONDS[0]
    hints: bool = True
    learnt: tuple[str, ...] = ()


class Kept(NamedTuple):
    """The settings, the file to keep them in (None: nowhere), and what was wrong with it."""

    settings: Settings = Settings()
    file: Path | None = None
    notice: Message | None = None


def default_path() -> Path:
    """Return where the settings are kept; `keep` makes the folder."""
    return platformdirs.user_config_path("golden-hour", appauthor=False) / "settings.json"


def read(path: Path) -> Kept:
    """Return the settings of a file, with a notice if it says something that cannot be followed.

    A file that is not there is no fault. What is wrong in it counts as not said.
    """
    try:
        if not path.exists():
            return Kept(Settings(), path)
        said = _said(path)
    except (OSError, ValueError, RecursionError):
        return Kept(Settings(), path, _ignored(path))
    settings = Settings(
        lang=_one_of(said.get("lang"), LANGUAGES),
        theme=_one_of(said.get("theme"), THEMES) or THEMES[0],
        second=_one_of(said.get("second"), SECONDS) or SECONDS[0],
        motion=said.get("motion") is not False,
        hints=said.get("hints") is not False,
        learnt=_keys(said.get("learnt")),
    )
    followed = json.loads(json.dumps(asdict(settings)))
    wrong = any(name in said and said[name] != followed[name] for name in followed)
    return Kept(settings, path, _ignored(path) if wrong else None)


def keep(path: Path, settings: Settings) -> Message | None:
    """Write the settings, whole or not at all; return what stood against it, if something did."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink()
        return Message.of("settings.not_kept", file=Text.of(str(path)))
    return None


def _said(path: Path) -> Mapping[str, object]:
    """Return what the file says. Raises OSError or ValueError where that is nothing."""
    if not path.is_file():  # a pipe would keep us waiting
        raise ValueError("no file")
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise ValueError("too large")
    said = json.loads(raw.decode("utf-8"))
    if not isinstance(said, dict):
        raise ValueError("no object")  # noqa: TRY004 - what the file says is no type of ours
    return cast("dict[str, object]", said)


def _one_of(said: object, known: tuple[str, ...]) -> str | None:
    return said if isinstance(said, str) and said in known else None


def _keys(said: object) -> tuple[str, ...]:
    """Return the hints that were put away; what is amiss among them was not."""
    keys = said if isinstance(said, list) else []
    return tuple(key for key in keys if isinstance(key, str) and _HINT.fullmatch(key))[-MOST_LEARNT:]


def _ignored(path: Path) -> Message:
    return Message.of("settings.ignored", file=Text.of(str(path)))
