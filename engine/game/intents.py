"""What somebody at the table wants to do: frozen intents, the same objects that the save file stores."""

from dataclasses import dataclass

from engine.game.seats import Seat


@dataclass(frozen=True, slots=True)
class Lay:
    """Put a card, with its target, on the team's tray."""

    team: str
    card: str
    target: str | None = None


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
