"""What a team has to spend in a round, and what its tray leaves of it."""

from engine.game.match import Match
from engine.game.view import Purse


def purse(match: Match, team: str) -> Purse:
    """What a team has this round and what its tray leaves, to one decimal."""
    at, place, meters = match.book.at, match.book.teams.index(team), match.state.meters[0]
    hours_left, budget_left = match.left(team)
    written, lines = match.scenario.teams[team], match.edition.lines
    return Purse(
        hours=round(float(meters[at.hours.start + place]), 1),
        hours_left=round(hours_left, 1),
        budget=round(float(meters[at.budget.start + place]), 1),
        budget_left=round(budget_left, 1),
        slots_left=match.book.slots - len(match.tray(team)),
        hours_given=written.hours,
        budget_given=written.budget,
        hours_at=lines.of(("teams", team, "hours")),
        budget_at=lines.of(("teams", team, "budget")),
    )
