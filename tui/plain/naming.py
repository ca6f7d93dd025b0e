"""Finds what a person means by a name: a meter, a concept, a card or a target, by id or by first letters."""

from collections.abc import Iterable

from engine.text import one_line


def meant(typed: str, named: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids that `typed` may mean, out of pairs of id and name: one, several or none.

    An id or a name in full goes first; else each typed word must begin a word of the name or of the id.
    """
    pairs = list(named)
    wanted = one_line(typed).casefold()
    if not wanted:
        return []
    exact = [key for key, name in pairs if wanted in (key.casefold(), name.casefold())]
    return exact or [key for key, name in pairs if _begins(wanted.split(), key, name)]


def _begins(typed: list[str], key: str, name: str) -> bool:
    words = [*name.casefold().split(), *key.casefold().replace(".", "_").split("_")]
    return all(any(word.startswith(part) for word in words) for part in typed)
