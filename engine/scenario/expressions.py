"""What a condition or an amount says: a small tree of numbers, names and operators."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import copysign
from typing import Literal

Operator = Literal["+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "and", "or"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; `true` and `false` are 1 and 0."""

    value: float


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of what the amount is added to; only alone, as in `10%`."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """A meter, flag or `turn`, as its dotted parts; `offset` is where it starts in the line."""

    parts: tuple[str, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus its operand."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class Not:
    """1 where its operand is 0, otherwise 0."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and an operator; comparisons, `and` and `or` give 1 or 0; `x / 0` is 0."""

    operator: Operator
    left: "Node"
    right: "Node"


Node = Number | Percent | Name | Negative | Not | Binary
JOINING = ("and", "or")
"""Operators between parts of which each is told for itself."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed line: what was written, and its tree."""

    source: str
    tree: Node

    def names(self) -> Iterator[Name]:
        """Every name in the line, from left to right."""
        return names_in(self.tree)

    def numbers(self) -> frozenset[float]:
        """Every number in the line, those below 0 as such."""
        return frozenset(leaf.value for leaf in _leaves(self.tree) if isinstance(leaf, Number))


def of_number(value: float) -> Expression:
    """Return what `parse` makes of a number as Python writes it."""
    size = Number(abs(value))
    return Expression(repr(value), Negative(size) if copysign(1, value) < 0 else size)


def names_in(node: Node) -> Iterator[Name]:
    """Every name in a part of a line, from left to right."""
    return (leaf for leaf in _leaves(node) if isinstance(leaf, Name))


def _leaves(node: Node) -> Iterator[Number | Percent | Name]:
    match node:
        case Negative(Number(value)):
            yield Number(-value)
        case Negative(of=inner) | Not(of=inner):
            yield from _leaves(inner)
        case Binary(left=left, right=right):
            yield from _leaves(left)
            yield from _leaves(right)
        case _:
            yield node
