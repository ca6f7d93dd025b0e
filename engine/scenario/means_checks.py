"""Checks of means: warnings about cards that their holders could never use, or to no effect."""

from collections.abc import Iterator

from engine.language.messages import Message
from engine.scenario.cards import FILED
from engine.scenario.findings import Finding, Place, quote
from engine.scenario.hearing import chosen, hearable, senders
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario
from engine.scenario.targets import holders, targets
from engine.scenario.walk import effects


def prepared_cards_are_held(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A team prepares cards of its own."""
    for placed in effects(scenario):
        card = placed.effect.prepare.card if placed.effect.prepare else None
        if card is None or placed.card is None or card not in scenario.cards:
            continue
        lacking = [team for team in senders(scenario, placed) if team not in holders(scenario, card)]
        if lacking:
            message = Message.of("use.prepared", card=quote(card), teams=tuple(quote(team) for team in lacking))
            place = places.of(*placed.path, "prepare", "card")
            yield _warning("USE006", place, message, Message.of("use.prepared_hint"))


def nobody_prepares_or_shares_from_outside(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """An inject belongs to no team that could prepare or share anything."""
    for placed in effects(scenario):
        if not placed.own and (placed.effect.prepare or placed.effect.share):
            message = Message.of("use.no_team", verb=placed.effect.verb)
            hint = Message.of("use.no_team_hint")
            yield _warning("USE013", places.key(*placed.path, placed.effect.verb), message, hint)


def audiences_can_be_listened_to(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A card that asks for listening is held by a team that can listen to that audience, or be told."""
    heard = hearable(scenario)
    for name, card in scenario.cards.items():
        if card.after_listening is None:
            continue
        for team in holders(scenario, name):
            wanted = {card.after_listening}
            if card.after_listening == "target":
                wanted = {one for one in targets(scenario, team, card) if one}
            if not wanted & heard[team]:
                message = Message.of("use.unheard", team=quote(team))
                place = places.of("cards", name, "after_listening")
                yield _warning("USE007", place, message, Message.of("use.unheard_hint"))


def channels_are_open(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """What a team holds is on a platform where it has a channel, or can be given one."""
    for team, written in scenario.teams.items():
        for i, name in enumerate(written.holds if written.channels else ()):
            card = scenario.cards.get(name)
            if card is None or card.platform is None or card.platform in written.channels:
                continue
            if not _can_move(scenario, team, f"channel.{card.platform}"):
                message = Message.of("use.no_channel", card=quote(name), platform=quote(card.platform))
                hint = Message.of("use.no_channel_hint", platform=quote(card.platform))
                yield _warning("USE009", places.of("teams", team, "holds", i), message, hint)


def cards_can_be_paid(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """No card takes more hours or budget than its team ever has, unless something can change either."""
    prepared = {placed.effect.prepare.card for placed in effects(scenario) if placed.effect.prepare}
    for team, written in scenario.teams.items():
        for i, name in enumerate(written.holds):
            card = scenario.cards.get(name)
            if card is None:
                continue
            for means in ("hours", "budget"):
                takes, has = getattr(card.cost, means), getattr(written, means)
                shorter = means == "hours" and (name in prepared or card.form in FILED)
                if takes > has and not shorter and not _can_move(scenario, team, means):
                    amounts = {"takes": quote(f"{takes:.10g}"), "has": quote(f"{has:.10g}")}
                    message = Message.of(f"use.dear_{means}", card=quote(name), **amounts)
                    hint = Message.of("use.dear_hint", team=quote(team), key=means)
                    yield _warning("USE015", places.of("teams", team, "holds", i), message, hint)


def _can_move(scenario: Scenario, team: str, own: str) -> bool:
    """Whether an effect moves a meter of the team, as `hours` or `channel.radio`."""
    for placed in effects(scenario):
        meter = placed.effect.shift.meter if placed.effect.shift else None
        named, _, rest = (meter or "").partition(".")
        if rest == own:
            if named == team or (named == "own" and team in senders(scenario, placed)):
                return True
            if named == "target" and any(team in chosen(scenario, placed, one) for one in senders(scenario, placed)):
                return True
    return False


def peacetime_is_there(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Cards for turn 0 need a turn 0, and a turn 0 needs cards."""
    before = [name for name, card in scenario.cards.items() if card.peacetime != "no" and holders(scenario, name)]
    if scenario.clock.peacetime is not None and not before:
        message = Message.of("use.idle_peacetime")
        yield _warning("USE010", places.key("clock", "peacetime"), message, Message.of("use.idle_peacetime_hint"))
    for name in before if scenario.clock.peacetime is None else ():
        # A deck is for crises with a turn 0 and without: there `also` is no mistake.
        in_a_deck = places.key("cards", name).file != places.file
        if scenario.cards[name].peacetime == "only" or not in_a_deck:
            message = Message.of("use.no_peacetime")
            yield _warning(
                "USE010", places.of("cards", name, "peacetime"), message, Message.of("use.no_peacetime_hint")
            )


def _warning(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "warning", place, message, hint)
