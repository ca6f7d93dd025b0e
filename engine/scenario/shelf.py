"""Where scenarios and their decks are found: those that are shipped, those beside a file, those in a save."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

import scenarios
from engine.language.messages import Message
from engine.scenario.contents import bytes_of

FOLDER = "decks"
_SHIPPED = Path(scenarios.__file__).parent  # importlib.resources would find it too, and takes longer to load

HEADS = _SHIPPED / "heads.json"
"""What the library says of the shipped scenarios; engine.scenario.shipping writes it."""


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the scenarios that come with Golden Hour, in alphabetical order."""
    found = (path.stem for path in _SHIPPED.glob("*.yaml"))
    return tuple(sorted(name for name in found if name != "glossary"))


def shipped_file(scenario: str) -> tuple[bytes, str]:
    """Return the bytes of a shipped scenario, and the name of its file."""
    name = f"{scenario}.yaml"
    return (_SHIPPED / name).read_bytes(), name


def is_shipped(name: str) -> bool:
    """Whether a name, an id or a path, stands for a scenario that comes with Golden Hour itself."""
    if name in shipped_ids():
        return True
    try:
        return any(Path(name).samefile(_SHIPPED / f"{each}.yaml") for each in shipped_ids())
    except (OSError, ValueError):
        return False


class Source(NamedTuple):
    """The name of a deck's file, to show in places, and its bytes; or why they cannot be read."""

    file: str
    content: bytes | Message


class Shelf(Protocol):
    """Where decks are looked for."""

    def ids(self) -> tuple[str, ...]:
        """Return the decks that there are, in alphabetical order."""

    def find(self, deck: str) -> Source | None:
        """Return a deck, or None where there is none of this id."""


class Shipped:
    """The decks that come with Golden Hour."""

    def ids(self) -> tuple[str, ...]:
        """Return their ids, in alphabetical order."""
        return tuple(sorted(path.stem for path in (_SHIPPED / FOLDER).glob("*.yaml")))

    def find(self, deck: str) -> Source | None:
        """Return a shipped deck, or None."""
        if deck not in self.ids():
            return None
        return Source(f"{FOLDER}/{deck}.yaml", (_SHIPPED / FOLDER / f"{deck}.yaml").read_bytes())


class Beside(NamedTuple):
    """The decks in the folder `decks` beside a scenario's file, then those that are shipped."""

    scenario: Path

    def ids(self) -> tuple[str, ...]:
        """Return their ids, in alphabetical order."""
        try:
            own = {path.stem for path in self._folder.glob("*.yaml")}
        except (OSError, ValueError):
            own = set()
        return tuple(sorted(own.union(Shipped().ids())))

    def find(self, deck: str) -> Source | None:
        """Return the deck beside the scenario, or the shipped one, or None."""
        path = self._folder / f"{deck}.yaml"
        try:
            there = path.exists() or path.is_symlink()
        except (OSError, ValueError):
            there = False
        return Source(str(path), bytes_of(path)) if there else Shipped().find(deck)

    @property
    def _folder(self) -> Path:
        return self.scenario.parent / FOLDER


class Stored(NamedTuple):
    """The decks whose texts are at hand: those of a saved exercise, and no others."""

    texts: Mapping[str, str]

    def ids(self) -> tuple[str, ...]:
        """Return their ids, in alphabetical order."""
        return tuple(sorted(self.texts))

    def find(self, deck: str) -> Source | None:
        """Return a stored deck, or None."""
        return (
            Source(f"{FOLDER}/{deck}.yaml", self.texts[deck].encode("utf-8", "surrogatepass"))
            if deck in self.texts
            else None
        )
