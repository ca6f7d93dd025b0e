"""Which saved exercise a command line means that names none: the only open one; else it says which there are."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.game.folder import heads_file
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.remembered import Heads, shipped_heads
from tui.door import Wish
from tui.farewell import again, quoted
from tui.offers import Saved, files, saved
from tui.streams import complain
from tui.words import moment_of

LISTED = 5
"""So many saved exercises are told with the command that opens them."""


def the_only_one(wish: Wish, command: str = "resume") -> Path | None:
    """Return the file of the only saved exercise that a command can mean, and say which; or say why there is not one.

    All but `replay` mean one that can go on.
    """
    kept = _kept()
    meant = [each for each in kept if command == "replay" or not each.over]
    if len(meant) == 1:
        sys.stdout.write(say(wish.lang, _worded("only", command, saved=_said(meant[0]))) + "\n")
        return meant[0].path
    for line in _choice(kept, meant, wish, command):
        complain(line)
    return None


def _kept() -> list[Saved]:
    """Return what was saved, the latest first."""
    heads = Heads(heads_file(), shipped_heads())
    return [saved(path, moment, heads.of) for path, moment in files()]


def _choice(kept: Sequence[Saved], meant: Sequence[Saved], wish: Wish, command: str) -> Iterator[str]:
    """Yield lines: what there is, the latest with the commands that open them, and how to choose among all."""
    if not meant and (command == "new-pin" or not kept):
        yield say(wish.lang, Message.of("unnamed.none_open" if kept else "unnamed.none"))
        return
    yield say(wish.lang, _worded("several" if meant else "over", command))
    for each in (meant or kept)[:LISTED]:
        yield say(wish.lang, _said(each))
        if each.trouble is None:
            line = again(command, quoted(each.path), lang=wish.lang, plain=wish.plain)
            yield "  " + say(wish.lang, Message.of("leave.resume", command=line))
    if command == "resume":
        yield say(wish.lang, Message.of("unnamed.all", command=again(lang=wish.lang, plain=wish.plain)))


def _worded(what: str, command: str, **values: Message) -> Message:
    """Say it of going on, or of what else a command does with a saved exercise."""
    return Message.of(f"unnamed.{what}" if command == "resume" else f"unnamed.{what}_named", **values)


def _said(each: Saved) -> Message:
    return Message.of("start.saved", title=each.title, far=each.far, moment=moment_of(each.moment))
