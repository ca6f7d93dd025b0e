"""The course of an exercise: what it was begun with, its turns as they were, and what the facilitator did to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.game.directing import RETRACTABLE, Directing, Retract, Rewind
from engine.game.legality import Tray
from engine.game.seats import Seat
from engine.kernel.lattice import Indices
from engine.kernel.state import State, leaf_hash
from engine.scenario.lines import Lines
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """A turn as it was: before it opened, as it stood for the decision, after it closed.

    `orders` [1, team, slot] took effect in it.
    """

    turn: int
    decided: bool
    before: State
    opened: State
    after: State
    orders: Indices
    records: slice  # of the ledger

    def outcomes(self) -> dict[int, int]:
        """What came of each option that took effect: index of OUTCOMES."""
        played, outcome = self.after.played[0], self.after.outcome[0]
        return dict(zip(played[played >= 0].tolist(), outcome[played >= 0].tolist(), strict=True))

    def leaked(self) -> set[int]:
        """Options that took effect and leaked."""
        return set(self.after.played[self.after.leaked].tolist())

    def waiting(self) -> list[int]:
        """Options that were laid and take effect a turn later."""
        waiting = self.after.waiting
        return sorted(waiting[waiting >= 0].tolist())

    @property
    def hash(self) -> str:
        """Hash of the state after the turn, in hexadecimal."""
        return leaf_hash(self.after).hex()


class Directed(NamedTuple):
    """The facilitator intervened, in a turn."""

    turn: int
    intent: Directing


class Closed(NamedTuple):
    """A turn was closed with these orders of people and of bots, as they had sealed them."""

    turn: int
    people: Mapping[str, Tray]
    bots: Mapping[str, Tray]


class Passed(NamedTuple):
    """A seat was passed in a turn: who had sat at the team, and who sits there since."""

    turn: int
    team: str
    before: Seat
    seat: Seat


Event = Directed | Closed


class Rewound(NamedTuple):
    """Turns were taken back in a turn, and all that the log had said until then."""

    turn: int
    to: Rewind
    log: tuple[Event, ...]


def standing(log: Iterable[Event]) -> list[Event]:
    """Return what stands of a log: all but what was taken back, and the taking back."""
    stands: list[Event] = []
    for event in log:
        if isinstance(event, Directed) and isinstance(event.intent, Retract):
            last = retractable(stands, event.turn)
            stands = [each for each in stands if each is not last]
        else:
            stands.append(event)
    return stands


def retractable(stands: Iterable[Event], turn: int) -> Directed | None:
    """Return the last intervention of a turn that stands and can be taken back; None where there is none."""
    found = [each for each in stands if isinstance(each, Directed) and each.turn == turn]
    return next((each for each in reversed(found) if isinstance(each.intent, RETRACTABLE)), None)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a match was begun with: the scenario as its author wrote it and where, the seats, the pace and the seed."""

    scenario: Scenario
    seats: Mapping[str, Seat]
    pace: Pace
    seed: int
    lines: Lines = field(default_factory=Lines)
