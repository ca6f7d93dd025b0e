"""Conditions and amounts of the naive interpreter."""

from typing import NamedTuple

from engine.scenario import expressions
from tests.reference_tables import divided, q12, q16


class Sender(NamedTuple):
    """What sends an effect: its cause, the team, and of an order the chosen id, the card and the voice."""

    cause: str
    team: str | None = None
    target: str | None = None
    card: str | None = None
    voice: str | None = None

    @property
    def of_a_card(self):
        """Whether the effect is written on a card; those of comments are not."""
        return self.cause.startswith("order/")


NOBODY = Sender("")


def holds(game, condition, sender=NOBODY):
    return condition is None or value(game, condition.tree, sender) != 0


def value(game, node, sender):
    match node:
        case expressions.Number(value=number):
            return q16(number)
        case expressions.Name(parts=parts):
            return named(game, parts, sender)
        case expressions.Negative(of=inner):
            return -value(game, inner, sender)
        case expressions.Not(of=inner):
            return float(value(game, inner, sender) == 0)
        case expressions.Binary(operator=operator, left=left, right=right):
            return calculated(operator, value(game, left, sender), value(game, right, sender))
    raise ValueError(f"not an expression: {node}")


def calculated(operator, left, right):
    results = {
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: q12(left * right),
        "/": lambda: divided(left, right),
        "<": lambda: left < right,
        "<=": lambda: left <= right,
        ">": lambda: left > right,
        ">=": lambda: left >= right,
        "==": lambda: left == right,
        "!=": lambda: left != right,
        "and": lambda: left != 0 and right != 0,
        "or": lambda: left != 0 or right != 0,
    }
    return float(results[operator]())


def named(game, parts, sender):
    first, *rest = parts
    first = {"own": sender.team, "target": sender.target}.get(first, first)
    called = ".".join([first, *(sorted(rest) if first == "relations" else rest)])
    if called == "turn":
        return float(game.turn)
    if called in game.flags:
        return float(game.flags[called])
    if rest == ["stage"]:
        return float(game.stage[first])
    return game.meters[called]


def size(game, by, meter, sender):
    """How much an amount is before its scale: a number, a percentage of the meter, or an expression."""
    tree, sign = by.tree, 1
    while isinstance(tree, expressions.Negative):
        tree, sign = tree.of, -sign
    match tree:
        case expressions.Number(value=number):
            return sign * q12(number)
        case expressions.Percent(value=percent):
            return q12(game.meters[meter] * q16(percent / 100))
    return value(game, by.tree, sender)
