"""The risk of losing control as its team reads it: how great it is, what drives it, and by how much."""

from collections.abc import Mapping

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
    made = made_of(match, match.state)[team]
    return Risk(round(now), moves, weighing(made), without(made, round(now)))


def risk_in(match: Match, state: State, team: str) -> float:
    """Control-loss risk of a team in a state, in percent."""
    return 100 * int(risks(match.book, state)[0, match.book.teams.index(team)]) / WHOLE


def made_of(match: Match, state: State) -> Mapping[str, Mapping[str, float]]:
    """Return the terms of the risk of every team in a state, by team and by term."""
    found = {name: term[0].tolist() for name, term in terms(match.book, state).items()}
    return {team: {name: of[place] for name, of in found.items()} for place, team in enumerate(match.book.teams)}


def weighing(made: Mapping[str, float]) -> tuple[Message, ...]:
    """What makes a risk, from its terms, the weightiest first."""
    notable = sorted((name for name in REASONS if made[name] >= NOTABLE), key=lambda name: -made[name])
    return tuple(REASONS[name] for name in notable)


def without(made: Mapping[str, float], now: int) -> tuple[tuple[Message, int], ...]:
    """Return what drives a risk or keeps it down, each with the risk in percent without it, the weightiest first.

    What would leave the risk as it is `now`, in whole percent, is left out.
    """
    rate = sum(made.values())
    found = sorted((name for name in REASONS if abs(made[name]) >= SLIGHT), key=lambda name: -abs(made[name]))
    every = (
        (
            (REASONS if made[name] > 0 else IN_FAVOUR)[name],
            round(100 * int(chances(np.array(rate - made[name]))) / WHOLE),
        )
        for name in found
    )
    return tuple((reason, percent) for reason, percent in every if percent != now)
