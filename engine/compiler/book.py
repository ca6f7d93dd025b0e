"""Compiles a checked scenario: words become indices, numbers go on the lattice, cards become options."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.compiler import flood, options
from engine.compiler.index import Index, index
from engine.compiler.lines import Lines, Path
from engine.compiler.msel import decisions, msel
from engine.compiler.numbers import Ranges, parameter, ranges
from engine.compiler.parley import invites, partners, positions
from engine.compiler.row import Row, Source
from engine.compiler.rows import Tables
from engine.compiler.stories import STAGES, slants, spread
from engine.kernel import chance
from engine.kernel.kinds import NONE, Verb
from engine.kernel.lattice import Reals, amount, coefficient, log
from engine.kernel.rulebook import Rulebook
from engine.kernel.tables import RedLines
from engine.language.messages import Message
from engine.scenario.parameters import PARAMETERS
from engine.scenario.scenario import Scenario

RULES = (
    "hours_renewed", "attention_fades", "the_crowd", "rebound", "listens", "settles", "trace_fades",
    "inbox", "unspent_hours", "silence", "credibility_returns", "upkeep", "expectations", "file_fades",
)  # fmt: skip
REPEATS = 4
MOST_OPTIONS = 32_767
"""States keep options in 16 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """The rulebook, and what of the scenario keeps it from being played, each with its path.

    `faults` are lines whose numbers could leave the lattice, `leaks` amounts that would give a secret away.
    """

    book: Rulebook
    faults: tuple[tuple[Path, Message], ...]
    leaks: tuple[tuple[Path, Message], ...]


def compile_book(scenario: Scenario) -> Compiled:
    """Compile a scenario that has passed its checks."""
    number = {p.name: parameter(scenario, p) for p in PARAMETERS}
    order = index(scenario)
    limits = ranges(scenario, order, number)
    bounds = {place: (float(limits.low[place]), float(limits.high[place])) for place in range(len(limits.low))}
    lines = Lines(scenario, order, bounds)
    tables = Tables(scenario, order, lines, number)
    for rule in (*RULES, *(f"control_lost/{team}" for team in order.teams)):
        tables.cause(f"rule/{rule}")
    for option in range(len(order.options)):
        tables.source(options.rows(tables, option))
    for inject in order.injects:
        tables.source(_inject_rows(tables, inject, missed=False))
    for inject in order.injects:
        tables.source(_inject_rows(tables, inject, missed=True))
    tables.source(_drift_rows(tables))
    flood.sources(tables)
    if len(order.options) > MOST_OPTIONS:
        lines.faults.append((("cards",), Message.of("compile.too_many_options")))
    book = _book(scenario, tables, limits)
    return Compiled(book, tuple(lines.faults), tuple(tables.leaks))


def _inject_rows(tables: Tables, inject: str, *, missed: bool) -> list[Row]:
    written = tables.scenario.injects[inject]
    if not missed:
        effects, key = written.effects, "effects"
        path: Path = ("injects", inject, "effects")
    else:
        effects = written.expects.if_missed if written.expects else []
        key, path = "if_missed", ("injects", inject, "expects", "if_missed")
    return [
        row
        for place, effect in enumerate(effects)
        for row in tables.effect(effect, Source(f"inject/{inject}/{key}.{place}", (*path, place)))
    ]


def _drift_rows(tables: Tables) -> list[Row]:
    rows = []
    for name in sorted(tables.scenario.meters):
        for place, drift in enumerate(tables.scenario.meters[name].each_turn):
            path: Path = ("meters", name, "each_turn", place)
            row = Row(
                Verb.NUMBER,
                tables.cause(f"meter/{name}/each_turn.{place}"),
                tables.index.meter(name),
                when=tables.lines.add(drift.when, None, (*path, "when")),
            )
            rows.append(tables.amount(row, drift.by, Source("", path), (*path, "by")))
    return rows


