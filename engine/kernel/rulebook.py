"""The compiled scenario: frozen tables of numbers and indices, and the names behind each index."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.kernel.expressions import Tree
from engine.kernel.lattice import Bools, Indices, Reals
from engine.kernel.tables import (
    Blocks,
    Comments,
    Injects,
    Options,
    Pairs,
    Polls,
    Positions,
    Retargets,
    Rows,
    Scoring,
    Spread,
    Ways,
)


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Everything that does not change during an exercise."""

    teams: tuple[str, ...]
    sides: tuple[str, ...]
    audiences: tuple[str, ...]
    narratives: tuple[str, ...]
    flags: tuple[str, ...]
    held: tuple[tuple[str, str], ...]  # (team, card)
    laid: tuple[tuple[str, str, str | None, str], ...]  # (team, card, target, voice) of each option
    option_of: Mapping[tuple[str, str, str | None, str], int]
    msel: tuple[str, ...]
    meters: tuple[str, ...]
    causes: tuple[str, ...]
    cause_option: tuple[int, ...]  # [cause] the option whose order it is, or NONE
    cause_of: Mapping[str, int]  # causes that are no order's
    reads: Mapping[tuple[str, int], frozenset[int]]  # (cause, option or NONE) -> meters that its rows read

    first_turn: int  # 0 with a turn in peacetime, else 1
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
    team_channels: Bools  # [team] whose channels are listed, and need upkeep
    platforms: tuple[str, ...]
    open: Bools  # [held]
    once: Bools  # [held]
    fade: Reals  # [repeats]
    casualties: int  # condition, or NONE
    log_base: float
    hazard_face: NDArray[np.uint64]  # [team]
    expressions: tuple[Tree, ...]
    drift_source: int
    rows: Rows
    ways: Ways
    retargets: Retargets
    options: Options
    injects: Injects
    spread: Spread
    comments: Comments
    feed: tuple[tuple[str, int], ...]  # (voice of the crowd, condition or NONE)
    positions: Positions
    pairs: Pairs
    polls: Polls
    scoring: Scoring
