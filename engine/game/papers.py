"""What is written down beside an exercise: reasons, forecasts, notes, names, locks and the clock. It moves nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeVar

from engine.game.intents import (
    FACILITATOR,
    Because,
    Clock,
    Conduct,
    Foresee,
    LockLate,
    Mistyped,
    Name,
    NoClock,
    Note,
    Order,
    PassSeat,
    Saying,
    Seal,
    SetPin,
    Slip,
    Writing,
)
from engine.game.seats import Seat
from engine.text import Text

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Question:
    """Will this come about before the table decides again? `about` is a story, a meter or a side; `step` in points."""

    kind: Literal["hotter", "cooler", "climbs", "rises", "falls", "struck"]
    about: str
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What a team's reason for a card stood at before it was changed, or without a card its forecast; None for none.

    With an order it was what the private note of that order said.
    """

    card: str | None
    before: Text | int | None
    order: Order | None = None


class Noted(NamedTuple):
    """An observation, and the turn in which it was made."""

    turn: int
    note: Note


class Steered(NamedTuple):
    """What was done to seats, PINs and seals in a turn, and who had sat at the seat before.

    `at` is its place among what else was done: how often turns had been taken back, and how long the log was then.
    """

    turn: int
    intent: SetPin | LockLate | Conduct | Seal | PassSeat
    at: tuple[int, int]
    before: Seat | None = None


@dataclass(slots=True)
class Papers:
    """Everything that people said beside their orders.

    `reasons` and `slips`, what private notes say, by turn, team and card; `foresights` in percent by turn and team;
    `asked` is what a team had been asked when it first answered in a turn, and is asked until that turn is over: what
    the facilitator does in between makes it no other question. `locks` by team or facilitator, as is
    `mistyped`, how often in a row its PIN was not;
    `whole` is how many seconds a round has, 0 without a clock, `clocked` the turn in which the clock was last set,
    `clockings` how often it was written down;
    `reopened` are the turns in which another lock came in place of the facilitator's, or none, or the first one came
    late: everybody may know. In the turn `late` it did so, when the teams `unread` had sealed (engine.game.steering).
    `steered` is what was done to seats, PINs and seals, for the facilitator's own record.
    `conducted` says that the facilitator closes the turns; `rewound` counts how often the exercise was rewound.
    """

    reasons: dict[tuple[int, str, str], Text] = field(default_factory=dict)
    slips: dict[tuple[int, str, str], Text] = field(default_factory=dict)
    foresights: dict[tuple[int, str], int] = field(default_factory=dict)
    asked: dict[tuple[int, str], Question] = field(default_factory=dict)
    notes: list[Noted] = field(default_factory=list)
    names: dict[str, Text] = field(default_factory=dict)
    locks: dict[str, str] = field(default_factory=dict)
    mistyped: dict[str, int] = field(default_factory=dict)
    reopened: list[int] = field(default_factory=list)
    steered: list[Steered] = field(default_factory=list)
    late: int | None = None
    unread: frozenset[str] = frozenset()
    clock: Clock | None = None
    whole: int = 0
    clocked: int = 0
    clockings: int = 0
    conducted: bool = False
    rewound: int = 0

    def write(self, turn: int, intent: Saying | Writing) -> None:
        """Write down what was said in a turn."""
        match intent:
            case Because(team, card, text):
                _put(self.reasons, (turn, team, card), text)
            case Slip(team, card, text):
                _put(self.slips, (turn, team, card), text)
            case Foresee(team, percent):
                self.foresights[turn, team] = percent
            case Note():
                self.notes.append(Noted(turn, intent))
            case SetPin() | LockLate() | Mistyped():
                self._lock(turn, intent)
            case Clock():
                self.clock, self.clocked = intent, turn
                self.whole, self.clockings = intent.whole or self.whole, self.clockings + 1
            case NoClock():
                self.clock, self.whole, self.clocked = None, 0, turn
            case Conduct(on):
                self.conducted = on
            case Name(team, text):
                _put(self.names, team, text)

    def before_saying(self, turn: int, intent: Saying, tray: Iterable[Order]) -> Unsaid:
        """Return what undoes something that a team is about to say in a turn, with this on its tray."""
        match intent:
            case Slip(team, card):
                order = next((order for order in tray if order.card == card), None)
                return Unsaid(card, self.slips.get((turn, team, card)), order)
            case Because(team, card):
                return Unsaid(card, self.reasons.get((turn, team, card)))
            case Foresee(team):
                return Unsaid(None, self.foresights.get((turn, team)))

    def unsay(self, turn: int, team: str, said: Unsaid) -> None:
        """Put back what stood there before a team said something."""
        match said:
            case Unsaid(str(card), before, Order()):
                _put(self.slips, (turn, team, card), before if isinstance(before, Text) else Text.of(""))
            case Unsaid(str(card), Text() as text):
                self.reasons[turn, team, card] = text
            case Unsaid(str(card)):
                self.reasons.pop((turn, team, card), None)
            case Unsaid(None, int(percent)):
                self.foresights[turn, team] = percent
            case _:
                self.foresights.pop((turn, team), None)

    def _lock(self, turn: int, intent: SetPin | LockLate | Mistyped) -> None:
        match intent:
            case SetPin(who, lock):
                if who == FACILITATOR and who in self.locks:
                    self.reopened.append(turn)
                self.locks[who] = lock
                if not lock:
                    del self.locks[who]
                self.mistyped.pop(who, None)
            case LockLate(lock):
                self.locks[FACILITATOR], self.late = lock, turn
                self.reopened.append(turn)
            case Mistyped(who, times):
                self.mistyped[who] = times

    def tear(self, turn: int, team: str, cards: Collection[str]) -> None:
        """Throw away what a team wrote in a turn on notes other than these: they are not laid any more."""
        self.slips = {key: text for key, text in self.slips.items() if key[:2] != (turn, team) or key[2] in cards}

    def before(self, turn: int) -> "Papers":
        """Return the papers without what teams said of a turn and those after it: they are played again.

        That the facilitator's lock is another one stays news, as of that turn.
        """
        return replace(
            self,
            rewound=self.rewound + 1,
            late=None,
            reopened=[min(at, turn) for at in self.reopened],
            reasons={key: text for key, text in self.reasons.items() if key[0] < turn},
            slips={key: text for key, text in self.slips.items() if key[0] < turn},
            foresights={key: percent for key, percent in self.foresights.items() if key[0] < turn},
            asked={key: asked for key, asked in self.asked.items() if key[0] < turn},
        )


def _put(texts: dict[Key, Text], at: Key, text: Text) -> None:
    """Write a text where it belongs; a blank one takes away what was written there."""
    texts[at] = text
    if text.blank:
        del texts[at]
