"""What is told of a turn that has closed, as plain frozen data: orders, what struck, every number with its reasons."""

from dataclasses import dataclass
from datetime import datetime

from engine.game.ending import Became
from engine.game.hand import Term
from engine.language.messages import Message, Words
from engine.scenario.lines import Line
from engine.text import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a meter moved: the cause and the amount (rounded for show, one decimal).

    `written` are the lines of the scenario that brought it about; none for a rule of the model, or an unknown cause.
    """

    cause: Message
    amount: float
    written: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A meter over one turn: before, after, and every reason. Reasons add up to after - before, exactly."""

    meter: str
    name: Words
    before: float
    after: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What a meter stood at when a turn was decided; `error` is the largest error of a poll, None where it is exact."""

    turn: int
    value: int
    error: int | None


@dataclass(frozen=True, slots=True)
class Curve:
    """A meter over the turns, as the reader knew it, in the author's unit. At ENDEX a last point stands one further."""

    meter: str
    name: Words
    points: tuple[Point, ...]
    unit: Words | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Poll:
    """What an institute has published of an opinion: the latest, of which turn, by how much it errs, and its course.

    `truth` is what people think in the end, told once the exercise has ended.
    """

    name: Words
    turn: int
    value: int
    error: int
    course: tuple[Point, ...]
    truth: int | None


@dataclass(frozen=True, slots=True)
class Played:
    """An order as the bulletin reports it. Odds in percent as they truly were, `roll` 0..100 where the draw landed.

    An order that is `waiting` was laid, and takes effect a turn later; `kept_waiting` is a half of a pair alone.

    `roll` is None when there was no check. `changes` are its effects that the reader may know, `beyond` what of all
    that moved those meters at that time went beyond the end of their scale. `terms` are what made the odds, the
    weightiest first: of the reader's own orders alone, and of all at ENDEX. `asks` says that the reader's team bought a
    poll with it, whose result it reads from the next turn on. `crossed` are the red lines that it crossed by laying it:
    of the reader's own team alone.
    """

    team: str
    team_name: Text
    card: str
    card_name: Text
    target_name: Words | None
    voice: str
    leaked: bool
    outcome: Became
    success: int
    partial: int
    backfire: int
    roll: int | None
    changes: tuple[tuple[Words, float], ...]
    beyond: tuple[tuple[Words, float], ...]
    weight: float
    terms: tuple[Term, ...]
    asks: bool
    crossed: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Struck:
    """A team that lost control, what happened, and what weighed most, where the reader may know it."""

    team: Text
    what: Message
    weighed: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One turn as it became known: what was done, what struck, and every meter before and after.

    `orders` come with the most important first; `struck` are the teams that lost control, `crossed` the red lines that
    the reader's team crossed.
    """

    turn: int
    moment: datetime
    orders: tuple[Played, ...]
    struck: tuple[Struck, ...]
    crossed: tuple[Text, ...]
    changes: tuple[Change, ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class FrontPage:
    """How the press of a side tells the turns since the last decision, from what is public: a headline, and more."""

    paper: Message
    headline: Message
    lines: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """What was told after a decision: the turns until the next one, and how the press told them."""

    bulletins: tuple[Bulletin, ...]
    front: tuple[FrontPage, ...]
