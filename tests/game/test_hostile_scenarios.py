"""Invariant 7: no text of a scenario reaches a view, a finding or a sentence with anything but what can be shown."""

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Literal, get_args, get_origin
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.fields import Written
from engine.text import Text, printable
from tests.effort import one_in
from tests.game.saved_tables import reading_of
from tests.game.sittings import Sitting, dice_of, people
from tests.hostile import HOSTILE
from tests.strategies import playable_data, scenario_data

BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u200b\ufeff")
LONGEST = 10_000
HALVES = [raw for raw in HOSTILE if any(category(char) == "Cs" for char in raw)]
"""Texts with half a character, which no file can hold."""
WRITABLE = [raw for raw in HOSTILE if len(raw) <= LONGEST and raw not in HALVES]


def kinds_of(model=Written):
    """Every kind of entry that a file can hold."""
    return {model}.union(*(kinds_of(kind) for kind in model.__subclasses__()))


def parts_of(kind):
    """A type, and those that it is made of."""
    inner = () if get_origin(kind) is Literal else get_args(kind)
    return {kind}.union(*(parts_of(part) for part in inner))


FIELDS = [(name, parts_of(field.annotation)) for kind in kinds_of() for name, field in kind.model_fields.items()]
TEXTS = {name for name, parts in FIELDS if Text in parts}
"""The fields that hold texts for people."""
LISTS = {name for name, parts in FIELDS if any(get_origin(part) is list and Text in parts_of(part) for part in parts)}
"""Those that hold several; a team may be called like any other."""
TERMS = [
    term
    for name, parts in FIELDS
    for part in parts
    if name in TEXTS and get_origin(part) is Literal
    for term in get_args(part)
]
"""What a field of the same name holds elsewhere, which is a word of the language of scenarios."""


def hostile(data, dice, raw=WRITABLE):
    """The data with every text for people replaced."""
    if isinstance(data, dict):
        return {key: beneath(key, value, dice, raw) for key, value in data.items()}
    return [hostile(entry, dice, raw) for entry in data] if isinstance(data, list) else data


def beneath(key, value, dice, raw):
    """The same for what stands under a key."""
    if key in LISTS:
        return [replaced(entry, dice, raw) for entry in value]
    return replaced(value, dice, raw) if key in TEXTS else hostile(value, dice, raw)


def replaced(value, dice, raw):
    """A hostile text instead of one, where it is one."""
    is_text = isinstance(value, str) or (isinstance(value, dict) and value.keys() <= {"en", "id"})
    return dice.choice(raw) if is_text and value not in TERMS else hostile(value, dice, raw)


def words(thing):
    """Every string within a view, as it could be shown."""
    match thing:
        case str():
            yield thing
        case Message():
            yield from (say(lang, thing) for lang in LANGUAGES)
        case Text():
            yield from (thing.in_language(lang) for lang in LANGUAGES)
        case dict():
            yield from words([*thing.keys(), *thing.values()])
        case tuple() | list():
            for entry in thing:
                yield from words(entry)
        case _ if is_dataclass(thing):
            for field in fields(thing):
                yield from words(getattr(thing, field.name))
        case _:
            assert thing is None or isinstance(thing, int | float | Enum) or hasattr(thing, "year"), thing


@one_in(3)
@given(playable_data(), st.integers(0, 2**32))
def test_no_view_of_a_hostile_scenario_holds_a_control_character(data, seed):
    reading, dice = reading_of(hostile(data, dice_of(seed))), dice_of(seed)
    assert_told_cleanly(reading)
    at = Sitting(reading.scenario, people(reading.scenario), seed)
    while not at.match.ended:
        assert_can_be_shown(list(at.views().values()))
        at.go(dice, 1)
    assert_can_be_shown(list(at.views().values()))


@one_in(3)
@given(scenario_data(), st.sampled_from(HALVES))
def test_half_a_character_is_refused_with_a_finding(data, raw):
    reading = reading_of(hostile(data, dice_of(0), [raw]))
    assert reading.scenario is None
    assert_told_cleanly(reading)


def assert_told_cleanly(reading):
    """A refusal is told with findings, and every finding can be shown."""
    assert reading.scenario is not None or reading.findings
    for finding in reading.findings:
        assert_can_be_shown([finding.message, finding.hint, str(finding.place)])


def assert_can_be_shown(things):
    for shown in words(things):
        assert printable(shown) == shown
        assert [char for char in shown if category(char) in {"Cc", "Cs", "Co"} and char != "\n"] == []
        assert not BIDI & set(shown)
