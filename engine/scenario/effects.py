"""What a card, inject or rule can do: few verbs, one a list entry, each with the same modifiers."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from engine.language.messages import Message
from engine.scenario.fields import Amount, Condition, Id, Number, Outcome, Turns, Words, Written, pick_one, refuse

Slants = Annotated[
    dict[Id, Annotated[float, Field(ge=-4, le=4)]],
    Field(description="Side -> how strongly the story hurts it (1 is usual, negative helps it)."),
]


class Shift(Written):
    """Move a meter: `meter`, `opinion_of` with `among`, or `relations`; by an amount, or toward a value."""

    meter: str | None = Field(
        None,
        pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){0,2}$",
        description="A meter of the scenario, `freedom`, or TEAM.credibility, .clarity, .network, .file, .expectation, "
        ".backlog, .hours, .budget or .channel.PLATFORM; TEAM may be `own` or `target`.",
    )
    opinion_of: Id | None = Field(None, description="Side whose standing moves; `own` is the side of the team.")
    among: Id | None = Field(None, description="Audience whose opinion moves; `target`, or `all`.")
    relations: list[Id] | None = Field(None, min_length=2, max_length=2, description="The two sides.")
    by: Amount | None = Field(None, description="How much; with `to`, at most this much in that direction.")
    to: Number | None = Field(None, description="Value that the meter moves toward.")

    @model_validator(mode="after")
    def _complete(self) -> "Shift":
        pick_one(vars(self), ("meter", "opinion_of", "relations"))
        if (self.opinion_of is None) != (self.among is None):
            refuse(Message.of("value.opinion_among"), Message.of("value.opinion_among_hint"))
        if self.by is None and self.to is None:
            refuse(Message.of("value.by_or_to"), Message.of("value.by_or_to_hint"))
        return self


class Spark(Written):
    """Add heat to a story; what is hot already takes up less."""

    narrative: Id = Field(description="The story; `target` is the one chosen with the order.")
    by: Amount = Field(description="Points of heat, or a percentage of the present heat.")


class Cool(Written):
    """Take heat from a story."""

    narrative: Id = Field(description="The story; `target` is the one chosen with the order.")
    by: Amount = Field(description="Points of heat, or a percentage of the present heat.")


class Block(Written):
    """Block the story's keywords for three turns; heat comes back after, the more so where speech is free."""

    narrative: Id = Field(description="The story; `target` is the one chosen with the order.")


class Retarget(Written):
    """Change whom a story hurts. Of several in one turn the strongest wins; a tie changes nothing."""

    narrative: Id = Field(description="The story; `target` is the one chosen with the order.")
    hurts: Slants
    strength: float = Field(1, gt=0, le=10, description="Which re-target wins when several meet.")


class Reveal(Written):
    """Learn what an audience thinks, or who is in a flood of comments; it is known from the next turn.

    Listening finds the true opinion within a small error, the smaller the longer one listens. Asking is a poll, with
    the audience's bias.
    """

    audience: Id | None = Field(None, description="The audience; `target`, or `all`.")
    how: Literal["listening", "asking"] = Field("listening", description="By listening, or by asking for a poll.")
    comments: Literal[True] | None = Field(None, description="Sort the flood of comments into its classes.")
    to: Id | None = Field(None, description="Team that learns it; `all` publishes it. Default: the team itself.")

    @model_validator(mode="after")
    def _one_thing(self) -> "Reveal":
        pick_one(vars(self), ("audience", "comments"))
        return self


class Prepare(Written):
    """Prepare a card of the team's own: laid next, it suffers no delay, takes less time and is surer."""

    card: Id = Field(description="The card.")


class Share(Written):
    """Share what the team has heard; it is known to the others from the next turn."""

    to: Id = Field(description="A team, `mates` for all of the own side, or `target`.")


class Suspend(Written):
    """Keep teams off a platform for some turns after this one."""

    team: Id = Field(description="The team; `own`, `target`, or `all`.")
    platform: Id = Field(description="The platform, or `all`.")
    turns: int = Field(ge=1, le=60, description="For how many turns.")


