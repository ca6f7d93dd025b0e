"""Finds signs of a word processor where YAML wants its own: curly quotes, no-break spaces, dashes as bullets."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

from engine.language.messages import Message
from engine.scenario.findings import Finding, Place, quote
from engine.scenario.nodes import Keyed, Listing, Node, Scalar
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario

OPENING = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a"
CLOSING = "\u201d\u201c\u2019\u2018\u00bb\u00ab\u203a\u2039"
"""Marks that can begin a text or end it: languages differ in which does which."""
_SPACE = "\u00a0\u2002-\u200a\u202f\u205f\u3000"
_KEY = r"(?:^\s*(?:-\s+)*|[{,]\s*)[\w-]+\s*"
_QUOTED = re.compile(r"""\"(?:[^\"\\]|\\.)*(?:\"|$)|(?<=[\[{,:\s])'[^']*'(?=\s*[,\]}:#]|\s*$)""")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_Patterns: TypeAlias = tuple[tuple[str, re.Pattern[str]], ...]
_SIGNS: _Patterns = (
    ("quote", re.compile(rf"(?:{_KEY}:\s+|^\s*-\s+|\[\s*|,\s+)([{OPENING}])")),
    ("space", re.compile(rf"(?:^\s*?|{_KEY}:\s*?|^\s*-)([{_SPACE}])")),
    ("colon", re.compile(rf"{_KEY}(\uff1a)")),
    ("dash", re.compile(r"^\s*([\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6])\s")),
)
_ANYWHERE = re.compile(f"([{_SPACE}])")
_ALL: _Patterns = (*_SIGNS, ("space", _ANYWHERE))
_CLOSED = re.compile(rf"[{CLOSING}](?=\s*(?:[,\]}}#]|$))")
_NEAR = 3
"""The parser gives up at most so many lines away from a sign that it took for a letter."""


class Sign(NamedTuple):
    """A sign that YAML does not know, and where it stands; both counted from 0."""

    line: int
    column: int
    kind: str
    written: str


def blamed(
    findings: Iterable[Finding], text: str, file: str, again: Callable[[str], Iterable[Finding]]
) -> Iterator[Finding]:
    """Yield the findings; in place of those that such a sign explains, the sign, once.

    It explains those that are gone when the text is read `again` with what YAML knows in place of such signs.
    """
    found, lines = list(findings), text.splitlines()
    errors = [one for one in found if one.is_error and one.place.file == file]
    # Each line is looked at once, however many errors are on it: one of a file's whole length may hold hundreds.
    look = cache(lambda number, signs: _in(lines[number], number, signs))
    signs = {one: sign for one in errors if (sign := _explaining(one, len(lines), look)) is not None}
    blames = _still(signs, tuple(again(_mended(text, signs.values())))) if signs else {}
    told: set[Sign] = set()
    for one in found:
        sign = blames.get(one)
        if sign is None:
            yield one
        elif sign not in told:
            told.add(sign)
            yield _finding(sign, file)


def _still(signs: Mapping[Finding, Sign], left: tuple[Finding, ...]) -> Mapping[Finding, Sign]:
    """Return the signs without which what they might explain is gone; all stay if the text cannot be read at all."""
    wrong = [one for one in left if one.code == "YAML004"]
    if wrong:
        # Where the parser gave up and now comes further, there may be another such sign.
        return {one: sign for one, sign in signs.items() if one.code == "YAML004" and wrong[0].place > one.place}
    places = {(one.code, one.place) for one in left}
    return {one: sign for one, sign in signs.items() if not _places(one) & places}


def _places(one: Finding) -> set[tuple[str, Place]]:
    """Return where the same finding may stand in the mended text, in which a colon may have a space after it."""
    return {(one.code, one.place._replace(column=one.place.column + more)) for more in (0, 1)}


def _mended(text: str, signs: Iterable[Sign]) -> str:
    """Return a text with what YAML knows in place of some signs; a quote that nothing closes stays."""
    lines = text.splitlines(keepends=True)
    for sign in sorted(set(signs), reverse=True):  # from right to left: a colon may push on what follows it
        line, at = lines[sign.line], sign.column
        match sign.kind:
            case "space" if not line[:at].strip():
                line = _indent(lines, sign.line) + line.lstrip()
            case "space":
                bare = _bare(line)
                line = "".join(" " if _ANYWHERE.match(seen) else char for char, seen in zip(line, bare, strict=True))
            case "quote" if closing := _CLOSED.search(line.rstrip("\r\n"), at + 1):
                inner = line[at + 1 : closing.start()].replace('"', "'").replace("\\", "/")
                line = f'{line[:at]}"{inner}"{line[closing.end() :]}'
            case "colon":
                line = f"{line[:at]}:{'' if line[at + 1 :][:1].isspace() else ' '}{line[at + 1 :]}"
            case "dash":
                line = f"{line[:at]}-{line[at + 1 :]}"
        lines[sign.line] = line
    return "".join(lines)


def _indent(lines: list[str], number: int) -> str:
    """Return the spaces that probably belong before a line: those of the line above, or below where that opens one."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    like = below if above.rstrip().endswith(":") else above
    return like[: len(like) - len(like.lstrip(" "))]


def _bare(line: str) -> str:
    """Return a line of the same length without what stands in straight quotes."""
    return _QUOTED.sub(lambda found: "_" * len(found[0]), line)


def texts_have_no_marks_around(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A text without straight quotes around is shown with the curly ones that stand around it: said once."""
    del scenario
    found = [node for node in _scalars(places.root) if node.place.file == places.file and _wrapped(node)]
    if found:
        message = Message.of("yaml.marks_shown", n=len(found))
        yield Finding("YAML012", "warning", found[0].place, message, Message.of("yaml.marks_shown_hint"))


def _explaining(one: Finding, lines: int, look: Callable[[int, _Patterns], Sign | None]) -> Sign | None:
    """Return the sign on the line of an error; where the parser gave up, also one on the lines nearest to it."""
    line = one.place.line - 1
    if one.code != "YAML004":
        return look(line, _ALL) if line < lines else None
    around = (*range(line, line - _NEAR - 1, -1), *range(line + 1, line + _NEAR + 1))
    return next((sign for number in around if 0 <= number < lines and (sign := look(number, _SIGNS))), None)


def _finding(sign: Sign, file: str) -> Finding:
    place = Place(file, sign.line + 1, sign.column + 1)
    space = Message.of("yaml.foreign_space")
    what = space if sign.kind == "space" else Message.of("yaml.foreign", sign=quote(sign.written))
    return Finding("YAML011", "error", place, what, Message.of(f"yaml.foreign_{sign.kind}_hint"))


def _in(line: str, number: int, signs: _Patterns) -> Sign | None:
    """Return the first such sign of a line that stands outside quotes and comments."""
    bare = _COMMENT.sub("", _bare(line))
    for kind, pattern in signs:
        found = pattern.search(bare)
        if found:
            return Sign(number, found.start(1), kind, found[1])
    return None


def _wrapped(node: Scalar) -> bool:
    """Whether a text has curly marks around and no straight ones."""
    text, plain = node.value, node.text_column == node.place.column
    return plain and isinstance(text, str) and len(text) > 1 and text[0] in OPENING and text[-1] in CLOSING


def _scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Listing(items=items):
            for item in items:
                yield from _scalars(item)
        case Keyed(entries=entries):
            for entry in entries.values():
                yield from _scalars(entry.node)
