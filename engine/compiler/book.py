"""Compiles a checked scenario: words become indices, numbers go on the lattice, cards become options."""

from dataclasses import dataclass

import numpy as np

from engine.compiler import flood, orders
from engine.compiler.index import index
from engine.compiler.lines import Lines, Path
from engine.compiler.msel import decisions, msel
from engine.compiler.numbers import Ranges, parameter, ranges
from engine.compiler.options import options
from engine.compiler.parley import pairs, positions
from engine.compiler.polls import polls
from engine.compiler.row import Row, Source
from engine.compiler.rows import Tables
from engine.compiler.scoring import scoring
from engine.compiler.stories import slants, spread, stages
from engine.kernel import chance
from engine.kernel.kinds import NONE, Verb
from engine.kernel.lattice import Reals, amount, coefficient, log
from engine.kernel.rulebook import Rulebook
from engine.language.messages import Message
from engine.scenario.parameters import PARAMETERS
from engine.scenario.scenario import Scenario

RULES = (
    "hours_renewed", "attention_fades", "the_crowd", "rebound", "listens", "settles", "trace_fades",
    "inbox", "unspent_hours", "credibility_returns", "upkeep", "expectations", "file_fades",
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
    lost, silent = (f"control_lost/{team}" for team in order.teams), (f"silence/{story}" for story in order.narratives)
    for rule in (*RULES, *lost, *silent):
        tables.cause(f"rule/{rule}")
    for option in range(len(order.options)):
        tables.source(orders.rows(tables, option))
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
    order, number, lines = tables.index, tables.number, tables.lines
    injects = len(order.options)
    drift = injects + 2 * len(order.injects)
    stories = spread(scenario, tables)
    what_is_laid, what_comes = options(scenario, tables), msel(scenario, tables, injects)
    comments, binding = flood.flood(scenario, tables, drift + 1), positions(scenario, tables)
    feed = tuple((name, lines.add(it.when, None, ("feed", name, "when"))) for name, it in sorted(scenario.feed.items()))
    casualties, counts = lines.add(scenario.casualties, None, ("casualties",)), scoring(scenario, tables)
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
        stage=stages(scenario, order),
        team_side=np.array([order.sides.index(scenario.teams[team].side) for team in order.teams]),
        team_hours=np.array([amount(scenario.teams[team].hours) for team in order.teams]),
        team_channels=np.array([bool(scenario.teams[team].channels) for team in order.teams], dtype=bool),
        platforms=order.platforms,
        open=np.array([not scenario.cards[card].locked for _, card in order.held], dtype=bool),
        once=np.array([scenario.cards[card].once for _, card in order.held], dtype=bool),
        fade=_fade(number["repeat_fade"]),
        casualties=casualties,
        log_base=log(number["hazard_base"]),
        hazard_face=np.array([chance.face("hazard", team) for team in order.teams], dtype=np.uint64),
        expressions=tuple(lines.trees),
        drift_source=drift,
        rows=tables.tables(),
        ways=tables.ways(),
        retargets=tables.whom_to_hurt(),
        options=what_is_laid,
        injects=what_comes,
        spread=stories,
        comments=comments,
        feed=feed,
        positions=binding,
        pairs=pairs(scenario, order),
        polls=polls(scenario, order, number["listening_narrows"]),
        scoring=counts,
    )


def _fade(repeat_fade: float) -> Reals:
    fade = [1.0]
    for _ in range(REPEATS - 1):
        fade.append(coefficient(fade[-1] * repeat_fade))
    return np.array(fade)
