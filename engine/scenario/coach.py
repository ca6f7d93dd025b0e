"""Coach marks: what a tutorial says beside a region of the team's room, at the turn where it matters."""

from typing import Annotated, Literal

from pydantic import Field

from engine.scenario.fields import Id, Words, Written

Region = Literal["inbox", "stories", "standing", "cards", "tray", "seal"]
"""Regions of the room, as the registry of actions calls them."""


class Mark(Written):
    """A short hint that points at a region."""

    at: Region = Field(description="What it points at.")
    turn: Annotated[int, Field(ge=0, le=60)] = Field(1, description="Turn in which it is given.")
    to: list[Id] | Literal["all"] = Field("all", description="Teams that are given it.")
    text: Words = Field(description="What it says, in two or three short sentences.")

    def reaches(self, team: str | None, turn: int) -> bool:
        """Whether a team is given it in a turn; the public never is."""
        return team is not None and turn == self.turn and (self.to == "all" or team in self.to)
