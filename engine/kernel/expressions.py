"""Conditions and amounts over a batch: a compiled tree is worked out for all games at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.kernel.lattice import Bools, Reals, ratio, times
from engine.kernel.state import State

Operator = Literal["+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "and", "or"]


@dataclass(frozen=True, slots=True)
class Constant:
    """A number on the lattice of coefficients."""

    value: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of the state: a meter, a flag (0 or 1), a stage (0..2), or the turn."""

    of: Literal["meter", "flag", "stage", "turn"]
    index: int = 0


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands; `left` alone makes sense for none of the operators."""

    operator: Operator
    left: "Tree"
    right: "Tree"


Tree = Constant | Reading | Operation


def evaluate(tree: Tree, state: State) -> Reals:
    """Value of a tree in each game, [game]; comparisons and logic give 1 or 0."""
    match tree:
        case Constant(value):
            return np.full(state.games, value)
        case Reading("meter", index):
            return state.meters[:, index].copy()
        case Reading("flag", index):
            return state.flags[:, index].astype(np.float64)
        case Reading("stage", index):
            return state.stage[:, index].astype(np.float64)
        case Reading():
            return np.full(state.games, float(state.turn))
        case Operation(operator, left, right):
            return _operate(operator, evaluate(left, state), evaluate(right, state))


def _operate(operator: Operator, left: Reals, right: Reals) -> Reals:
    if operator in ARITHMETIC:
        return ARITHMETIC[operator](left, right)
    return LOGIC[operator](left, right).astype(np.float64)


ARITHMETIC: dict[str, Callable[[Reals, Reals], Reals]] = {
    "+": np.add,
    "-": np.subtract,
    "*": times,
    "/": ratio,
}
LOGIC: dict[str, Callable[[Reals, Reals], Bools]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
    "and": np.logical_and,
    "or": np.logical_or,
}
