"""What a scenario says that its lessons are: a line of play from a real case, and claims about who does better."""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, GetPydanticSchema, field_validator, model_validator
from pydantic_core import PydanticCustomError, core_schema

from engine.language.messages import Message
from engine.scenario.fields import Id, Number, Words, Written, refuse
from engine.scenario.findings import quote
from engine.scenario.model import Model
from engine.scenario.rounds import Pace

Bot = Literal["silent", "loud", "hawk", "charmer", "censor", "listener", "prudent", "smart", "random"]
"""The bots that a claim may name: all that may sit at a table."""

MOST_OVERRIDES = 3
ID = r"[a-z][a-z0-9_]{0,47}"
ORDER = re.compile(rf"(?P<card>{ID})(?: *> *(?P<target>{ID}))?(?: +as +(?P<voice>{ID}))?")


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it is written: `card`, `card > target`, `card > target as voice`."""

    card: str
    target: str | None
    voice: str | None
    offsets: tuple[int, int, int]  # characters at which card, target and voice begin

    def __str__(self) -> str:
        """As it is written."""
        target = f" > {self.target}" if self.target else ""
        return f"{self.card}{target}{f' as {self.voice}' if self.voice else ''}"


def _parsed(written: str) -> Order:
    found = ORDER.fullmatch(written)
    if found is None:
        message = Message.of("value.order", written=quote(written))
        raise PydanticCustomError("said", "said", {"message": message, "hint": Message.of("value.order_hint")})
    starts = (found.start("card"), found.start("target"), found.start("voice"))
    return Order(found["card"], found["target"], found["voice"], starts)


def _order_schema(_source: object, _handler: object) -> core_schema.CoreSchema:
    return core_schema.no_info_after_validator_function(_parsed, core_schema.str_schema(max_length=200))


WrittenOrder = Annotated[Order, GetPydanticSchema(_order_schema)]
"""`card`, `card > target` or `card > target as voice`."""

Tray = Annotated[list[WrittenOrder], Field(max_length=8)]
Turn = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]?)$")]
Line = Annotated[
    dict[Turn, dict[Id, Tray]],
    Field(max_length=61, description="Turn -> team -> its orders; all others lay nothing."),
]


class Band(Written):
    """Where a meter was in the real case, and where the median of many games must be."""

    meter: Annotated[str, Field(max_length=160)] = Field(description="A meter, named as in conditions.")
    at: Annotated[int, Field(ge=0, le=60)] | Literal["peak", "trough", "end"] = Field(
        description="At the end of which turn; or its largest value, its least, or its last."
    )
    low: Number = Field(description="Least value.")
    high: Number = Field(description="Largest value, at most 15 above the least.")
    text: Words = Field(description="What the case says about it, with its figure.")


class Counter(Written):
    """What was not done in the real case, and would have led elsewhere."""

    text: Words = Field(description="What is done differently.")
    orders: Line
    outside: Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=1)] = Field(
        description="Bands that it does not reach, counted from 0."
    )


class Precedent(Written):
    """A line of play that follows a real case; the median of 1 000 games falls into each band."""

    title: Words = Field(description="The case, with its year.")
    source: Words = Field(description="Where its dates and figures can be read.")
    pace: Pace = Field("full", description="At which pace it is played.")
    model: Model | None = Field(None, description="At most three numbers of the model that it needs otherwise.")
    orders: Line
    bands: Annotated[list[Band], Field(min_length=1, max_length=20)] = Field(description="What must come of it.")
    counter: Counter = Field(description="The line that leads elsewhere.")

    @field_validator("model")
    @classmethod
    def _few_overrides(cls, model: Model | None) -> Model | None:
        if model is not None and len(model.model_fields_set) > MOST_OVERRIDES:
            refuse(Message.of("value.few_overrides", limit=MOST_OVERRIDES), Message.of("value.few_overrides_hint"))
        return model


class Claim(Written):
    """A lesson that can be proved false: in this seat, others at random, the first bot scores higher."""

    text: Words = Field(description="The lesson, in a sentence.")
    team: Id = Field(description="The seat.")
    better: Bot = Field(description="The bot that does better.")
    worse: Bot = Field(description="The bot that does worse.")

    @model_validator(mode="after")
    def _two_bots(self) -> "Claim":
        if self.better == self.worse:
            refuse(Message.of("value.claim_differs"), Message.of("value.claim_differs_hint"))
        return self
