"""Checks of use: warnings about what no exercise would ever bring to bear, and words that are missing."""

from collections import Counter
from collections.abc import Iterator

from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.scenario.expressions import Negative, Node, Number, Percent
from engine.scenario.findings import Finding, Place, did_you_mean, quote
from engine.scenario.glossary import concepts
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario
from engine.scenario.walk import effects, lines, texts
from engine.text import Text


def injects_can_fire(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """An inject has a turn, or something schedules it."""
    scheduled = {placed.effect.schedule.inject for placed in effects(scenario) if placed.effect.schedule}
    for name, inject in scenario.injects.items():
        if inject.turn is not None:
            continue
        if name not in scheduled:
            message = Message.of("use.unscheduled", name=quote(name))
            yield _warning("TIME004", places.key("injects", name), message, Message.of("use.unscheduled_hint"))
        elif inject.until is not None:
            message, hint = Message.of("use.until_alone"), Message.of("use.until_alone_hint")
            yield _warning("TIME005", places.key("injects", name, "until"), message, hint)


def hints_are_given(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A hint of a tutorial has a turn that comes."""
    turns = scenario.clock.turns
    for i, mark in enumerate(scenario.coach):
        if mark.turn > turns:
            message = Message.of("time.after_the_end", n=turns)
            hint = Message.of("time.after_the_end_hint", turns=turns)
            yield _warning("TIME007", places.of("coach", i, "turn"), message, hint)


def cards_are_held(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A card is in some team's hand, and a locked one can be unlocked."""
    held = {card for team in scenario.teams.values() for card in team.holds}
    unlocked = {placed.effect.unlock.card for placed in effects(scenario) if placed.effect.unlock}
    for name, card in scenario.cards.items():
        if name not in held and places.key("cards", name).file != places.file:
            continue  # a deck may hold more than this crisis needs
        if name not in held:
            message = Message.of("use.card", name=quote(name))
            yield _warning("USE001", places.key("cards", name), message, Message.of("use.card_hint"))
        elif card.locked and name not in unlocked:
            message = Message.of("use.locked", name=quote(name))
            yield _warning("USE004", places.of("cards", name, "locked"), message, Message.of("use.locked_hint"))


def somebody_holds_a_card(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Some team can do something: where none holds a card, all that is left is to look on."""
    if not any(team.holds for team in scenario.teams.values()):
        yield _warning("USE014", places.key("teams"), Message.of("use.no_cards"), Message.of("use.no_cards_hint"))


def flags_are_used(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A flag is raised by something, and something asks for it."""
    asked = {name.parts[0] for line in lines(scenario) for name in line.expression.names()}
    raised = {placed.effect.raise_ for placed in effects(scenario)}
    for name in scenario.flags:
        if name not in asked:
            message = Message.of("use.flag", name=quote(name))
            yield _warning("USE002", places.key("flags", name), message, Message.of("use.flag_hint"))
        elif name not in raised:
            message = Message.of("use.flag_down", name=quote(name))
            yield _warning("USE003", places.key("flags", name), message, Message.of("use.flag_down_hint"))


def expected_answers_can_be_given(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Some team to whom an inject is addressed holds a card that answers it."""
    for name, inject in scenario.injects.items():
        held = {card for name, team in scenario.teams.items() if inject.reaches(name) for card in team.holds}
        if inject.expects and not held.intersection(inject.expects.any):
            place = places.key("injects", name, "expects", "any")
            yield _warning("USE005", place, Message.of("use.no_answer"), Message.of("use.no_answer_hint"))


def concepts_are_in_the_glossary(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """What a card or inject teaches has its entry."""
    known = concepts()
    if not known:
        return
    for section in ("cards", "injects"):
        for name, written in getattr(scenario, section).items():
            for i, concept in enumerate(written.teaches):
                if concept not in known:
                    place = places.of(section, name, "teaches", i)
                    message = Message.of("use.concept", name=quote(concept))
                    yield Finding("NAME009", "error", place, message, did_you_mean(concept, known))


def texts_are_in_every_language(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A text has every language that the scenario uses; a deck may speak more."""
    written = [(text, places.of(*path)) for text, path in texts(scenario)]
    own = [text for text, place in written if place.file == places.file]
    languages = {language for text in own for language in text.languages}
    slips = {key: meant for key in languages if (meant := _meant(key, languages, own))}
    for key, meant in slips.items():
        path = next(path for text, path in texts(scenario) if key in text.languages)
        n = sum(key in text.languages for text in own)
        message = Message.of("use.language_key", n=n, key=quote(key), meant=quote(meant))
        hint = Message.of("use.language_key_hint", meant=quote(meant))
        yield _warning("LANG004", places.key(*path, key), message, hint)
    lacking: dict[tuple[str, tuple[str, ...]], list[Place]] = {}
    for text, place in written:
        has = {slips.get(language, language) for language in text.languages}
        missing = tuple(sorted({slips.get(language, language) for language in languages} - has))
        if missing:
            lacking.setdefault((place.file, missing), []).append(place)
    for (_, missing), where in lacking.items():
        message = Message.of("use.language", languages=missing)
        if len(where) > 1:
            numbers = tuple(dict.fromkeys(quote(place.line) for place in sorted(where, key=_down)))[:_FIRST]
            message = Message.of("use.language_some", n=len(where), languages=missing, lines=numbers)
        yield _warning("LANG001", min(where, key=_down), message, Message.of("use.language_hint"))


def _down(place: Place) -> tuple[int, int]:
    return place.line, place.column


_FIRST = 8
"""How many of the lines with such a text are named."""
_SLIPS = {"in": "id", "ind": "id", "idn": "id", "eng": "en", "gb": "en", "us": "en"}
"""Keys that are written for a language, and are not the one by which the game knows it."""


def _meant(key: str, keys: set[str], written: list[Text]) -> str | None:
    """Return which language a key stands for, where it is never written beside that language's own key."""
    if key in LANGUAGES:
        return None
    together = {each for text in written if key in text.languages for each in text.languages}
    known = _SLIPS.get(key)
    if known and known not in together:
        return known
    count = Counter(each for text in written for each in text.languages)
    others = [each for each in sorted(keys - together) if each in LANGUAGES or count[each] > count[key]]
    return others[0] if len(others) == 1 else None


LONGEST_NAME = 120


def stories_move_as_it_says(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """What cools a story, or sparks it, is no plain number below 0: that does the opposite."""
    for placed in effects(scenario):
        for verb, other in (("cool", "spark"), ("spark", "cool")):
            written = getattr(placed.effect, verb)
            if written is not None and _below_zero(written.by.tree):
                message, hint = Message.of(f"use.backwards_{verb}"), Message.of("use.backwards_hint", verb=other)
                yield _warning("USE017", places.of(*placed.path, verb, "by"), message, hint)


def _below_zero(node: Node) -> bool:
    match node:
        case Number(value) | Percent(value):
            return value < 0
        case Negative(of=Number(value)):
            return value > 0
    return False


def names_can_be_shown(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A text says something, and a name is short enough for a line."""
    for text, path in texts(scenario):
        versions = [version for _, version in text.versions]
        if not all(version.strip() for version in versions):
            yield _warning("LANG002", places.of(*path), Message.of("use.blank"), Message.of("use.blank_hint"))
        elif path[-1] == "name" and max(map(len, versions)) > LONGEST_NAME:
            message = Message.of("use.long_name", limit=LONGEST_NAME)
            yield _warning("LANG003", places.of(*path), message, Message.of("use.long_name_hint"))


def _warning(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "warning", place, message, hint)
