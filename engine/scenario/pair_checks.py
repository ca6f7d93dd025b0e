"""Checks of what binds teams to each other: cards of which each team lays a half, positions, seats taken together."""

from collections.abc import Iterator

from engine.language.messages import Message
from engine.scenario.cards import Card
from engine.scenario.findings import Finding, Place, quote
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario
from engine.scenario.targets import holders, targets
from engine.scenario.walk import effects


def halves_name_each_other(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Each half of a pair names the other."""
    for name, card in scenario.cards.items():
        other = scenario.cards.get(card.pair or "")
        place = places.of("cards", name, "pair")
        if card.pair == name:
            yield _error("NAME008", place, Message.of("name.itself", name=quote(name)), Message.of("name.itself_hint"))
        elif other is not None and other.pair != name and (other.pair is None or other.pair in scenario.cards):
            names = {"other": quote(card.pair), "name": quote(name)}
            hint = Message.of("pair.one_way_hint", **names)
            yield _error("NAME012", place, Message.of("pair.one_way", **names), hint)


def halves_can_meet(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Two different teams hold the halves, and each can choose the other; no half chooses one that can never answer."""
    for name, card in scenario.cards.items():
        other = scenario.cards.get(card.pair or "")
        if other is None or other.pair != name or card.pair == name:
            continue
        mine, theirs = holders(scenario, name), holders(scenario, card.pair or "")
        if not mine or not theirs:
            continue  # a card that nobody holds has a finding of its own
        both = [(one, two) for one in mine for two in theirs if _chooses(scenario, one, card, two)]
        meet = [(one, two) for one, two in both if _chooses(scenario, two, other, one)]
        if not meet:
            hint = Message.of("pair.apart_hint")
            yield _error("VALUE010", places.of("cards", name, "pair"), Message.of("pair.apart"), hint)
        elif card.target is not None and card.target.chosen != "any" and card.target.kind in {"team", "side"}:
            partners = {partner for _, two in meet for partner in (two, scenario.teams[two].side)}
            for i, chosen in enumerate(card.target.chosen):
                if chosen not in partners:
                    names = {"name": quote(chosen), "other": quote(card.pair)}
                    place = places.of("cards", name, "target", card.target.kind, i)
                    hint = Message.of("pair.never_hint", **names)
                    yield _error("VALUE010", place, Message.of("pair.never", **names), hint)


def _chooses(scenario: Scenario, team: str, card: Card, partner: str) -> bool:
    """Whether a team may lay its half with this partner."""
    if team == partner:
        return False
    if card.target is None or card.target.kind not in {"team", "side"}:
        return True
    wanted = partner if card.target.kind == "team" else scenario.teams[partner].side
    return wanted in targets(scenario, team, card)


def waiting_is_for_another_half(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Only a card with another half can be kept waiting."""
    for placed in effects(scenario):
        waits = "kept_waiting" in (placed.effect.outcomes or ())
        if waits and (placed.card is None or placed.card.pair is None):
            place = places.of(*placed.path, "on")
            yield _warning("USE011", place, Message.of("pair.none"), Message.of("pair.none_hint"))


def halves_stand_together(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A half that goes on through turns without a decision has its other half there."""
    if not scenario.clock.short:
        return  # the table decides in every turn
    for name, card in scenario.cards.items():
        other = scenario.cards.get(card.pair or "")
        if card.stands and other is not None and other.pair == name and not other.stands:
            names = {"other": quote(card.pair)}
            message, hint = Message.of("pair.stands_alone", **names), Message.of("pair.stands_alone_hint", **names)
            yield _warning("USE016", places.of("cards", name, "stands"), message, hint)


def positions_bind(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A position is stated in public, or promised to a team, once the crisis is there, and ends with it."""
    for name, card in scenario.cards.items():
        if card.position is None:
            continue
        public = card.form == "statement" and card.visible == "public"
        promised = card.visible == "parties" and card.target is not None and card.target.kind == "team"
        if not (public or promised):
            message = Message.of("position.no_statement")
            yield _error("VALUE011", places.key("cards", name, "position"), message, Message.of("position.hint"))
        if card.peacetime == "only":
            message, hint = Message.of("position.peacetime"), Message.of("position.peacetime_hint")
            yield _error("VALUE011", places.of("cards", name, "peacetime"), message, hint)
        if card.position.lasts > scenario.clock.turns:
            message = Message.of("position.too_long", n=scenario.clock.turns)
            hint = Message.of("position.too_long_hint", turns=scenario.clock.turns)
            yield _error("TIME003", places.of("cards", name, "position", "lasts"), message, hint)


def seats_taken_together_are_of_one_side(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Who takes two seats must not learn what two sides keep from each other."""
    for i, seats in enumerate(scenario.merges):
        sides = {scenario.teams[team].side for team in seats if team in scenario.teams}
        if len(sides) > 1:
            hint = Message.of("seat.two_sides_hint")
            yield _error("VALUE013", places.of("merges", i), Message.of("seat.two_sides"), hint)


def somebody_plays(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Of the seats that are left to bots first, one is left."""
    if scenario.teams.keys() <= set(scenario.drop_first):
        hint = Message.of("seat.all_dropped_hint")
        yield _error("VALUE013", places.key("drop_first"), Message.of("seat.all_dropped"), hint)


def _error(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "error", place, message, hint)


def _warning(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "warning", place, message, hint)
