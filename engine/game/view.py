"""What one team may know, as plain frozen data: the only thing that screens and bots' odds are made from.

Numbers are whole and ready to show; words are `Text` (the author's) or `Message` (ours, said in any language).
A view built for nobody (`team is None`) is what the public could know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from engine.game.ending import Aim, Became, Forecast, Result
from engine.language.messages import Message
from engine.scenario.lines import Line
from engine.text import Text

Words = Text | Message
Group = Literal["team", "opinion", "others", "mission", "world"]
"""What a gauge tells about: the team, opinion of the own side and of others, the mission, the world around."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An inject as the team received it. `answer_by` is the last turn to answer, if an answer is expected.

    `answers` are the cards of the team's hand that would be one; `on_tray` says that one of them is laid, and
    `answered_by` which order was the answer.
    """

    inject: str
    turn: int
    moment: datetime
    name: Text
    sender: Text | None
    text: Text
    new: bool
    answer_by: int | None
    answered: bool
    answered_by: Message | None
    answers: tuple[Text, ...]
    on_tray: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A narrative: heat 0..100, trend -1, 0 or 1, stage 0..2 (online, grassroots, public)."""

    narrative: str
    name: Text
    text: Text | None
    heat: int
    trend: int
    stage: int
    blocked: bool
    hurts_us: bool
    helps_us: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class Utterance:
    """A voice in the crowd: what sort of voice, who, what is said, and the story it is about."""

    kind: str
    who: Text
    text: Text
    about: Text | None


@dataclass(frozen=True, slots=True)
class Comments:
    """A part of a flood of comments: what they look like or, once sorted, who they are; share in percent."""

    name: Text
    text: Text | None
    share: int
    sorted: bool


@dataclass(frozen=True, slots=True)
class Pledge:
    """A position that a team has stated, in public or to one team: `state` is `binds`, `broken` or `kept`."""

    team: Text
    card: Text
    choice: Words | None
    public: bool
    until: int
    state: Literal["binds", "broken"]


@dataclass(frozen=True, slots=True)
class Gauge:
    """A meter that the team may see. `error` is the largest error of a poll, None where the value is exact.

    `as_of` is the turn in which it was learnt; 0 is STARTEX. `until` is the last turn in which what was heard there
    sharpens the team's odds. `about` says what it measures.
    """

    meter: str
    group: Group
    name: Words
    unit: Text | None
    value: int
    error: int | None
    trend: int
    as_of: int
    until: int | None
    about: Words | None


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances in percent. Before the team has listened only the band of success is known."""

    success: int
    partial: int
    backfire: int
    low: int
    high: int
    known: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One reason for the odds, with its direction: -2..2."""

    reason: Message
    weight: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A card with its target and its voice, as it may be laid. `why_not` says what stands against it now.

    `moves` are the meters that a success moves, up (1) or down (-1); `facts` say what it needs of others and what it
    binds to; `fits` say what of it suits the audience; `answers`, that it answers a letter whose answer is due. Hours
    and budget may be halves. `number` is that of the card, the same through the whole exercise, so that it can be
    written on paper.
    """

    number: int
    card: str
    target: str | None
    voice: str
    name: Text
    target_name: Words | None
    text: Text | None
    kind: Literal["move", "social_media"]
    power: Literal["hard", "soft", "smart"] | None
    form: str
    platform: Text | None
    visible: Literal["public", "parties", "covert"]
    hours: float
    budget: float
    moves: tuple[tuple[Words, int], ...]
    facts: tuple[Message, ...]
    answers: bool
    odds: Odds
    terms: tuple[Term, ...]
    fits: tuple[Term, ...]
    stands: bool
    once: bool
    on_tray: bool
    why_not: Message | None
    teaches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat as the table sees it; `people` is what those who sit there are called, `locked` says that a PIN is set."""

    team: str
    name: Text
    side: Text
    seat: str
    sealed: bool
    people: Text | None
    locked: bool


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
class Course:
    """A meter over the turns, as the reader knew it. At ENDEX a last point stands one turn further on."""

    meter: str
    name: Words
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """An order as the bulletin reports it. Odds in percent as they truly were, `roll` 0..100 where the draw landed.

    An order that is `waiting` was laid, and takes effect a turn later; `kept_waiting` is a half of a pair alone.

    `roll` is None when there was no check. `changes` are its effects that the reader may know.
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
    weight: float


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
class View:
    """What one team may know now; `team` is None for the public. `peacetime` is the situation in turn 0.

    This is the `round`th of `rounds` decisions. `risk_without` are the terms of the risk, each with the risk in percent
    that there would be without it.
    `returned` are orders that a ruling sent back, `grounds` the team's reasons for what lies on its tray. `question` is
    what it may forecast this round and `foreseen` its answer in percent; `clock` are the seconds left of the round and
    whether they run, as they were last written down.
    """

    scenario: str
    title: Text
    summary: Text
    team: str | None
    team_name: Text | None
    side_name: Text | None
    brief: Text | None
    peacetime: Text | None
    turn: int
    turns: int
    round: int
    rounds: int
    moment: datetime
    hours_per_turn: int
    ended: bool
    sealed: bool
    situation: tuple[Message, ...]
    inbox: tuple[Letter, ...]
    stories: tuple[Story, ...]
    feed: tuple[Utterance, ...]
    comments: tuple[Comments, ...]
    pledges: tuple[Pledge, ...]
    risk: int | None
    risk_trend: int
    risk_reasons: tuple[Message, ...]
    risk_without: tuple[tuple[Message, int], ...]
    gauges: tuple[Gauge, ...]
    choices: tuple[Choice, ...]
    tray: tuple[Choice, ...]
    hours: float
    hours_left: float
    budget: float
    budget_left: float
    slots_left: int
    table: tuple[SeatLine, ...]
    returned: tuple[Text, ...]
    grounds: Mapping[str, Text]
    question: Message | None
    foreseen: int | None
    forecasts: tuple[Forecast, ...]
    clock: tuple[int, bool] | None
    objectives: tuple[Aim, ...]
    red_lines: tuple[Aim, ...]
    bulletins: tuple[Bulletin, ...]
    front: tuple[FrontPage, ...]
    history: Mapping[str, tuple[tuple[int, Change], ...]]
    courses: tuple[Course, ...]
    result: Result | None
