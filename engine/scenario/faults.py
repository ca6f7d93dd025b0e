"""Why a condition or an amount is refused: each reason in words of the catalogue, with what to do about it."""

from dataclasses import dataclass

from engine.language.messages import Message
from engine.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line was refused, and what to do; `offset` counts characters from its start."""

    what: Message
    hint: Message
    offset: int


class RefusedError(Exception):
    """Carries a fault out of the depths of a line; control flow inside `conditions`, never seen outside."""

    def __init__(self, fault: Fault) -> None:
        """Stop reading a line for one fault."""
        super().__init__(fault.what.code)
        self.fault = fault


def _write(sign: str, code: str = "condition.write_hint") -> Message:
    return Message.of(code, sign=Text.of(sign))


def _in_small_letters(word: str) -> Message:
    return _write(word, "condition.small_letters_hint")


SIGNS = (
    ("=>", _write(">=")),
    ("=<", _write("<=")),
    ("<>", _write("!=")),
    ("&&", _write("and")),
    ("||", _write("or")),
    ("AND", _in_small_letters("and")),
    ("OR", _in_small_letters("or")),
    ("NOT", _in_small_letters("not")),
    ("=", Message.of("condition.equal_hint")),
    ("!", _write("not")),
    ("%", Message.of("condition.alone_hint")),
)
"""Signs that other languages write, and what to say where one of them stands; the longer ones first."""
WORDS = {
    "dan": _write("and"),
    "serta": _write("and"),
    "atau": _write("or"),
    "bukan": _write("not"),
    "tidak": _write("not"),
}
"""Indonesian words that a condition says in English, and what to say where one of them stands."""


def too_long(longest: int) -> Fault:
    """Say that a line is longer than `longest` characters."""
    return Fault(Message.of("condition.too_long", limit=longest), Message.of("condition.split_hint"), longest)


def too_deep(at: int) -> Fault:
    """Say that brackets, or signs that stand for them, are nested too deeply."""
    return Fault(Message.of("condition.too_deep"), Message.of("condition.split_hint"), at)


def empty() -> Fault:
    """Say that nothing is written."""
    return Fault(Message.of("condition.empty"), Message.of("condition.empty_hint"), 0)


def not_ascii(at: int) -> Fault:
    """Say that a letter or sign is beyond plain ones."""
    return Fault(Message.of("condition.not_ascii"), Message.of("condition.not_ascii_hint"), at)


def unreadable(at: int, hint: Message | None = None) -> Fault:
    """Say that a line cannot be read, with a hint where its mistake is known."""
    return Fault(Message.of("condition.unreadable"), hint or Message.of("condition.compare_hint"), at)


def beyond_reading() -> Fault:
    """Say that a line was too much for the parser."""
    return unreadable(0, Message.of("condition.simplify_hint"))


def foreign(at: int) -> Fault:
    """Say that something stands there which is neither comparison nor arithmetic."""
    return Fault(Message.of("condition.foreign"), Message.of("condition.foreign_hint"), at)


def large_letter(written: bool, at: int) -> Fault:  # noqa: FBT001 - the value itself
    """Say that `True` or `False` is written `true` or `false`."""
    what = Message.of("condition.large_letter", word=str(written))
    return Fault(what, _write(str(written).lower()), at)


def too_large(limit: int, at: int) -> Fault:
    """Say that a number is larger than `limit`."""
    return Fault(Message.of("condition.too_large"), Message.of("condition.too_large_hint", limit=limit), at)


def comparison(at: int) -> Fault:
    """Say that a comparison is none that we know."""
    return Fault(Message.of("condition.comparison"), Message.of("condition.comparison_hint"), at)


def no_name(at: int) -> Fault:
    """Say that a dot stands where it joins no words."""
    return Fault(Message.of("condition.no_name"), Message.of("condition.no_name_hint"), at)
