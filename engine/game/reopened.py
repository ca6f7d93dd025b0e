"""Takes up a saved exercise: to go on with it, or to look at it where nobody can go on."""

from pathlib import Path
from typing import NamedTuple

from engine.game.load import SaveError, UnwritableError, load
from engine.game.match import Match
from engine.game.replay import Reached, nobody, replayed
from engine.game.save import SaveFile
from engine.language.messages import Message


class Reopened(NamedTuple):
    """A match as far as its save tells it, and the save, where it goes on.

    `trouble` says why it can only be looked at, `notice` what was lost.
    """

    match: Match
    save: SaveFile | None = None
    trouble: Message | None = None
    notice: Message | None = None


def to_look_at(path: Path) -> Reopened:
    """Read an exercise as far as its save goes. Raises SaveError if it is none, or cannot be read."""
    loaded = load(path)
    match, differs = replayed(path, loaded)
    return Reopened(match, trouble=differs or loaded.trouble)


def to_go_on(path: Path, reached: Reached = nobody) -> Reopened:
    """Take up an exercise; only to look at it where its save is broken, or the rules of this version lead elsewhere.

    So too where its save cannot be written, if ENDEX has come: nothing has to be written any more. Raises SaveError if
    it cannot be read, if another program plays it, or if it is under way and cannot be written. `reached` is told how
    far that is.
    """
    if not load(path).writable:
        return to_look_at(path)
    try:
        save, loaded = SaveFile.reopen(path)
    except UnwritableError as error:
        looked = to_look_at(path)
        if not looked.match.ended:
            raise
        return looked._replace(trouble=looked.trouble or error.message)
    try:
        match, differs = replayed(path, loaded, reached)
    except SaveError:
        save.close()
        raise
    if differs is not None:
        save.close()
        return Reopened(match, trouble=differs)
    return Reopened(match, save, notice=loaded.trouble)
