"""What a latecomer is told of what happened: never only whatever is loudest."""

from dataclasses import replace

import pytest

from engine.game.reports import Struck
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.scenes import TEAM
from tests.tui.screens import played
from tui.newcomer import EVENTS, so_far

TURNS = 5
LOST = Struck(Text.of("The harbour"), Message.of("outcome.success"), ())


@pytest.fixture(scope="module")
def past():
    """A team's view, and its bulletins, in each of which a team lost control twice."""
    table = played(TURNS, TEAM)
    return table.view(TEAM), [replace(each, struck=(LOST, LOST)) for each in table.story(TEAM)]


def told(view, bulletins):
    words = [say("en", each) for each in so_far(view, bulletins)]
    assert len(words) <= EVENTS
    return words


def test_the_letter_that_moved_most_is_told_however_often_control_was_lost(past):
    view, bulletins = past
    moved = {letter.name: 0.0 for letter in view.inbox}
    for change in (change for course in view.history.values() for _, change in course):
        for reason in (each for each in change.reasons if each.cause.code in {"cause.inject", "cause.inject_because"}):
            moved[dict(reason.cause.values)["inject"]] += abs(reason.amount)
    heaviest = max(moved, key=moved.__getitem__)
    assert moved[heaviest] > 0
    assert any(str(heaviest) in line for line in told(view, bulletins))


def test_the_largest_order_of_the_team_itself_is_told_and_a_poll_only_where_there_is_no_other(past):
    view, bulletins = past
    own = [order for each in bulletins if each.turn for order in each.orders if order.team == TEAM]
    largest = max((order for order in own if not order.asks), key=lambda order: order.weight)
    assert any(f"we played \u201c{largest.card_name}" in line for line in told(view, bulletins))
    polls = [replace(each, orders=tuple(replace(order, asks=True) for order in each.orders)) for each in bulletins]
    assert any("we played" in line for line in told(view, polls))


@pytest.mark.parametrize("became", ["partial", "backfire", "kept_waiting"])
def test_of_the_teams_own_orders_one_that_fell_short_is_told_beside_the_largest(past, became):
    view, bulletins = past
    worked = [replace(each, orders=tuple(replace(it, outcome="success") for it in each.orders)) for each in bulletins]
    own = [(n, it) for n, each in enumerate(worked) for it in each.orders if it.team == TEAM and each.turn]
    at, least = min(own, key=lambda pair: pair[1].weight)
    fell = tuple(replace(it, outcome=became) if it is least else it for it in worked[at].orders)
    lines = told(view, [*worked[:at], replace(worked[at], orders=fell), *worked[at + 1 :]])
    assert any("we played" in line and say("en", Message.of(f"outcome.{became}")) in line for line in lines)
    largest = max((it for _, it in own if not it.asks), key=lambda it: it.weight)
    assert any(str(largest.card_name) in line for line in lines)
    assert any("lost control" in line for line in lines)


def test_control_that_was_lost_is_told_too(past):
    assert any("lost control" in line for line in told(*past))
