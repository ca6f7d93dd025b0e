"""What a score is made of, compiled: objectives, missions, red lines and how much each audience weighs."""

import numpy as np

from engine.compiler.rows import Tables
from engine.kernel.lattice import Indices, Reals, amount, coefficient
from engine.kernel.tables import RedLines, Scoring
from engine.scenario.expressions import Expression
from engine.scenario.names import resolve
from engine.scenario.openness import may_read
from engine.scenario.scenario import Scenario


def scoring(scenario: Scenario, tables: Tables) -> Scoring:
    """The tables of the score."""
    return Scoring(
        weight=_weights(scenario, tables),
        mission=_missions(scenario, tables),
        objectives=_objectives(scenario, tables),
        red_lines=_lines(scenario, tables),
    )


def _weights(scenario: Scenario, tables: Tables) -> Reals:
    weights = [coefficient(scenario.audiences[audience].weight) for audience in tables.index.audiences]
    return np.array([coefficient(weight / max(sum(weights), 1e-9)) for weight in weights])


def _objectives(scenario: Scenario, tables: Tables) -> tuple[tuple[int, str, int, float], ...]:
    return tuple(
        (place, name, tables.lines.add(aim.when, team, ("teams", team, "objectives", name, "when")), amount(aim.points))
        for place, team in enumerate(tables.index.teams)
        for name, aim in sorted(scenario.teams[team].objectives.items())
    )


def _missions(scenario: Scenario, tables: Tables) -> Indices:
    paths = [(team, ("teams", team, "mission")) for team in tables.index.teams]
    return np.array(
        [tables.lines.add(scenario.teams[team].mission, team, path) for team, path in paths], dtype=np.int64
    )


def _lines(scenario: Scenario, tables: Tables) -> RedLines:
    order = tables.index
    names = tuple((team, name) for team in order.teams for name in sorted(scenario.teams[team].red_lines))
    written = [scenario.teams[team].red_lines[name] for team, name in names]
    crossing = [
        [option[0] == team and option[1] in line.cards for option in order.options]
        for (team, _), line in zip(names, written, strict=True)
    ]
    when = [
        tables.lines.add(line.when, team, ("teams", team, "red_lines", name, "when"))
        for (team, name), line in zip(names, written, strict=True)
    ]
    table = np.array(crossing, dtype=bool).reshape(len(names), len(order.options))
    return RedLines(
        names=names,
        team=np.array([order.teams.index(team) for team, _ in names], dtype=np.int64),
        option=table.T,
        any=np.array(table.any(axis=0)),
        when=np.array(when, dtype=np.int64),
        told=np.array(
            [_can_tell(scenario, name[0], line.when) for name, line in zip(names, written, strict=True)], bool
        ),
        cap=np.array([amount(line.cap) for line in written], dtype=np.float64),
    )


def _can_tell(scenario: Scenario, team: str, when: Expression | None) -> bool:
    """Whether a team may read every meter in a condition."""
    addresses = [resolve(scenario, name.parts, team) for name in when.names()] if when else []
    return all(may_read(scenario, each.name, team) for each in addresses if each and each.kind == "meter")
