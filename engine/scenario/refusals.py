"""Turns what the models refuse into findings: one for each mistake, at its place, in an author's words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from engine.language.messages import Message
from engine.scenario import remedies
from engine.scenario.faults import Fault
from engine.scenario.fields import LANGUAGE_PATTERN
from engine.scenario.findings import Finding, Place, did_you_mean, nearest, quote
from engine.scenario.nodes import Keyed, Listing, Node, Scalar
from engine.scenario.places import Part, Places, child
from engine.scenario.remedies import Path, keys_at
from engine.text import LIMIT

MOST_ERRORS = 500
"""More are not looked at: a file with a mistake in each of 40 000 lines would take seconds."""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One error of pydantic: the part of its path that is in the file, what is left of it, and its type."""

    path: Path
    branch: Path | None
    on_key: bool
    type: str
    last: Part | None
    context: dict[str, Any]
    node: Node | None


def refusals(error: ValidationError, model: type[BaseModel], places: Places) -> Iterator[Finding]:
    """Yield a finding for each mistake that `model` refused."""
    errors = error.errors(include_url=False, include_input=False)[:MOST_ERRORS]
    found = [_located(one, places) for one in errors]
    extras = {(one.path[:-1], one.last): one for one in found if one.type == "extra_forbidden"}
    misspelt = {
        (parent, nearest(str(written), keys_at(model, parent))) for parent, written in extras if keys_at(model, parent)
    }
    for one in _one_a_branch(found):
        if one.type == "missing" and (one.path, one.last) in misspelt:
            continue
        yield _finding(one, model, places)


def _located(error: ErrorDetails, places: Places) -> _Refusal:
    """Keep those parts of an error's path that are in the file: the others are tags of unions."""
    node, path, branch = places.root, [], None
    loc: Path = error["loc"]
    for part in loc:
        inner = child(node, part) if node is not None else None
        if inner is not None:
            path.append(part)
            node = inner
        elif branch is None and part != "[key]" and not (error["type"] == "missing" and part is loc[-1]):
            branch = tuple(path)
    return _Refusal(
        tuple(path),
        branch,
        "[key]" in loc,
        error["type"],
        loc[-1] if loc else None,
        error.get("ctx", {}),
        node,
    )


def _one_a_branch(found: Iterable[_Refusal]) -> Iterator[_Refusal]:
    """Of the errors that a union gives for one value keep the one that fits best what was written."""
    unions: dict[Path, list[_Refusal]] = {}
    for one in found:
        if one.branch is None:
            yield one
        else:
            unions.setdefault(one.branch, []).append(one)
    for several in unions.values():
        deepest = max(len(one.path) for one in several)
        if deepest > len(several[0].branch or ()):
            yield from (one for one in several if len(one.path) == deepest)
        else:
            yield max(several, key=_fitness)


def _fitness(one: _Refusal) -> int:
    """Return how well an error fits the kind of value that was written: its branch expected that kind."""
    value = one.node.value if isinstance(one.node, Scalar) else None
    if isinstance(value, str):
        return {"expression": 3, "string_too_long": 3, "literal_error": 2}.get(one.type, 0)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return 3 if one.type.startswith(("greater", "less")) else 1 if one.type == "float_type" else 0
    return 2 if one.type in {"list_type", "string_type"} else 1 if one.type == "float_type" else 0


def _finding(one: _Refusal, model: type[BaseModel], places: Places) -> Finding:
    """Return the finding for one refusal; the commonest mistakes have words of their own."""
    if one.on_key:
        written = quote(one.path[-1] if one.path else "")
        if one.path[-2:-1] == ("orders",):
            message = Message.of("value.turn", written=written)
            return _error("VALUE004", places.key(*one.path), message, Message.of("value.turn_hint"))
        hint = _of_a_comma(one) or remedies.ID
        return _error("VALUE004", places.key(*one.path), Message.of("value.id", written=written), hint)
    match one.type:
        case "missing":
            hint = remedies.of_missing(model, one.path, str(one.last))
            return _error("KEY002", places.key(*one.path), Message.of("key.missing", key=quote(one.last)), hint)
        case "extra_forbidden":
            known = keys_at(model, one.path[:-1])
            hint = _of_a_comma(one) or remedies.of_unknown_key(str(one.last), known)
            return _error("KEY001", places.key(*one.path), Message.of("key.unknown", key=quote(one.last)), hint)
        case "expression":
            return _expression(one, places)
        case "said":
            return _error("VALUE004", places.of(*one.path), one.context["message"], one.context["hint"])
        case "together":
            return _error("VALUE006", places.key(*one.path), one.context["message"], one.context["hint"])
        case "words":
            return _words(one, places)
    return _value(one, model, places)


def _of_a_comma(one: _Refusal) -> Message | None:
    """Return the remedy where a key is the second half of a number like `0,6` or of a text, which braces cut in two."""
    if not one.path or not _empty(one):
        return None
    if str(one.path[-1]).isdecimal():
        return Message.of("value.point_hint")
    return remedies.CUT_OFF if remedies.is_cut_off(str(one.path[-1]), empty=True) else None


