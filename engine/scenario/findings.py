"""What is wrong with a scenario, as data: a code, a place in the file, a message and a hint."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, NamedTuple

from engine.language.messages import Message
from engine.text import Text, one_line

LONGEST_QUOTE = 60
"""Characters of an author's text that a finding repeats."""
FEW_WORDS = 12
"""At most as many known words are listed when none is like the one that was written."""


class Place(NamedTuple):
    """A place in a file; lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return `file:line:column`, as editors read it."""
        return f"{one_line(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake, or one thing to think about, and where it stands.

    `code` is stable and short, as KEY001; docs/writing-scenarios.md lists them. A scenario with an `error`
    is refused, one with a `warning` is not.
    """

    code: str
    severity: Literal["error", "warning"]
    place: Place
    message: Message
    hint: Message

    @property
    def is_error(self) -> bool:
        """Whether the scenario is refused for it."""
        return self.severity == "error"


def quote(raw: object) -> Text:
    """Return what an author wrote as clean text of at most LONGEST_QUOTE characters, on one line."""
    line = one_line(str(raw), limit=LONGEST_QUOTE + 1)
    return Text.of(line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…")


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like what was written, or the only one that goes on from it; else None."""
    words = list(known)
    longer = [word for word in words if word.startswith(f"{written.lower()}_")]
    if len(longer) == 1:
        return longer[0]
    found = get_close_matches(written[:LONGEST_QUOTE].lower(), words, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(written: str, known: Iterable[str]) -> Message:
    """Return the hint `did you mean ...?`, or the words there are; of many, those near it in the alphabet."""
    words = list(known)
    near = nearest(written, words)
    if near is not None:
        return Message.of("finding.did_you_mean", word=quote(near))
    if not words:
        return Message.of("finding.nothing_known")
    if len(words) <= FEW_WORDS:
        return Message.of("finding.known_words", words=tuple(quote(word) for word in words))
    words.sort()
    first = min(max(bisect(words, written) - FEW_WORDS // 2, 0), len(words) - FEW_WORDS)
    return Message.of("finding.some_words", words=tuple(quote(word) for word in words[first : first + FEW_WORDS]))
