"""Paired cards and positions, compiled: which options are each other's half, and what binds whom."""

import numpy as np

from engine.compiler.index import Index
from engine.compiler.rows import Tables
from engine.kernel.kinds import NONE
from engine.kernel.lattice import Bools, Indices
from engine.kernel.tables import Pairs, Positions
from engine.scenario.names import relations
from engine.scenario.scenario import Scenario


def halves(scenario: Scenario, order: Index) -> Indices:
    """Place of each option among the halves of pairs, or NONE, [option]."""
    return _places([scenario.cards[card].pair is not None for _, card, *_ in order.options])


def positions_of(scenario: Scenario, order: Index) -> Indices:
    """Place of each option among the positions, or NONE, [option]."""
    return _places([scenario.cards[card].position is not None for _, card, *_ in order.options])


def _places(which: list[bool]) -> Indices:
    there = np.array(which, dtype=bool)
    return np.where(there, np.cumsum(there) - 1, NONE).astype(np.int64)


def pairs(scenario: Scenario, order: Index) -> Pairs:
    """The table of pairs."""
    meet = _partners(scenario, order)
    return Pairs(meet=meet, invites=meet & _known(scenario, order))


def _partners(scenario: Scenario, order: Index) -> Bools:
    """Which halves make a pair, [half, half]."""
    paired = [option for option in order.options if scenario.cards[option[1]].pair is not None]
    table = [[_meet(scenario, one, other) and _meet(scenario, other, one) for other in paired] for one in paired]
    return np.array(table, dtype=bool).reshape(len(paired), len(paired))


def _meet(scenario: Scenario, one: tuple[str, str, str | None, str], other: tuple[str, str, str | None, str]) -> bool:
    """Whether the first half asks for the second, and for whoever lays it."""
    team, card = one[0], scenario.cards[one[1]]
    if team == other[0] or card.pair != other[1]:
        return False
    kind = card.target.kind if card.target else None
    partner = {"team": other[0], "side": scenario.teams[other[0]].side}.get(kind or "")
    return partner is None or partner == one[2]


def _known(scenario: Scenario, order: Index) -> Bools:
    """Halves of which the team of another may know that they were laid, [half, half]."""
    paired = [option for option in order.options if scenario.cards[option[1]].pair is not None]
    table = [[_may_know(scenario, one, other[0]) for other in paired] for one in paired]
    return np.array(table, dtype=bool).reshape(len(paired), len(paired))


def _may_know(scenario: Scenario, laid: tuple[str, str, str | None, str], other: str) -> bool:
    team, card, target, _ = laid
    written, side = scenario.cards[card], scenario.teams[other].side
    directed = scenario.teams[target].side if target in scenario.teams else target
    parties = {scenario.teams[team].side, written.aim, directed}
    return written.visible == "public" or (written.visible == "parties" and side in parties)


def positions(scenario: Scenario, tables: Tables) -> Positions:
    """The table of positions."""
    order, meter = tables.index, tables.index.meter
    binding = [option for option in order.options if scenario.cards[option[1]].position is not None]
    written = [position for _, card, *_ in binding if (position := scenario.cards[card].position)]
    breaking = [
        [option[0] == team and option[1] in position.broken_by for option in order.options]
        for (team, *_), position in zip(binding, written, strict=True)
    ]
    when = [
        tables.lines.add(position.broken_when, team, ("cards", card, "position", "broken_when"))
        for (team, card, *_), position in zip(binding, written, strict=True)
    ]
    promised = [relations_of(scenario, team, target) for team, _, target, _ in binding]
    return Positions(
        option=np.array([order.options.index(option) for option in binding], dtype=np.int64),
        lasts=np.array([position.lasts for position in written], dtype=np.int64),
        broken_by=np.array(breaking, dtype=bool).reshape(len(binding), len(order.options)),
        broken_when=np.array(when, dtype=np.int64),
        public=np.array([scenario.cards[card].visible == "public" for _, card, *_ in binding], dtype=bool),
        relations=np.array([meter(name) if name else NONE for name in promised], dtype=np.int64),
        broken=_causes(tables, binding, "broken"),
        kept=_causes(tables, binding, "kept"),
    )


def relations_of(scenario: Scenario, team: str, target: str | None) -> str | None:
    """The relations of a team's side with that of the team it chose; None where they are one, or nobody is chosen."""
    if target not in scenario.teams:
        return None
    sides = scenario.teams[team].side, scenario.teams[target].side
    return relations(*sides) if sides[0] != sides[1] else None


def _causes(tables: Tables, binding: list[tuple[str, str, str | None, str]], part: str) -> Indices:
    options = tables.index.options
    found = [tables.cause(f"order/{it[0]}/{it[1]}/{part}", options.index(it)) for it in binding]
    return np.array(found, dtype=np.int64)
