"""The risk of losing control that every team ran in each turn, as it was rolled for, with what weighed in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.game.course import Turn
from engine.game.match import Match
from engine.game.risk_view import WHOLE, made_of, weighing, without
from engine.kernel.moment import Moment
from engine.kernel.state import State
from engine.kernel.turn import before_control
from engine.language.messages import Message


@dataclass(frozen=True, slots=True)
class Faced:
    """The risk of a team in a turn, in percent, what made it, weightiest first, and whether it struck.

    Where it did, `without` are the terms of the risk, each with the percent that there would have been without it.
    """

    turn: int
    percent: float
    reasons: tuple[Message, ...]
    without: tuple[tuple[Message, int], ...]
    struck: bool


def faced(match: Match) -> Mapping[str, tuple[Faced, ...]]:
    """Return the risks that each team ran, turn by turn; before the crisis nothing is rolled."""
    ran: dict[str, list[Faced]] = {team: [] for team in match.book.teams}
    for played in match.history:
        if played.turn:
            made = made_of(match, rolled_in(match, played))
            rolled = (played.after.risk - played.opened.risk)[0].tolist()
            for team, risk in zip(match.book.teams, rolled, strict=True):
                ran[team].append(_faced(match, team, played, made[team], risk))
    return {team: tuple(found) for team, found in ran.items()}


def rolled_in(match: Match, played: Turn) -> State:
    """Return the state in which control was rolled for in a turn: played again from its orders, with its dice.

    Nothing up to there asks at which pace the table decides, only whether it did.
    """
    orders = played.after.laid.astype(int)
    moment = Moment(match.book, match.key(played.turn), match.pace, (), played.decided, orders)
    return before_control(moment, played.opened)


def _faced(match: Match, team: str, played: Turn, made: Mapping[str, float], rolled: int) -> Faced:
    percent, struck = 100 * rolled / WHOLE, bool(played.after.struck[0, match.book.teams.index(team)])
    return Faced(played.turn, percent, weighing(made), without(made, round(percent)) if struck else (), struck)
