"""Invariant 2: the kernel and the naive reference agree on every number and every reason."""

from hypothesis import given
from hypothesis import strategies as st

from engine.scenario.reader import read_shipped, shipped_ids
from tests.kernel.both import Both
from tests.strategies import orders, scenarios


@given(scenarios(), st.integers(0, 2**64 - 1), st.sampled_from(["full", "short"]), st.data())
def test_kernel_and_reference_agree_at_every_phase(scenario, seed, pace, data):
    both = Both(scenario, seed, game=data.draw(st.integers(0, 10**6)), pace=pace)
    play(both, scenario.clock.length, data)


@given(st.sampled_from(shipped_ids()), st.integers(0, 1000), st.sampled_from(["full", "short"]), st.data())
def test_kernel_and_reference_agree_on_what_is_shipped(name, seed, pace, data):
    scenario = read_shipped(name).scenario
    play(Both(scenario, seed, pace=pace), scenario.clock.length, data)


def play(both, turns, data):
    for _ in range(turns):
        both.open()
        both.compare_options()
        both.close(data.draw(orders(both.reference)) if both.reference.decides() else {})
    both.compare_scores()