class Expose(Written):
    """A phished account: what the team writes down leaks more often for some turns. 0 turns make it safe again."""

    team: Id = Field(description="The team; `own`, `target`, or `all`.")
    turns: int = Field(ge=0, le=60, description="For how many turns; 0 secures it, and securing wins.")


class Gate(Written):
    """Unlock or close a card."""

    card: Id = Field(description="The card.")
    team: Id | None = Field(None, description="Only for this team. Default: for every team that holds it.")


class Schedule(Written):
    """Set the date of an inject; its `when` must hold at that turn."""

    inject: Id = Field(description="The inject.")
    after: int = Field(1, ge=1, le=60, description="In how many turns.")


VERBS = (
    "shift",
    "spark",
    "cool",
    "block",
    "retarget",
    "reveal",
    "unlock",
    "close",
    "raise",
    "clear",
    "schedule",
    "prepare",
    "share",
    "suspend",
    "expose",
)


class Effect(Written):
    """One verb and its modifiers.

    Effects that add (shift, spark, cool) are scaled by the outcome of the check, unless `on` names
    outcomes: then they count in full on those. The other verbs happen on success, unless `on` says otherwise.
    """

    shift: Shift | None = Field(None, description="Move a meter.")
    spark: Spark | None = Field(None, description="Add heat to a story.")
    cool: Cool | None = Field(None, description="Take heat from a story.")
    block: Block | None = Field(None, description="Block a story's keywords.")
    retarget: Retarget | None = Field(None, description="Change whom a story hurts.")
    reveal: Reveal | None = Field(None, description="Learn what an audience thinks, or who is in a flood.")
    unlock: Gate | None = Field(None, description="Make a locked card available.")
    close: Gate | None = Field(None, description="Take a card away; closing beats unlocking.")
    raise_: Id | None = Field(None, alias="raise", description="Raise a flag.")
    clear: Id | None = Field(None, description="Clear a flag; clearing beats raising.")
    schedule: Schedule | None = Field(None, description="Set the date of an inject.")
    prepare: Prepare | None = Field(None, description="Prepare a card of the team's own.")
    share: Share | None = Field(None, description="Share what the team has heard.")
    suspend: Suspend | None = Field(None, description="Keep teams off a platform.")
    expose: Expose | None = Field(None, description="Make a team's papers leak more often, or secure them.")

    on: list[Outcome] | Outcome | None = Field(None, description="Only on these outcomes, and then in full.")
    when: Condition | None = Field(None, description="Only while this holds as the effect is worked out.")
    after: Turns = Field(0, description="Arrives at the opening of this many turns later; 0 is at once.")
    spread: int = Field(1, ge=1, le=20, description="In equal parts over this many turns; shift, spark and cool only.")
    because: Words | None = Field(None, description="Reason to show; default: the name of the card or inject.")

    @model_validator(mode="after")
    def _one_verb(self) -> "Effect":
        written = {("raise" if name == "raise_" else name): value for name, value in vars(self).items()}
        pick_one(written, VERBS)
        if self.spread > 1 and not self.adds:
            refuse(Message.of("value.spread"), Message.of("value.spread_hint"))
        return self

    @property
    def verb(self) -> str:
        """Which of VERBS this effect is."""
        return next(name for name in VERBS if getattr(self, "raise_" if name == "raise" else name) is not None)

    @property
    def outcomes(self) -> tuple[str, ...] | None:
        """The outcomes named by `on`, or None."""
        if self.on is None:
            return None
        return (self.on,) if isinstance(self.on, str) else tuple(self.on)

    @property
    def adds(self) -> bool:
        """Whether it adds to a number, and does not set anything."""
        return self.verb in {"shift", "spark", "cool"}

    def happens_on(self, outcome: str) -> bool:
        """Whether it happens on an outcome: one that `on` names; else on a success, and what adds on any check."""
        if self.outcomes:
            return outcome in self.outcomes
        return outcome == "success" or (self.adds and outcome != "kept_waiting")
