"""What to write instead of what the models refuse: keys that may stand there, examples of values, bounds and sizes."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from engine.language.messages import Message
from engine.scenario.conditions import Expression
from engine.scenario.findings import did_you_mean, quote
from engine.scenario.places import Part
from engine.text import Text

Path = tuple[Part, ...]
ID = Message.of("value.id_hint")
WORDS = Message.of("value.words_hint")
IN_QUOTES = Message.of("value.quotes_hint")
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
        return Message.of("condition.compare_hint")
    if kind == "string" and value is not None:
        return IN_QUOTES
    if kind in {"dict", "model"} and keys_at(model, path):
        return did_you_mean("", keys_at(model, path))
    return Message.of(KINDS.get(kind, OTHER)[1])


def _is_line(annotation: object) -> bool:
    return annotation is Expression or any(_is_line(one) for one in get_args(annotation))


def _asked(model: object, path: Path, key: str) -> object:
    """Return what the models ask for under a key of the block at a path."""
    return next((_fields(one)[key] for one in models_at(model, path) if key in _fields(one)), None)


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}
