"""What somebody at the table wants to do: frozen intents, the same objects that the save file stores."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.game.seats import Seat

INSTITUTION = "institution"


class Order(NamedTuple):
    """An option as a team lays it: a card, its target, and who says it."""

    card: str
    target: str | None = None
    voice: str = INSTITUTION


@dataclass(frozen=True, slots=True)
class Lay:
    """Put a card, with its target and its voice, on the team's tray."""

    team: str
    card: str
    target: str | None = None
    voice: str = INSTITUTION

    @property
    def order(self) -> Order:
        """What is laid."""
        return Order(self.card, self.target, self.voice)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take a card from the team's tray."""

    team: str
    card: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo the team's last change to its tray; possible until it has sealed."""

    team: str


@dataclass(frozen=True, slots=True)
class Seal:
    """Seal the team's orders of this round."""

    team: str


@dataclass(frozen=True, slots=True)
class PassSeat:
    """Let a person, a bot or nobody sit at a team from now on."""

    team: str
    seat: Seat


Intent = Lay | TakeBack | Undo | Seal | PassSeat
