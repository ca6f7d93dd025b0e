"""The price of a card in its team's own meters: told before it is laid, and no other is taken."""

import pytest

from engine.game.match import begin
from engine.game.seats import Seat
from engine.game.viewing import Viewing
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped, shipped_ids
from tests.tui.screens import table_of, teams_of
from tui.handouts import handout

METERS = ("credibility", "clarity", "network")
SEAT = "consulate"


def told_of(choice):
    """What a card is said to take, by meter: plainly, and on a backfire."""
    parts = [part for fact in choice.facts if fact.code == "fact.price" for part in fact.get("paid")]
    return {part.get("meter").code.removeprefix("price."): (part.get("n"), part.get("worse")) for part in parts}


@pytest.mark.parametrize("name", shipped_ids())
def test_every_card_that_takes_of_its_own_meters_says_so_and_no_other_does(name):
    scenario = read_shipped(name).scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), "full", 1)
    for team in scenario.teams:
        for choice in Viewing(match).view(team).choices:
            price = scenario.cards[choice.card].price
            assert set(told_of(choice)) == {meter for meter in METERS if getattr(price, meter)}


def test_what_is_taken_is_what_was_told_also_where_an_order_backfired():
    taken = {"plain": 0, "backfire": 0}
    scenario = read_shipped("comment_storm").scenario
    for seed in range(3):
        match = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), "full", seed)
        told = {
            (team, choice.name): told_of(choice)
            for team in scenario.teams
            for choice in Viewing(match).view(team).choices
        }
        while not match.ended:
            match.close(match.bots())
            for team in scenario.teams if not match.ended else ():
                if not any(told.get((team, scenario.cards[card].name)) for card in laid_by(match, team)):
                    continue
                bulletin = Viewing(match).view(team).bulletins[-1]
                laid = [order.card_name for order in bulletin.orders if order.team == team]
                for change, cause, amount in prices_in(bulletin):
                    card = cause.get("card")
                    plain, worse = told[team, card.get("card")][change.meter.partition(".")[2]]
                    backfired = card.code == "cause.card.backfire"
                    if laid.count(card.get("card")) == 1:
                        assert amount == pytest.approx(worse if backfired else plain, abs=0.01)
                        taken["backfire" if backfired else "plain"] += 1
    assert min(taken.values()) > 0


def laid_by(match, team):
    laid = [match.book.laid[option] for option in match.history[-1].outcomes()]
    return [card for whose, card, *_ in laid if whose == team]


def prices_in(bulletin):
    reasons = ((change, reason) for change in bulletin.changes for reason in change.reasons)
    return [(change, each.cause, each.amount) for change, each in reasons if each.cause.code == "cause.price"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_price_stands_on_paper_too(lang):
    view = table_of(*teams_of("first_hour"), scenario="first_hour").view(SEAT)
    price = next(fact for each in view.choices if told_of(each) for fact in each.facts if fact.code == "fact.price")
    assert say(lang, price) in " ".join(" ".join(handout(view, lang)).split())
