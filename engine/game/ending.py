"""The end of an exercise as everybody may read it: scores, what each team wanted, wrote down and foresaw."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.language.messages import Message, Words
from engine.scenario.lines import Line
from engine.text import Text

Became = Literal["success", "partial", "backfire", "kept_waiting", "waiting"]
"""What became of an order in the turn in which it was sealed."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a team held likely, in percent, and whether it came about; None as long as that is open.

    `moved` is from where to where what was asked about went, in points; None where nothing can be counted.
    """

    turn: int
    question: Message
    percent: int
    came: bool | None
    moved: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Deed:
    """An order that a team gave, and what became of it in a turn.

    `expected` is what it was worth by the odds and `drawn` what it was worth as it came out, 1 for a success; None
    where nothing was checked: `odds` are the chances in percent of success, partial success and backfire, `worth` what
    each of them is worth. `reason` is why it was laid, in the team's own words, `written` where its card stands.
    `note` is what the team wrote on a private note, which nobody but its reader is told, not at ENDEX either.
    """

    turn: int
    card: str
    card_name: Text
    target_name: Words | None
    outcome: Became
    expected: float | None
    drawn: float | None
    reason: Text | None
    odds: tuple[int, int, int] | None
    worth: tuple[float, float, float]
    written: Line | None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective or a red line of the team. At ENDEX `reached` says whether it was reached, or crossed.

    A red line may be crossed before that. `measure` says in words how an objective is judged at ENDEX; None for a red
    line. `now` are the numbers that the measure speaks of, as far as the team may know them; `met` says before ENDEX
    that an objective would be reached as things stand, where the team can tell. `written` is the line of the scenario
    that says how many points it is worth, or at how many it caps.
    """

    text: Text
    points: int
    reached: bool | None
    measure: Message | None
    now: tuple[Message, ...]
    met: bool = False
    written: Line | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A number that a part of a score is made of, as it stands at ENDEX, and the line where its start is written."""

    meter: str
    name: Words
    value: int
    starts_at: Line | None


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a reckoning: what is counted, in one part or several, and its figures.

    A "head" names the figures below it, a "sum" is what the lines before it come to, a "note" has no figure.
    """

    words: tuple[Words, ...]
    figures: tuple[Message, ...] = ()
    kind: Literal["line", "head", "sum", "note"] = "line"


@dataclass(frozen=True, slots=True)
class TeamResult:
    """A team's score at ENDEX, with its objectives and red lines revealed. Parts are 0..100.

    `human` says whether a person ever sat there. `deeds` are its orders, `forecasts` what it foresaw; `misjudged` is
    their Brier score, 0 the best. `grounds` are the numbers that each part is made of, where it is made of any;
    `reckoned` is how each part follows from them, and the score from the parts.
    """

    team: str
    name: Text
    side: Text
    human: bool
    score: int
    won: bool
    parts: Mapping[str, int]
    grounds: Mapping[str, tuple[Ground, ...]]
    reckoned: Mapping[str, tuple[Step, ...]]
    total: tuple[Step, ...]
    objectives: tuple[Aim, ...]
    red_lines: tuple[Aim, ...]
    checks: int
    expected: float
    realised: float
    deeds: tuple[Deed, ...]
    forecasts: tuple[Forecast, ...]
    misjudged: float | None


@dataclass(frozen=True, slots=True)
class Observation:
    """What the facilitator wrote down, in which turn, and what it is about."""

    turn: int
    team: Text | None
    inject: Text | None
    text: Text
    hot_wash: bool


@dataclass(frozen=True, slots=True)
class Result:
    """The end of the exercise: sides by score, then teams; for a table that plays together its score and grade.

    `sides_reckoned` is how the score of each side comes about, `whole` how that of the table does.
    `discussion` are questions for the debrief, `notes` the facilitator's real cases with their sources,
    `advice` how to run the exercise and read it.
    """

    together: tuple[int, str] | None
    discussion: tuple[Text, ...]
    notes: tuple[tuple[Text, Text], ...]
    advice: tuple[Text, ...]
    sides: tuple[tuple[Text, int, bool], ...]
    sides_reckoned: tuple[tuple[Step, ...], ...]
    whole: tuple[Step, ...]
    teams: tuple[TeamResult, ...]
    lost: tuple[Message, ...]
