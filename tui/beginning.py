"""How the game opens where no command is given, and a command line that asks for nothing else.

Such a line is read here, word by word, before the parser of all others is loaded: that takes longer than reading it.
Whatever else it says, an error or a plea for help, the parser is to answer.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from engine.language.catalogue import LANGUAGES
from tui import curtain

LANG_OPTION, PLAIN_OPTION = "--lang", "--plain"


class Beginning(NamedTuple):
    """The language to begin in, and whether in plain mode."""

    lang: str
    plain: bool = False


def asked_language(words: Sequence[str], usual: str) -> str:
    """Return the language that a line asks for, wherever in it; the usual one where it asks for none that is ours."""
    asked = usual
    for word, after in pairwise([*words, ""]):
        name, joined, value = word.partition("=")
        value = value if joined else after
        if name == LANG_OPTION and value in LANGUAGES:
            asked = value
    return asked


def beginning(words: Sequence[str], lang: str) -> Beginning | None:
    """Return how the game is to open, in `lang` unless the words name another; None if the parser must read them."""
    asked, left = Beginning(lang), list(words)
    while left:
        name, joined, value = left.pop(0).partition("=")
        if name == LANG_OPTION:
            value = value if joined else left.pop(0) if left else ""
            if value not in LANGUAGES:
                return None
            asked = asked._replace(lang=value)
        elif name == PLAIN_OPTION and not joined:
            asked = asked._replace(plain=True)
        else:
            return None
    return asked


def begin(asked: Beginning) -> int:
    """Open the game; return the exit code."""
    if not asked.plain:
        curtain.draw(asked.lang)
    try:
        from tui.door import Wish, open_game  # noqa: PLC0415 - behind the curtain

        return open_game(Wish(asked.lang, asked.plain))
    finally:
        curtain.clear()
