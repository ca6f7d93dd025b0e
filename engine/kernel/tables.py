"""The tables of a rulebook: frozen arrays of numbers and indices, one table for each thing that is at work."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.kernel.lattice import Bools, Indices, Reals


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Where each kind of meter stands among all meters; a block has one meter for each of what it names."""

    opinion: slice  # audience x side
    heat: slice  # narrative
    credibility: slice  # team
    clarity: slice  # team
    network: slice  # team
    file: slice  # team
    expectation: slice  # team
    channel: slice  # team x platform
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
    number: Reals  # amount, coefficient of a percentage, value to move toward, strength, or how it is heard
    base: Indices  # meter that a percentage is of
    value: Indices  # expression of the amount, or NONE
    sign: Reals  # -1 for what cools
    scale: Indices  # which of the three scales of its source counts: a Scale
    when: Indices  # condition, or NONE
    way: Indices  # where it travels, or NONE
    after: Indices  # turns until it arrives
    parts: Indices  # turns over which it is spread
    thing: Indices  # flag, held card, inject, narrative, re-target, audience, platform or team that it sets
    team: Indices  # that learns, shares, is suspended or exposed; NONE for all
    dated: Indices  # turns until the inject that it schedules, or for which a suspension or exposure lasts
    opinion: Bools  # moves an opinion, which damps what leads outward
    heat: Indices  # narrative whose heat it moves, or NONE
    order: Indices  # rows, those of each kind, source and outcome side by side
    first: Indices  # [kind, source, outcome] where they begin in `order`
    count: Indices  # [kind, source, outcome] how many they are


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Effects that travel: those that come later, or in parts. All arrays are [way]."""

    row: Indices
    post: Indices  # held card that must be tended, or NONE
    ahead: int  # turns that the longest takes, at least 1


@dataclass(frozen=True, slots=True, eq=False)
class Retargets:
    """What a story can be turned to; arrays are [re-target]."""

    story: Indices
    slant: Reals  # [re-target, side]; NaN where it leaves the slant


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """Of the dice of each option, all [option]."""

    check: NDArray[np.uint64]
    voice: NDArray[np.uint64]
    leak: NDArray[np.uint64]
    bot: NDArray[np.uint64]  # by which bots break ties


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """Every card with each of its targets and voices, for every team that holds it. All arrays are [option].

    An option is also the source, of the same index, of its effect rows.
    """

    team: Indices
    side: Indices
    held: Indices
    hours: Reals  # as written
    budget: Reals
    base: Reals  # z before anything else, fit included
    fit: Reals  # the part of base that is hidden until heard
    fit_slack: Reals  # how far that part could be from 0, for all that is known of the card
    audience: Indices  # chosen, or NONE
    story: Indices  # it is about, or NONE for the hottest that hurts the side
    aim: Indices  # side, or NONE
    power: Indices
    form: Indices
    voice: Indices
    platform: Indices  # NONE without one
    light: Bools  # its frame is out of place amid casualties
    public: Bools
    peace: Bools  # may be played in turn 0
    crisis: Bools  # may be played later
    hear_first: Indices  # audience that must have been heard, or NONE
    waits: Bools  # waits a turn while policy is unclear
    leaks: Bools  # could leak
    filed: Bools  # takes less time the better the case file
    half: Indices  # place among the halves of pairs, or NONE
    position: Indices  # place among the positions, or NONE
    synergy: Bools
    meets: Bools  # face to face
    judged: Bools  # its chance is final
    certain: Bools
    answers: Bools
    stands: Bools
    cut: Reals
    needs: Indices  # condition, or NONE
    cost: Indices  # cause of what is paid
    backfire: Indices  # cause of the heat that a backfire adds
    leak: Indices  # cause of what a leak does
    faces: Faces


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
class Comments:
    """The classes of a flood of comments. Sources stand by team, class and treatment, from `first` on."""

    names: tuple[str, ...]
    first: int
    share: Indices  # [class] expression
    looks: Indices  # [class] appearance
    chosen: Bools  # [option, class] treated by an option
    removes: Bools  # [option]
    treats: Bools  # [option]
    sorted: Bools  # [option] needs the flood to be sorted
    cause: Indices  # [option] of the relief
    duty: Indices  # teams that hold a card which treats comments


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """Options that bind their team to a position; arrays are [position]."""

    option: Indices
    lasts: Indices
    broken_by: Bools  # [position, option]
    broken_when: Indices  # condition, or NONE
    public: Bools
    relations: Indices  # meter that a broken promise costs, or NONE
    broken: Indices  # cause
    kept: Indices  # cause


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Cards of which two teams lay a half each; arrays are [half, half]."""

    meet: Bools  # are the two halves of a pair
    invites: Bools  # and the team of the second may know of the first


@dataclass(frozen=True, slots=True, eq=False)
class Polls:
    """How audiences are heard."""

    bias: Reals  # [audience * side]
    narrow: Reals  # [depth of listening - 1]
    face: NDArray[np.uint64]  # [team, audience * side]


@dataclass(frozen=True, slots=True, eq=False)
class RedLines:
    """Acts that a side cannot live with; arrays are [line]."""

    names: tuple[tuple[str, str], ...]  # (team, red line)
    team: Indices
    option: Bools  # [option, line] crosses it
    any: Bools  # [option] crosses any
    when: Indices  # condition, or NONE
    told: Bools  # whether the team can always tell if the condition holds
    cap: Reals  # largest score of the side


@dataclass(frozen=True, slots=True, eq=False)
class Scoring:
    """What a score is made of."""

    weight: Reals  # [audience] share in the score
    mission: Indices  # [team] expression, or NONE
    objectives: tuple[tuple[int, str, int, float], ...]  # (team, id, condition, points)
    red_lines: RedLines
