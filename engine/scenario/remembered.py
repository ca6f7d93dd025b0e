"""Remembers the heads of scenarios, each by the bytes that it was read from, so that a library is listed at once.

What is remembered holds for the same bytes with the same decks, whatever their files are called: one that was changed
in any way is another one, and read anew. A memory that is damaged, or that another reader wrote, is none. What comes
with Golden Hour is remembered from the start, in `HEADS`, which a test compares with the files.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from engine.language.messages import Message
from engine.scenario.difficulty import DIFFICULTIES
from engine.scenario.head import Head
from engine.scenario.shelf import HEADS, Shelf, Source
from engine.text import Text

if TYPE_CHECKING:  # the library is shown without it
    from engine.scenario.findings import Finding

MOST = 300  # heads
LARGEST = 1 << 21  # bytes
_READER = (Path(__file__).parent, Path(__file__).parent.parent / "text.py")
"""What may make another head of the same bytes, once it is changed."""

Read = Callable[[bytes, str, Shelf], "Head | tuple[Finding, ...]"]
"""What turns a file's bytes, its name and its decks into a head, or says what is wrong with them."""


class Heads:
    """Heads that were read, kept in a file; in none, they are forgotten with the program. Some may be shipped."""

    def __init__(self, file: Path | None = None, shipped: Mapping[str, object] | None = None) -> None:
        self._file, self._shipped = file, shipped or {}
        self._entries = _entries(file) if file else {}
        self._learnt = False

    def known(self, source: bytes, shelf: Shelf) -> Head | None:
        """Return the head of these bytes if it was read before, and the decks that it took have not changed."""
        key = _key(source)
        match self._entries.get(key, self._shipped.get(key)):
            case {"decks": dict(decks), "head": dict(said)} as entry:
                head = _head(said)
                if head and all(_print(shelf.find(str(deck))) == known for deck, known in decks.items()):
                    if key in self._entries:
                        self._entries[key] = self._entries.pop(key, entry)  # the last of those that are kept
                    return head
        return None

    def of(self, source: bytes, file: str, shelf: Shelf) -> "Head | tuple[Finding, ...]":
        """Return the head of these bytes; read it, and remember it, if it is not known."""
        known = self.known(source, shelf)
        if known:
            return known
        from engine.scenario.heads import head_of  # noqa: PLC0415 - what is known needs no parser

        noted = _Noted(shelf, {})
        head = head_of(source, file, noted)
        if isinstance(head, Head) and head.title != Text.of(file):  # which is shown where there is no title
            self._entries[_key(source)] = {"decks": noted.found, "head": _said(head)}
            self._learnt = True
        return head

    def keep(self) -> None:
        """Write what is new, whole or not at all; where that cannot be done, it will be read again."""
        if self._file is None or not self._learnt:
            return
        self._learnt = False
        new = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps({"reader": reader(), "heads": self.latest()}), encoding="utf-8")
            new.replace(self._file)
        except OSError:
            with suppress(OSError):
                new.unlink()

    def latest(self) -> dict[str, object]:
        """Return the entries that were used last, as many as may be written."""
        kept, room = list[tuple[str, object]](), LARGEST - 200
        for key, entry in reversed(self._entries.items()):
            room -= len(json.dumps({key: entry})) + 1
            if room < 0 or len(kept) >= MOST:
                break
            kept.append((key, entry))
        return dict(reversed(kept))


@cache
def reader() -> str:
    """Return what only these programs have that read a head: whoever changes one needs to raise no number. None: ""."""
    folder, *others = _READER
    try:
        programs = [path.read_bytes() for path in (*sorted(folder.glob("*.py")), *others)]
    except OSError:
        return ""
    return hashlib.sha256(b"\0".join(programs)).hexdigest()


class _Noted(NamedTuple):
    """Another shelf, and which decks were looked for on it."""

    shelf: Shelf
    found: dict[str, str | None]

    def ids(self) -> tuple[str, ...]:
        return self.shelf.ids()

    def find(self, deck: str) -> Source | None:
        source = self.shelf.find(deck)
        self.found[deck] = _print(source)
        return source


def _key(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()


def _print(deck: Source | None) -> str | None:
    """Return what only these bytes have; None for a deck that is not there, or cannot be read."""
    return hashlib.sha256(deck.content).hexdigest() if deck and not isinstance(deck.content, Message) else None


def shipped_heads() -> dict[str, object]:
    """Return what is shipped of heads; nothing, where it is not there."""
    match _kept(HEADS):
        case {"heads": dict(heads)}:
            return {str(key): entry for key, entry in heads.items()}
    return {}


def _kept(file: Path) -> object:
    """Return what a file of ours says; nothing, where it cannot be read."""
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:  # a pipe would keep us waiting
            return None
        return json.loads(file.read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def _entries(file: Path) -> dict[str, object]:
    """Return what a file has kept; nothing, where it is not one of ours."""
    match _kept(file):
        case {"reader": str(wrote), "heads": dict(heads)} if wrote and wrote == reader():
            return {str(key): entry for key, entry in heads.items()}
    return {}


def _said(head: Head) -> dict[str, object]:
    return {
        "title": dict(head.title.versions),
        "summary": dict(head.summary.versions),
        "difficulty": head.difficulty,
        "first": head.first,
        "turns": head.turns,
        "hours_per_turn": head.hours_per_turn,
        "seats": head.seats,
        "teaches": sorted(head.teaches),
        "coached": head.coached,
        "short": list(head.short),
    }


def _head(said: Mapping[object, object]) -> Head | None:
    """Return the head that was kept; None where it is none."""
    match said:
        case {
            "title": dict(title),
            "summary": dict(summary),
            "difficulty": str(difficulty),
            "first": int(first),
            "turns": int(turns),
            "hours_per_turn": int(hours),
            "seats": int(seats),
            "teaches": list(teaches),
            "coached": bool(coached),
            "short": list(short),
        } if difficulty in DIFFICULTIES and _are_words(teaches) and _are_turns(short):
            titled, about = _text(title), _text(summary)
            if titled and about:
                clock = (first, turns, hours)
                return Head(titled, about, difficulty, *clock, seats, frozenset(teaches), coached, tuple(short))
    return None


def _text(versions: Mapping[object, object]) -> Text | None:
    langs, words = list(versions), list(versions.values())
    if not _are_words(langs) or not _are_words(words):
        return None
    try:
        return Text.of(dict(zip(langs, words, strict=True)))
    except ValueError:
        return None


def _are_turns(several: list[object]) -> TypeGuard[list[int]]:
    return all(isinstance(each, int) for each in several)


def _are_words(several: list[object]) -> TypeGuard[list[str]]:
    return all(isinstance(each, str) for each in several)
