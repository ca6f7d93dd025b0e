"""What a team does to its tray and says of it, step by step: each can be undone until it has sealed."""

from engine.game.intents import Foresee, Saying
from engine.game.legality import Tray
from engine.game.match import Match
from engine.game.papers import Unsaid
from engine.game.questions import ask


def lay_out(match: Match, team: str, tray: Tray) -> None:
    """Change a team's tray."""
    match.past.setdefault(team, []).append(match.tray(team))
    match.trays[team] = tray


def say(match: Match, intent: Saying) -> None:
    """Write down what a team says; what changes nothing is no step."""
    if isinstance(intent, Foresee):
        ask(match, intent.team)
    before = match.papers.before_saying(match.turn, intent, match.tray(intent.team))
    match.papers.write(match.turn, intent)
    if match.papers.before_saying(match.turn, intent, match.tray(intent.team)) != before:
        match.past.setdefault(intent.team, []).append(before)


def may_undo(match: Match, team: str, *, last: bool) -> bool:
    """Whether a team has done something this round that can be undone; `last` as in Undo."""
    return any(last or not isinstance(each, Unsaid) for each in match.past.get(team, ()))


def undo(match: Match, team: str, *, last: bool) -> None:
    """Undo what a team did last; `last` as in Undo."""
    past = match.past[team]
    at = next(n for n in reversed(range(len(past))) if last or not isinstance(past[n], Unsaid))
    before = past.pop(at)
    if not isinstance(before, Unsaid):
        match.trays[team] = before
    elif before.order is None or before.order in match.tray(team):  # a note goes to nobody it was not for
        match.papers.unsay(match.turn, team, before)
