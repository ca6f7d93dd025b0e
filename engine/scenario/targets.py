"""What a team may choose with a card: one function, which the checks and the compiler share."""

from collections.abc import Iterable

from engine.scenario.cards import Card, Target
from engine.scenario.scenario import Scenario


def targets(scenario: Scenario, team: str, card: Card) -> tuple[str | None, ...]:
    """What a team may choose with a card, in order; a single None where nothing is chosen."""
    if card.target is None:
        return (None,)
    if card.target.chosen != "any":
        return tuple(sorted(set(card.target.chosen)))
    return tuple(sorted(_any(scenario, team, card.target)))


def _any(scenario: Scenario, team: str, target: Target) -> Iterable[str]:
    match target.kind:
        case "audience":
            return scenario.audiences
        case "narrative":
            return scenario.narratives
        case "team":
            return set(scenario.teams) - {team}
        case "side":
            return set(scenario.sides) - {scenario.teams[team].side}
        case "comments":
            return {*scenario.appearances, *scenario.comments}


def holders(scenario: Scenario, card: str) -> tuple[str, ...]:
    """Return the teams that hold a card."""
    return tuple(team for team, written in scenario.teams.items() if card in written.holds)
