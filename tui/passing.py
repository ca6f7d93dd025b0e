"""Words for a seat that changes hands: before it is passed, and for all who read of it."""

from engine.game.seats import Seat
from engine.game.view import Passed, SeatLine
from engine.language.messages import Message
from tui.words import sits_of, team_of


def passed_of(passed: Passed) -> Message:
    """Say that a seat was passed."""
    return Message.of(
        "seat.passed", team=team_of(passed.line), before=sits_of(passed.before), seat=sits_of(passed.seat)
    )


def passing_of(line: SeatLine, seat: Seat, *, guarded: bool) -> Message:
    """Say what comes of passing a seat, and where no PIN of the facilitator's guards it, that anybody could."""
    code = "screen.seating.to" if guarded else "screen.seating.to_unguarded"
    return Message.of(code, team=team_of(line), seat=sits_of(str(seat)))
