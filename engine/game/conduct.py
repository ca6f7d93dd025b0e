"""Who may do what at a table, and what it does: the one way in for teams and for the facilitator."""

from dataclasses import fields

from engine.game import pins, steps
from engine.game.again import AGAIN, rewound, ruled
from engine.game.answers import Accepted, Refused
from engine.game.course import Directed, retractable, standing
from engine.game.directing import Fire, Hold, Release, Retract, Rewind, SetPace, Skip, Unseal
from engine.game.intents import (
    CERTAIN,
    FACILITATOR,
    Because,
    Clock,
    Conduct,
    Foresee,
    Intent,
    Lay,
    LockLate,
    Mistyped,
    Name,
    NoClock,
    Note,
    PassSeat,
    Saying,
    Seal,
    SetPin,
    Slip,
    TakeBack,
    Undo,
    Writing,
)
from engine.game.match import Match
from engine.game.steering import steer
from engine.language.messages import Message

MOST_MISTYPED = 1_000_000
LONGEST_CLOCK = 24 * 60 * 60
"""Seconds that a round may have."""


def apply(match: Match, by: str, intent: Intent) -> Accepted | Refused:
    """Let `by` (a team, or the facilitator) do something at a match that nobody saves; time goes on by `Match.close`.

    A table does the same in three steps, `judge`, save, `settle`: there is no other way in.
    """
    judged = judge(match, by, intent)
    if isinstance(judged, Refused):
        return judged
    settle(match, by, intent, judged)
    return Accepted()


def settle(match: Match, by: str, intent: Intent, judged: Match) -> None:
    """Let what `judge` allowed take effect; between the two, a table writes it down."""
    steer(match, by, intent)
    if judged is not match:
        _become(match, judged)
    elif isinstance(intent, Lay | TakeBack | Undo | Seal | PassSeat):
        _order(match, intent)
    elif isinstance(intent, Unseal | SetPace):
        _direct(match, intent)
    elif isinstance(intent, Saying | Writing):
        if isinstance(intent, Saying):
            steps.say(match, intent)
        else:
            match.papers.write(match.turn, intent)


def judge(match: Match, by: str, intent: Intent) -> Match | Refused:
    """Return why an intent would be refused; the match that a ruling leads to, or else this one."""
    reason = _not_allowed(match, by, intent)
    if reason is not None:
        return Refused(reason)
    if isinstance(intent, Rewind):
        return rewound(match, intent)
    if not isinstance(intent, AGAIN):
        return match
    came = ruled(match, intent)
    if isinstance(came, Match):
        return came
    return Refused(came) if isinstance(came, Message) else Refused(Message.of("refused.fragment"), came)


def _not_allowed(match: Match, by: str, intent: Intent) -> Message | None:
    match intent:
        case Lay() | TakeBack() | Undo() | Seal() | PassSeat() | Because() | Slip() | Foresee() | Name():
            return _not_yours(match, by, intent.team) or _team_refusal(match, intent)
        case SetPin(who, lock):
            return _pin_refusal(match, by, who, lock)
    if by != FACILITATOR:
        return Message.of("refused.facilitator")
    return _facilitator_refusal(match, intent)


def _not_yours(match: Match, by: str, team: str) -> Message | None:
    if team not in match.scenario.teams:
        return Message.of("refused.team")
    return None if by in {team, FACILITATOR} else Message.of("refused.not_yours")


def _team_refusal(
    match: Match, intent: Lay | TakeBack | Undo | Seal | PassSeat | Because | Slip | Foresee | Name
) -> Message | None:
    if isinstance(intent, Name):
        return None
    if match.ended:
        return Message.of("refused.ended")
    if isinstance(intent, PassSeat):
        return None
    if not match.seats[intent.team].human:
        return Message.of("refused.seat")
    if not match.decides:
        return Message.of("refused.no_round")
    if intent.team in match.sealed:
        return Message.of("refused.sealed")
    return _tray_refusal(match, intent)


def _tray_refusal(match: Match, intent: Lay | TakeBack | Undo | Seal | Because | Slip | Foresee) -> Message | None:
    match intent:
        case Lay(team):
            return match.why_not(team, intent.order)
        case Slip(_, card) if card in match.scenario.cards and match.scenario.cards[card].form != "slip":
            return Message.of("refused.no_slip", card=match.scenario.cards[card].name)
        case TakeBack(team, card) | Because(team, card) | Slip(team, card):
            on_tray = any(order.card == card for order in match.tray(team))
            return None if on_tray else Message.of("refused.not_on_tray")
        case Undo(team, last):
            return None if steps.may_undo(match, team, last=last) else Message.of("refused.nothing_to_undo")
        case Foresee(_, percent):
            return None if 0 <= percent <= CERTAIN else Message.of("refused.percent")
        case Seal():
            return None


