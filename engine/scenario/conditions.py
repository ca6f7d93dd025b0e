"""Reads a condition or an amount: one line of arithmetic over named meters, parsed to a small checked tree.

Python's own parser reads the line (it is capped at 400 characters, so it cannot run away) and every
node that is not comparison, arithmetic, a number or a name is refused. Nothing is ever evaluated as Python.
"""

import ast
import re
import warnings
from collections.abc import Iterator

from engine.scenario import faults
from engine.scenario.expressions import Binary, Expression, Name, Negative, Node, Not, Number, Operator, Percent
from engine.scenario.faults import Fault, RefusedError

LONGEST = 400
DEEPEST = 24
LARGEST_PERCENT = 1000
LARGEST = 1_000_000
"""No number of a scenario is larger: the proof that sums stay exact starts here."""

_BINARY: dict[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARE: dict[type[ast.cmpop], Operator] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_PERCENT = re.compile(r"^\s*([+-]?\d+(?:\.\d+)?)\s*%\s*$")


def parse(source: str) -> Expression | Fault:
    """Read one line. Never raises on input: a line that cannot be read comes back as a `Fault`."""
    fault = _shape(source)
    if fault is not None:
        return fault
    percent = _PERCENT.match(source)
    if percent:
        if not abs(float(percent[1])) <= LARGEST_PERCENT:
            return faults.too_large(LARGEST_PERCENT, 0)
        return Expression(source, Percent(float(percent[1])))
    indent = len(source) - len(source.lstrip())
    try:
        with warnings.catch_warnings():
            # `1or x` and odd escapes only warn, on the terminal that is the screen: they are refused.
            warnings.simplefilter("error")
            parsed = ast.parse(source.strip(), mode="eval")
        return Expression(source, _node(parsed.body, indent, 0))
    except SyntaxError as error:
        return _syntax(source, error.offset or 0, indent)
    except (ValueError, RecursionError, MemoryError):
        return faults.beyond_reading()
    except RefusedError as refused:
        return refused.fault


def _shape(source: str) -> Fault | None:
    if len(source) > LONGEST:
        return faults.too_long(LONGEST)
    if not source.strip():
        return faults.empty()
    strange = next((i for i, letter in enumerate(source) if not " " <= letter <= "~"), None)
    return None if strange is None else faults.not_ascii(strange)


def _syntax(source: str, offset: int, indent: int) -> Fault:
    # An incomplete line has offset 0: its fault is at its end.
    at = min(len(source), offset - 1 + indent) if offset else len(source)
    for sign, hint in faults.SIGNS:
        found = re.search(rf"(?<![<>=!]){re.escape(sign)}(?!=)", source)
        if found:
            return faults.unreadable(found.start(), hint)
    for word in re.finditer(r"(?<![\w.])[a-z]+(?![\w.])", source):
        if word[0] in faults.WORDS:
            return faults.unreadable(word.start(), faults.WORDS[word[0]])
    return faults.unreadable(at)


def _node(node: ast.expr, indent: int, depth: int) -> Node:
    at = node.col_offset + indent
    if depth > DEEPEST:
        raise RefusedError(faults.too_deep(at))
    match node:
        case ast.Constant():
            return _number(node.value, at)
        case ast.Name() | ast.Attribute():
            parts = tuple(_dotted(node, at))
            return Number(float(parts == ("true",))) if parts in {("true",), ("false",)} else Name(parts, at)
        case ast.UnaryOp():
            return _signed(node, indent, depth)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _BINARY:
            sides = _node(left, indent, depth + 1), _node(right, indent, depth + 1)
            return Binary(_BINARY[type(operator)], *sides)
        case ast.BoolOp() | ast.Compare():
            return _logic(node, indent, depth)
    raise RefusedError(faults.foreign(at))


def _number(value: object, at: int) -> Node:
    if isinstance(value, bool):
        raise RefusedError(faults.large_letter(value, at))
    if not isinstance(value, int | float):
        raise RefusedError(faults.foreign(at))
    if not abs(value) <= LARGEST:
        raise RefusedError(faults.too_large(LARGEST, at))
    return Number(float(value))


def _signed(node: ast.UnaryOp, indent: int, depth: int) -> Node:
    operand = _node(node.operand, indent, depth + 1)
    match node.op:
        case ast.USub():
            return Negative(operand)
        case ast.UAdd():
            return operand
        case ast.Not():
            return Not(operand)
    raise RefusedError(faults.foreign(node.col_offset + indent))


def _logic(node: ast.BoolOp | ast.Compare, indent: int, depth: int) -> Node:
    if isinstance(node, ast.Compare):
        return _comparison(node, indent, depth)
    word: Operator = "and" if isinstance(node.op, ast.And) else "or"
    return _chain(word, [_node(value, indent, depth + 1) for value in node.values])


def _comparison(node: ast.Compare, indent: int, depth: int) -> Node:
    operands = [_node(value, indent, depth + 1) for value in (node.left, *node.comparators)]
    pairs: list[Node] = []
    for operator, left, right in zip(node.ops, operands, operands[1:], strict=False):
        if type(operator) not in _COMPARE:
            raise RefusedError(faults.comparison(node.col_offset + indent))
        pairs.append(Binary(_COMPARE[type(operator)], left, right))
    return _chain("and", pairs)


def _chain(operator: Operator, nodes: list[Node]) -> Node:
    result = nodes[0]
    for node in nodes[1:]:
        result = Binary(operator, result, node)
    return result


def _dotted(node: ast.expr, at: int) -> Iterator[str]:
    match node:
        case ast.Name(id=name):
            yield name
        case ast.Attribute(value=value, attr=name):
            yield from _dotted(value, at)
            yield name
        case _:
            raise RefusedError(faults.no_name(at))
