"""What the engine says, before any words are chosen: a code and its values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Self, TypeAlias

from engine.text import Text

Value: TypeAlias = "int | float | Decimal | str | Text | Message | tuple[Value, ...]"

_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_IDENTIFIER = re.compile(r"[A-Za-z0-9_.:*+%/=-]*")


@dataclass(frozen=True, slots=True)
class Message:
    """A code of the catalogue and the values for its pattern. Build it with `Message.of`.

    `values` are pairs of name and value, ordered by name, so that equal messages are equal and hash alike.
    """

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is no code or no value: that is a fault of ours, not of the input."""
        _check_code(self.code)
        for name, value in self.values:
            _check_name(name)
            _check(value)
        if len(self.values) > 1:
            object.__setattr__(self, "values", tuple(sorted(self.values, key=lambda pair: pair[0])))

    @classmethod
    def of(cls, code: str, /, **values: Value) -> Self:
        """Build a message: `Message.of("seat.who", team=team.name, people=people)`.

        A `str` value is an identifier (an id, a key, a file extension); words from outside come as `Text`,
        words of ours as a `Message`. Raises ValueError for a malformed code and for a `str` that is no
        identifier, TypeError for any other type.
        """
        return cls(code, tuple(values.items()))

    def get(self, name: str) -> "Value | None":
        """Return the value called `name`, or None."""
        return dict(self.values).get(name)

    def inside(self) -> Iterator["Message"]:
        """Yield this message and every message among its values."""
        yield self
        for _, value in self.values:
            yield from _messages_in(value)


Words: TypeAlias = Text | Message
"""Words of the author, or ours, said in any language."""


def _messages_in(value: Value) -> Iterator[Message]:
    if isinstance(value, Message):
        yield from value.inside()
    elif isinstance(value, tuple):
        for item in value:
            yield from _messages_in(item)


@lru_cache(maxsize=4096)  # there are few, and each is said thousands of times
def _check_code(code: str) -> None:
    if not _CODE.fullmatch(code):
        raise ValueError(f"not a message code: {code!r}")


@lru_cache(maxsize=4096)
def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a name for a value: {name!r}")


def _check(value: Value) -> None:
    """Raise unless `value` may stand in a message."""
    if isinstance(value, str):
        if not _IDENTIFIER.fullmatch(value):
            raise ValueError(f"not an identifier, so it must come as Text: {value!r}")
    elif isinstance(value, tuple):
        for item in value:
            _check(item)
    elif not isinstance(value, int | float | Decimal | Text | Message):
        raise TypeError(f"a message cannot carry {type(value).__name__}")
