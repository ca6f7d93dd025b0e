"""Checks of names: each id is one thing, and each mention of one means something."""

from collections.abc import Iterator, Mapping

from engine.language.messages import Message
from engine.scenario.expressions import Binary, Negative, Node, Not, Percent
from engine.scenario.findings import Finding, Place, did_you_mean, nearest, quote
from engine.scenario.names import RESERVED, TEAM_METERS, known, of_team, resolve
from engine.scenario.places import Places
from engine.scenario.references import KINDS, Reference, of_kind, references
from engine.scenario.scenario import Scenario
from engine.scenario.walk import Line, Path, PlacedEffect, effects, lines

WORDS = ("own", "target", "all", "any", "mates")


def ids_are_one_thing_each(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Names in conditions and in `fit` would mean two things otherwise."""
    for group in (
        ("sides", "audiences", "narratives", "teams", "meters", "flags"),
        ("platforms", "frames"),
    ):
        first: dict[str, str] = {}
        for section in group:
            for name in getattr(scenario, section):
                if name in first:
                    line = places.key(first[name], name).line
                    message = Message.of("name.twice", name=quote(name), section=first[name], line=line)
                    yield _error("NAME005", places.key(section, name), message, Message.of("name.twice_hint"))
                first.setdefault(name, section)


def places_and_frames_are_no_voices(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Where a voice counts, `fit` would mean two things by a platform or a frame of the same name."""
    heard = {voice for card in scenario.cards.values() if card.voices != ["institution"] for voice in card.voices}
    for section in ("platforms", "frames"):
        for name in heard.intersection(getattr(scenario, section)):
            message = Message.of("name.voice_too", name=quote(name))
            yield _error("NAME005", places.key(section, name), message, Message.of("name.twice_hint"))


def ids_are_no_reserved_words(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A word such as `own` or `turn` means something already."""
    for section in ("sides", "audiences", "narratives", "teams", "meters", "flags", "cards", "injects"):
        for name in getattr(scenario, section):
            if name in RESERVED:
                message = Message.of("name.reserved", name=quote(name))
                yield _error("NAME006", places.key(section, name), message, Message.of("name.reserved_hint"))


def references_are_known(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Each id that is mentioned is one of the things that it must be."""
    for one in references(scenario):
        ids = of_kind(scenario, one.kind)
        if one.written in ids or one.written in one.words:
            continue
        place = places.key(*one.path) if one.on_key else places.of(*one.path)
        kind = Message.of(KINDS[one.kind])
        if one.written in WORDS:
            message = Message.of("name.word_not_here", word=quote(one.written), kind=kind)
            yield _error("NAME002", place, message, _word_hint(one) or did_you_mean(one.written, ids))
            continue
        message = Message.of("name.unknown", name=quote(one.written), kind=kind)
        hint = _other_kind(scenario, one) or did_you_mean(one.written, (*ids, *one.words))
        yield _error("NAME001", place, message, hint)


def nothing_is_listed_twice(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """An id stands once in a list."""
    seen: set[tuple[Path, str]] = set()
    for one in references(scenario):
        if isinstance(one.path[-1], int):
            if (one.path[:-1], one.written) in seen:
                message = Message.of("name.listed_twice", name=quote(one.written))
                yield _error("NAME004", places.of(*one.path), message, Message.of("key.one_of_two_hint"))
            seen.add((one.path[:-1], one.written))


def shifted_meters_are_known(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """`meter` of a shift names a meter that a shift can move."""
    for placed in effects(scenario):
        if placed.effect.shift and placed.effect.shift.meter is not None:
            yield from _shifted(scenario, places, placed, placed.effect.shift.meter)


def names_in_lines_are_known(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Each name in a condition or an amount means something."""
    for line in lines(scenario):
        own = next(iter(scenario.teams)) if line.own else None
        for name in line.expression.names():
            if resolve(scenario, name.parts, own) is None:
                place = places.inside(*line.path, offset=name.offset)
                yield _unknown_name(scenario, place, name.parts, line)


def percentages_stand_alone(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """A percentage is one of a shift, a spark, a cool or a drift; nothing else has a whole to be a share of."""
    for line in lines(scenario):
        if not line.percent and _holds_percent(line.expression.tree):
            hint = Message.of("condition.percent_hint")
            yield _error("COND002", places.of(*line.path), Message.of("condition.percent"), hint)


def _shifted(scenario: Scenario, places: Places, placed: PlacedEffect, meter: str) -> Iterator[Finding]:
    first = meter.partition(".")[0]
    own, target = ("own",) * placed.own, ("target",) * (placed.chosen == "team")
    teams = (*scenario.teams, *own, *target)
    addresses = [name for team in teams for name in of_team(scenario, team)]
    if meter == "freedom" or meter in scenario.meters or meter in addresses:
        return
    place = places.of(*placed.path, "shift", "meter")
    message = Message.of("name.unknown_meter", name=quote(meter))
    if first in scenario.narratives:
        yield _error("NAME007", place, message, Message.of("name.use_spark_hint"))
    elif first in scenario.audiences:
        yield _error("NAME007", place, message, Message.of("name.use_opinion_hint"))
    else:
        near = nearest(meter, ("freedom", *scenario.meters, *addresses))
        hint = Message.of("finding.did_you_mean", word=quote(near)) if near else Message.of("value.meter_hint")
        yield _error("NAME007", place, message, hint)


def _unknown_name(scenario: Scenario, place: Place, parts: tuple[str, ...], line: Line) -> Finding:
    written = ".".join(parts)
    if parts[0] == "target":
        hint = Message.of("name.no_target_hint")
    elif parts[0] == "own" and not line.own:
        hint = Message.of("name.no_own_hint")
    elif len(parts) == 1 and parts[0] in scenario.narratives:
        hint = Message.of("finding.did_you_mean", word=quote(f"{written}.heat"))
    elif len(parts) == 1 and parts[0] in {*scenario.teams, "own"}:
        hint = Message.of("name.team_meter_hint", team=quote(written), meters=TEAM_METERS)
    else:
        hint = did_you_mean(written, known(scenario, own=line.own))
    return _error("NAME003", place, Message.of("name.unknown_in_line", name=quote(written)), hint)


def _word_hint(one: Reference) -> Message | None:
    """Say what would let `target` stand here."""
    chosen = one.kind in {"audience", "narrative"} or one.path[-2] in {"share", "suspend", "expose"}
    wanted = one.kind if chosen else None
    if one.written == "target" and wanted and one.path[0] == "cards":
        return Message.of("name.target_hint", kind=wanted)
    return None


def _other_kind(scenario: Scenario, one: Reference) -> Message | None:
    """Say so when an id is known, but as something else."""
    sections: Mapping[str, str] = {
        "sides": "kind.side",
        "audiences": "kind.audience",
        "narratives": "kind.narrative",
        "teams": "kind.team",
        "meters": "kind.meter",
        "flags": "kind.flag",
        "cards": "kind.card",
        "injects": "kind.inject",
        "platforms": "kind.platform",
        "frames": "kind.frame",
        "appearances": "kind.appearance",
    }
    for section, kind in sections.items():
        if one.written in getattr(scenario, section):
            return Message.of("name.other_kind", name=quote(one.written), kind=Message.of(kind))
    return None


def _holds_percent(node: Node) -> bool:
    match node:
        case Percent():
            return True
        case Negative(of=inner) | Not(of=inner):
            return _holds_percent(inner)
        case Binary(left=left, right=right):
            return _holds_percent(left) or _holds_percent(right)
    return False


def _error(code: str, place: Place, message: Message, hint: Message) -> Finding:
    return Finding(code, "error", place, message, hint)
