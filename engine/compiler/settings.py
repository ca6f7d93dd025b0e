"""Verbs that do not add, compiled to rows: flags, cards, dates, listening, blocks, re-targets and what teams may do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.compiler.row import Row, Source, later, picked, picked_audiences, picked_side
from engine.kernel.expressions import Constant, Operation, Reading
from engine.kernel.kinds import ASKED, LISTENED, NONE, Verb
from engine.kernel.lattice import coefficient
from engine.scenario.effects import Effect

if TYPE_CHECKING:
    from engine.compiler.rows import Tables


def settings(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    """Rows of an effect whose verb does not add."""
    return COMPILED[effect.verb](tables, effect, source, row)


def _flag(tables: "Tables", effect: Effect, _source: Source, row: Row) -> Iterator[Row]:
    verb, flag = (Verb.RAISE, effect.raise_) if effect.raise_ else (Verb.CLEAR, effect.clear)
    yield replace(row, verb=verb, thing=tables.index.flags.index(flag or ""))


def _gate(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    gate = effect.unlock or effect.close
    if gate is not None:
        verb = Verb.UNLOCK if effect.unlock else Verb.CLOSE
        after = later(tables.scenario, row.after, source, gate.team)
        for place, (team, card) in enumerate(tables.index.held):
            if card == gate.card and gate.team in {None, team}:
                yield replace(row, verb=verb, thing=place, after=after)


def _schedule(tables: "Tables", effect: Effect, _source: Source, row: Row) -> Iterator[Row]:
    if effect.schedule is not None:
        inject = tables.index.injects.index(effect.schedule.inject)
        yield replace(row, verb=Verb.SCHEDULE, thing=inject, dated=effect.schedule.after)


def _reveal(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    reveal = effect.reveal
    if reveal is None:
        return
    to = reveal.to or source.team or "all"
    row = replace(row, team=_team(tables, to), after=later(tables.scenario, row.after, source, to))
    if reveal.comments:
        yield replace(row, verb=Verb.SORT)
        return
    heard = float(LISTENED if reveal.how == "listening" else ASKED)
    for audience in picked_audiences(tables.scenario, reveal.audience or "all", source):
        yield replace(row, verb=Verb.REVEAL, thing=tables.index.audiences.index(audience), number=heard)


def _prepare(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    card = (source.team or "", effect.prepare.card if effect.prepare else "")
    if card in tables.index.held:
        yield replace(row, verb=Verb.PREPARE, thing=tables.index.held.index(card), team=_team(tables, source.team))


def _share(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    if effect.share is None or source.team is None:
        return
    teams, sender = tables.scenario.teams, source.team
    mates = [team for team in tables.index.teams if team != sender and teams[team].side == teams[sender].side]
    for receiver in mates if effect.share.to == "mates" else [picked(effect.share.to, source)]:
        yield replace(row, verb=Verb.SHARE, thing=tables.index.teams.index(receiver), team=_team(tables, sender))


def _suspend(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    if effect.suspend is None:
        return
    team, named = _team(tables, _whose(effect.suspend.team, source)), effect.suspend.platform
    for place, platform in enumerate(tables.index.platforms):
        if named in {"all", platform}:
            yield replace(row, verb=Verb.SUSPEND, thing=place, team=team, dated=effect.suspend.turns)


def _expose(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    if effect.expose is not None:
        team = _team(tables, _whose(effect.expose.team, source))
        yield replace(row, verb=Verb.EXPOSE, team=team, dated=effect.expose.turns)


def _retarget(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    if effect.retarget is not None:
        narrative = tables.index.narratives.index(picked(effect.retarget.narrative, source))
        hurts = effect.retarget.hurts
        slants = {picked_side(tables.scenario, side, source): value for side, value in hurts.items()}
        strength = coefficient(effect.retarget.strength)
        yield replace(row, verb=Verb.RETARGET, thing=tables.retarget(narrative, slants), number=strength)


def _block(tables: "Tables", effect: Effect, source: Source, row: Row) -> Iterator[Row]:
    if effect.block is None:
        return
    index, scenario = tables.index, tables.scenario
    yield replace(row, verb=Verb.BLOCK, thing=index.narratives.index(picked(effect.block.narrative, source)))
    share = Operation("*", Reading("meter", index.meter("freedom")), Constant(coefficient(0.01)))
    costs = {"freedom": "block_freedom"}
    if source.team is not None:
        side = scenario.teams[source.team].side
        foreign = [name for name, audience in scenario.audiences.items() if audience.home != side]
        costs[f"{source.team}.credibility"] = "block_credibility"
        costs |= {f"{audience}.{side}": "block_opinion" for audience in sorted(foreign)}
    for meter, parameter in costs.items():
        tree = Operation("*", share, Constant(tables.number[parameter]))
        value = tables.lines.place(tree, source.path)
        yield replace(row, verb=Verb.VALUE, meter=index.meter(meter), value=value)


def _team(tables: "Tables", team: str | None) -> int:
    return NONE if team is None or team == "all" else tables.index.teams.index(team)


def _whose(named: str, source: Source) -> str | None:
    return source.team if named == "own" else picked(named, source)


COMPILED: Mapping[str, Callable[["Tables", Effect, Source, Row], Iterator[Row]]] = {
    "raise": _flag,
    "clear": _flag,
    "unlock": _gate,
    "close": _gate,
    "schedule": _schedule,
    "reveal": _reveal,
    "block": _block,
    "retarget": _retarget,
    "prepare": _prepare,
    "share": _share,
    "suspend": _suspend,
    "expose": _expose,
}
