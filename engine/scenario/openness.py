"""Who may read a meter exactly: the one table that checks, the compiler and every screen share."""

from engine.scenario.names import TEAM_METERS
from engine.scenario.scenario import Scenario


def may_read(scenario: Scenario, meter: str, team: str | None) -> bool:
    """Whether a team, or for None the public, knows the exact value of a meter while the exercise lasts."""
    match meter.split("."):
        case ["freedom"] | ["relations", _, _]:
            return True
        case [story, "heat"] if story in scenario.narratives:
            return True
        case [own] if own in scenario.meters:
            known = scenario.meters[own].known_to
            return known == "public" or team in known
        case [owner, own] if own in TEAM_METERS and owner in scenario.teams:
            return owner == team
        case [owner, "channel", _]:
            return owner == team
        case ["hard" | "soft", side, _]:
            return team is not None and scenario.teams[team].side == side
    return False
