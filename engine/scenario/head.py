"""What a library says of a scenario. How it is read stands in engine.scenario.heads."""

from typing import NamedTuple

from engine.scenario.rounds import deciding_turns
from engine.text import Text


class Head(NamedTuple):
    """Some facts of a scenario.

    `teaches` are concepts of the glossary, of injects and of those cards that a team holds; `coached` says that it
    gives hints, so that the table itself is learnt in it; `short` are the turns of its short pace, if it has one.
    """

    title: Text
    summary: Text
    difficulty: str
    first: int
    turns: int
    hours_per_turn: int
    seats: int
    teaches: frozenset[str]
    coached: bool
    short: tuple[int, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which it is told."""
        return tuple(lang for lang in self.title.languages if lang in self.summary.languages)

    def rounds(self, pace: str) -> int:
        """How often the table decides at a pace."""
        return len(deciding_turns(self.first, self.turns, self.short, pace))
