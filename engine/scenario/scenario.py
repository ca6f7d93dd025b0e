"""A scenario: the script of a crisis, as its author wrote it."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field, create_model

from engine.scenario.cards import Card
from engine.scenario.cast import Audience, Meter, Named, Narrative, Side, Team
from engine.scenario.fields import Id, Points, Words, Written
from engine.scenario.injects import Inject
from engine.scenario.parameters import PARAMETERS

Few = Field(min_length=1, max_length=12)


class Clock(Written):
    """The exercise's calendar. The world moves in turns; the table decides in rounds."""

    starts: str = Field(
        pattern=r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$",
        description="Date and hour of the first turn, as 2031-04-10 08:00.",
    )
    hours_per_turn: Literal[1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 168] = Field(description="How long a turn lasts.")
    turns: Annotated[int, Field(ge=1, le=60)] = Field(description="Number of turns.")
    short: list[Annotated[int, Field(ge=1, le=60)]] = Field(
        default_factory=list, description="Turns with a decision at short pace; the first must be 1."
    )

    def moment(self, turn: int) -> datetime:
        """Date and hour at which a turn opens."""
        return datetime.fromisoformat(self.starts) + timedelta(hours=self.hours_per_turn * (turn - 1))


Model = create_model(  # type: ignore[call-overload]
    "Model",
    __base__=Written,
    __doc__="Numbers of the model that this scenario sets otherwise; docs/MODEL.md explains each.",
    **{
        p.name: (
            Annotated[float, Field(ge=p.low, le=p.high)] | None,
            Field(None, description=f"{p.meaning} Default {p.default:.4g} {p.unit}."),
        )
        for p in PARAMETERS
    },
)


class Scenario(Written):
    """The script of a crisis."""

    schema_version: Literal[1] = Field(description="Version of this format.")
    id: Id = Field(description="Short name; also the file's name.")
    title: Words = Field(description="Title.")
    summary: Words = Field(description="What it is about, in two or three sentences.")
    content_note: Words | None = Field(None, description="What may distress, said before the exercise.")
    difficulty: Literal["introductory", "intermediate", "advanced"] = Field(
        "intermediate", description="For whom it is written."
    )
    clock: Clock = Field(description="The calendar.")
    freedom: Points = Field(50, description="Internet freedom of the contested space at STARTEX.")
    sides: Annotated[dict[Id, Side], Few] = Field(description="Those who win together.")
    audiences: Annotated[dict[Id, Audience], Few] = Field(description="Those whose opinion counts.")
    platforms: dict[Id, Named] = Field(default_factory=dict, description="Where things are said.")
    frames: dict[Id, Named] = Field(default_factory=dict, description="How things are put.")
    narratives: Annotated[dict[Id, Narrative], Few] = Field(description="The stories that spread.")
    teams: Annotated[dict[Id, Team], Field(min_length=1, max_length=8)] = Field(description="The seats.")
    meters: Annotated[dict[Id, Meter], Field(max_length=40)] = Field(
        default_factory=dict, description="The scenario's own meters."
    )
    flags: Annotated[dict[Id, Named], Field(max_length=60)] = Field(
        default_factory=dict, description="Things that are so or not."
    )
    cards: Annotated[dict[Id, Card], Field(max_length=200)] = Field(description="What teams may play.")
    injects: Annotated[dict[Id, Inject], Field(max_length=100)] = Field(default_factory=dict, description="The MSEL.")
    model: Model | None = Field(None, description="Numbers of the model that are set otherwise.")
