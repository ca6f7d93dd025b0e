"""Invariant 3: before + rows = after for every meter and phase, every row has a cause, and watching changes nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.kernel.ledger import LIMIT
from engine.scenario.reader import read_shipped, shipped_ids
from tests.effort import one_in
from tests.kernel.batches import differences, scripts
from tests.strategies import scenarios

GAMES = 5
SHIPPED = st.sampled_from(shipped_ids()).map(lambda name: read_shipped(name).scenario)


@one_in(2)
@given(scripts(scenarios()), st.integers(0, 10**6))
def test_before_and_the_rows_of_a_phase_make_after_exactly(script, first):
    for before, after, ledger in script.phases(first, GAMES):
        assert_adds_up(script.book, before, after, ledger)
        assert_on_the_lattice(after)


@one_in(15)
@given(scripts(SHIPPED), st.integers(0, 10**6))
def test_before_and_rows_make_after_in_what_is_shipped(script, first):
    last = None
    for before, after, ledger in script.phases(first, GAMES):
        assert_adds_up(script.book, before, after, ledger)
        assert_on_the_lattice(after)
        last = after
    assert differences(last, script.play(first, GAMES)[-1]) == []  # these are the phases that are played


def assert_adds_up(book, before, after, ledger):
    if not ledger.records:
        assert np.array_equal(before.meters, after.meters)
    for game in range(GAMES):
        summed = dict(zip(book.meters, before.meters[game].tolist(), strict=True))
        for row in ledger.entries(book, game):
            assert row.cause == LIMIT or row.cause in book.causes
            summed[row.meter] += row.amount
        assert summed == dict(zip(book.meters, after.meters[game].tolist(), strict=True))
        assert np.all((book.low <= after.meters[game]) & (after.meters[game] <= book.high))


def assert_on_the_lattice(state):
    for amounts in (state.meters, state.polls):
        assert np.array_equal(amounts * 4096, np.rint(amounts * 4096))
    for coefficients in (state.slant, state.cut, state.underway):
        assert np.array_equal(coefficients * 65536, np.rint(coefficients * 65536))


@one_in(6)
@given(scripts(scenarios()))
def test_watching_does_not_change_the_game(script):
    watched, _ = script.record(0, GAMES)
    for seen, unseen in zip(watched, script.play(0, GAMES), strict=True):
        assert differences(seen, unseen) == []


@one_in(6)
@given(scripts(scenarios()))
def test_every_cause_is_known_by_name_and_none_is_called_other(script):
    known = ("order/", "inject/", "comments/", "rule/", "meter/")
    assert all(cause.startswith(known) for cause in script.book.causes if cause != LIMIT)
    _, ledger = script.record(0, 1)
    scenario = script.scenario
    for row in ledger.entries(script.book):
        match row.cause.split("/"):
            case ["order", team, card, _]:
                assert card in scenario.teams[team].holds
                assert script.book.laid[row.option][:2] == (team, card)
            case ["inject", inject, _]:
                assert inject in scenario.injects
            case ["comments", comments, _, team]:
                assert comments in scenario.comments
                assert any(scenario.cards[card].treats for card in scenario.teams[team].holds)
            case ["meter", meter, _]:
                assert row.meter == meter
            case ["rule", *_] | ["limit"]:
                pass
            case other:
                raise AssertionError(other)
