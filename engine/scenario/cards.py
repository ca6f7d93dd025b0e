"""Cards: what a team may play, a move or a social-media action."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from engine.language.messages import Message
from engine.scenario.effects import Effect
from engine.scenario.fields import Condition, Hours, Id, Number, Power, Words, Written, pick_one, refuse

Form = Literal[
    "listen", "guidance", "maintain", "post", "reply", "correction", "statement", "aid", "meet", "kopi_darat",
    "measure", "slip", "withhold", "walk_out",
]  # fmt: skip
FORMS: Mapping[Form, str] = {
    "listen": "Studies an audience.",
    "guidance": "Settles what may be said.",
    "maintain": "Keeps the case file, and what was posted.",
    "post": "Tells.",
    "reply": "Answers people, and clears backlog.",
    "correction": "Mends a falsehood.",
    "statement": "Takes an official position.",
    "aid": "Gives.",
    "meet": "Talks face to face, and gains from synergy.",
    "kopi_darat": "Meets bloggers in person.",
    "measure": "Administers or coerces.",
    "slip": "Hands another team a private note.",
    "withhold": "Refuses to comment.",
    "walk_out": "Leaves the talks.",
}
"""How a card works in the model. Replies, corrections and statements answer a story; the others leave it unanswered."""

Voice = Literal["institution", "personal", "diaspora", "influencer", "press"]
"""Who says it: the institution, one of its people in person, or somebody who carries it."""

Chosen = list[Id] | Literal["any"]


TargetKind = Literal["audience", "narrative", "team", "side", "comments"]
TARGETS: tuple[TargetKind, ...] = ("audience", "narrative", "team", "side", "comments")


class Target(Written):
    """What the team chooses with the order: one of these, or `any`."""

    audience: Chosen | None = Field(None, description="Audiences to choose from.")
    narrative: Chosen | None = Field(None, description="Stories to choose from.")
    team: Chosen | None = Field(None, description="Teams to choose from.")
    side: Chosen | None = Field(None, description="Sides to choose from.")
    comments: Chosen | None = Field(None, description="Comments to choose from: appearances and classes of the flood.")

    @model_validator(mode="after")
    def _one_kind(self) -> "Target":
        pick_one(vars(self), TARGETS)
        return self

    @property
    def kind(self) -> "TargetKind":
        """Which kind of thing is chosen."""
        return next(kind for kind in TARGETS if getattr(self, kind) is not None)

    @property
    def chosen(self) -> Chosen:
        """The ids to choose from, or `any`."""
        chosen: Chosen = getattr(self, self.kind)
        return chosen


FILED = {"reply", "correction", "statement"}
"""Forms that a case file shortens."""


class Cost(Written):
    """What an order takes, whatever comes of it."""

    hours: Hours = Field(0, description="Staff hours of this turn.")
    budget: Hours = Field(0, description="Budget, which does not renew.")


class Price(Written):
    """What an order does to the team's own meters, one and a half times on a backfire."""

    credibility: Number = Field(0, description="Points.")
    clarity: Number = Field(0, description="Points.")
    network: Number = Field(0, description="Points.")


CHANCE_WORDS = {
    "almost_certain": 0.9,
    "likely": 0.65,
    "even": 0.5,
    "unlikely": 0.3,
    "remote": 0.1,
}
"""Odds of a full success when all else is neutral. Our choice; the words are those of estimative language."""

Chance = (
    Annotated[float, Field(ge=0.01, le=0.99)]
    | Literal["certain", "almost_certain", "likely", "even", "unlikely", "remote"]
)


class Position(Written):
    """A statement of position; with `visible: parties` and a target team, a promise that only the two know."""

    lasts: Annotated[int, Field(ge=1, le=60)] = Field(description="Turns for which it binds, this one counted.")
    broken_by: list[Id] = Field(default_factory=list, description="Laying one of these cards breaks it.")
    broken_when: Condition | None = Field(None, description="It is broken when this holds at the end of a turn.")

    @model_validator(mode="after")
    def _can_break(self) -> "Position":
        if not self.broken_by and self.broken_when is None:
            refuse(Message.of("value.position_binds"), Message.of("value.position_binds_hint"))
        return self


