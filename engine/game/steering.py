"""Writes down what is done to seats, PINs and seals, for the facilitator alone to read: nothing in the model moves."""

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
            counts = True
        case _:
            return
    if counts:
        papers.steered.append(Steered(match.turn, intent, (len(match.rewinds), len(match.log)), before))
