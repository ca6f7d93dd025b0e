"""What an unquoted YAML value means: the core scalars of YAML 1.2 in small letters, and no others."""

import math
import re
from typing import TypeAlias

from engine.language.messages import Message
from engine.scenario.findings import quote

Value: TypeAlias = bool | int | float | str | None

LONGEST_NUMBER = 40

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_BASES = (
    (re.compile(r"[-+]?[0-9]+"), 10),
    (re.compile(r"0o[0-7]+"), 8),
    (re.compile(r"0x[0-9a-fA-F]+"), 16),
)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def meaning(written: str) -> Value | Message:
    """Return what an unquoted value means, or a message why it means nothing.

    `null`, `~` and nothing are none; `true` and `false` are so; decimal, 0o and 0x integers and decimal
    fractions are numbers; `NO`, `12:30` and `2031-01-01` are text, as they look.
    """
    if written in _WORDS:
        return _WORDS[written]
    if written[0] not in "+-.0123456789":
        return written
    if _NOT_FINITE.fullmatch(written):
        return Message.of("yaml.not_finite", written=quote(written))
    base = next((base for pattern, base in _BASES if pattern.fullmatch(written)), None)
    if base is None and not _FLOAT.fullmatch(written):
        return written
    if len(written) > LONGEST_NUMBER or math.isinf(number := int(written, base) if base else float(written)):
        return Message.of("yaml.long_number", written=quote(written))
    return number
