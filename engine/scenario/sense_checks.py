"""Checks of sense: dates on the calendar, numbers in their bounds, nothing that refers to itself."""

import math
from collections.abc import Iterator, Sequence
from datetime import datetime

from engine.language.messages import Message
from engine.scenario.findings import Finding, Place, quote
from engine.scenario.parameters import PARAMETERS
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario
from engine.scenario.walk import Path, effects


def the_calendar_is_real(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """The first turn and the last fall on dates that there are."""
    try:
        datetime.fromisoformat(scenario.clock.starts)
        scenario.clock.moment(scenario.clock.turns)
    except (ValueError, OverflowError):
        message = Message.of("value.date", written=quote(scenario.clock.starts))
        yield _error("TIME001", places.of("clock", "starts"), message, Message.of("value.date_hint"))


def short_pace_is_in_order(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """The turns of the short pace begin with 1, rise, and are turns of the exercise."""
    before = 0
    for i, turn in enumerate(scenario.clock.short):
        place = places.of("clock", "short", i)
        if i == 0 and turn != 1:
            yield _error("TIME002", place, Message.of("time.short_first"), Message.of("time.short_hint"))
        elif turn > scenario.clock.turns:
            yield _error("TIME003", place, *_after_the_end(scenario))
        elif turn <= before:
            message = Message.of("time.short_order", turn=turn, before=before)
            yield _error("TIME002", place, message, Message.of("time.short_hint"))
        before = max(before, turn)


def polls_are_published_in_the_exercise(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """The turns of published polls are turns of the exercise, in any order."""
    for name, audience in scenario.audiences.items():
        for side, turns in audience.published_polls.items():
            for i, turn in enumerate(turns):
                if turn > scenario.clock.turns:
                    place = places.of("audiences", name, "published_polls", side, i)
                    yield _error("TIME003", place, *_after_the_end(scenario))


def injects_fall_in_the_exercise(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """An inject's turns are turns of the exercise, in order."""
    for name, inject in scenario.injects.items():
        for key in ("turn", "until"):
            written = getattr(inject, key)
            if written is not None and written > scenario.clock.turns:
                yield _error("TIME003", places.of("injects", name, key), *_after_the_end(scenario))
        if inject.turn is not None and inject.until is not None and inject.until < inject.turn:
            message = Message.of("time.until_before", until=inject.until, turn=inject.turn)
            yield _error("TIME003", places.of("injects", name, "until"), message, Message.of("time.until_before_hint"))


def attention_has_bounds(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """What an audience gives to others is at most all its attention."""
    for name, audience in scenario.audiences.items():
        total = math.fsum(audience.listens_to.values())
        # Decimal fractions such as 0.7 + 0.2 + 0.1 may come out a hair above 1.
        if total > 1 + 1e-9:
            message = Message.of("value.attention", total=total)
            place = places.of("audiences", name, "listens_to")
            yield _error("VALUE007", place, message, Message.of("value.attention_hint"))


def nothing_points_to_itself(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """No audience listens to itself, no story feeds itself, no side has relations with itself."""
    for section, key in (("audiences", "listens_to"), ("narratives", "feeds"), ("sides", "relations")):
        for name, written in getattr(scenario, section).items():
            if name in getattr(written, key):
                message = Message.of("name.itself", name=quote(name))
                place = places.key(section, name, key, name)
                yield _error("NAME008", place, message, Message.of("name.itself_hint"))


def relations_are_written_once(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """The relations of two sides are one meter, written at one of them."""
    seen: dict[frozenset[str], Path] = {}
    for side, written in scenario.sides.items():
        for other in written.relations:
            path: Path = ("sides", side, "relations", other)
            first = seen.setdefault(frozenset((side, other)), path)
            if first != path:
                message = Message.of("key.relations_twice", line=places.key(*first).line)
                yield _error("KEY005", places.key(*path), message, Message.of("key.one_of_two_hint"))


def ranges_hold_their_start(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A meter's range has a least and a larger value, and the start lies between."""
    for name, meter in scenario.meters.items():
        low, high = meter.range
        if low >= high:
            place = places.key("meters", name, "range")
            yield _error("VALUE008", place, Message.of("value.range"), Message.of("value.range_hint"))
        elif not low <= meter.start <= high:
            key = "start" if places.has("meters", name, "start") else "range"
            message = Message.of("value.start", start=meter.start, low=low, high=high)
            yield _error("VALUE008", places.of("meters", name, key), message, Message.of("value.start_hint"))


def lists_that_choose_are_not_empty(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """An empty list of targets, addressees or outcomes would make the rest of no effect."""
    empty: list[Path] = []
    for name, card in scenario.cards.items():
        if card.target and card.target.chosen == []:
            empty.append(("cards", name, "target", card.target.kind))
    empty += [("injects", name, "to") for name, inject in scenario.injects.items() if inject.to == []]
    empty += [(*placed.path, "on") for placed in effects(scenario) if placed.effect.on == []]
    for path in empty:
        yield _error(
            "VALUE005", places.key(*path), Message.of("value.too_few", limit=1), Message.of("value.too_few_hint")
        )


def something_counts(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """The score of the whole table is a mean by weights, of which one at least is above 0."""
    weights = {parameter.name: parameter.default for parameter in PARAMETERS if parameter.name.startswith("weight_")}
    written = {name: getattr(scenario.model, name) for name in weights} if scenario.model else {}
    if not any(weights[name] if written.get(name) is None else written[name] for name in weights):
        hint = Message.of("value.no_weight_hint")
        yield _error("VALUE014", places.key("model"), Message.of("value.no_weight"), hint)


def turns_and_orders_are_whole(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Numbers of the model that count turns or orders are whole."""
    for parameter in PARAMETERS if scenario.model else ():
        written = getattr(scenario.model, parameter.name)
        if parameter.unit in {"turns", "orders"} and written is not None and written != int(written):
            kinds = {"expected": Message.of("kind.whole_number"), "found": Message.of("kind.number")}
            hint = Message.of("value.whole_hint")
            yield _error("VALUE001", places.of("model", parameter.name), Message.of("value.kind", **kinds), hint)


def lists_name_nothing_twice(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A voice and a deck stand once in a list; references_are_known looks after ids."""
    lists: list[tuple[Path, Sequence[str]]] = [(("decks",), scenario.decks)]
    lists += [(("cards", name, "voices"), card.voices) for name, card in scenario.cards.items()]
    for path, written in lists:
        for i, name in enumerate(written):
            if name in written[:i]:
                message = Message.of("name.listed_twice", name=quote(name))
                yield _error("NAME004", places.of(*path, i), message, Message.of("key.one_of_two_hint"))


def _after_the_end(scenario: Scenario) -> tuple[Message, Message]:
    turns = scenario.clock.turns
    return Message.of("time.after_the_end", n=turns), Message.of("time.after_the_end_hint", turns=turns)


def _error(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "error", place, message, hint)
