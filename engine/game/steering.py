"""Writes down what is done to seats, PINs and seals, for the facilitator alone to read: nothing in the model moves.

And when a facilitator's first PIN that was set late opens the console.
"""

from engine.game.course import Closed
from engine.game.intents import FACILITATOR, Conduct, Intent, LockLate, PassSeat, Seal, SetPin
from engine.game.match import Match
from engine.game.papers import Steered


def steer(match: Match, by: str, intent: Intent) -> None:
    """Write down what is about to be done, where it changes something that the team concerned has not done itself."""
    papers, before = match.papers, None
    match intent:
        case PassSeat(team, seat):
            before = match.seats[team]
            counts = seat != before
        case Seal():
            counts = by == FACILITATOR
        case SetPin(who):  # a team chooses its first one itself
            counts = who in papers.locks
        case Conduct(on):
            counts = on != papers.conducted
        case LockLate():
            counts, papers.unread = True, frozenset(match.sealed)
        case _:
            return
    if counts:
        papers.steered.append(Steered(match.turn, intent, (len(match.rewinds), len(match.log)), before))


def touched(match: Match) -> bool:
    """Whether anything that only one team may know was laid, foreseen or sealed in this exercise."""
    return bool(match.history or match.sealed or any(match.trays.values()) or match.papers.foresights)


def held_back(match: Match) -> bool:
    """Whether a first PIN that was set late opens nothing yet: not in its turn, nor before all teams have read of it.

    Who had sealed reads of it at the next hand-over, and has once its orders are sealed again. Somebody who sets a PIN
    of his own and seals last is so never alone at the console before the others know. A seat that is passed meanwhile
    opens nothing sooner than the end of that round.
    """
    late = match.papers.late
    if late is None or match.ended or late == match.turn:
        return late is not None and not match.ended
    decided = any(isinstance(event, Closed) and event.turn > late and event.people for event in match.log)
    return not decided and not match.papers.unread <= match.sealed
