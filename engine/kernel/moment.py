"""What every phase is handed beside the state: the rules, the dice and the orders of this turn."""

from dataclasses import dataclass

from engine.kernel.chance import Keys
from engine.kernel.lattice import Indices
from engine.kernel.rulebook import Rulebook

Paces = tuple[tuple[str, int], ...]
"""Paces that were kept one after the other, each with its last turn."""


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A turn being worked out. `orders` [game, team, slot] are empty while the turn opens."""

    book: Rulebook
    key: Keys  # [game], of this turn's dice
    pace: str
    former: Paces  # before this pace
    decided: bool
    orders: Indices
