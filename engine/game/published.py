"""Polls that an institute publishes on the dates that the author set: all may read them, and nothing in the rules does.

They err as a poll does that a team asks for (docs/MODEL.md, "What a team may know"): their dice are nobody's.
"""

from collections.abc import Iterator

import numpy as np

from engine.game.match import Match
from engine.kernel import chance
from engine.kernel.state import State

INSTITUTE = ""
"""Whose dice they are: no team's."""
BITS, SPREAD = 12, 4096


def published(match: Match, meter: str) -> tuple[tuple[int, int], ...]:
    """Return the polls of an opinion that have been published by now: the turn, and what was found."""
    audience, _, side = meter.partition(".")
    turns = match.scenario.audiences[audience].published_polls.get(side, ())
    states = dict(_opened(match))
    return tuple((turn, _poll(match, turn, states[turn], meter)) for turn in sorted(set(turns)) if turn in states)


def _opened(match: Match) -> Iterator[tuple[int, State]]:
    for played in match.history:
        yield played.turn, played.opened
    if not match.ended:
        yield match.turn, match.state


def _poll(match: Match, turn: int, state: State, meter: str) -> int:
    book = match.book
    column = book.meters.index(meter) - book.at.opinion.start
    face = np.array([chance.face("poll", INSTITUTE, chance.name("meter", meter))], dtype=np.uint64)
    die = int(chance.roll(match.key(turn), face)[0])
    spread = (die % SPREAD - (die >> BITS) % SPREAD) / SPREAD
    found = float(state.meters[0, book.at.opinion][column]) + float(book.polls.bias[column])
    return round(min(max(found + spread * book.number["poll_error"], -100.0), 100.0))
