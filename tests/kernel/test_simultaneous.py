"""Invariant 4: orders of a phase are simultaneous, and a card that nobody plays changes nothing."""

import copy
import random

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.kernel.state import leaf_hash
from engine.scenario.scenario import Scenario
from tests.effort import always, one_in
from tests.kernel.named import Game, changed
from tests.strategies import scenario_data, scenarios

SEEDS = st.lists(st.integers(0, 2**64 - 1), min_size=3, max_size=3)
"""Several games of each scenario: to draw one costs more than to play it."""
PACES = st.sampled_from(["full", "short"])


@one_in(4)
@given(scenarios(), SEEDS, PACES)
def test_neither_slots_nor_holes_between_them_matter(scenario, seeds, pace):
    for seed in seeds:
        one, other, dice = Game(scenario, seed, pace), Game(scenario, seed, pace), random.Random(seed)
        for _ in range(scenario.clock.length):
            one.open()
            other.open()
            slots = one.slots(one.pick(dice))
            one.close_slots(slots)
            mixed = np.array([dice.sample(tray, len(tray)) for tray in slots[0].tolist()])
            other.close_slots(mixed[None])
            assert changed(one.named(), other.named()) == {}


@always(40)
@given(scenario_data(), SEEDS, PACES)
def test_the_order_in_which_an_author_lists_things_changes_no_bit(data, seeds, pace):
    for seed in seeds:
        dice = random.Random(seed)
        one, other = (Game(Scenario.model_validate(it), seed, pace) for it in (data, shuffled(data, dice)))
        for _ in range(one.book.first_turn, one.book.turns + 1):
            one.open()
            other.open()
            orders = one.pick(dice)
            one.close(orders)
            other.close(orders)
            assert leaf_hash(one.state) == leaf_hash(other.state), changed(one.named(), other.named())


IN_ORDER = {"range", "short", "bands"}
"""Lists whose order says something: least and largest values, turns, and bands, which are named by their places."""


def shuffled(data, dice, key=None):
    """The same data with the keys of every mapping in another order, and every list whose order says nothing."""
    if isinstance(data, dict):
        return {key: shuffled(data[key], dice, key) for key in dice.sample(list(data), len(data))}
    if isinstance(data, list):
        entries = data if key in IN_ORDER else dice.sample(data, len(data))
        return [shuffled(entry, dice) for entry in entries]
    return data


@one_in(4)
@given(scenario_data(), st.sampled_from(["a_first", "m_middle", "zz_last"]), SEEDS, PACES)
def test_a_card_that_is_held_and_never_played_changes_nothing(data, new, seeds, pace):
    for seed in seeds:
        dice, more = random.Random(seed), copy.deepcopy(data)
        more["cards"][new] = treating_nothing(copy.deepcopy(dice.choice(list(data["cards"].values()))))
        for team in dice.sample(sorted(data["teams"]), dice.randint(1, len(data["teams"]))):
            if more["cards"][new].get("aim") != data["teams"][team]["side"]:
                more["teams"][team]["holds"].append(new)
        together(data, more, seed, pace)


def treating_nothing(card):
    """Who holds a card that treats comments is answerable for those that are left: to hold it is to have that duty."""
    if card.pop("treats", None):
        del card["target"]
    return card


@one_in(4)
@given(scenario_data(), SEEDS, PACES)
def test_another_amount_on_a_card_changes_nothing_before_it_is_played(data, seeds, pace):
    moving = [card for card, it in data["cards"].items() for effect in it["effects"] if amount_of(effect)]
    assume(moving)
    for seed in seeds:
        card, more = random.Random(seed).choice(moving), copy.deepcopy(data)
        for effect in more["cards"][card]["effects"]:
            if amount_of(effect):
                amount_of(effect)["by"] = 3.75
        together(data, more, seed, pace, until=card)


def amount_of(effect):
    """Where an effect says how much."""
    return next((effect[verb] for verb in ("shift", "spark", "cool") if verb in effect), None)


def together(data, other, seed, pace, until=None):
    """Play both with the same orders, comparing by names after every step, until a card is laid."""
    dice = random.Random(seed)
    one, other = (Game(Scenario.model_validate(it), seed, pace) for it in (data, other))
    for _ in range(one.book.first_turn, one.book.turns + 1):
        one.open()
        other.open()
        assert changed(one.named(), other.named()) == {}
        orders = one.pick(dice)
        if until in {card for tray in orders.values() for card, *_ in tray} | one.going_on():
            return
        one.close(orders)
        other.close(orders)
        assert changed(one.named(), other.named()) == {}
