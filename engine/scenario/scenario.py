"""A scenario: the script of a crisis, as its author wrote it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field

from engine.scenario.cards import Card
from engine.scenario.cast import (
    Audience,
    Comment,
    Frame,
    Meter,
    Named,
    Narrative,
    Note,
    Side,
    Team,
    Utterance,
)
from engine.scenario.coach import Mark
from engine.scenario.difficulty import USUAL, Difficulty
from engine.scenario.fields import Condition, Id, Points, Words, Written
from engine.scenario.injects import Inject
from engine.scenario.listed import MOST_DECKS
from engine.scenario.model import Model
from engine.scenario.precedent import Claim, Precedent
from engine.scenario.rounds import MOST_TURNS, deciding_turns, first_turn

Few = Field(min_length=1, max_length=12)
Texts = Annotated[list[Words], Field(max_length=20)]


class Clock(Written):
    """The exercise's calendar. The world moves in turns; the table decides in rounds."""

    starts: str = Field(
        pattern=r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$",
        description="Date and hour of the first turn, as 2031-04-10 08:00.",
    )
    hours_per_turn: Literal[1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 168] = Field(description="How long a turn lasts.")
    turns: Annotated[int, Field(ge=1, le=MOST_TURNS)] = Field(description="Number of turns.")
    short: list[Annotated[int, Field(ge=1, le=MOST_TURNS)]] = Field(
        default_factory=list, description="Turns with a decision at short pace; the first must be 1."
    )

    peacetime: Words | None = Field(
        None, description="Situation before the crisis; with it, there is a turn 0 in which stock is built."
    )

    @property
    def first(self) -> int:
        """The first turn: 0 where there is a peacetime, else 1."""
        return first_turn(peacetime=self.peacetime is not None)

    @property
    def length(self) -> int:
        """How many turns are played, that of peacetime counted."""
        return len(self.rounds("full"))

    def rounds(self, pace: str) -> Sequence[int]:
        """Turns with a decision, in order; where there is no short pace, they are all those of the full one."""
        return deciding_turns(self.first, self.turns, self.short, pace)

    def moment(self, turn: int) -> datetime:
        """Date and hour at which a turn opens."""
        return datetime.fromisoformat(self.starts) + timedelta(hours=self.hours_per_turn * (turn - 1))


class Scenario(Written):
    """The script of a crisis."""

    schema_version: Literal[1] = Field(description="Version of this format.")
    id: Id = Field(description="Short name; also the file's name.")
    title: Words = Field(description="Title.")
    summary: Words = Field(description="What it is about, in two or three sentences.")
    content_note: Words | None = Field(None, description="What may distress, said before the exercise.")
    difficulty: Difficulty = Field(USUAL, description="For whom it is written.")
    learning_objectives: Texts = Field(default_factory=list, description="What one can do after it.")
    discussion: Texts = Field(default_factory=list, description="Questions for the debrief.")
    notes: Annotated[list[Note], Field(max_length=60)] = Field(
        default_factory=list, description="Real cases for the facilitator."
    )
    advice: Texts = Field(default_factory=list, description="How to run it and read it: advice for the facilitator.")
    merges: Annotated[list[Annotated[list[Id], Field(min_length=2, max_length=8)]], Field(max_length=8)] = Field(
        default_factory=list, description="Seats that one person may take together."
    )
    drop_first: Annotated[list[Id], Field(max_length=8)] = Field(
        default_factory=list, description="Seats to leave to bots, the first of them first."
    )
    scored: Literal["against", "together"] = Field("against", description="Do sides win, or the table as a whole?")
    decks: Annotated[list[Id], Field(max_length=MOST_DECKS)] = Field(
        default_factory=list, description="Decks whose cards, frames and platforms it takes over."
    )
    clock: Clock = Field(description="The calendar.")
    freedom: Points = Field(50, description="Internet freedom of the contested space at STARTEX.")
    sides: Annotated[dict[Id, Side], Few] = Field(description="Those who win together.")
    audiences: Annotated[dict[Id, Audience], Few] = Field(description="Those whose opinion counts.")
    platforms: dict[Id, Named] = Field(default_factory=dict, description="Where things are said.")
    frames: dict[Id, Frame] = Field(default_factory=dict, description="How things are put.")
    narratives: Annotated[dict[Id, Narrative], Few] = Field(description="The stories that spread.")
    teams: Annotated[dict[Id, Team], Field(min_length=1, max_length=8)] = Field(description="The seats.")
    meters: Annotated[dict[Id, Meter], Field(max_length=40)] = Field(
        default_factory=dict, description="The scenario's own meters."
    )
    flags: Annotated[dict[Id, Named], Field(max_length=60)] = Field(
        default_factory=dict, description="Things that are so or not."
    )
    casualties: Condition | None = Field(None, description="While it holds, light frames are tone-deaf.")
    appearances: Annotated[dict[Id, Named], Field(max_length=20)] = Field(
        default_factory=dict, description="What comments of a flood look like before it is sorted."
    )
    comments: Annotated[dict[Id, Comment], Field(max_length=20)] = Field(
        default_factory=dict, description="The classes of comments in a flood."
    )
    feed: Annotated[dict[Id, Utterance], Field(max_length=400)] = Field(
        default_factory=dict, description="Voices in the crowd that react to the state."
    )
    cards: Annotated[dict[Id, Card], Field(max_length=200)] = Field(description="What teams may play.")
    injects: Annotated[dict[Id, Inject], Field(max_length=100)] = Field(default_factory=dict, description="The MSEL.")
    coach: Annotated[list[Mark], Field(max_length=40)] = Field(
        default_factory=list, description="Hints for those who learn the table, in the order in which they are given."
    )
    model: Model | None = Field(None, description="Numbers of the model that are set otherwise.")
    precedent: Precedent | None = Field(None, description="A real case, played again.")
    claims: Annotated[list[Claim], Field(max_length=20)] = Field(
        default_factory=list, description="Who does better than whom, and what that teaches."
    )