def _book(scenario: Scenario, tables: Tables, limits: Ranges) -> Rulebook:
    order, number = tables.index, tables.number
    first = len(order.options)
    stories = spread(scenario, tables)
    table_of_options = options.options(scenario, tables)
    table_of_injects = msel(scenario, tables, first)
    objectives, mission, red_lines = (
        _objectives(scenario, tables),
        _missions(scenario, tables),
        _lines(scenario, tables),
    )
    comments, bound = flood.flood(scenario, tables, first + 2 * len(order.injects) + 1), positions(scenario, tables)
    feed = tuple(
        (name, tables.lines.add(heard.when, None, ("feed", name, "when")))
        for name, heard in sorted(scenario.feed.items())
    )
    casualties = tables.lines.add(scenario.casualties, None, ("casualties",))
    rows = tables.tables()
    ways = tables.ways()
    weights = np.array([coefficient(scenario.audiences[audience].weight) for audience in order.audiences])
    return Rulebook(
        teams=order.teams,
        sides=order.sides,
        audiences=order.audiences,
        narratives=order.narratives,
        flags=order.flags,
        held=order.held,
        laid=order.options,
        option_of={laid: place for place, laid in enumerate(order.options)},
        msel=order.injects,
        meters=order.meters,
        causes=tuple(name for name, _ in tables.causes),
        cause_option=tuple(option for _, option in tables.causes),
        cause_of={name: place for (name, option), place in tables.causes.items() if option == NONE},
        reads=tables.reads(),
        first_turn=scenario.clock.first,
        turns=scenario.clock.turns,
        decisions=decisions(scenario),
        slots=int(number["orders_per_round"]),
        number=number,
        at=order.blocks,
        start=limits.start,
        low=limits.low,
        high=limits.high,
        slant=slants(scenario, order),
        stage=np.array([STAGES.index(scenario.narratives[name].stage) for name in order.narratives]),
        team_side=np.array([order.sides.index(scenario.teams[team].side) for team in order.teams]),
        team_hours=np.array([amount(scenario.teams[team].hours) for team in order.teams]),
        team_channels=np.array([bool(scenario.teams[team].channels) for team in order.teams], dtype=bool),
        platforms=order.platforms,
        open=np.array([not scenario.cards[card].locked for _, card in order.held], dtype=bool),
        once=np.array([scenario.cards[card].once for _, card in order.held], dtype=bool),
        fade=_fade(number["repeat_fade"]),
        narrow=_narrow(number["listening_narrows"]),
        poll_bias=np.array(
            [amount(scenario.audiences[a].poll_bias.get(side, 0.0)) for a in order.audiences for side in order.sides]
        ),
        casualties=casualties,
        partner=partners(scenario, order),
        invites=invites(scenario, order),
        log_base=log(number["hazard_base"]),
        poll_face=_poll_faces(order),
        hazard_face=np.array([chance.face("hazard", team) for team in order.teams], dtype=np.uint64),
        ways=len(ways),
        ahead=max(int((rows.after + rows.parts - 1).max(initial=0)), 1),
        way_row=ways,
        way_post=np.array([tables.rows[row].post for row in ways], dtype=np.int64),
        retarget=np.array([new for _, new in tables.retargets], dtype=np.float64).reshape(-1, len(order.sides)),
        retarget_story=np.array([story for story, _ in tables.retargets], dtype=np.int64),
        expressions=tuple(tables.lines.trees),
        drift_source=first + 2 * len(order.injects),
        rows=rows,
        options=table_of_options,
        injects=table_of_injects,
        spread=stories,
        comments=comments,
        feed=feed,
        positions=bound,
        red_lines=red_lines,
        audience_weight=np.array([coefficient(w / max(float(weights.sum()), 1e-9)) for w in weights]),
        mission=mission,
        objectives=objectives,
    )


def _objectives(scenario: Scenario, tables: Tables) -> tuple[tuple[int, str, int, float], ...]:
    return tuple(
        (place, name, tables.lines.add(aim.when, team, ("teams", team, "objectives", name, "when")), amount(aim.points))
        for place, team in enumerate(tables.index.teams)
        for name, aim in sorted(scenario.teams[team].objectives.items())
    )


def _missions(scenario: Scenario, tables: Tables) -> NDArray[np.int64]:
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
        cap=np.array([amount(line.cap) for line in written], dtype=np.float64),
    )


def _fade(repeat_fade: float) -> Reals:
    fade = [1.0]
    for _ in range(REPEATS - 1):
        fade.append(coefficient(fade[-1] * repeat_fade))
    return np.array(fade)


def _narrow(listening_narrows: float) -> Reals:
    return np.array([1.0, listening_narrows, coefficient(listening_narrows * listening_narrows)])


def _poll_faces(order: Index) -> NDArray[np.uint64]:
    return np.array(
        [
            [
                chance.face("poll", team, chance.name("meter", f"{audience}.{side}"))
                for audience in order.audiences
                for side in order.sides
            ]
            for team in order.teams
        ],
        dtype=np.uint64,
    )
