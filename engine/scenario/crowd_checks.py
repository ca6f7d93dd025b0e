"""Checks of the crowd: comments and who treats them, voices and what they know, light frames amid casualties."""

from collections.abc import Iterator

from engine.language.messages import Message
from engine.scenario.expressions import Expression
from engine.scenario.findings import Finding, Place, quote
from engine.scenario.names import Address, resolve
from engine.scenario.openness import may_know, may_learn, may_read
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario
from engine.scenario.targets import holders
from engine.scenario.walk import Path


def comments_can_be_treated(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Where there are comments some team holds a card that treats them, and each appearance has its comments."""
    treating = [name for name, card in scenario.cards.items() if card.treats and holders(scenario, name)]
    if scenario.comments and not treating:
        message = Message.of("comments.untreated")
        yield _warning("USE012", places.key("comments"), message, Message.of("comments.untreated_hint"))
    looks = {comment.looks_like for comment in scenario.comments.values()}
    for name in scenario.appearances:
        if name not in looks:
            message = Message.of("comments.no_class", name=quote(name))
            hint = Message.of("comments.no_class_hint", name=quote(name))
            yield _warning("USE012", places.key("appearances", name), message, hint)


def treated_comments_exist(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A card that treats comments has some to treat."""
    for name, card in scenario.cards.items():
        if card.treats and not scenario.comments and holders(scenario, name):
            message, hint = Message.of("comments.none"), Message.of("comments.none_hint")
            yield Finding("VALUE012", "error", places.of("cards", name, "treats"), message, hint)


def classes_and_appearances_are_apart(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A card that treats comments could not tell them apart otherwise."""
    for name in scenario.comments.keys() & scenario.appearances.keys():
        line = places.key("appearances", name).line
        message = Message.of("name.twice", name=quote(name), section="appearances", line=line)
        yield Finding("NAME005", "error", places.key("comments", name), message, Message.of("name.twice_hint"))


def casualties_matter(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Casualties make light frames tone-deaf: without one they change nothing."""
    if scenario.casualties and not any(frame.light for frame in scenario.frames.values()):
        message = Message.of("crowd.no_light_frame")
        yield _warning("USE008", places.key("casualties"), message, Message.of("crowd.no_light_frame_hint"))


def voices_know_what_is_in_the_open(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Voices in the crowd are heard by everybody, and must not give away what only some know."""
    for name, voice in scenario.feed.items():
        for mentioned in voice.when.names() if voice.when else ():
            address = resolve(scenario, mentioned.parts, None)
            if address is not None and not _is_open(scenario, address):
                place = places.inside("feed", name, "when", offset=mentioned.offset)
                message = Message.of("crowd.secret", name=quote(".".join(mentioned.parts)))
                yield Finding("COND003", "error", place, message, Message.of("crowd.secret_hint"))


def what_all_are_told_is_in_the_open(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Odds show who mourns, and everybody sees what a flood looks like: neither may give away a secret."""
    lines: list[tuple[Expression | None, Path]] = [(scenario.casualties, ("casualties",))]
    lines += [(comment.share, ("comments", name, "share")) for name, comment in scenario.comments.items()]
    for line, path in lines:
        for mentioned in line.names() if line else ():
            address = resolve(scenario, mentioned.parts, None)
            if address is not None and not _is_open(scenario, address):
                place = places.inside(*path, offset=mentioned.offset)
                message = Message.of("crowd.secret_line", name=quote(".".join(mentioned.parts)))
                yield Finding("COND003", "error", place, message, Message.of("crowd.secret_hint"))


def hands_show_what_their_teams_may_know(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """What a card needs opens and closes it in the hand at once, so that the hand tells what it asks about."""
    for name, card in scenario.cards.items():
        for mentioned in card.needs.names() if card.needs else ():
            written = ".".join(mentioned.parts)
            told = [team for team in holders(scenario, name) if not _may_learn(scenario, mentioned.parts, team)]
            if told:
                place = places.inside("cards", name, "needs", offset=mentioned.offset)
                message = Message.of("crowd.hand", name=quote(written), teams=tuple(quote(team) for team in told))
                yield _warning("COND005", place, message, Message.of("crowd.hand_hint"))


def _may_learn(scenario: Scenario, parts: tuple[str, ...], team: str) -> bool:
    """Whether a team may know what a name stands for, if only at times."""
    address = resolve(scenario, parts, team)
    if address is None or address.kind != "flag":
        return address is None or may_know(scenario, address, team)
    return may_learn(scenario, address.name, team)


def _is_open(scenario: Scenario, address: Address) -> bool:
    """Whether everybody knows it, whatever has happened."""
    return address.kind != "meter" or may_read(scenario, address.name, None)


def _warning(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "warning", place, message, hint)
