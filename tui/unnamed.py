"""Which saved exercise a command line means that names none: the only open one; else it says which there are."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

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


class _Means(NamedTuple):
    """What a command can do with saved exercises: with one that is over "the same", "else" or "nothing".

    `goes_on` says that it goes on with one: this is said in words of its own, and the library offers it too.
    """

    over: Literal["the same", "else", "nothing"]
    goes_on: bool = False


_MEANS = {
    "resume": _Means("else", goes_on=True),
    "board": _Means("else"),
    "new-pin": _Means("nothing"),
    "replay": _Means("the same"),
}


def the_only_one(wish: Wish, command: str, *flags: str) -> Path | None:
    """Return the file of the only saved exercise that a command can mean, and say which; or say why there is not one.

    Where it does something else with one that is over, it means one that is open. `flags` it was given stay with it.
    """
    kept, means = _kept(), _MEANS[command]
    meant = [each for each in kept if means.over == "the same" or not each.over]
    if len(meant) == 1:
        sys.stdout.write(say(wish.lang, _worded("only", means, saved=_said(meant[0]))) + "\n")
        return meant[0].path
    for line in _choice(kept, meant, wish, command, *flags):
        complain(line)
    return None


def _kept() -> list[Saved]:
    """Return what was saved, the latest first."""
    heads = Heads(heads_file(), shipped_heads())
    return [saved(path, moment, heads.of) for path, moment in files()]


def _choice(kept: Sequence[Saved], meant: Sequence[Saved], wish: Wish, command: str, *flags: str) -> Iterator[str]:
    """Yield lines: what there is, the latest with the commands that open them, and how to choose among all."""
    means = _MEANS[command]
    if not meant and (means.over == "nothing" or not kept):
        yield say(wish.lang, Message.of("unnamed.none_open" if kept else "unnamed.none"))
        return
    yield say(wish.lang, _worded("several" if meant else "over", means))
    for each in (meant or kept)[:LISTED]:
        yield say(wish.lang, _said(each))
        if each.trouble is None:
            line = again(command, quoted(each.path), *flags, lang=wish.lang, plain=wish.plain)
            yield "  " + say(wish.lang, Message.of("leave.resume", command=line))
    if means.goes_on:
        yield say(wish.lang, Message.of("unnamed.all", command=again(lang=wish.lang, plain=wish.plain)))


def _worded(what: str, means: _Means, **values: Message) -> Message:
    """Say it of going on, or of what else a command does with a saved exercise."""
    return Message.of(f"unnamed.{what}" if means.goes_on else f"unnamed.{what}_named", **values)


def _said(each: Saved) -> Message:
    return Message.of("start.saved", title=each.title, far=each.far, moment=moment_of(each.moment))
