"""Injects compiled: when each is due, until when an answer counts, and which orders are one."""

import numpy as np

from engine.compiler.index import Index
from engine.compiler.rows import Tables
from engine.kernel.lattice import Bools, Indices
from engine.kernel.tables import Injects
from engine.scenario.scenario import Scenario


def decisions(scenario: Scenario) -> dict[str, frozenset[int]]:
    """Turns with a decision at each pace."""
    return {pace: frozenset(scenario.clock.rounds(pace)) for pace in ("full", "short")}


def msel(scenario: Scenario, tables: Tables, first: int) -> Injects:
    """The table of injects; `first` is the place of their first source."""
    order = tables.index
    written = [scenario.injects[name] for name in order.injects]
    until = [inject.until or inject.turn or 0 for inject in written]
    meets: Bools = _meets(scenario, order)
    return Injects(
        first=first,
        missed=first + len(written),
        turn=np.array([inject.turn or 0 for inject in written], dtype=np.int64),
        until=np.array(until, dtype=np.int64),
        span=np.array(
            [last - (inject.turn or last) for inject, last in zip(written, until, strict=True)],
            dtype=np.int64,
        ),
        when=np.array(
            [
                tables.lines.add(inject.when, None, ("injects", name, "when"))
                for name, inject in zip(order.injects, written, strict=True)
            ],
            dtype=np.int64,
        ),
        deadline={pace: _deadlines(scenario, order, turns) for pace, turns in decisions(scenario).items()},
        meets=meets,
        answers=np.array(meets.any(axis=1)),
    )


def _deadlines(scenario: Scenario, order: Index, rounds: frozenset[int]) -> Indices:
    turns = scenario.clock.turns
    table = np.zeros((len(order.injects), turns + 1), dtype=np.int64)
    for place, name in enumerate(order.injects):
        expects = scenario.injects[name].expects
        if expects is None:
            continue
        for fired in range(1, turns + 1):
            later = [turn for turn in rounds if turn >= fired + expects.within - 1]
            table[place, fired] = min(later, default=turns)
    return table


def _meets(scenario: Scenario, order: Index) -> Bools:
    table = np.zeros((len(order.injects), len(order.options)), dtype=bool)
    for place, name in enumerate(order.injects):
        inject = scenario.injects[name]
        if inject.expects is not None:
            table[place] = [card in inject.expects.any and inject.reaches(team) for team, card, *_ in order.options]
    return table.T
