"""The ledger: every amount that a phase proposed, kept as the arrays in which it was decided."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from engine.kernel.change import Dense, Sparse
from engine.kernel.kinds import NONE
from engine.kernel.lattice import Reals
from engine.kernel.rulebook import Rulebook

LIMIT = "limit"
EVERY = slice(None)


class Entry(NamedTuple):
    """One row: in this turn and phase, this cause moved this meter by this amount.

    `whole` is the amount before an opinion damped it by how far out it is: it does not depend on that opinion.
    `option` is the one whose order is the cause, or NONE: one card may be ordered at two targets.
    """

    turn: int
    phase: str
    cause: str
    meter: str
    amount: float
    whole: float
    option: int


class Record(NamedTuple):
    """What one phase proposed, and what the limits took, [game, meter]."""

    turn: int
    phase: str
    amounts: tuple[Dense | Sparse, ...]
    limit: Reals


class Recording:
    """A ledger that keeps every row. For a ledger that keeps nothing, hand over None."""

    def __init__(self) -> None:
        """Start with no rows."""
        self.records: list[Record] = []

    def record(self, turn: int, phase: str, amounts: list[Dense | Sparse], limit: Reals) -> None:
        """Keep what a phase proposed and what the limits took."""
        self.records.append(Record(turn, phase, tuple(amounts), limit))

    def entries(self, book: Rulebook, game: int = 0, records: slice = EVERY) -> Iterator[Entry]:
        """Rows of one game in the order of their phases, of all records or some; what was nothing is left out."""
        for record in self.records[records]:
            for part in record.amounts:
                for cause, meter, amount, whole in _rows(part, game):
                    if amount or whole:
                        name, option = book.causes[cause], book.cause_option[cause]
                        yield Entry(record.turn, record.phase, name, book.meters[meter], amount, whole, option)
            for meter in np.flatnonzero(record.limit[game]).tolist():
                taken = float(record.limit[game, meter])
                yield Entry(record.turn, record.phase, LIMIT, book.meters[meter], taken, taken, NONE)


def _rows(part: Dense | Sparse, game: int) -> Iterator[tuple[int, int, float, float]]:
    if isinstance(part, Dense):
        meters, amounts = range(part.block.start, part.block.stop), part.amounts[game].tolist()
        yield from zip(part.cause.tolist(), meters, amounts, amounts, strict=True)
        return
    here = part.game == game
    rows = (part.cause, part.meter, part.amounts, part.whole)
    yield from zip(*(each[here].tolist() for each in rows), strict=True)
