"""Generated scenarios are valid, and hold all that a scenario may hold."""

from itertools import product
from typing import Literal, get_args, get_origin

from hypothesis import given
from pydantic import BaseModel, ValidationError

from engine.scenario.effects import VERBS
from engine.scenario.model import Model
from engine.scenario.scenario import Scenario
from engine.scenario.walk import effects
from tests.breakers import SHAPE, broken
from tests.breakers_of_meaning import MEANING
from tests.effort import one_in
from tests.strategies import scenario_data, scenario_of
from tests.strategies_draws import Dice

DRAWN = 300
ELSEWHERE = {"Scenario.decks"}
"""A deck is a file of its own."""
MEANINGLESS = set(product(("effects of an inject", "missed answers"), ("prepare", "share")))
"""An inject belongs to no team that could prepare or share anything."""


def fits_the_models(data):
    try:
        Scenario.model_validate(data)
    except ValidationError:
        return False
    return True


@one_in(4)
@given(scenario_data())
def test_the_models_refuse_a_scenario_with_one_thing_broken(data):
    assert fits_the_models(data)
    assert [breaker.__name__ for breaker in SHAPE if fits_the_models(broken(data, breaker))] == []


@one_in(4)
@given(scenario_data())
def test_a_scenario_with_a_broken_meaning_still_fits_the_models(data):
    for breaker in MEANING:
        changed = broken(data, breaker)
        assert changed != data, breaker
        assert fits_the_models(changed), breaker


def test_every_key_word_and_verb_of_the_format_is_drawn():
    parts, verbs = set(), set()
    for seed in range(DRAWN):
        scenario = Scenario.model_validate(scenario_of(Dice(seed)))
        parts.update(parts_of(scenario))
        verbs.update((place(placed), placed.effect.verb) for placed in effects(scenario))
    assert parts_of_the_format() - parts - ELSEWHERE == set()
    places = ("effects of a card", "effects of an inject", "missed answers", "comments")
    assert set(product(places, VERBS)) - verbs - MEANINGLESS == set()


def parts_of_the_format():
    """`Model.key` for every key of the format, and `Model.key=word` for each word that it may be."""
    classes, found = [Scenario], set()
    for model in classes:
        for key, field in model.model_fields.items():
            found |= {f"{model.__name__}.{key}", *(f"{model.__name__}.{key}={word}" for word in words(field))}
            classes += [it for it in models(field.annotation) if it not in {*classes, Model}]
    return found


def models(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in models(inner)]


def words(field):
    """The words that a key may be, in a list or not."""
    return {word for annotation in (field.annotation, *field.metadata) for word in literals(annotation)}


def literals(annotation):
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return [word for inner in get_args(annotation) for word in literals(inner)]


def parts_of(written):
    """The parts of the format that a model shows, and all that is in it."""
    if isinstance(written, BaseModel):
        name = type(written).__name__
        for key in written.model_fields_set:
            value = getattr(written, key)
            yield f"{name}.{key}"
            yield from (f"{name}.{key}={word}" for word in (value if isinstance(value, list) else [value]))
            yield from parts_of(value)
    elif isinstance(written, list | dict):
        for value in written.values() if isinstance(written, dict) else written:
            yield from parts_of(value)


def place(placed):
    match placed.path:
        case ("cards", *_):
            return "effects of a card"
        case ("injects", _, "effects", _):
            return "effects of an inject"
        case ("injects", *_):
            return "missed answers"
    return "comments"
