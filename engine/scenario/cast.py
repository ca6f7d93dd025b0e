"""Who and what the crisis is about: sides, audiences, narratives, teams, and the scenario's own meters."""

from typing import Annotated, Literal

from pydantic import Field

from engine.scenario.effects import Effect
from engine.scenario.fields import (
    Amount,
    Condition,
    Hours,
    Id,
    Number,
    Opinion,
    Points,
    Share,
    Truth,
    Words,
    Written,
)
from engine.scenario.rounds import MOST_TURNS

Slant = Annotated[float, Field(ge=-4, le=4)]


class Named(Written):
    """Something that only needs a name: a platform, a frame, a flag."""

    name: Words = Field(description="Name to show.")
    text: Words | None = Field(None, description="Explanation.")


class Side(Written):
    """Teams that win together."""

    name: Words = Field(description="Name of the side.")
    relations: dict[Id, Opinion] = Field(
        default_factory=dict,
        description="Other side -> relations at STARTEX, -100 to 100; write each pair once.",
    )


class Audience(Written):
    """People whose opinion counts."""

    name: Words = Field(description="Name of the audience.")
    text: Words | None = Field(None, description="Who they are, in a sentence.")
    home: Id | None = Field(None, description="Side in whose country they live; others are foreign to it.")
    opinion: dict[Id, Opinion] = Field(default_factory=dict, description="Side -> opinion at STARTEX; default 0.")
    listens_to: dict[Id, Share] = Field(
        default_factory=dict,
        description="Audience -> share of attention; all together at most 1, the rest is itself.",
    )
    fit: dict[Id, Share] = Field(
        default_factory=dict,
        description="Platform, frame or voice -> how well it fits here, 0 to 1, default 0.5; hidden until listened to.",
    )
    poll_bias: dict[Id, Opinion] = Field(
        default_factory=dict, description="Side -> points by which asking errs; listening does not."
    )
    published_polls: dict[Id, list[Annotated[int, Field(ge=1, le=MOST_TURNS)]]] = Field(
        default_factory=dict,
        description="Side -> turns in which a poll of these people is published, for the board and every team.",
    )
    weight: Annotated[float, Field(ge=0, le=10)] = Field(1, description="How much it counts in the score.")


class Narrative(Written):
    """A story that spreads."""

    name: Words = Field(description="Name of the story.")
    text: Words | None = Field(None, description="What it says.")
    heat: Points = Field(0, description="Volume at STARTEX, 0 to 100.")
    stage: Literal["cyber", "grassroots", "public"] = Field("cyber", description="Rung of the activism ladder.")
    hurts: dict[Id, Slant] = Field(
        default_factory=dict, description="Side -> how strongly it hurts (1 is usual, negative helps)."
    )
    among: dict[Id, Share] = Field(
        default_factory=dict, description="Audience -> how much it moves them, 0 to 1; default 1 for all."
    )
    feeds: dict[Id, Share] = Field(
        default_factory=dict, description="Other story -> share of this one's heat that sparks it each turn."
    )
    truth: Truth = Field("contested", description="False stories spread faster.")
    grievance: Literal["real", "none"] = Field("none", description="Is there a real grievance behind it?")


class Frame(Named):
    """How things are put."""

    light: bool = Field(default=False, description="Economic, cultural or festive: out of place amid casualties.")


class Comment(Written):
    """A class of comments in a flood. In its effects `own` is the team that answers, removes or leaves them."""

    name: Words = Field(description="Name of the class.")
    text: Words | None = Field(None, description="Who writes them, and why.")
    looks_like: Id = Field(description="Its appearance, which other classes may share until the flood is sorted.")
    share: Amount = Field(description="How many there are beside the other classes; below 0 counts as 0.")
    if_answered: list[Effect] = Field(default_factory=list, description="What answering them does.")
    if_removed: list[Effect] = Field(default_factory=list, description="What removing them does.")
    if_left: list[Effect] = Field(default_factory=list, description="What leaving them does, each turn.")


