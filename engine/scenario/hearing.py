"""Which audiences a team could ever have listened to: by its own cards, from outside, or because mates told it."""

from collections.abc import Iterator

from engine.scenario.effects import Reveal
from engine.scenario.scenario import Scenario
from engine.scenario.targets import holders, targets
from engine.scenario.walk import PlacedEffect, effects


def hearable(scenario: Scenario) -> dict[str, set[str]]:
    """Return the audiences for each team."""
    heard: dict[str, set[str]] = {team: set() for team in scenario.teams}
    told: set[tuple[str, str]] = set()
    for placed in effects(scenario):
        for team in senders(scenario, placed) or (None,) * (not placed.own):
            for receiver, audience in _heard(scenario, placed, team):
                heard[receiver].add(audience)
            told.update((team, receiver) for receiver in _receivers(scenario, placed, team) if team)
    for _ in scenario.teams:  # what is told can be told again
        for team, receiver in told:
            heard[receiver] |= heard[team]
    return heard


def senders(scenario: Scenario, placed: PlacedEffect) -> tuple[str, ...]:
    """Return the teams that may send an effect: who holds its card, or for comments a card that treats them."""
    if placed.path[0] == "cards":
        return holders(scenario, str(placed.path[1]))
    treating = {name for name, card in scenario.cards.items() if card.treats and placed.own}
    return tuple(team for team, written in scenario.teams.items() if treating.intersection(written.holds))


def chosen(scenario: Scenario, placed: PlacedEffect, team: str | None) -> tuple[str, ...]:
    """Return what a team may choose with the card of an effect."""
    if placed.card is None or team is None:
        return ()
    return tuple(one for one in targets(scenario, team, placed.card) if one)


def _heard(scenario: Scenario, placed: PlacedEffect, team: str | None) -> Iterator[tuple[str, str]]:
    reveal = placed.effect.reveal
    if reveal is None or reveal.audience is None or reveal.how != "listening":
        return
    for receiver in _to(scenario, reveal, team):
        for audience in _picked(scenario, placed, team, reveal.audience):
            yield receiver, audience


def _to(scenario: Scenario, reveal: Reveal, team: str | None) -> tuple[str, ...]:
    to = reveal.to or team or "all"
    return tuple(team for team in scenario.teams if to in {team, "all"})


def _picked(scenario: Scenario, placed: PlacedEffect, team: str | None, written: str) -> tuple[str, ...]:
    if written == "all":
        return tuple(scenario.audiences)
    return chosen(scenario, placed, team) if written == "target" else (written,)


def _receivers(scenario: Scenario, placed: PlacedEffect, team: str | None) -> tuple[str, ...]:
    share = placed.effect.share
    if share is None or team is None:
        return ()
    if share.to == "mates":
        side = scenario.teams[team].side
        return tuple(mate for mate, written in scenario.teams.items() if written.side == side and mate != team)
    receivers = chosen(scenario, placed, team) if share.to == "target" else (share.to,)
    return tuple(receiver for receiver in receivers if receiver in scenario.teams)
