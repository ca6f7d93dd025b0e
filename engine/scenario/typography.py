"""Finds signs of a word processor where YAML wants its own: curly quotes, no-break spaces, dashes as bullets."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
_SIGNS = (
    ("quote", re.compile(rf"(?:{_KEY}:\s+|^\s*-\s+|\[\s*|,\s+)([{OPENING}])")),
    ("space", re.compile(rf"(?:^\s*?|{_KEY}:\s*?|^\s*-)([{_SPACE}])")),
    ("colon", re.compile(rf"{_KEY}(\uff1a)")),
    ("dash", re.compile(r"^\s*([\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6])\s")),
)
_ANYWHERE = re.compile(f"([{_SPACE}])")
_NEAR = 3
"""The parser gives up at most so many lines away from a sign that it took for a letter."""


class Sign(NamedTuple):
    """A sign that YAML does not know, and where it stands; both counted from 0."""

    line: int
    column: int
    kind: str
    written: str


def blamed(findings: Iterable[Finding], lines: list[str], file: str) -> Iterator[Finding]:
    """Yield the findings; in place of those that such a sign explains, the sign, once."""
    told: set[Sign] = set()
    for one in findings:
        sign = _explaining(one, lines) if one.is_error and one.place.file == file else None
        if sign is None:
            yield one
        elif sign not in told:
            told.add(sign)
            yield _finding(sign, file)


def texts_have_no_marks_around(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A text without straight quotes around is shown with the curly ones that stand around it: said once."""
    del scenario
    found = [node for node in _scalars(places.root) if node.place.file == places.file and _wrapped(node)]
    if found:
        message = Message.of("yaml.marks_shown", n=len(found))
        yield Finding("YAML012", "warning", found[0].place, message, Message.of("yaml.marks_shown_hint"))


def _explaining(one: Finding, lines: list[str]) -> Sign | None:
    """Return the sign on the line of an error; where the parser gave up, also one on the lines nearest to it."""
    line = one.place.line - 1
    if one.code != "YAML004":
        return _in(lines[line], line, everywhere=True) if line < len(lines) else None
    around = (*range(line, line - _NEAR - 1, -1), *range(line + 1, line + _NEAR + 1))
    return next((sign for number in around if 0 <= number < len(lines) and (sign := _in(lines[number], number))), None)


def _finding(sign: Sign, file: str) -> Finding:
    place = Place(file, sign.line + 1, sign.column + 1)
    space = Message.of("yaml.foreign_space")
    what = space if sign.kind == "space" else Message.of("yaml.foreign", sign=quote(sign.written))
    return Finding("YAML011", "error", place, what, Message.of(f"yaml.foreign_{sign.kind}_hint"))


def _in(line: str, number: int, *, everywhere: bool = False) -> Sign | None:
    """Return the first such sign of a line that stands outside quotes and comments."""
    bare = _COMMENT.sub("", _QUOTED.sub(lambda found: "_" * len(found[0]), line))
    for kind, pattern in (*_SIGNS, *((("space", _ANYWHERE),) if everywhere else ())):
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
