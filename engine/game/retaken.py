"""Says that turns were taken back, to everybody, for as long as they are played again."""

from engine.game.course import Closed, Rewound
from engine.game.match import Match
from engine.language.messages import Message
from engine.scenario.rounds import turn_noun


def retaken(match: Match) -> Message | None:
    """Say which turns were taken back when the open turn was, and whether their dice are the same; else None.

    It is made of which turns were closed and when, which all can see, and of nothing that was done in them.
    """
    backs = enumerate(match.rewinds)
    taken = [at for at, back in backs if not back.to.branch and back.to.turn <= match.turn <= _last(back)]
    if match.ended or not taken:
        return None
    first, last = match.rewinds[taken[-1]].to.turn, _last(match.rewinds[taken[-1]])
    fresh = any(back.to.fresh and back.to.turn <= match.turn for back in match.rewinds[taken[-1] :])
    code = f"retaken.{'turn' if first == last else 'turns'}_{'fresh' if fresh else 'same'}"
    return Message.of(code, turn=turn_noun(first), last=last)


def branched(match: Match) -> int | None:
    """Return the turn from which the exercise is a branch; None where it is none."""
    return next((back.to.turn for back in reversed(match.rewinds) if back.to.branch), None)


def _last(back: Rewound) -> int:
    """Return the last turn that was taken back: the last that was closed, or the one that opens anew."""
    return max([back.to.turn, *(event.turn for event in back.log if isinstance(event, Closed))])
