"""What a card still needs, in words: a condition read aloud with the names of what it speaks of."""

from collections.abc import Callable, Collection

from engine.game.words import STAGES, meter_name
from engine.language.messages import Message, Value
from engine.scenario import expressions
from engine.scenario.names import resolve
from engine.scenario.scenario import Scenario


def in_words(
    scenario: Scenario,
    expression: expressions.Expression,
    own: str | None,
    told: Collection[str],
    met: Collection[expressions.Node] = (),
) -> Message:
    """A condition in words, such as "Policy clarity at least 55"; `own` is the team that it is about.

    Stories have their names if they are among those `told`. Parts that are `met` (engine.game.met) are marked.
    """
    return _Reader(scenario, own, told, met).part(expression.tree)


def of_story(scenario: Scenario, code: str, story: str, told: Collection[str], **values: Value) -> Message:
    """Say a part of a condition that is about a story: by its name, or without one and its quotes before it is told."""
    if story in told:
        return Message.of(code, story=scenario.narratives[story].name, **values)
    return Message.of(_UNTOLD[code], **values)


def unmarked(condition: Message) -> Message:
    """Say the same without marks of what is met: for paper, on which they would not stay true."""
    met = condition.get("what") if condition.code == "need.met" else None
    if isinstance(met, Message):
        return met
    return Message(
        condition.code,
        tuple((name, unmarked(it) if isinstance(it, Message) else it) for name, it in condition.values),
    )


_Say = Callable[[expressions.Node], Message]


class _Reader:
    def __init__(
        self, scenario: Scenario, own: str | None, told: Collection[str], met: Collection[expressions.Node]
    ) -> None:
        self._scenario = scenario
        self._own = own
        self._told = told
        self._met = met

    def part(self, node: expressions.Node) -> Message:
        """Say a condition or a part of it, marked if it is met."""
        said = self.say(node)
        return Message.of("need.met", what=said) if node in self._met else said

    def say(self, node: expressions.Node) -> Message:
        match node:
            case expressions.Number(value) | expressions.Percent(value):
                return number(value)
            case expressions.Name():
                return self._name(node)
            case expressions.Negative(expressions.Number(value)):
                return number(-value)
            case expressions.Negative(of):
                return Message.of("need.minus", left=number(0), right=self.say(of))
            case expressions.Not(of):
                return Message.of("need.not", what=self._bracketed(self.say, of, expressions.JOINING))
            case expressions.Binary(operator, left, right):
                return self._binary(operator, left, right)

    def _binary(self, operator: expressions.Operator, left: expressions.Node, right: expressions.Node) -> Message:
        stage = self._stage_of(left)
        if stage and operator in {"==", ">="} and isinstance(right, expressions.Number):
            place = min(max(int(right.value), 0), len(STAGES) - 1)
            return of_story(self._scenario, "need.stage", stage, self._told, stage=STAGES[place])
        say = self.part if operator in expressions.JOINING else self.say
        sides: dict[str, Value] = {
            "left": self._bracketed(say, left, _BEFORE.get(operator, ())),
            "right": self._bracketed(say, right, _AFTER.get(operator, ())),
        }
        return Message(_CODES[operator], tuple(sides.items()))

    def _bracketed(self, say: _Say, node: expressions.Node, looser: Collection[str]) -> Message:
        """Say an operand, in brackets where it would otherwise be reckoned in another order."""
        said = say(node)
        loose = isinstance(node, expressions.Binary) and node.operator in looser
        return Message.of("need.bracketed", what=said) if loose else said

    def _name(self, name: expressions.Name) -> Message:
        address = resolve(self._scenario, name.parts, self._own)
        if address is None:
            raise KeyError(f"a name that was not checked: {'.'.join(name.parts)}")
        match address.kind:
            case "meter":
                story, _, own = address.name.partition(".")
                if own == "heat" and story in self._scenario.narratives:
                    return of_story(self._scenario, "need.heat", story, self._told)
                words = meter_name(self._scenario, address.name)
                return words if isinstance(words, Message) else Message.of("need.named", name=words)
            case "flag":
                return Message.of("need.named", name=self._scenario.flags[address.name].name)
            case "stage":
                return of_story(self._scenario, "need.stage_of", address.name, self._told)
            case "turn":
                return Message.of("need.turn")

    def _stage_of(self, node: expressions.Node) -> str | None:
        if isinstance(node, expressions.Name):
            address = resolve(self._scenario, node.parts, self._own)
            if address is not None and address.kind == "stage":
                return address.name
        return None


def number(value: float) -> Message:
    """Say a number, without decimals where it is whole."""
    if value == int(value):
        return Message.of("need.number", value=int(value))
    return Message.of("need.decimal", value=value)


_MIXED: dict[str, Collection[str]] = {"and": ("or",), "or": ("and",)}
_BEFORE: dict[str, Collection[str]] = {"*": "+-", "/": "+-", **_MIXED}
_AFTER: dict[str, Collection[str]] = {"-": "+-", "*": "+-", "/": "+-*/", **_MIXED}
"""What has to stand in brackets before an operator, and after it."""
_UNTOLD = {
    "need.heat": "need.heat_untold",
    "need.stage": "need.stage_untold",
    "need.stage_of": "need.stage_of_untold",
}
_CODES = {
    ">=": "need.at_least",
    ">": "need.more",
    "<=": "need.at_most",
    "<": "need.less",
    "==": "need.equal",
    "!=": "need.unequal",
    "and": "need.and",
    "or": "need.or",
    "+": "need.plus",
    "-": "need.minus",
    "*": "need.times",
    "/": "need.over",
}
