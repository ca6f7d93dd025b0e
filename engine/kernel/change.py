"""The one door to a new state: all amounts of a phase are added at once, clipped, and what the clip took is booked."""

from dataclasses import dataclass, field, replace
from typing import Protocol, TypedDict

import numpy as np

from engine.kernel.lattice import Bools, Indices, Reals
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import Dates, Small, State, Sums, frozen


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """One amount for every game and every meter of a block, with one cause for each meter."""

    block: slice
    cause: Indices  # [meter of the block]
    amounts: Reals  # [game, meter of the block]


@dataclass(frozen=True, slots=True, eq=False)
class Sparse:
    """Single amounts, each for one game and one meter. All arrays are [amount]."""

    game: Indices
    meter: Indices
    cause: Indices
    amounts: Reals
    whole: Reals  # as they were before the meter damped them


class Marks(TypedDict, total=False):
    """Fields of the state that a phase may set; meters are only ever added to."""

    slant: Reals
    stage: Small
    above: Small
    block: Small
    repeats: Small
    open: Bools
    spent: Bools
    flags: Bools
    fired: Dates
    dated: Dates
    met: Bools
    underway: Reals
    hearing: Small
    heard: Dates
    depth: Small
    polled: Dates
    sorting: Bools
    sorted: Dates
    sharing: Bools
    polls: Reals
    answered: Bools
    treated: Bools
    offered: Bools
    prepared: Bools
    tended: Dates
    suspended: Dates
    exposed: Dates
    stated: Dates
    broken: Dates
    cut: Reals
    discord: Bools
    crossed: Bools
    risk: Sums
    struck: Bools
    laid: Dates
    waiting: Dates
    played: Dates
    outcome: Small
    leaked: Bools


@dataclass(slots=True, eq=False)
class Proposals:
    """What a phase wants: amounts with their causes, and fields of the state that are set rather than added to."""

    amounts: list[Dense | Sparse] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)
    turn: int | None = None  # set by the phase that begins a turn

    def block(self, block: slice, cause: Indices, amounts: Reals) -> None:
        """Propose amounts for a whole block: cause [meter of the block], amounts [game, meter of the block]."""
        self.amounts.append(Dense(block, cause, amounts))

    def single(self, game: Indices, meter: Indices, cause: Indices, amounts: Reals, whole: Reals | None = None) -> None:
        """Propose single amounts, all [amount]; `whole` are those that the meter has damped, as they were before."""
        if len(game):
            self.amounts.append(Sparse(game, meter, cause, amounts, amounts if whole is None else whole))


class Ledger(Protocol):
    """Where proposals are kept as they are, or forgotten."""

    def record(self, turn: int, phase: str, amounts: list[Dense | Sparse], limit: Reals) -> None:
        """Keep what a phase proposed and what the limits took, [game, meter]."""


def change(book: Rulebook, state: State, phase: str, proposals: Proposals, ledger: Ledger | None) -> State:
    """Return the state after a phase: amounts added all at once and clipped, marks set."""
    turn = state.turn if proposals.turn is None else proposals.turn
    if not proposals.amounts:
        return frozen(replace(state, turn=turn, **proposals.marks))
    wanted = state.meters.copy()
    for part in proposals.amounts:
        if isinstance(part, Dense):
            wanted[:, part.block] += part.amounts
        else:
            cells = part.game * wanted.shape[1] + part.meter
            wanted += np.bincount(cells, part.amounts, wanted.size).reshape(wanted.shape)
    after = np.clip(wanted, book.low, book.high)
    if ledger is not None:
        ledger.record(turn, phase, proposals.amounts, after - wanted)
    return frozen(replace(state, turn=turn, meters=after, **proposals.marks))
