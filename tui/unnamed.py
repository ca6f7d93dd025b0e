"""Which saved exercise a command line means that names none: the only open one; else it says which there are."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.game.folder import heads_file
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.remembered import Heads, shipped_heads
from tui.door import Wish
from tui.farewell import again, resuming
from tui.offers import Saved, files, saved
from tui.streams import complain
from tui.words import moment_of

LISTED = 5
"""So many saved exercises are told with the command that opens them."""


def the_only_one(wish: Wish) -> Path | None:
    """Return the file of the only saved exercise that can go on, and say which it is; or say why there is not one."""
    kept = _kept()
    going_on = [each for each in kept if not each.over]
    if len(going_on) == 1:
        sys.stdout.write(say(wish.lang, Message.of("unnamed.only", saved=_said(going_on[0]))) + "\n")
        return going_on[0].path
    for line in _choice(going_on or kept, wish, open_ones=bool(going_on)):
        complain(line)
    return None


def _kept() -> list[Saved]:
    """Return what was saved, the latest first."""
    heads = Heads(heads_file(), shipped_heads())
    return [saved(path, moment, heads.of) for path, moment in files()]


def _choice(kept: Sequence[Saved], wish: Wish, *, open_ones: bool) -> Iterator[str]:
    """Yield lines: what there is, the latest with the commands that open them, and how to choose among all."""
    if not kept:
        yield say(wish.lang, Message.of("unnamed.none"))
        return
    yield say(wish.lang, Message.of("unnamed.several" if open_ones else "unnamed.over"))
    for each in kept[:LISTED]:
        yield say(wish.lang, _said(each))
        if each.trouble is None:
            yield "  " + say(wish.lang, resuming(each.path, wish.lang, plain=wish.plain))
    yield say(wish.lang, Message.of("unnamed.all", command=again(lang=wish.lang, plain=wish.plain)))


def _said(each: Saved) -> Message:
    return Message.of("start.saved", title=each.title, far=each.far, moment=moment_of(each.moment))
