"""Finds what a person means by a name: a meter, a concept, a card or a target, by id or by first letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.language.catalogue import LANGUAGES
from engine.text import one_line, sought
from tui.words import told

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Words


_WORD = re.compile(r"[^\W_]+")


def meant(typed: str, named: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids that `typed` may mean, out of pairs of id and name: one, several or none.

    An id or a name in full goes first; else each typed word must begin a word of the name or of the id. Quotation
    marks and other signs need not be typed.
    """
    pairs = list(named)
    wanted = sought(one_line(typed))
    if not wanted:
        return []
    exact = [key for key, name in pairs if wanted in (key.casefold(), sought(name))]
    return exact or [key for key, name in pairs if _begins(words_in(wanted), key, name)]


def called(typed: str, lang: str, named: Iterable[tuple[str, Words | tuple[Words, ...]]]) -> list[str]:
    """The same by names in the language shown, or in another where nothing is called so; a name may be in parts."""
    parts = [(key, name if isinstance(name, tuple) else (name,)) for key, name in named]
    for spoken in dict.fromkeys((lang, *LANGUAGES)):
        found = meant(typed, [(key, " ".join(told(spoken, part) for part in name)) for key, name in parts])
        if found:
            return found
    return []


def words_in(text: str) -> list[str]:
    """Return the words of a text or of an id, without the signs around and between them."""
    return _WORD.findall(text)


def _begins(typed: list[str], key: str, name: str) -> bool:
    words = words_in(sought(f"{name} {key}"))
    return bool(typed) and all(any(word.startswith(part) for word in words) for part in typed)
