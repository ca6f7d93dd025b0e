"""Conditions and amounts compiled to trees over the state, with the proof that they stay exact."""

from dataclasses import dataclass, field

from engine.compiler.index import Index
from engine.kernel.expressions import Constant, Operation, Reading, Tree
from engine.kernel.lattice import AMOUNT, COEFFICIENT, amount, coefficient
from engine.language.messages import Message
from engine.scenario import expressions
from engine.scenario.names import resolve
from engine.scenario.scenario import Scenario

Interval = tuple[float, float]

LARGEST_PRODUCT = float(1 << 20)
"""Two factors on 2^-16 leave 2^-32 in their product before it is rounded: 52 bits allow this size."""
LARGEST_QUOTIENT = float(1 << 36)
"""A quotient is rounded once to 2^-12, which leaves 36 of 48 bits, and sums of quotients a few more."""
LARGEST_AMOUNT = float(1 << 18)
"""An amount is still multiplied by a scale of up to 4 on 2^-16."""

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Lines:
    """Collects compiled expressions; equal trees share a place. `faults` are lines that could leave the lattice."""

    scenario: Scenario
    index: Index
    bounds: dict[int, Interval]
    trees: list[Tree] = field(default_factory=list)
    faults: list[tuple[Path, Message]] = field(default_factory=list)
    _places: dict[Tree, int] = field(default_factory=dict)

    def add(self, expression: expressions.Expression | None, own: str | None, path: Path) -> int:
        """Place of an expression among all, or -1 for none."""
        if expression is None:
            return -1
        return self.place(self.tree(expression.tree, own), path)

    def place(self, tree: Tree, path: Path) -> int:
        """Place of a tree among all, once it is proved to stay exact."""
        self.prove(tree, path)
        if tree not in self._places:
            self._places[tree] = len(self.trees)
            self.trees.append(tree)
        return self._places[tree]

    def prove(self, tree: Tree, path: Path) -> None:
        """Note a fault unless every value of a tree stays small enough to be exact, scaled by an outcome."""
        low, high = self._interval(tree, path)
        if max(-low, high) > LARGEST_AMOUNT:
            self.faults.append((path, Message.of("compile.too_large")))

    def tree(self, node: expressions.Node, own: str | None) -> Tree:
        """The kernel's tree of a parsed line."""
        match node:
            case expressions.Number(value):
                return Constant(coefficient(value))
            case expressions.Percent(value):
                return Constant(coefficient(value / 100))
            case expressions.Name(parts):
                return self._reading(parts, own)
            case expressions.Negative(of):
                return Operation("-", Constant(0.0), self.tree(of, own))
            case expressions.Not(of):
                return Operation("==", self.tree(of, own), Constant(0.0))
            case expressions.Binary(operator, left, right):
                return Operation(operator, self.tree(left, own), self.tree(right, own))

    def _reading(self, parts: tuple[str, ...], own: str | None) -> Reading:
        address = resolve(self.scenario, parts, own)
        if address is None:
            raise KeyError(f"a name that was not checked: {'.'.join(parts)}")
        match address.kind:
            case "meter":
                return Reading("meter", self.index.meter(address.name))
            case "flag":
                return Reading("flag", self.index.flags.index(address.name))
            case "stage":
                return Reading("stage", self.index.narratives.index(address.name))
            case "turn":
                return Reading("turn")

    def _interval(self, tree: Tree, path: Path) -> Interval:
        match tree:
            case Constant(value):
                return value, value
            case Reading("meter", place):
                return self.bounds[place]
            case Reading("turn"):
                return 0.0, float(self.scenario.clock.turns)
            case Reading(kind):
                return 0.0, 2.0 if kind == "stage" else 1.0
            case Operation(_, left, right):
                return self._combined(tree, self._interval(left, path), self._interval(right, path), path)

    def _combined(self, operation: Operation, left: Interval, right: Interval, path: Path) -> Interval:
        if operation.operator not in {"+", "-", "*", "/"}:
            return 0.0, 1.0
        if operation.operator == "+":
            return left[0] + right[0], left[1] + right[1]
        if operation.operator == "-":
            return left[0] - right[1], left[1] - right[0]
        if operation.operator == "/" and right[0] <= 0 <= right[1]:
            # `x / 0` is 0; the smallest other divisor is one step of its lattice.
            most = max(abs(left[0]), abs(left[1])) / _step(operation.right)
            return self._checked(-most, most, LARGEST_QUOTIENT, path)
        if operation.operator == "/":
            corners = [a / b for a in left for b in right]
            return self._checked(min(corners), max(corners), LARGEST_QUOTIENT, path)
        corners = [a * b for a in left for b in right]
        return self._checked(min(corners), max(corners), LARGEST_PRODUCT, path)

    def _checked(self, low: float, high: float, largest: float, path: Path) -> Interval:
        if max(-low, high) > largest:
            self.faults.append((path, Message.of("compile.too_large")))
            return -1.0, 1.0
        return low, high


def _step(tree: Tree) -> float:
    """The step of the lattice on which a tree's values lie."""
    match tree:
        case Constant(value):
            return 1 / AMOUNT if amount(value) == value else 1 / COEFFICIENT
        case Operation("+" | "-", left, right):
            return min(_step(left), _step(right))
        case Reading("meter") | Operation("*" | "/"):
            return 1 / AMOUNT
    return 1.0


def meters_of(tree: Tree) -> frozenset[int]:
    """Places of the meters that a tree reads; flags, stages and the turn are in the open."""
    match tree:
        case Reading("meter", place):
            return frozenset({place})
        case Operation(_, left, right):
            return meters_of(left) | meters_of(right)
    return frozenset()


def plain_number(expression: expressions.Expression) -> float | None:
    """The amount, where an expression is nothing but a number."""
    match expression.tree:
        case expressions.Number(value):
            return amount(value)
        case expressions.Negative(expressions.Number(value)):
            return amount(-value)
    return None


def percentage(expression: expressions.Expression) -> float | None:
    """The coefficient, where an expression is a percentage."""
    tree = expression.tree
    return coefficient(tree.value / 100) if isinstance(tree, expressions.Percent) else None