class Utterance(Written):
    """A voice in the crowd; it moves nothing, and is heard when its time has come."""

    who: Words = Field(description="Who says so.")
    text: Words = Field(description="What is said; abuse is a label, never written out.")
    kind: Literal["question", "threat", "joke", "rumour", "organised", "bystander", "praise", "news"] = Field(
        description="What sort of voice it is."
    )
    about: Id | None = Field(None, description="The story it is about.")
    when: Condition | None = Field(None, description="Heard only while this holds; over what is in the open.")


class Note(Written):
    """A dated real case for the facilitator."""

    text: Words = Field(description="What happened: dates and figures.")
    source: Words = Field(description="Where it can be read.")


class Objective(Written):
    """Something a seat wants; hidden from the others until ENDEX."""

    text: Words = Field(description="What is wanted.")
    when: Condition = Field(description="Holds at ENDEX when it is reached; `own` is the team.")
    points: Annotated[float, Field(gt=0, le=100)] = Field(description="What it is worth beside the others.")


class RedLine(Written):
    """An act of the seat's own that its side cannot live with; it caps that side's score."""

    text: Words = Field(description="What must not be done.")
    cards: list[Id] = Field(min_length=1, description="Playing one of these crosses the line.")
    when: Condition | None = Field(None, description="Only while this holds.")
    cap: Points = Field(40, description="Largest score of the side once crossed.")


class Team(Written):
    """A seat at the table."""

    name: Words = Field(description="Name of the team.")
    side: Id = Field(description="Its side.")
    level: Literal["ministry", "embassy", "government", "company", "citizens", "platform", "organisation"] = Field(
        description="What kind of actor it is."
    )
    brief: Words = Field(description="What the team is told at STARTEX, for its eyes only.")
    hours: Hours = Field(description="Staff hours each turn.")
    budget: Hours = Field(0, description="Budget for the whole exercise.")
    credibility: Points = Field(50, description="Are they believed?")
    clarity: Points = Field(50, description="Policy clarity: who knows what may be said?")
    network: Points = Field(0, description="Partners who will speak for the team.")
    backlog: Hours = Field(0, description="Unanswered inbound work at STARTEX, in hours.")
    file: Points = Field(0, description="Case file at STARTEX: what makes later answers cheaper.")
    channels: dict[Id, Annotated[float, Field(gt=0, le=100)]] = Field(
        default_factory=dict,
        description="Platform -> skill on it, for the channels that are open. Default: all at 50, with no upkeep.",
    )
    holds: list[Id] = Field(default_factory=list, description="The cards it may play.")
    mission: Amount | None = Field(None, description="Part of its score: a value of 0 to 100 at ENDEX.")
    objectives: dict[Id, Objective] = Field(default_factory=dict, description="Hidden objectives.")
    red_lines: dict[Id, RedLine] = Field(default_factory=dict, description="What it must not do.")


class Drift(Written):
    """What moves a meter each turn of itself."""

    by: Amount = Field(description="Added each turn, once the orders have taken effect; `10%` is a share of the meter.")
    when: Condition | None = Field(None, description="Only while this holds.")
    because: Words = Field(description="Reason to show.")


class Meter(Written):
    """A meter of the scenario's own: people reached, sales, agreement, leverage."""

    name: Words = Field(description="Name of the meter.")
    text: Words | None = Field(None, description="What it measures.")
    unit: Words | None = Field(None, description="Unit to show.")
    start: Number = Field(0, description="Value at STARTEX.")
    range: Annotated[list[Number], Field(min_length=2, max_length=2)] = Field(description="Least and largest value.")
    known_to: list[Id] | Literal["public"] = Field("public", description="Teams that see it, or `public`.")
    each_turn: list[Drift] = Field(default_factory=list, description="What moves it each turn of itself.")
