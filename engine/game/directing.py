"""What the facilitator does to the course of an exercise: intents like those of the table, but nobody else may."""

from dataclasses import dataclass

from engine.scenario.rounds import Pace


@dataclass(frozen=True, slots=True)
class Fire:
    """Let an inject fire in the present turn, whatever its date and its condition."""

    inject: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep an inject from firing until it is released or fired."""

    inject: str


@dataclass(frozen=True, slots=True)
class Release:
    """Let an inject that was held or skipped follow its date and its condition again."""

    inject: str


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave an inject out of this exercise."""

    inject: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Add injects and cards by a fragment of YAML (engine.scenario.fragments), or rewrite injects yet to fire."""

    text: str


@dataclass(frozen=True, slots=True)
class Unseal:
    """Give a team its sealed orders back."""

    team: str


@dataclass(frozen=True, slots=True)
class SetPace:
    """Decide every turn, or at the author's turns only, from the next turn on."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class Retract:
    """Take back the facilitator's last intervention of this turn that still stands; both stay on record."""


@dataclass(frozen=True, slots=True)
class Rewind:
    """Stand again where `turn` had just opened. `fresh` rolls other dice from there on.

    With `branch` nothing is taken back: it is where a branch goes its own way.
    """

    turn: int
    fresh: bool
    branch: bool = False


Ruling = Fire | Hold | Release | Skip | Rule
Directing = Ruling | Unseal | SetPace | Retract | Rewind

RETRACTABLE = (Fire, Hold, Release, Rule, SetPace, Skip)
"""What can be taken back alone; the other things that a facilitator does have their opposite."""
