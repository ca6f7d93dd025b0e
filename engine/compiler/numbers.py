"""Parameters and ranges on the lattice."""

from dataclasses import dataclass

import numpy as np

from engine.compiler.index import Index
from engine.compiler.orders import PRICED
from engine.kernel.lattice import Reals, amount, coefficient
from engine.scenario.parameters import Parameter
from engine.scenario.scenario import Scenario

AMOUNT_UNITS = {"points", "points a turn", "hours", "hours a turn", "z", "log rate"}
"""Parameters in these units are amounts; all others are coefficients."""


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """Start, least and largest value of every meter, [meter]."""

    start: Reals
    low: Reals
    high: Reals


def parameter(scenario: Scenario, parameter: Parameter) -> float:
    """A parameter as the scenario sets it, on its lattice."""
    written = getattr(scenario.model, parameter.name, None) if scenario.model else None
    value = parameter.default if written is None else written
    return amount(value) if parameter.unit in AMOUNT_UNITS else coefficient(value)


def ranges(scenario: Scenario, order: Index, number: dict[str, float]) -> Ranges:
    """Start, least and largest value of every meter, [meter]."""
    rows: dict[str, tuple[float, float, float]] = {}
    for audience, written in scenario.audiences.items():
        rows |= {f"{audience}.{side}": (written.opinion.get(side, 0.0), -100, 100) for side in order.sides}
    rows |= {f"{story}.heat": (written.heat, 0, 100) for story, written in scenario.narratives.items()}
    for team, seat in scenario.teams.items():
        cap = amount(number["backlog_cap"] * amount(seat.hours))
        rows |= {f"{team}.{name}": (getattr(seat, name), 0, 100) for name in (*PRICED, "file")}
        rows[f"{team}.expectation"] = (0, 0, 100)
        unlisted = 0.0 if seat.channels else 50.0
        skills = {platform: seat.channels.get(platform, unlisted) for platform in scenario.platforms}
        rows |= {f"{team}.channel.{platform}": (skill, 0, 100) for platform, skill in skills.items()}
        rows[f"{team}.backlog"] = (min(amount(seat.backlog), cap), 0, cap)
        rows |= {f"{team}.{name}": (getattr(seat, name), 0, 1000) for name in ("hours", "budget")}
    rows |= {name: (0, 0, 3) for name in order.meters if name.startswith(("hard.", "soft."))}
    rows["freedom"] = (scenario.freedom, 0, 100)
    rows |= {name: (_relation(scenario, name), -100, 100) for name in order.meters if name.startswith("relations.")}
    rows |= {name: (meter.start, meter.range[0], meter.range[1]) for name, meter in scenario.meters.items()}
    table = np.array([[amount(value) for value in rows[name]] for name in order.meters])
    return Ranges(table[:, 0], table[:, 1], table[:, 2])


def _relation(scenario: Scenario, name: str) -> float:
    _, first, second = name.split(".")
    sides = scenario.sides
    return sides[first].relations.get(second, sides[second].relations.get(first, 0.0))
