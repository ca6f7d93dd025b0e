"""Checks of precedents and claims: their orders can be laid, their bands are narrow and of meters that there are."""

from collections.abc import Iterator, Sequence

from engine.language.messages import Message
from engine.scenario.findings import Finding, Place, did_you_mean, quote
from engine.scenario.names import known, resolve
from engine.scenario.places import Places
from engine.scenario.precedent import Line, Order, Precedent
from engine.scenario.scenario import Scenario
from engine.scenario.targets import targets
from engine.scenario.walk import Path

DIGITS = 6
"""Decimals of a width that count."""
WIDEST_BAND = 15
LINES: tuple[Path, ...] = (("precedent", "orders"), ("precedent", "counter", "orders"))


def precedents_keep_to_the_clock(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Orders and bands fall in turns of the exercise, and orders in turns with a decision."""
    precedent, clock = scenario.precedent, scenario.clock
    if precedent is None:
        return
    rounds, first = clock.rounds(precedent.pace), clock.first
    for line, path in _lines(precedent):
        for turn in line:
            place = places.key(*path, turn)
            if not first <= int(turn) <= clock.turns:
                yield _error("TIME006", place, *_no_such_turn(scenario))
            elif int(turn) not in {first, *rounds}:
                message = Message.of("time.no_round", turn=int(turn))
                yield _error("TIME006", place, message, Message.of("time.no_round_hint", turns=_written(rounds)))
    for i, band in enumerate(precedent.bands):
        if isinstance(band.at, int) and not first <= band.at <= clock.turns:
            yield _error("TIME006", places.of("precedent", "bands", i, "at"), *_no_such_turn(scenario))


def precedents_play_what_is_held(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """An order of a precedent is a card of that team, with a target and a voice that the card allows."""
    if scenario.precedent is None:
        return
    for line, path in _lines(scenario.precedent):
        for turn, trays in line.items():
            for team in set(trays) & set(scenario.teams):
                for i, order in enumerate(trays[team]):
                    yield from _order(scenario, places, team, order, (*path, turn, team, i))


def bands_are_of_known_meters(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A band names a meter."""
    for i, band in enumerate(scenario.precedent.bands if scenario.precedent else ()):
        address = resolve(scenario, tuple(band.meter.split(".")), None)
        if address is None or address.kind != "meter":
            message = Message.of("name.no_meter", name=quote(band.meter))
            meters = (name for name in known(scenario, own=False) if _is_meter(scenario, name))
            place = places.of("precedent", "bands", i, "meter")
            yield _error("NAME010", place, message, did_you_mean(band.meter, meters))


def bands_are_narrow(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A band has its least value first and is at most 15 points wide; a counter-line leaves bands that there are."""
    if scenario.precedent is None:
        return
    for i, band in enumerate(scenario.precedent.bands):
        width = round(band.high - band.low, DIGITS)  # 16.1 - 1.1 is a little more than 15 in binary
        if not 0 <= width <= WIDEST_BAND:
            message = Message.of("value.band", limit=WIDEST_BAND)
            place = places.of("precedent", "bands", i, "high")
            yield _error("VALUE009", place, message, Message.of("value.band_hint"))
    for i, band_number in enumerate(scenario.precedent.counter.outside):
        if band_number >= len(scenario.precedent.bands):
            message = Message.of("value.no_band", last=len(scenario.precedent.bands) - 1)
            place = places.of("precedent", "counter", "outside", i)
            yield _error("VALUE009", place, message, Message.of("value.no_band_hint"))


def _lines(precedent: Precedent) -> Iterator[tuple[Line, Path]]:
    yield from zip((precedent.orders, precedent.counter.orders), LINES, strict=True)


def _order(scenario: Scenario, places: Places, team: str, order: Order, path: Path) -> Iterator[Finding]:
    card = scenario.cards.get(order.card)
    place = places.inside(*path, offset=order.offsets[0])
    if card is None:
        message = Message.of("name.unknown", name=quote(order.card), kind=Message.of("kind.card"))
        yield _error("NAME001", place, message, did_you_mean(order.card, scenario.teams[team].holds))
        return
    if order.card not in scenario.teams[team].holds:
        message = Message.of("name.not_held", team=quote(team), card=quote(order.card))
        yield _error("NAME011", place, message, did_you_mean(order.card, scenario.teams[team].holds))
    allowed = targets(scenario, team, card)
    if order.target not in allowed:
        yield from _target(places, order, allowed, path)
    if order.voice is not None and order.voice not in card.voices:
        message = Message.of("name.not_allowed", name=quote(order.voice), card=quote(order.card))
        hint = did_you_mean(order.voice, card.voices)
        yield _error("NAME011", places.inside(*path, offset=order.offsets[2]), message, hint)


def _target(places: Places, order: Order, allowed: tuple[str | None, ...], path: Path) -> Iterator[Finding]:
    words = [name for name in allowed if name is not None]
    if order.target is None:
        message = Message.of("name.no_target", card=quote(order.card))
        yield _error("NAME011", places.of(*path), message, did_you_mean("", words))
        return
    place = places.inside(*path, offset=order.offsets[1])
    if not words:
        message = Message.of("name.needs_no_target", card=quote(order.card))
        yield _error("NAME011", place, message, Message.of("name.needs_no_target_hint"))
    else:
        message = Message.of("name.not_allowed", name=quote(order.target), card=quote(order.card))
        yield _error("NAME011", place, message, did_you_mean(order.target, words))


def _is_meter(scenario: Scenario, name: str) -> bool:
    address = resolve(scenario, tuple(name.split(".")), None)
    return address is not None and address.kind == "meter"


def _no_such_turn(scenario: Scenario) -> tuple[Message, Message]:
    message = Message.of("time.no_such_turn", first=scenario.clock.first, last=scenario.clock.turns)
    return message, Message.of("time.no_such_turn_hint")


def _written(rounds: Sequence[int]) -> tuple[str, ...]:
    return tuple(str(turn) for turn in rounds)


def _error(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "error", place, message, hint)
