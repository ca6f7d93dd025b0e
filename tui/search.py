"""Finds names by what somebody types: by parts of words, by first letters, and with a slip of the finger.

Textual's own matcher tries every way to spread letters over a name, so that a long name from a scenario could keep
it busy for minutes; this one looks at each word once.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from engine.text import sought

WHOLE, START, PART, INITIALS, CLOSE = 1.0, 0.9, 0.6, 0.5, 0.4
_LIKE = 0.75  # from here on, two words are one with a slip
_SHORT = 4  # shorter words are not guessed at
_LONGEST = 40


def fit(typed: str, names: Iterable[str]) -> float:
    """Return how well what was typed fits the best of the names, 0..1; every word of it must fit somewhere."""
    wanted = sought(typed)[:_LONGEST].split()
    return max((_fit(wanted, sought(name)) for name in names), default=0.0) if wanted else 0.0


def _fit(wanted: list[str], name: str) -> float:
    words = name.split()
    if " ".join(wanted) == name:
        return WHOLE
    fits = [_best(part, words, name) for part in wanted]
    return sum(fits) / len(fits) * (0.99 - 0.001 * min(len(name), 99)) if all(fits) else 0.0


def _best(part: str, words: list[str], name: str) -> float:
    if any(word.startswith(part) for word in words):
        return START
    if part in name:
        return PART
    if "".join(word[0] for word in words).startswith(part):
        return INITIALS
    return CLOSE if len(part) >= _SHORT and any(_alike(part, word) for word in words) else 0.0


def _alike(part: str, word: str) -> bool:
    # A word that is still being written is held against as much of the other.
    return SequenceMatcher(None, part, word[: len(part) + 1]).ratio() >= _LIKE
