"""When the table decides, and what a turn is called: known without the models of a scenario, for the library too."""

from collections.abc import Sequence
from typing import Literal

from engine.language.messages import Message

Pace = Literal["full", "short"]
"""Whether the table decides in every turn, or in those alone that the author lists."""
MOST_TURNS = 60


def first_turn(*, peacetime: bool) -> int:
    """Return the first turn: 0 where there is a time before the crisis, else 1."""
    return 0 if peacetime else 1


def deciding_turns(first: int, turns: int, short: Sequence[int], pace: str) -> Sequence[int]:
    """Return the turns with a decision, in order; where there is no short pace, they are all those of the full one.

    A time before the crisis always has its decision. Turns past MOST_TURNS, which no scenario has, are not counted.
    """
    if pace == "full" or not short:
        return range(first, min(turns, MOST_TURNS) + 1)
    return (*range(first, 1), *short)


def turn_noun(turn: int) -> Message:
    """Name a turn as what is opened, closed or taken back; what precedes the crisis is a round of its own."""
    return Message.of("screen.turn", n=turn) if turn else Message.of("screen.round_before")
