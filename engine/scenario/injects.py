"""Injects: what reaches the table from outside, by date or because a condition holds."""

from typing import Annotated, Literal

from pydantic import Field

from engine.scenario.effects import Effect
from engine.scenario.fields import Condition, Id, Words, Written
from engine.text import Text


class Expects(Written):
    """An answer that is expected from those to whom the inject is addressed."""

    any: list[Id] = Field(min_length=1, description="Playing any of these cards is an answer.")
    within: int = Field(1, ge=1, le=60, description="Turns to answer, this one counted.")
    if_missed: list[Effect] = Field(default_factory=list, description="What silence does.")


class Inject(Written):
    """An entry of the MSEL."""

    name: Words = Field(description="What it is called.")
    text: Words = Field(description="What is read out.")
    headline: Words | None = Field(
        None, description="Who did what, as the press prints it; without it, the name behind the sender."
    )
    sender: Words | None = Field(None, description="Who says so.")
    turn: Annotated[int, Field(ge=1, le=60)] | None = Field(
        None, description="First turn at which it is due; without it, something must schedule it."
    )
    until: Annotated[int, Field(ge=1, le=60)] | None = Field(
        None, description="Last turn at which it may fire; default: the first."
    )
    when: Condition | None = Field(None, description="Fires at the first due turn where this holds.")
    to: list[Id] | Literal["all", "nobody"] = Field(
        "all", description="Teams that receive it; `nobody` where it only happens, and no team is told why."
    )
    expects: Expects | None = Field(None, description="An answer that is expected.")
    effects: list[Effect] = Field(default_factory=list, description="What it does when it fires.")
    teaches: list[Id] = Field(default_factory=list, description="Concepts of the glossary.")

    @property
    def said_by(self) -> Text | None:
        """Who says so; None where that is blank."""
        return None if self.sender is None or self.sender.blank else self.sender

    def reaches(self, team: str | None) -> bool:
        """Whether a team receives it; None for the public, which reads what all receive."""
        return self.to == "all" or (isinstance(self.to, list) and team in self.to)
