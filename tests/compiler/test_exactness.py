"""The proof that numbers stay exact refuses what could leave the lattice, and nothing that an author needs."""

import pytest

from engine.compiler.book import compile_book
from engine.scenario.reader import read_shipped
from engine.scenario.scenario import Scenario


def with_condition(when, largest=100):
    data = read_shipped("ferry_rumour").scenario
    card = next(iter(data.cards))
    meters = {name: meter.model_copy(update={"range": [0.0, float(largest)]}) for name, meter in data.meters.items()}
    parsed = (
        Scenario.model_fields["cards"]
        .annotation.__args__[1]
        .model_validate({"name": "x", "kind": "social_media", "form": "post", "needs": when})
    )
    return data.model_copy(update={"cards": {**data.cards, card: parsed}, "meters": meters})


@pytest.mark.parametrize(
    "when",
    ["own.backlog / own.hours > 0.5", "freedom / own.budget > 2", "(own.budget + 1) / own.hours > 1"],
)
def test_ratios_of_meters_may_be_compared(when):
    assert compile_book(with_condition(when)).faults == ()


def test_products_of_large_numbers_are_refused():
    faults = compile_book(with_condition("freedom * freedom * freedom * freedom > 2")).faults
    assert {path[-1] for path, _ in faults} == {"needs"}
    assert compile_book(with_condition("freedom * freedom > 2")).faults == ()
