"""Where the parts of a scenario are written: a file's name and a line, for whoever asks why a number moved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from engine.scenario.places import Part, Places
from engine.text import Text, one_line

LONGEST_NAME = 60
_FOLDERS = re.compile(r"[/\\]")

Path = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line, counted from 1, and the name of its file without any folder."""

    file: Text
    number: int


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a scenario as it is played. `written` is the latest ruling first, and the scenario last."""

    written: tuple[Places, ...] = ()

    def of(self, path: Path) -> Line | None:
        """Return the line of a part, as ("cards", "jobs_story", "effects", 0), or of what is nearest around it."""
        places = next((each for each in self.written if each.has(*path[:2])), None)
        if places is None:
            return None
        place = places.of(*path)
        return Line(file_name(place.file), place.line)

    def below(self, ruling: Places) -> "Lines":
        """Return the lines with those of a ruling before them."""
        return Lines((ruling, *self.written))


@lru_cache(maxsize=64)  # of few files many lines are told
def file_name(path: str) -> Text:
    """Return the name of a file, clean and without its folders: these could tell whose machine it is."""
    return Text.of(one_line(_FOLDERS.split(path)[-1], limit=LONGEST_NAME))


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines by file and number, each once."""
    return tuple(sorted(set(lines), key=lambda line: (line.file.versions, line.number)))
