"""The ledger: every amount that a phase proposed, kept as the arrays in which it was decided."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from engine.kernel.change import Dense, Sparse
from engine.kernel.lattice import Reals
from engine.kernel.rulebook import Rulebook

LIMIT = "limit"
EVERY = slice(None)


class Entry(NamedTuple):
    """One row: in this turn and phase, this cause moved this meter by this amount."""

    turn: int
    phase: str
    cause: str
    meter: str
    amount: float


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
        """Rows of one game in the order of their phases, of all records or some; amounts of zero are left out."""
        for record in self.records[records]:
            for part in record.amounts:
                for cause, meter, amount in _rows(part, game):
                    if amount:
                        yield Entry(record.turn, record.phase, book.causes[cause], book.meters[meter], amount)
            for meter in np.flatnonzero(record.limit[game]).tolist():
                yield Entry(record.turn, record.phase, LIMIT, book.meters[meter], float(record.limit[game, meter]))


def _rows(part: Dense | Sparse, game: int) -> Iterator[tuple[int, int, float]]:
    if isinstance(part, Dense):
        meters = range(part.block.start, part.block.stop)
        yield from zip(part.cause.tolist(), meters, part.amounts[game].tolist(), strict=True)
        return
    here = part.game == game
    yield from zip(part.cause[here].tolist(), part.meter[here].tolist(), part.amounts[here].tolist(), strict=True)
