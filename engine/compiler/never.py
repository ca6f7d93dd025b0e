"""Warns of conditions that can never hold: a number out of a meter's range, two parts that exclude each other."""

from collections.abc import Iterator
from math import ceil, floor

from engine.compiler.index import index
from engine.compiler.numbers import parameter, ranges
from engine.kernel.lattice import coefficient
from engine.language.messages import Message
from engine.scenario.conditions import Binary, Expression, Name, Negative, Node, Not, Number, Operator
from engine.scenario.findings import Finding, quote
from engine.scenario.names import Address, resolve
from engine.scenario.parameters import PARAMETERS
from engine.scenario.reader import Reading
from engine.scenario.scenario import Scenario
from engine.scenario.walk import Line, effects, lines

Interval = tuple[float, float]
Why = tuple[Message, int]
"""Why a condition never holds, and where in its line that stands."""
CONDITIONS = {"when", "needs", "broken_when"}
_STEP = 2.0**-12
"""Meters lie on steps of this size: above 3 is at least 3 and a step; a number between two steps is no meter."""
_TURNED: dict[Operator, Operator] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def never(reading: Reading) -> Iterator[Finding]:
    """Yield a warning for each condition that no state of the exercise fulfils, where that is simple to see."""
    scenario = reading.scenario
    if scenario is None:
        return
    known = _Known(scenario)
    for line in lines(scenario):
        if line.path[-1] not in CONDITIONS:
            continue
        owners = tuple(scenario.teams) if line.own else (None,)
        why = [known.at(line).why(line.expression, own) for own in owners]
        if why[0] and all(why):
            hint, offset = why[0]
            place = reading.places.inside(*line.path, offset=offset)
            yield Finding("COND006", "warning", place, Message.of("condition.never"), hint)


class _Known:
    """How far every name of a scenario goes."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        order = index(scenario)
        found = ranges(scenario, order, {p.name: parameter(scenario, p) for p in PARAMETERS})
        self.meters = dict(zip(order.meters, zip(found.low.tolist(), found.high.tolist(), strict=True), strict=True))
        self.turns: Interval = (scenario.clock.first, scenario.clock.turns)
        self.scheduled = {placed.effect.schedule.inject for placed in effects(scenario) if placed.effect.schedule}

    def at(self, line: Line) -> "_Reach":
        """Return how far names go where a line stands: an inject waits for its condition on its own turns only."""
        section, name = line.path[0], str(line.path[1])
        inject = self.scenario.injects.get(name) if section == "injects" and line.path[2:] == ("when",) else None
        if inject is None or inject.turn is None or name in self.scheduled:
            return _Reach(self, self.turns)
        return _Reach(self, (inject.turn, inject.until or inject.turn))


class _Reach:
    """How far names go on some turns."""

    def __init__(self, known: _Known, turns: Interval) -> None:
        self.known, self.turns = known, turns

    def why(self, expression: Expression, own: str | None) -> Why | None:
        """Return why a condition never holds, or None where it may."""
        return self._node(expression.tree, own)

    def _node(self, node: Node, own: str | None) -> Why | None:
        if isinstance(node, Binary) and node.operator == "or":
            left, right = self._node(node.left, own), self._node(node.right, own)
            return left if left and right else None
        left_over: dict[Address, Interval] = {}
        for part in _parts(node):
            if isinstance(part, Binary) and part.operator == "or":
                why = self._node(part, own)
                if why:
                    return why
            named = _narrowing(part)
            address = resolve(self.known.scenario, named[0].parts, own) if named else None
            if not named or address is None:
                continue
            name, (low, high) = named
            whole = self._whole(address)
            before = left_over.get(address, whole)
            left_over[address] = after = (max(before[0], low), min(before[1], high))
            if after[0] > after[1]:
                word = quote(".".join(name.parts))
                if max(whole[0], low) > min(whole[1], high):
                    least, most = (quote(f"{bound:.10g}") for bound in whole)
                    return Message.of("condition.never_hint", name=word, low=least, high=most), name.offset
                return Message.of("condition.excluded_hint", name=word), name.offset
        return None

    def _whole(self, address: Address) -> Interval:
        match address.kind:
            case "meter":
                return self.known.meters[address.name]
            case "turn":
                return self.turns
            case "stage":
                return 0, 2
            case "flag":
                return 0, 1


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
