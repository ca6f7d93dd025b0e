"""What one team may know, as plain frozen data: the only thing that screens and bots' odds are made from.

Numbers are whole and ready to show; words are `Text` (the author's) or `Message` (ours, said in any language).
A view built for nobody (`team is None`) is what the public could know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from engine.game.ending import Aim, Forecast, Result
from engine.game.hand import Choice, Odds, Term
from engine.game.reports import Bulletin, Change, Curve, FrontPage, Played, Point, Poll, Reason, Round, Struck
from engine.game.seats import HUMAN
from engine.game.talk import Comments, Pledge, Story, Utterance
from engine.language.messages import Message, Words
from engine.scenario.lines import Line
from engine.text import Text

__all__ = [
    "Bulletin",
    "Change",
    "Choice",
    "Comments",
    "Curve",
    "FrontPage",
    "Gauge",
    "Group",
    "Letter",
    "Odds",
    "Passed",
    "Played",
    "Pledge",
    "Point",
    "Poll",
    "Reason",
    "Round",
    "SeatLine",
    "Story",
    "Struck",
    "Term",
    "Utterance",
    "View",
    "Words",
]
"""Screens are handed a view and take whatever is in it from here."""

Group = Literal["team", "opinion", "others", "mission", "world"]
"""What a gauge tells about: the team, opinion of the own side and of others, the mission, the world around."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An inject as the team received it. `answer_by` is the last turn to answer, if an answer is expected.

    `answers` are the cards of the team's hand that would be one; `on_tray` says that one of them is laid, and
    `answered_by` which order was the answer. `decided` are the turns after the present one in which the table decides
    until the answer is due; none where it decides in every turn until then.
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
    decided: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Gauge:
    """A meter that the team may see. `error` is the largest error of a poll, None where the value is exact.

    `as_of` is the turn in which it was learnt; 0 is STARTEX. `until` is the last turn in which what was heard there
    sharpens the team's odds. `about` says what it measures, `unit` in what, or of how many. `published` says that an
    institute told everybody. `starts_at` is the line of the scenario where its start stands.
    """

    meter: str
    group: Group
    name: Words
    unit: Words | None
    value: int
    error: int | None
    trend: int
    as_of: int
    until: int | None
    about: Words | None
    published: bool = False
    starts_at: Line | None = None


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat as the table sees it; `locked` says that a PIN is set.

    `people` is what those who sit there are called: None as long as a bot or nobody does.
    """

    team: str
    name: Text
    side: Text
    seat: str
    sealed: bool
    people: Text | None
    locked: bool

    @property
    def human(self) -> bool:
        """Whether a person sits there."""
        return self.seat == str(HUMAN)


@dataclass(frozen=True, slots=True)
class Passed:
    """A seat that was passed lately: at which team, who sat there, and who does since, as a seat is written."""

    line: SeatLine
    before: str
    seat: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A coach mark: its number in the scenario, the region of the room that it points at, and what it says."""

    number: int
    at: str
    text: Text


@dataclass(frozen=True, slots=True)
class Risk:
    """The risk of losing control in percent of this turn, its trend (-1, 0 or 1), and what makes it, weightiest first.

    `without` are the terms of the risk, each with the percent that there would be without it.
    """

    percent: int
    trend: int
    reasons: tuple[Message, ...]
    without: tuple[tuple[Message, int], ...]


@dataclass(frozen=True, slots=True)
class Purse:
    """Hours and budget of a team this round, and what its tray leaves of them; `slots_left` counts orders.

    `hours_given` each turn and `budget_given` once are what the scenario gives, in the lines that are named.
    """

    hours: float
    hours_left: float
    budget: float
    budget_left: float
    slots_left: int
    hours_given: float = 0.0
    budget_given: float = 0.0
    hours_at: Line | None = None
    budget_at: Line | None = None


NOTHING = Purse(0.0, 0.0, 0.0, 0.0, 0)
"""What the public has to spend."""


@dataclass(frozen=True, slots=True)
class View:
    """What one team may know now; `team` is None for the public. `peacetime` is the situation in turn 0.

    This is the `round`th of `rounds` decisions. `risk` is None where nothing is rolled: before the crisis, and for the
    public.
    `passed` are the seats that changed hands since the last decision, `reopened` says that the facilitator's PIN did:
    everybody may know, as `retaken`, which says in words that turns were taken back, while they are played again.
    `returned` are orders that a ruling sent back, `rationales` the team's reasons for what lies on its tray, `slips`
    what it wrote on the private notes there. `unheard` are the numbers of its cards that are not among the choices
    yet, since nobody has heard of what they are aimed at, `unsorted` of those that are aimed at comments which are not
    sorted. `question` is what it may forecast this round and `foreseen` its answer in percent; `clock` are the seconds
    left of the round and whether they run, as they were last written down. `past` is, at ENDEX, all that was ever told.
    """

    scenario: str
    title: Words
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
    risk: Risk | None
    gauges: tuple[Gauge, ...]
    choices: tuple[Choice, ...]
    unheard: tuple[int, ...]
    unsorted: tuple[int, ...]
    tray: tuple[Choice, ...]
    purse: Purse
    table: tuple[SeatLine, ...]
    passed: tuple[Passed, ...]
    reopened: bool
    retaken: Message | None
    returned: tuple[Text, ...]
    rationales: Mapping[str, Text]
    slips: Mapping[str, Text]
    question: Message | None
    foreseen: int | None
    forecasts: tuple[Forecast, ...]
    clock: tuple[int, bool] | None
    objectives: tuple[Aim, ...]
    red_lines: tuple[Aim, ...]
    bulletins: tuple[Bulletin, ...]
    front: tuple[FrontPage, ...]
    past: tuple[Round, ...]
    hints: tuple[Hint, ...]
    history: Mapping[str, tuple[tuple[int, Change], ...]]
    curves: tuple[Curve, ...]
    polls: tuple[Poll, ...]
    result: Result | None

    @property
    def called(self) -> Text:
        """What the team is called whose view it is; nothing, where it is the public's."""
        return self.team_name or Text.of("")
