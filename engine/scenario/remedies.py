"""What to write instead of what the models refuse: keys that may stand there, examples of values, bounds and sizes."""

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from engine.language.messages import Message
from engine.scenario.expressions import Expression
from engine.scenario.findings import did_you_mean, nearest, quote
from engine.scenario.places import Part
from engine.text import Text

Path = tuple[Part, ...]
ID = Message.of("value.id_hint")
WORDS = Message.of("value.words_hint")
IN_QUOTES = Message.of("value.quotes_hint")
CUT_OFF = Message.of("value.comma_hint")
BOUNDS = {
    "greater_than": ("value.above", "value.above_hint"),
    "greater_than_equal": ("value.at_least", "value.at_least_hint"),
    "less_than": ("value.below", "value.below_hint"),
    "less_than_equal": ("value.at_most", "value.at_most_hint"),
}
SIZES = {
    "too_short": ("min_length", "value.too_few", "value.too_few_hint"),
    "too_long": ("max_length", "value.too_much", "value.too_much_hint"),
    "string_too_long": ("max_length", "value.too_much", "value.shorten_hint"),
}
KINDS = {
    "bool": ("kind.true_or_false", "value.bool_hint"),
    "dict": ("kind.keys", "value.keys_hint"),
    "model": ("kind.keys", "value.keys_hint"),
    "float": ("kind.number", "value.number_hint"),
    "int": ("kind.whole_number", "value.whole_hint"),
    "list": ("kind.list", "value.list_hint"),
    "string": ("kind.text", "value.text_hint"),
}
OTHER = ("kind.other", "condition.compare_hint")
AMOUNTS = frozenset({"by", "mission", "share", "casualties"})
"""Keys under which a line comes to an amount; elsewhere it compares."""
ALIKE = {
    "shift": ("increase", "decrease", "reduce", "lower", "add", "subtract", "change", "move", "set", "gain", "lose"),
    "spark": ("heat", "ignite", "fuel"),
}
"""Words that people write for a verb, and that look like another one or like none."""
LEAST_PERCENT, WHOLE = 10, 100
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_PERCENT = re.compile(r"([0-9]{1,2}(?:\.[0-9]+)?)\s*%")
EXAMPLES: dict[object, str] = {Text: '"..."', str: "some_id", int: "3", float: "10", bool: "true", list: "[...]"}


def models_at(model: object, path: Path) -> Iterator[type[BaseModel]]:
    """Yield the models that may stand at a path of a model; none where that is the author's choice."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        if not path:
            yield model
        elif (annotation := _fields(model).get(str(path[0]))) is not None:
            yield from models_at(annotation, path[1:])
        return
    inner = get_args(model)
    if get_origin(model) in {dict, list}:
        inner, path = inner[-1:] if path else (), path[1:]
    for one in inner:
        yield from models_at(one, path)


def keys_at(model: object, path: Path) -> tuple[str, ...]:
    """Return the keys that may stand at a path of a model; none where that is the author's choice."""
    return next((tuple(_fields(one)) for one in models_at(model, path)), ())


def of_missing(model: object, path: Path, key: str) -> Message:
    """Show how a key that is missing at a path is written."""
    return Message.of("key.missing_hint", example=quote(f"{key}: {example(_asked(model, path, key))}"))


def example(annotation: object) -> str:
    """Return a value as it could be written where the models ask for this."""
    inner, origin = get_args(annotation), get_origin(annotation)
    if annotation is Expression:
        return "..."
    if origin is Literal:
        return str(inner[0])
    if origin in {None, list}:
        return EXAMPLES.get(origin or annotation, "{...}")
    return "{...}" if origin is dict else example(inner[0])


def of_kind(model: object, path: Path, kind: str, value: object) -> Message:
    """Say how the value of this kind that is asked for at a path is written; `value` is what was written instead."""
    asked = _asked(model, path[:-1], str(path[-1])) if path else model
    if kind == "string" and _is_line(asked):
        return Message.of("condition.amount_hint" if path[-1] in AMOUNTS else "condition.compare_hint")
    if kind in {"float", "int"} and isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Message.of("value.no_quotes_hint", number=quote(value.strip()))
    if kind == "string" and value is not None:
        return IN_QUOTES
    if kind in {"dict", "model"} and keys_at(model, path):
        return did_you_mean("", keys_at(model, path))
    return Message.of(KINDS.get(kind, OTHER)[1])


def is_cut_off(key: str, *, empty: bool) -> bool:
    """Whether a key, `empty` if nothing stands after it, is the rest of a text that a comma has cut in two."""
    return empty and " " in key.strip()


def of_unknown_key(written: str, known: tuple[str, ...]) -> Message:
    """Say what a key that is not known was meant to be."""
    verb = next((verb for verb, words in ALIKE.items() if verb in known and written.lower() in words), None)
    return Message.of("finding.did_you_mean", word=quote(verb)) if verb else did_you_mean(written, known)


def of_chance(path: Path, written: object) -> Message | None:
    """Return the share of 1 for a chance that was written in percent."""
    if path[-1:] != ("chance",):
        return None
    percent = _PERCENT.fullmatch(written.strip()) if isinstance(written, str) else None
    number = float(percent[1]) if percent else written
    # Below 10 it could be anything: 6 may have been 0.6.
    if isinstance(number, bool) or not isinstance(number, int | float) or not LEAST_PERCENT <= number < WHOLE:
        return None
    return Message.of("value.share_hint", share=quote(f"{number / 100:.4g}"))


def of_lone_id(written: str, words: list[str], ids: tuple[str, ...]) -> Message | None:
    """Say how one id is written where a list of ids is asked for, or one of some words; None if it is like no id."""
    if written in ids:
        return Message.of("value.as_list_hint", word=quote(written))
    near = nearest(written, (*words, *ids))
    return Message.of("value.mean_list_hint", word=quote(near)) if near in ids else None


def _is_line(annotation: object) -> bool:
    return annotation is Expression or any(_is_line(one) for one in get_args(annotation))


def _asked(model: object, path: Path, key: str) -> object:
    """Return what the models ask for under a key of the block at a path."""
    return next((_fields(one)[key] for one in models_at(model, path) if key in _fields(one)), None)


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}
