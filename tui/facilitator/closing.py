"""Closes a turn for the facilitator: what is sealed with it and which turns run by is said before, or else after it."""

from engine.game.match import Match
from engine.language.messages import Message
from engine.scenario.rounds import turn_noun
from tui.facilitator.chair import Chair, Reply


def doubt_of_closing(chair: Chair) -> Message | None:
    """Say who has not sealed, and what runs by then; None where all have sealed, and nothing is doubted."""
    console, waiting = chair.console, chair.table.waiting
    if not waiting:
        return None
    teams = tuple(desk.name for desk in console.desks if desk.team in waiting)
    sure = Message.of("console.resolve_waiting", teams=teams, turn=turn_noun(console.public.turn))
    runs_by = _runs_by(chair.table.match)
    return Message.of("console.resolve_runs_by", sure=sure, runs_by=runs_by) if runs_by else sure


def close(chair: Chair) -> Reply:
    """Close the turn; where nothing was doubted, say afterwards which turns ran by."""
    ran_by = None if chair.table.waiting else _turns_by(chair.table.match)
    return chair.resolve().saying(Message.of("console.ran_by", turns=ran_by) if ran_by else None)


def _runs_by(match: Match) -> Message | None:
    """Say which turns are played without a decision once the open one closes; None where the next one is decided."""
    if match.turn == match.book.turns:
        return Message.of("console.runs_by.ends")
    turns, following = _turns_by(match), min(match.later, default=0)
    if turns is None:
        return None
    return Message.of("console.runs_by.then" if following else "console.runs_by.last", turns=turns, next=following)


def _turns_by(match: Match) -> Message | None:
    """Return the numbers of these turns."""
    first, last = match.turn + 1, match.turn + match.span - 1
    if first > last:
        return None
    return Message.of("console.runs_by.turn" if first == last else "console.runs_by.turns", first=first, last=last)
