"""What somebody at the table wants to do: frozen intents, the same objects that the save file stores."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

from engine.game.directing import Directing
from engine.game.seats import Seat
from engine.text import Text

LONGEST_REASON = 364
"""Letters of what a team says of an order: the three reasons of one that was argued for, which it may write on."""
LONGEST_SLIP = 300
"""Letters of what a team writes on a private note: a few lines."""
CERTAIN = 100
"""The most that a team may foresee, in percent."""
FACILITATOR = "facilitator"
"""Who may do anything; no id of a scenario can be this word."""
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
    """Undo what the team did last; possible until it has sealed.

    `last`: whatever it was, a reason or a forecast too; saves of before that was so mean the tray alone.
    """

    team: str
    last: bool = False


@dataclass(frozen=True, slots=True)
class Seal:
    """Seal the team's orders of this round."""

    team: str


@dataclass(frozen=True, slots=True)
class PassSeat:
    """Let a person, a bot or nobody sit at a team from now on."""

    team: str
    seat: Seat


# What a team says beside its orders. It moves nothing in the model.


@dataclass(frozen=True, slots=True)
class Because:
    """Say why a card lies on the team's tray; the review quotes it. A blank text takes it back."""

    team: str
    card: str
    text: Text

    @classmethod
    def typed(cls, team: str, card: str, reason: str) -> Self:
        """Return a reason as somebody typed it, cut where it is longer than a reason may be."""
        return cls(team, card, Text.of(reason, limit=LONGEST_REASON))


@dataclass(frozen=True, slots=True)
class Slip:
    """Write on a private note that lies on the team's tray; without a text, the card's own stands on it."""

    team: str
    card: str
    text: Text

    @classmethod
    def typed(cls, team: str, card: str, words: str) -> Self:
        """Return a note as somebody typed it, cut where it is longer than a note may be."""
        return cls(team, card, Text.of(words, limit=LONGEST_SLIP))


@dataclass(frozen=True, slots=True)
class Foresee:
    """State, in percent, how likely the team holds what this round's question asks."""

    team: str
    percent: int


# What is written down beside the exercise, and outlives a rewind.


@dataclass(frozen=True, slots=True)
class Note:
    """An observation, tied to a team or an inject or neither; `hot_wash` flags it for the debrief."""

    text: Text
    team: str | None = None
    inject: str | None = None
    hot_wash: bool = False


@dataclass(frozen=True, slots=True)
class SetPin:
    """Lock a team's screen, or the facilitator's, with a PIN; `lock` comes from engine.game.pins, "" takes it away."""

    who: str
    lock: str


@dataclass(frozen=True, slots=True)
class LockLate:
    """Give the facilitator's console its first PIN once orders were laid: all read of it, and it opens a turn later."""

    lock: str


@dataclass(frozen=True, slots=True)
class Mistyped:
    """How often in a row a wrong PIN was typed for a team, or for the facilitator; 0 once it was right."""

    who: str
    times: int


@dataclass(frozen=True, slots=True)
class Clock:
    """How many seconds of the round are left, and whether they run. For display only.

    `whole` is how long each round is from now on; 0 leaves that as it was. `at` is when a table took it, in
    milliseconds since 1970, for whoever reads the save elsewhere; 0 in saves of before that was noted.
    """

    seconds: int
    running: bool
    whole: int = 0
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NoClock:
    """No round has a clock from now on, until one is set."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """Whether the facilitator closes each turn, once all have sealed; otherwise the last seal does."""

    on: bool


@dataclass(frozen=True, slots=True)
class Name:
    """What the people at a team are called. A blank text takes it back."""

    team: str
    text: Text


Ordering = Lay | TakeBack | Undo | Seal | PassSeat
Saying = Because | Slip | Foresee
Writing = Note | SetPin | LockLate | Mistyped | Clock | NoClock | Conduct | Name
Intent = Ordering | Saying | Directing | Writing
