"""An order that had waited and one of the same card that need not wait: the bulletin tells what each did itself."""

from collections import Counter

import pytest
from hypothesis import given

from engine.game.conduct import apply
from engine.game.intents import Lay, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.game.words import meter_name
from engine.scenario.reader import read_shipped
from tests.effort import one_in
from tests.game.sittings import traceable_data
from tests.game.test_what_a_team_sees import SEEDS, sittings

CARD, TEAM = "brief_the_nation", "ministry"


def match_with_two(target, voice):
    """After the Wave: the ministry, its policy unclear, answers the nation twice; the first time it has to wait."""
    scenario = read_shipped("after_the_wave").scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 1)
    close(match)
    apply(match, TEAM, Lay(TEAM, CARD, "nation"))
    apply(match, TEAM, Lay(TEAM, "send_instructions"))
    assert close(match).waiting()
    apply(match, TEAM, Lay(TEAM, CARD, target, voice))
    assert not close(match).waiting()
    while not match.ended:
        close(match)
    return match


def close(match):
    for team in match.scenario.teams:
        apply(match, team, Seal(team))
    return match.close({})


def told(orders):
    total = Counter()
    for order in orders:
        for meter, amount in order.changes:
            total[meter] += amount
    return {meter: amount for meter, amount in total.items() if amount}


def done(match, played):
    """What orders did in a turn, as the ledger has it."""
    total = Counter()
    for entry in match.ledger.entries(match.book, records=played.records):
        if entry.phase == "resolve" and entry.cause.startswith("order/") and not entry.cause.endswith("/cost"):
            total[meter_name(match.scenario, entry.meter)] += entry.amount
    return {meter: amount for meter, amount in total.items() if amount}


@pytest.mark.parametrize(("target", "voice"), [("survivors", "personal"), ("nation", "personal")])
def test_each_of_two_orders_is_told_with_its_own_effects(target, voice):
    match = match_with_two(target, voice)
    bulletin = Viewing(match).story(TEAM)[2]
    orders = [order for order in bulletin.orders if order.card == CARD]
    assert len({order.target_name for order in orders}) == len(orders) == 2
    aims = {str(meter) for order in orders for meter, _ in order.changes if meter.code == "meter.opinion"}
    assert len(aims) == len({"nation", target})
    assert told(bulletin.orders) == done(match, match.history[2])


def test_the_same_order_twice_is_told_as_two_that_did_the_same():
    match = match_with_two("nation", "institution")
    bulletin = Viewing(match).story(TEAM)[2]
    first, second = (order for order in bulletin.orders if order.card == CARD)
    assert first == second
    assert told(bulletin.orders) == done(match, match.history[2])


@one_in(6)
@given(traceable_data(), SEEDS)
def test_what_is_told_of_the_orders_of_a_turn_is_what_they_did(data, seeds):
    for at, dice in sittings(data, seeds):
        at.go(dice, at.match.book.turns + 1)
        for bulletin, played in zip(at.viewing.story(None), at.match.history, strict=True):
            assert told(bulletin.orders) == done(at.match, played)
