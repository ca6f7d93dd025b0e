"""Whether a condition can hold at all, from how far each of its names goes: simple to see, or left open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor

from engine.kernel.lattice import coefficient
from engine.scenario.expressions import Binary, Name, Negative, Node, Not, Number, Operator
from engine.scenario.names import Address, resolve
from engine.scenario.scenario import Scenario

Interval = tuple[float, float]
_STEP = 2.0**-12
"""Meters lie on steps of this size: above 3 is at least 3 and a step; a number between two steps is no meter."""
_TURNED: dict[Operator, Operator] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


@dataclass(frozen=True, slots=True)
class Failing:
    """Why a condition never holds: a name, what it may be, and whether one part alone asks for more than that."""

    name: Name
    whole: Interval
    alone: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the names of a scenario go: `whole` says it of each, `own` is the team that is meant by the word."""

    scenario: Scenario
    whole: Callable[[Address], Interval]
    own: str | None

    def failing(self, node: Node) -> Failing | None:
        """Return why a condition never holds; None where it may, and where that is not simple to see."""
        if isinstance(node, Binary) and node.operator == "or":
            left, right = self.failing(node.left), self.failing(node.right)
            return left if left and right else None
        left_over: dict[Address, Interval] = {}
        for part in _parts(node):
            if isinstance(part, Binary) and part.operator == "or":
                why = self.failing(part)
                if why:
                    return why
            named = _narrowing(part)
            address = resolve(self.scenario, named[0].parts, self.own) if named else None
            if not named or address is None:
                continue
            name, (low, high) = named
            whole = self.whole(address)
            before = left_over.get(address, whole)
            left_over[address] = after = (max(before[0], low), min(before[1], high))
            if after[0] > after[1]:
                return Failing(name, whole, alone=max(whole[0], low) > min(whole[1], high))
        return None


def _parts(node: Node) -> Iterator[Node]:
    """Yield what must all hold."""
    if isinstance(node, Binary) and node.operator == "and":
        yield from _parts(node.left)
        yield from _parts(node.right)
    else:
        yield node


def _narrowing(node: Node) -> tuple[Name, Interval] | None:
    """Return the name that a part compares with a number, and between what it must lie; None for all else."""
    match node:
        case Name():
            return node, (_STEP, float("inf"))
        case Not(Name() as name):
            return name, (0, 0)
        case Binary(operator, Name() as name, other) if operator in _TURNED:
            pass
        case Binary(operator, other, Name() as name) if operator in _TURNED:
            operator = _TURNED[operator]
        case _:
            return None
    value = _number(other)
    if value is None:
        return None
    return name, {
        "<": (float("-inf"), (ceil(value / _STEP) - 1) * _STEP),
        "<=": (float("-inf"), value),
        ">": ((floor(value / _STEP) + 1) * _STEP, float("inf")),
        ">=": (value, float("inf")),
        "==": (value, value),
    }[operator]


def _number(node: Node) -> float | None:
    """Return a number as a condition reads it; None for all else."""
    match node:
        case Number(value):
            return coefficient(value)
        case Negative(Number(value)):
            return -coefficient(value)
    return None