class Card(Written):
    """A card; laid with its target it is an order."""

    name: Words = Field(description="Short name, an imperative: Tell the jobs story.")
    text: Words | None = Field(None, description="What it is, in a sentence or two.")
    kind: Literal["move", "social_media"] = Field(description="A move, or a social-media action.")
    power: Power | None = Field(None, description="Hard, soft or smart; needed for a move.")
    form: Form = Field(description="How it works in the model: see the list of forms.")
    voices: Annotated[list[Voice], Field(min_length=1, max_length=5)] = Field(
        ["institution"], description="Who may say it; one is chosen with the order."
    )
    function: Literal["represent", "negotiate", "protect", "advance"] | None = Field(
        None, description="Which function of diplomacy it serves."
    )
    frame: Id | None = Field(None, description="How it is put, one of the scenario's frames.")
    platform: Id | None = Field(None, description="Where, one of the scenario's platforms.")
    visible: Literal["public", "parties", "covert"] = Field(
        "public", description="Who sees it in the bulletin: all, own and target side, or the team alone."
    )
    target: Target | None = Field(None, description="What is chosen with the order.")
    about: Id | None = Field(
        None, description="The story it is about; default: the target, or the hottest that hurts the side."
    )
    aim: Id | None = Field(None, description="The side at which pressure, attraction or talk is directed.")
    cost: Cost = Field(Cost(), description="Always paid.")
    price: Price = Field(Price(), description="Own meters.")
    chance: Chance = Field("even", description="A word, a probability, or `certain` for no check.")
    judged: bool = Field(
        default=False, description="Its chance is final, whatever the circumstances, and it acts at once: for rulings."
    )
    needs: Condition | None = Field(None, description="May be played only while this holds; `own` is the team.")
    once: bool = Field(default=False, description="May be played once in an exercise, by each team that holds it.")
    locked: bool = Field(default=False, description="Available only after something unlocks it.")
    peacetime: Literal["no", "also", "only"] = Field("no", description="May it be played before the crisis, in turn 0?")
    after_listening: Id | None = Field(
        None, description="May be played only by a team that has listened to this audience; `target` is the chosen one."
    )
    pair: Id | None = Field(None, description="Its other half, which another team must lay in the same turn.")
    position: Position | None = Field(None, description="What it binds the team to.")
    treats: Literal["answer", "remove"] | None = Field(
        None, description="What it does with the chosen comments of a flood."
    )
    stands: bool = Field(default=False, description="Goes on through turns in which the table does not decide.")
    effects: list[Effect] = Field(default_factory=list, description="What it does.")
    teaches: list[Id] = Field(default_factory=list, description="Concepts of the glossary.")

    @model_validator(mode="after")
    def _power_of_a_move(self) -> "Card":
        if self.kind == "move" and self.power is None:
            refuse(Message.of("value.move_power"), Message.of("value.move_power_hint"))
        return self

    @model_validator(mode="after")
    def _fits_together(self) -> "Card":
        kind = self.target.kind if self.target else None
        if (self.treats is None) != (kind != "comments"):
            refuse(Message.of("value.treats_comments"), Message.of("value.treats_comments_hint"))
        if self.after_listening == "target" and kind != "audience":
            refuse(Message.of("value.listening_target"), Message.of("value.listening_target_hint"))
        if self.form == "slip" and (kind != "team" or self.visible != "parties"):
            refuse(Message.of("value.slip_to_a_team"), Message.of("value.slip_to_a_team_hint"))
        return self

    @property
    def uses_synergy(self) -> bool:
        """Smart and face-to-face cards gain from recent hard and soft work toward their aim."""
        return self.power == "smart" or self.form == "meet"