def _pin_refusal(match: Match, by: str, who: str, lock: str) -> Message | None:
    """A team sets its own PIN where it has none; whatever is locked already, only the facilitator resets."""
    if who != FACILITATOR and who not in match.scenario.teams:
        return Message.of("refused.team")
    if by not in {who, FACILITATOR}:
        return Message.of("refused.not_yours")
    if lock and not pins.is_lock(lock):
        return Message.of("refused.lock")
    return Message.of("refused.locked") if by != FACILITATOR and who in match.papers.locks else None


def _facilitator_refusal(match: Match, intent: Intent) -> Message | None:
    match intent:
        case Note() | LockLate() | Clock() | NoClock() | Mistyped() | Conduct():
            return _writing_refusal(match, intent)
        case Rewind(turn):
            last = match.history[-1].turn if match.ended else match.turn
            return None if match.book.first_turn <= turn <= last else Message.of("refused.rewind", turn=turn)
    if match.ended:
        return Message.of("refused.ended")
    match intent:
        case Fire(inject) | Hold(inject) | Release(inject) | Skip(inject):
            return _inject_refusal(match, intent, inject)
        case Unseal(team):
            name = match.scenario.teams[team].name
            return None if team in match.sealed else Message.of("refused.not_sealed", team=name)
        case SetPace(pace):
            no_choice = pace == "short" and not match.scenario.clock.short
            return Message.of("lobby.one_pace") if no_choice else None
        case Retract():
            return None if retractable(standing(match.log), match.turn) else Message.of("refused.nothing_directed")
    return None


def _writing_refusal(match: Match, intent: Note | LockLate | Clock | NoClock | Mistyped | Conduct) -> Message | None:
    match intent:
        case Note(_, team, inject):
            known = (team is None or team in match.scenario.teams) and (
                inject is None or inject in match.scenario.injects
            )
            return None if known else Message.of("refused.note")
        case LockLate(lock):
            if FACILITATOR in match.papers.locks:
                return Message.of("refused.locked")
            return None if pins.is_lock(lock) else Message.of("refused.lock")
        case Clock(seconds, _, whole):
            known = 0 <= seconds <= LONGEST_CLOCK and 0 <= whole <= LONGEST_CLOCK
            return None if known else Message.of("refused.clock")
        case Mistyped(who, times):
            known = who == FACILITATOR or who in match.scenario.teams
            return None if known and 0 <= times <= MOST_MISTYPED else Message.of("refused.team")
        case NoClock() | Conduct():
            return None


def _inject_refusal(match: Match, intent: Fire | Hold | Release | Skip, inject: str) -> Message | None:
    if inject not in match.scenario.injects:
        return Message.of("refused.inject")
    if match.state.fired[0, match.book.msel.index(inject)]:
        return Message.of("refused.fired")
    if match.turn == 0 and isinstance(intent, Fire):
        return Message.of("refused.before")
    barred = match.edition.status.get(inject) in {"held", "skipped"}
    return Message.of("refused.not_held_back") if isinstance(intent, Release) and not barred else None


def _order(match: Match, intent: Lay | TakeBack | Undo | Seal | PassSeat) -> None:
    before = match.tray(intent.team)
    match intent:
        case Lay(team):
            steps.lay_out(match, team, (*match.tray(team), intent.order))
        case TakeBack(team, card):
            steps.lay_out(match, team, tuple(order for order in match.tray(team) if order.card != card))
        case Undo(team, last):
            steps.undo(match, team, last=last)
        case Seal(team):
            match.sealed.add(team)
        case PassSeat(team, seat):
            match.pass_seat(team, seat)
    match.papers.tear(match.turn, intent.team, {order.card for order in match.tray(intent.team) if order in before})


def _direct(match: Match, intent: Unseal | SetPace) -> None:
    match.log.append(Directed(match.turn, intent))
    match intent:
        case Unseal(team):
            match.sealed.discard(team)
        case SetPace(pace):
            match.next_pace = pace


def _become(match: Match, other: Match) -> None:
    """Put another course of the exercise in place of this one, for all who look at it."""
    for each in fields(Match):
        setattr(match, each.name, getattr(other, each.name))
