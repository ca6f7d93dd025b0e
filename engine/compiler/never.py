"""Warns of conditions that can never hold: a number out of a meter's range, two parts that exclude each other."""

from collections.abc import Iterator

from engine.compiler.index import index
from engine.compiler.numbers import parameter, ranges
from engine.compiler.reach import Failing, Interval, Reach
from engine.language.messages import Message
from engine.scenario.findings import Finding, quote
from engine.scenario.names import Address
from engine.scenario.parameters import PARAMETERS
from engine.scenario.reader import Reading
from engine.scenario.scenario import Scenario
from engine.scenario.walk import Line, effects, lines

CONDITIONS = {"when", "needs", "broken_when"}


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
        why = [known.reach(line, own).failing(line.expression.tree) for own in owners]
        if why[0] and all(why):
            place = reading.places.inside(*line.path, offset=why[0].name.offset)
            yield Finding("COND006", "warning", place, Message.of("condition.never"), _hint(why[0]))


def _hint(why: Failing) -> Message:
    name = quote(".".join(why.name.parts))
    if not why.alone:
        return Message.of("condition.excluded_hint", name=name)
    least, most = (quote(f"{bound:.10g}") for bound in why.whole)
    return Message.of("condition.never_hint", name=name, low=least, high=most)


class _Known:
    """How far every name of a scenario goes."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        order = index(scenario)
        found = ranges(scenario, order, {p.name: parameter(scenario, p) for p in PARAMETERS})
        self.meters = dict(zip(order.meters, zip(found.low.tolist(), found.high.tolist(), strict=True), strict=True))
        self.turns: Interval = (scenario.clock.first, scenario.clock.turns)
        self.scheduled = {placed.effect.schedule.inject for placed in effects(scenario) if placed.effect.schedule}

    def reach(self, line: Line, own: str | None) -> Reach:
        """Return how far names go where a line stands: an inject waits for its condition on its own turns only."""
        section, name = line.path[0], str(line.path[1])
        inject = self.scenario.injects.get(name) if section == "injects" and line.path[2:] == ("when",) else None
        turns = self.turns
        if inject is not None and inject.turn is not None and name not in self.scheduled:
            turns = (inject.turn, inject.until or inject.turn)
        return Reach(self.scenario, lambda address: self._whole(address, turns), own)

    def _whole(self, address: Address, turns: Interval) -> Interval:
        match address.kind:
            case "meter":
                return self.meters[address.name]
            case "turn":
                return turns
            case "stage":
                return 0, 2
            case "flag":
                return 0, 1
