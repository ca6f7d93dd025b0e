"""Where a scenario writes what a number starts at: the last answer to why it stands where it does."""

from engine.game.match import Match
from engine.scenario.lines import Line, Path


def start_of(match: Match, meter: str) -> Line | None:
    """Return the line in which a meter starts, or that of the part that it belongs to; None where neither is written.

    The line tells no value, and the same to everybody.
    """
    path = _path(match, meter)
    return match.edition.lines.of(path) if path else None


def _path(match: Match, meter: str) -> Path | None:
    scenario = match.scenario
    match meter.split("."):
        case ["freedom"]:
            return ("freedom",)
        case [own]:
            return ("meters", own, "start")
        case [story, ("heat" | "hurts") as what] if story in scenario.narratives:
            return ("narratives", story, what)
        case [team, "channel", platform]:
            return ("teams", team, "channels", platform)
        case [team, own] if team in scenario.teams:
            return ("teams", team, own)
        case [audience, side]:
            return ("audiences", audience, "opinion", side)
        case ["relations", one, other]:
            first = one if other in scenario.sides[one].relations else other
            return ("sides", first, "relations", other if first == one else one)
    return None