def _empty(one: _Refusal) -> bool:
    return isinstance(one.node, Scalar) and one.node.value is None


def _value(one: _Refusal, model: type[BaseModel], places: Places) -> Finding:
    """Return the finding for a value that may not stand where it does."""
    place = places.of(*one.path)
    if one.type == "literal_error":
        return _literal(one, place, _ids_for(one, places))
    if one.type == "string_pattern_mismatch":
        return _pattern(one, place)
    if one.type in remedies.BOUNDS:
        bound = next(float(value) for name, value in one.context.items() if name in {"gt", "ge", "lt", "le"})
        what, hint = (Message.of(code, bound=quote(f"{bound:.10g}")) for code in remedies.BOUNDS[one.type])
        return _error("VALUE003", place, what, remedies.of_chance(one.path, _scalar(one)) or hint)
    if one.type in remedies.SIZES:
        size, code, remedy = remedies.SIZES[one.type]
        return _error("VALUE005", place, Message.of(code, limit=one.context[size]), Message.of(remedy))
    kind = one.type.removesuffix("_type")
    expected = Message.of(remedies.KINDS.get(kind, remedies.OTHER)[0])
    message = Message.of("value.kind", expected=expected, found=Message.of(_found(one.node)))
    return _error("VALUE001", place, message, remedies.of_kind(model, one.path, kind, _scalar(one)))


def _words(one: _Refusal, places: Places) -> Finding:
    """Blame, of a text in several languages, the key that is no language or holds no text."""
    place, node = places.of(*one.path), one.node
    if isinstance(node, Keyed):
        for name, entry in node.entries.items():
            if not re.fullmatch(LANGUAGE_PATTERN, name):
                cut = remedies.is_cut_off(name, empty=isinstance(entry.node, Scalar) and entry.node.value is None)
                hint = remedies.CUT_OFF if cut else remedies.WORDS
                return _error("KEY001", entry.place, Message.of("key.unknown", key=quote(name)), hint)
            text = entry.node.value if isinstance(entry.node, Scalar) else None
            if not isinstance(text, str) or len(text) > LIMIT:
                place, node = places.of(*one.path, name), entry.node
                break
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return _error("VALUE005", place, Message.of("value.too_much", limit=LIMIT), Message.of("value.shorten_hint"))
    expected = Message.of("kind.words" if node is one.node else "kind.text")
    message = Message.of("value.kind", expected=expected, found=Message.of(_found(node)))
    number = isinstance(node, Scalar) and node.value is not None
    return _error("VALUE001", place, message, remedies.IN_QUOTES if number else remedies.WORDS)


def _expression(one: _Refusal, places: Places) -> Finding:
    fault: Fault = one.context["fault"]
    return _error("COND001", places.inside(*one.path, offset=fault.offset), fault.what, fault.hint)


_LISTED = {"to": "teams", "team": "teams", "audience": "audiences", "narrative": "narratives"}
"""Keys that take a list of ids, or a word: of which section the ids are."""


def _ids_for(one: _Refusal, places: Places) -> tuple[str, ...]:
    """Return the ids of which a list may stand there, where one is asked for."""
    section = _LISTED.get(str(one.path[-1])) if one.branch is not None and one.path else None
    written = child(places.root, section) if section and places.root is not None else None
    return tuple(written.entries) if isinstance(written, Keyed) else ()


def _literal(one: _Refusal, place: Place, ids: tuple[str, ...]) -> Finding:
    expected = str(one.context["expected"])
    words = re.findall(r"'([^']*)'", expected) or re.split(r", | or ", expected)
    only = Message.of("value.only" if one.branch is None else "value.list_or", word=quote(words[0]))
    usual = did_you_mean(_written(one), words) if len(words) > 1 else only
    special = remedies.of_lone_id(_written(one), words, ids) or remedies.of_chance(one.path, _scalar(one))
    hint = special or usual
    return _error("VALUE002", place, Message.of("value.not_a_word", written=quote(_written(one))), hint)


def _pattern(one: _Refusal, place: Place) -> Finding:
    written = quote(_written(one))
    if one.path[-1:] == ("starts",):
        return _error("VALUE004", place, Message.of("value.date", written=written), Message.of("value.date_hint"))
    if one.path[-1:] == ("meter",):
        return _error("VALUE004", place, Message.of("value.meter", written=written), Message.of("value.meter_hint"))
    return _error("VALUE004", place, Message.of("value.id", written=written), remedies.ID)


def _found(node: Node | None) -> str:
    match node:
        case Listing():
            return "kind.list"
        case Keyed():
            return "kind.keys"
        case Scalar(value=bool()):
            return "kind.true_or_false"
        case Scalar(value=int() | float()):
            return "kind.number"
        case Scalar(value=str()):
            return "kind.text"
    return "kind.nothing"


def _scalar(one: _Refusal) -> bool | int | float | str | None:
    return one.node.value if isinstance(one.node, Scalar) else None


def _written(one: _Refusal) -> str:
    value = one.node.value if isinstance(one.node, Scalar) else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _error(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "error", place, message, hint)
