"""The one type for text from outside: a scenario, a player, a file name. It is clean from birth."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

LIMIT = 10_000
ECHO = 40
"""So many characters of what somebody typed are said back where it was not understood."""
MAX_MARKS = 4
FIRST_LANGUAGE = "en"

# Ranges and not Unicode categories, so that every Python version removes the same characters.
_UNWANTED = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 without newline, DEL, C1
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # drawn as nothing
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turns the reading direction
    "\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"  # no width
    "\ufe00-\ufe0f"  # variation selectors: terminals disagree about the width they give
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # other format controls
    "\ud800-\udfff"  # surrogates
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "\U000e0000-\U000e0fff"  # tags and further variation selectors
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 15))
    + "]"
)
_NEWLINES = re.compile("\r\n?|[\u2028\u2029]")
_LANGUAGE = re.compile("[a-z]{2,3}")


def printable(raw: str) -> str:
    """Return `raw` as it may be printed to a terminal: cleaned, at whatever length."""
    text = _NEWLINES.sub("\n", raw).replace("\t", " ")
    text = _UNWANTED.sub("", text)
    if text.isascii():
        return text
    return _cap_marks(unicodedata.normalize("NFC", text))


def clean(raw: str, *, limit: int = LIMIT) -> str:
    """Return `raw` without anything that acts, hides or stacks, cut to `limit` characters.

    Kept are newlines and characters that are drawn; a tab becomes a space, every line ending a newline,
    and the result is in NFC. Cleaning twice changes nothing more.
    """
    return printable(raw)[:limit]


def one_line(raw: str, *, limit: int = LIMIT) -> str:
    """Return `raw` cleaned, on one line, with single spaces between words and none around them."""
    return " ".join(printable(raw).split())[:limit].rstrip()


def sought(text: str) -> str:
    """Return a text as it is compared with what somebody types: in small letters, with the apostrophe of a keyboard."""
    return text.casefold().replace("\u2019", "'")


def _cap_marks(text: str) -> str:
    """Keep at most MAX_MARKS combining marks in a row, or they climb over the lines above."""
    marks = {char for char in set(text) if unicodedata.category(char).startswith("M")}
    if not marks:
        return text
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if char in marks else 0
        if run <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class Text:
    """Clean outside text in one language or several. Build it with `Text.of`.

    `versions` are pairs of language and text, English first and the others by their code, so that two
    texts are equal whatever order their author wrote them in.
    """

    versions: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Clean again, so that no way of building a Text goes around the cleaning."""
        if not self.versions:
            raise ValueError("a text needs at least one language")
        for lang, _ in self.versions:
            if not _LANGUAGE.fullmatch(lang):
                raise ValueError(f"not a language code: {lang!r}")
        if len({lang for lang, _ in self.versions}) < len(self.versions):
            raise ValueError("a language appears twice")
        cleaned = sorted((lang != FIRST_LANGUAGE, lang, printable(text)) for lang, text in self.versions)
        object.__setattr__(self, "versions", tuple((lang, text) for _, lang, text in cleaned))

    @classmethod
    def of(cls, value: str | Mapping[str, str], *, limit: int = LIMIT) -> Self:
        """Build a text from a string (taken as English) or from `{language code: string}`.

        Raises ValueError for an empty mapping or a key that is not a language code of 2 or 3 small letters:
        whoever reads input checks that first.
        """
        by_language = {FIRST_LANGUAGE: value} if isinstance(value, str) else value
        return cls(tuple((lang, clean(text, limit=limit)) for lang, text in by_language.items()))

    @classmethod
    def said_back(cls, typed: str) -> Self:
        """Build what somebody typed as it is said back to them: on one line, and where it is long, so that it shows."""
        line = one_line(typed)
        return cls.of(line if len(line) <= ECHO else f"{line[: ECHO - 1]}…")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the text has, English first."""
        return tuple(lang for lang, _ in self.versions)

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it to be read, in any language."""
        return not any(text.strip() for _, text in self.versions)

    def in_language(self, lang: str) -> str:
        """Return the text in `lang`, or in its first language if it has no such version."""
        return dict(self.versions).get(lang, self.versions[0][1])

    def missing(self, langs: Iterable[str]) -> tuple[str, ...]:
        """Return those of `langs` that the text lacks, in the order asked."""
        return tuple(lang for lang in langs if lang not in self.languages)

    def __str__(self) -> str:
        """Return the clean text in its first language."""
        return self.versions[0][1]
