"""Who may know what while the exercise lasts: the one table that checks, the compiler and every screen share.

It speaks of what the scenario writes alone; engine.game.knowledge adds what has happened in a game.
"""

from collections.abc import Iterator

from engine.scenario.names import TEAM_METERS, Address
from engine.scenario.scenario import Scenario
from engine.scenario.targets import holders, targets
from engine.scenario.walk import effects


def may_know(scenario: Scenario, address: Address, team: str | None) -> bool:
    """Whether a team, or for None the public, knows what a name of a condition stands for; turn and stages are open."""
    match address.kind:
        case "meter":
            return may_read(scenario, address.name, team)
        case "flag":
            return may_follow(scenario, address.name, team)
        case "turn" | "stage":
            return True


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


def may_follow(scenario: Scenario, flag: str, team: str | None) -> bool:
    """Whether a team, or for None the public, knows at all times if a flag is raised.

    One open way to turn it is not enough, for it may have been turned in another way.
    """
    return all(_ways(scenario, flag, team))


def may_learn(scenario: Scenario, flag: str, team: str) -> bool:
    """Whether a flag can be turned before the eyes of a team, if it can be turned at all."""
    ways = tuple(_ways(scenario, flag, team))
    return any(ways) or not ways


def _ways(scenario: Scenario, flag: str, team: str | None) -> Iterator[bool]:
    """Tell for each effect that raises or clears a flag whether a team sees it; what no order brings is open."""
    for placed in effects(scenario):
        if flag in {placed.effect.raise_, placed.effect.clear}:
            yield placed.card is None or _is_seen(scenario, str(placed.path[1]), team)


def _is_seen(scenario: Scenario, card: str, team: str | None) -> bool:
    """Whether a team is told of an order of a card whoever lays it, and at whatever."""
    return all(
        may_hear(scenario, team, holder, card, target)
        for holder in holders(scenario, card)
        for target in targets(scenario, holder, scenario.cards[card])
    )


def may_hear(scenario: Scenario, team: str | None, by: str, card: str, target: str | None) -> bool:
    """Whether a team, or for None the public, is told that `by` laid a card at a target, without a leak."""
    written = scenario.cards[card]
    if team == by or written.visible == "public":
        return True
    if written.visible == "covert" or team is None:
        return False
    if target in scenario.teams and (written.position is not None or written.form == "slip"):
        return team == target
    return scenario.teams[team].side in {scenario.teams[by].side, written.aim, _side_of(scenario, target)}


def _side_of(scenario: Scenario, target: str | None) -> str | None:
    if target in scenario.sides:
        return target
    return scenario.teams[target].side if target in scenario.teams else None
