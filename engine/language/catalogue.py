"""Finds the words for a message: the catalogues, and how a pattern is filled."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from engine.language.messages import Message, Value
from engine.text import Text


class Lang(StrEnum):
    """A language that the game speaks: the first is what it falls back to."""

    en = "en"
    id = "id"


LANGUAGES = tuple(each.value for each in Lang)
DOMAIN = "golden_hour"

_FIELD = re.compile(r"\{\{|\}\}|\{(?P<name>[a-z_][a-z0-9_]*)(?::(?P<spec>[^{}]*))?\}|[{}]")
_SPEC = re.compile(r"[+ ]?(0?[1-9]\d?)?,?(\.\d)?[df%]")
_DIGIT = re.compile("[1-9]")
# Indonesian writes 1.234,5 where English writes 1,234.5.
_SWAP = str.maketrans(",.", ".,")
_DOUBLE = frozenset("“”")
_SINGLE = str.maketrans("“”", "\u2018\u2019")


def say(lang: str, message: Message) -> str:
    """Return `message` in the words of `lang`, or in English where `lang` has none.

    Raises KeyError for a code that no catalogue has and for a value that the pattern names and the message
    lacks, ValueError for a malformed pattern: all three are faults of ours.
    """
    return fill(lang, pattern_of(lang, message), message)


def pattern_of(lang: str, message: Message) -> str:
    """Return the pattern for `message`, chosen by its value `n` where the catalogue has plural forms."""
    n = message.get("n")
    for tongue in dict.fromkeys((lang, LANGUAGES[0])):
        if tongue in LANGUAGES:
            found = _look_up(_catalogue(tongue), message.code, n if isinstance(n, int) else None)
            if found is not None:
                return found
    raise KeyError(message.code)


@cache
def fields_of(pattern: str) -> tuple[str, ...]:
    """Return the names that `pattern` fills in, each once; raise ValueError if it is malformed."""
    names: dict[str, None] = {}
    for match in _FIELD.finditer(pattern):
        if match["name"] is not None:
            names[match["name"]] = None
            _check_spec(match["spec"] or "")
        elif match[0] not in ("{{", "}}"):
            raise ValueError(f"a lone {match[0]} in the pattern: {pattern!r}")
    return tuple(names)


def fill(lang: str, pattern: str, message: Message) -> str:
    """Put the values of `message` into `pattern`, in one pass: nothing in a value is filled in again."""
    fields_of(pattern)
    values = dict(message.values)

    def put(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0][0]
        value = _render(lang, values[match["name"]], match["spec"] or "")
        return _quoted(value) if pattern[: match.start()].endswith("“") else value

    return _FIELD.sub(put, pattern)


def _quoted(value: str) -> str:
    """Return a value as it stands in quotes: none twice around all of it, and single ones around a part."""
    inner = value[1:-1]
    if value.startswith("“") and value.endswith("”") and not _DOUBLE & set(inner):
        return inner
    return value.translate(_SINGLE)


def _render(lang: str, value: Value, spec: str) -> str:
    """Return one value in the words of `lang`; `spec` is for numbers, also for those in a tuple."""
    if isinstance(value, int | float | Decimal):
        return _number(lang, value, spec)
    if isinstance(value, tuple):
        return between([_render(lang, item, spec) for item in value])
    if spec:
        raise ValueError(f"a number format for something else: {spec!r}")
    if isinstance(value, Text):
        return value.in_language(lang)
    if isinstance(value, Message):
        return say(lang, value)
    return value


def between(parts: Iterable[str]) -> str:
    """Return the parts of a list in a line: commas between them, but semicolons where a part itself holds a comma."""
    told = list(parts)
    return ("; " if len(told) > 1 and any("," in part for part in told) else ", ").join(told)


def _number(lang: str, value: float | Decimal, spec: str) -> str:
    """Return a number as it is printed; what comes to nothing has no sign, whichever way it went."""
    text = format(value, spec)
    if "0" in text and not _DIGIT.search(text):
        text = format(type(value)(0), spec.removeprefix("+"))
    return text.translate(_SWAP) if lang == "id" else text


def _check_spec(spec: str) -> None:
    if spec and not _SPEC.fullmatch(spec):
        raise ValueError(f"not a number format we use: {spec!r}")


def _look_up(catalogue: GNUTranslations, code: str, n: int | None) -> str | None:
    """Return the pattern under `code`, or None; gettext answers with the code itself where it has nothing."""
    if n is not None:
        plural = catalogue.ngettext(code, code, n)
        if plural != code:
            return plural
    single = catalogue.gettext(code)
    return None if single == code else single


@cache
def _catalogue(lang: str) -> GNUTranslations:
    folder = Path(__file__).parent / "catalogues" / lang / "LC_MESSAGES"
    with (folder / f"{DOMAIN}.mo").open("rb") as file:
        return GNUTranslations(file)
