from hypothesis import given
from pydantic import ValidationError

from engine.scenario.scenario import Scenario
from tests.breakers import SHAPE, broken
from tests.breakers_of_meaning import MEANING
from tests.effort import one_in
from tests.strategies import scenario_data


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
