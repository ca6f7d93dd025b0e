"""Words for what changed at the table itself: before a seat is passed, and for all who read of it."""

from collections.abc import Sequence

from engine.game.seats import HUMAN, Seat
from engine.game.view import Passed, SeatLine, View
from engine.language.messages import Message
from tui.locks import REOPENED
from tui.words import sits_of, team_of

PERSON = str(HUMAN)


def news_of(view: View) -> tuple[Message, ...]:
    """Say what everybody must know of the table: of the facilitator's PIN, of turns taken back, of seats passed."""
    back = (view.retaken,) if view.retaken else ()
    return (*((REOPENED,) if view.reopened else ()), *back, *(_passed_of(each) for each in view.passed))


def _passed_of(passed: Passed) -> Message:
    return Message.of(
        "seat.passed", team=team_of(passed.line), before=sits_of(passed.before), seat=sits_of(passed.seat)
    )


def taken_over(view: View, team: str) -> bool:
    """Whether a person sits at a team since the last decision, at which nobody or a bot sat before."""
    return any(each.line.team == team and each.seat == PERSON != each.before for each in view.passed)


def passing_of(line: SeatLine, seat: Seat, *, guarded: bool) -> Message:
    """Say what comes of passing a seat, and where no PIN of the facilitator's guards it, that anybody could."""
    code = "screen.seating.to" if guarded else "screen.seating.to_unguarded"
    return Message.of(code, team=team_of(line), seat=sits_of(str(seat)))


def doubt_of(changes: Sequence[tuple[SeatLine, Seat]], *, guarded: bool) -> Message:
    """The same for one seat or several."""
    if len(changes) == 1:
        return passing_of(*changes[0], guarded=guarded)
    code = "screen.seating.several" if guarded else "screen.seating.several_unguarded"
    return Message.of(code, changes=_each(changes))


def came_of(done: Sequence[tuple[SeatLine, Seat]], refused: Sequence[tuple[SeatLine, Message]]) -> Message | None:
    """Say which seats were passed, and to whom, and which were not, and why; None where there was nothing to do."""
    said = Message.of("screen.seating.done", changes=_each(done)) if done else None
    for reason in dict.fromkeys(why for _, why in refused):
        teams = tuple(team_of(line) for line, why in refused if why == reason)
        kept = Message.of("screen.seating.refused", teams=teams, reason=reason)
        said = Message.of("screen.seating.and", before=said, then=kept) if said else kept
    return said


def _each(changes: Sequence[tuple[SeatLine, Seat]]) -> tuple[Message, ...]:
    return tuple(
        Message.of("screen.seating.each", team=team_of(line), seat=sits_of(str(seat))) for line, seat in changes
    )
