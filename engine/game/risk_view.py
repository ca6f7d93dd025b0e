"""The risk of losing control as its team reads it: how great it is, what drives it, and by how much."""

import numpy as np

from engine.game.match import Match
from engine.game.standing_view import former, trend
from engine.game.view import Risk
from engine.kernel.control import chances, risks, terms
from engine.kernel.state import State
from engine.language.messages import Message

RISK_MOVES = 2
WHOLE = 65536
REASONS = {
    "heat": Message("risk.heat"),
    "stage": Message("risk.stage"),
    "clarity": Message("risk.clarity"),
    "backlog": Message("risk.backlog"),
    "discord": Message("risk.discord"),
    "hard": Message("risk.hard"),
    "network": Message("risk.network"),
}
IN_FAVOUR = {**REASONS, "clarity": Message("risk.clear")}
"""What the same terms are called where they keep the risk down."""
NOTABLE = 0.2
SLIGHT = 0.02


def risk_now(match: Match, team: str | None) -> Risk | None:
    """Control-loss risk of a team; None before the crisis, where nothing is rolled, and for the public."""
    if team is None or match.turn == 0:
        return None
    then = former(match)
    now, before = (risk_in(match, state, team) for state in (match.state, then))
    moves = trend(now, before, RISK_MOVES) if then.turn else 0
    return Risk(round(now), moves, weighing(match, match.state, team), _without(match, team, round(now)))


def risk_in(match: Match, state: State, team: str) -> float:
    """Control-loss risk of a team in a state, in percent."""
    return 100 * int(risks(match.book, state)[0, match.book.teams.index(team)]) / WHOLE


def weighing(match: Match, state: State, team: str) -> tuple[Message, ...]:
    """What makes a team's risk in a state, the weightiest first."""
    place = match.book.teams.index(team)
    values = {name: float(term[0, place]) for name, term in terms(match.book, state).items()}
    notable = sorted((name for name in REASONS if values[name] >= NOTABLE), key=lambda name: -values[name])
    return tuple(REASONS[name] for name in notable)


def _without(match: Match, team: str, now: int) -> tuple[tuple[Message, int], ...]:
    """Return what drives the risk or keeps it down, each with the risk in percent without it, the weightiest first.

    What would leave the risk as it is now, in whole percent, is left out.
    """
    place = match.book.teams.index(team)
    values = {name: term[0, place] for name, term in terms(match.book, match.state).items()}
    rate = sum(values.values())
    found = sorted((name for name in REASONS if abs(values[name]) >= SLIGHT), key=lambda name: -abs(values[name]))
    every = (
        (
            (REASONS if values[name] > 0 else IN_FAVOUR)[name],
            round(100 * int(chances(np.array(rate - values[name]))) / WHOLE),
        )
        for name in found
    )
    return tuple((reason, percent) for reason, percent in every if percent != now)
