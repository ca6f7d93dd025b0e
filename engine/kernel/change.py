"""The one door to a new state: all amounts of a phase are added at once, clipped, and what the clip took is booked."""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.kernel.lattice import Indices, Reals
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State


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


@dataclass(slots=True, eq=False)
class Proposals:
    """What a phase wants: amounts with their causes, and fields of the state that are set rather than added to."""

    amounts: list[Dense | Sparse] = field(default_factory=list)
    marks: dict[str, NDArray[np.generic]] = field(default_factory=dict)
    turn: int | None = None  # set by the phase that begins a turn

    def block(self, block: slice, cause: Indices, amounts: Reals) -> None:
        """Propose amounts for a whole block: cause [meter of the block], amounts [game, meter of the block]."""
        self.amounts.append(Dense(block, cause, amounts))

    def single(self, game: Indices, meter: Indices, cause: Indices, amounts: Reals) -> None:
        """Propose single amounts, all [amount]."""
        if len(game):
            self.amounts.append(Sparse(game, meter, cause, amounts))


class Ledger(Protocol):
    """Where proposals are kept as they are, or forgotten."""

    def record(self, turn: int, phase: str, amounts: list[Dense | Sparse], limit: Reals) -> None:
        """Keep what a phase proposed and what the limits took, [game, meter]."""


def change(book: Rulebook, state: State, phase: str, proposals: Proposals, ledger: Ledger | None) -> State:
    """Return the state after a phase: amounts added all at once and clipped, marks set."""
    turn = state.turn if proposals.turn is None else proposals.turn
    marks: dict[str, Any] = {"turn": turn, **proposals.marks}
    if not proposals.amounts:
        return replace(state, **marks) if len(marks) > 1 else state
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
    return replace(state, meters=after, **marks)
