"""A team's hand, as plain frozen data: what may be laid, its chances, and why they are so."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.language.messages import Message, Words
from engine.scenario.lines import Line
from engine.text import Text

if TYPE_CHECKING:  # what is shown of a hand needs no models
    from engine.scenario.cards import Card

GROUPS = ("hard", "soft", "smart", "social")
"""Under which cards are listed and numbered, in order: the powers, and social media."""


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances in percent. Before the team has listened only the band of success is known."""

    success: int
    partial: int
    backfire: int
    low: int
    high: int
    known: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One reason for the odds, with its direction: -2..2.

    `without` is the chance of success in percent that there would be without it; None where the odds are a band.
    """

    reason: Message
    weight: int
    without: int | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """What the scenario writes of a card: hours, budget and its chance of success in percent, with their lines.

    `chance` is None where nothing is checked. `shorter` says what has made its hours fewer by now.
    """

    hours: float
    budget: float
    chance: int | None
    cost_at: Line | None
    chance_at: Line | None
    shorter: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A card with its target and its voice, as it may be laid. `why_not` says what stands against it now.

    `moves` are the meters that a success moves, up (1) or down (-1); `facts` say what it needs of others and what it
    binds to; `fits` say what of it suits the audience; `answers`, that it answers a letter whose answer is due. Hours
    and budget may be halves. `stands` are the turns in which it would go on and be paid until there is a decision
    again, this one counted; 0 for a card that does not stand. `number` is that of the card, the same through the whole
    exercise, so that it can be written on paper. `script` is what the scenario writes of it.
    """

    number: int
    card: str
    target: str | None
    voice: str
    name: Text
    target_name: Words | None
    text: Text | None
    kind: Literal["move", "social_media"]
    power: Literal["hard", "soft", "smart"] | None
    form: str
    platform: Text | None
    visible: Literal["public", "parties", "covert"]
    hours: float
    budget: float
    moves: tuple[tuple[Words, int], ...]
    facts: tuple[Message, ...]
    answers: bool
    odds: Odds
    terms: tuple[Term, ...]
    fits: tuple[Term, ...]
    stands: int
    until_endex: bool
    once: bool
    on_tray: bool
    why_not: Message | None
    teaches: tuple[str, ...]
    script: Script


def groups_of(card: "Choice | Card") -> tuple[str, ...]:
    """Return of which GROUPS a card is: its power, and social media, which many a card of a power uses."""
    return (*([card.power] if card.power else []), *(["social"] if card.kind == "social_media" else []))


def group_of(card: "Choice | Card") -> str:
    """Return under which of its groups a card is listed where all are: whoever looks for a post looks there."""
    return groups_of(card)[-1]
