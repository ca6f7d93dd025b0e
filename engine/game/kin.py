"""Finds where an exercise goes on when its save is written no more: at a branch, or in the same file elsewhere.

And gives a branch its title.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.game.chain import LINE_LIMIT
from engine.game.folder import SUFFIX
from engine.game.load import SaveError, load
from engine.language.messages import Message, Words
from engine.text import Text


@dataclass(frozen=True, slots=True)
class Known:
    """A save that is followed: its first line, which no other has, and its head, which a branch of it names."""

    first: bytes
    head: str


def titled(title: Text, branch: int | None) -> Words:
    """Return the title of an exercise; that of a branch names the turn from which it is one."""
    if branch is None:
        return title
    return Message.of("branch.title", title=title, turn=branch) if branch else Message.of("branch.whole", title=title)


def known(path: Path) -> Known | None:
    """Return what there is to know of a save; None where it cannot be read."""
    try:
        return Known(_first_line(path), load(path).head)
    except SaveError:
        return None


def saves_beside(path: Path) -> frozenset[Path]:
    """Return all saves in the folder of one."""
    try:
        return frozenset(each for each in path.parent.iterdir() if each.suffix == SUFFIX)
    except OSError:
        return frozenset()


def gone_on(path: Path, followed: Known, fresh: Iterable[Path]) -> Path | None:
    """Return that of some fresh saves at which the exercise goes on; None where it is none of them."""
    others = sorted(fresh)
    if not path.exists():
        return next((each for each in others if _first_line(each) == followed.first), None)
    return next((each for each in others if _parent(each) == followed.head), None)


def _first_line(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.readline(LINE_LIMIT)
    except OSError:
        return b""


def _parent(path: Path) -> object:
    """Return the head that the first line of a save names as its parent."""
    try:
        match json.loads(_first_line(path)):
            case {"record": {"parent": parent}}:
                return parent
    except (ValueError, RecursionError):
        pass
    return None
