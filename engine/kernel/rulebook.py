"""The compiled scenario: frozen tables of numbers and indices, and the names behind each index."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.kernel.expressions import Tree
from engine.kernel.lattice import Bools, Indices, Reals

NONE = -1
SUCCESS, PARTIAL, BACKFIRE = range(3)
OUTCOMES: tuple[Literal["success"], Literal["partial"], Literal["backfire"]] = ("success", "partial", "backfire")


class Verb(IntEnum):
    """What an effect row does. The first five propose amounts to a meter; the others set something."""

    NUMBER = 0
    PERCENT = 1
    VALUE = 2
    TOWARD = 3
    TOWARD_BY = 4
    RAISE = 5
    CLEAR = 6
    UNLOCK = 7
    CLOSE = 8
    SCHEDULE = 9
    REVEAL = 10
    BLOCK = 11
    RETARGET = 12


class Power(IntEnum):
    """Power of a card."""

    NONE = 0
    HARD = 1
    SOFT = 2
    SMART = 3


class Kind(IntEnum):
    """How much work an effect row is; most rows are numbers, and those have a short way."""

    NUMBER = 0  # a number, added at once and under no condition
    DAMPED = 1  # the same, to an opinion or a heat, which damp it
    OTHER = 2  # anything else


class Scale(IntEnum):
    """Which scale of an order an effect row takes."""

    FULL = 0  # none: what the model itself books, and verbs that do not add
    NAMED = 1  # repeats and synergy; the outcomes are named
    OUTCOME = 2  # the gain of the outcome, repeats and synergy


class Form(IntEnum):
    """How a card works in the model."""

    LISTEN = 0
    GUIDANCE = 1
    POST = 2
    REPLY = 3
    CORRECTION = 4
    STATEMENT = 5
    AID = 6
    MEET = 7
    KOPI_DARAT = 8
    MEASURE = 9


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Where each kind of meter stands among all meters; a block has one meter for each of what it names."""

    opinion: slice  # audience x side
    heat: slice  # narrative
    credibility: slice  # team
    clarity: slice  # team
    network: slice  # team
    backlog: slice  # team
    hours: slice  # team
    budget: slice  # team
    hard: slice  # side x aim
    soft: slice  # side x aim
    freedom: slice  # one
    relations: slice  # pair of sides
    own: slice  # the scenario's own


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Effect rows: each one cause, one meter (or thing to set), one line of the scenario. All arrays are [row]."""

    verb: Indices
    cause: Indices
    meter: Indices  # that it moves, or NONE
    number: Reals  # amount, coefficient of a percentage, value to move toward, or strength
    base: Indices  # meter that a percentage is of
    value: Indices  # expression of the amount, or NONE
    sign: Reals  # -1 for what cools
    scale: Indices  # which of the three scales of its source counts: a Scale
    when: Indices  # condition, or NONE
    way: Indices  # where it travels, or NONE
    after: Indices  # turns until it arrives
    parts: Indices  # turns over which it is spread
    thing: Indices  # flag, held card, inject, narrative, re-target or audience that it sets
    team: Indices  # that reveals, or NONE for all
    dated: Indices  # turns until the inject that it schedules
    opinion: Bools  # moves an opinion, which damps what leads outward
    heat: Indices  # narrative whose heat it moves, or NONE
    order: Indices  # rows, those of each kind, source and outcome side by side
    first: Indices  # [kind, source, outcome] where they begin in `order`
    count: Indices  # [kind, source, outcome] how many they are


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """Every card with each of its targets, for every team that holds it. All arrays are [option].

    An option is also the source, of the same index, of its effect rows.
    """

    team: Indices
    side: Indices
    held: Indices
    hours: Reals
    budget: Reals
    base: Reals  # z before anything else, fit included
    fit: Reals  # the part of base that is hidden until heard
    fit_slack: Reals  # how far that part could be from 0, for all that is known of the card
    audience: Indices  # chosen, or NONE
    story: Indices  # it is about, or NONE for the hottest that hurts the side
    aim: Indices  # side, or NONE
    power: Indices
    form: Indices
    synergy: Bools
    meets: Bools  # face to face
    certain: Bools
    answers: Bools
    stands: Bools
    cut: Reals
    face: NDArray[np.uint64]
    needs: Indices  # condition, or NONE
    backfire: Indices  # cause of the heat that a backfire adds
    bot_face: NDArray[np.uint64]  # by which bots break ties


@dataclass(frozen=True, slots=True, eq=False)
class Injects:
    """The MSEL. All arrays are [inject]; inject i is source `first + i`, what follows a missed answer `missed + i`."""

    first: int
    missed: int
    turn: Indices  # first turn, 0 when it must be scheduled
    until: Indices  # last turn
    span: Indices  # turns that it stays due after its date
    when: Indices  # condition, or NONE
    deadline: Mapping[str, Indices]  # pace -> [inject, turn]: last turn to answer when it fires then, 0 for none
    meets: Bools  # [option, inject] answers it
    answers: Bools  # [option] answers any


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """What stories and opinions do of themselves."""

    persistence: Reals  # [stage]
    crowd: Reals  # [narrative]
    feeds: tuple[tuple[int, int, float], ...]  # (from, to, share)
    weight: Reals  # [narrative, audience] coefficient of heat on opinion
    listens: Reals  # [audience, audience] from, to; the own share is on the diagonal, negative
    story_cause: Indices  # [narrative]
    feed_cause: Indices  # [feed]


@dataclass(frozen=True, slots=True, eq=False)
class RedLines:
    """Acts that a side cannot live with; arrays are [line]."""

    names: tuple[tuple[str, str], ...]  # (team, red line)
    team: Indices
    option: Bools  # [option, line] crosses it
    any: Bools  # [option] crosses any
    when: Indices  # condition, or NONE
    cap: Reals  # largest score of the side


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Everything that does not change during an exercise."""

    teams: tuple[str, ...]
    sides: tuple[str, ...]
    audiences: tuple[str, ...]
    narratives: tuple[str, ...]
    flags: tuple[str, ...]
    held: tuple[tuple[str, str], ...]  # (team, card)
    laid: tuple[tuple[str, str, str | None], ...]  # (team, card, target) of each option
    option_of: Mapping[tuple[str, str, str | None], int]
    msel: tuple[str, ...]
    meters: tuple[str, ...]
    causes: tuple[str, ...]
    cause_of: Mapping[str, int]

    turns: int
    decisions: Mapping[str, frozenset[int]]  # pace -> turns with a decision
    slots: int
    number: Mapping[str, float]  # parameter -> amount or coefficient
    at: Blocks
    start: Reals  # [meter]
    low: Reals  # [meter]
    high: Reals  # [meter]
    slant: Reals  # [narrative, side]
    stage: Indices  # [narrative]
    team_side: Indices  # [team]
    team_hours: Reals  # [team]
    open: Bools  # [held]
    once: Bools  # [held]
    fade: Reals  # [repeats]
    log_base: float
    poll_face: NDArray[np.uint64]  # [team, audience * side]
    hazard_face: NDArray[np.uint64]  # [team]
    ways: int
    ahead: int
    way_row: Indices  # [way]
    retarget: Reals  # [re-target, side]; NaN where it leaves the slant
    retarget_story: Indices  # [re-target]
    expressions: tuple[Tree, ...]
    drift_source: int
    rows: Rows
    options: Options
    injects: Injects
    spread: Spread
    red_lines: RedLines
    audience_weight: Reals  # [audience] share in the score
    mission: Indices  # [team] expression, or NONE
    objectives: tuple[tuple[int, str, int, float], ...]  # (team, id, condition, points)
