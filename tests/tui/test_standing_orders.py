"""What the screens say of orders that go on: only in turns without a decision, as the rules have it."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from engine.game.answers import Accepted
from engine.game.intents import Lay, Seal
from engine.game.viewing import Viewing
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.game.test_two_orders_of_one_card import CARD as TWICE
from tests.game.test_two_orders_of_one_card import TEAM as MINISTRY
from tests.game.test_two_orders_of_one_card import match_with_two
from tests.tui.screens import WIDE, shipped, table_of, teams_of
from tui.app import GoldenHour
from tui.joined import also_of, in_turn
from tui.plain.room import tray
from tui.posted import mattered

TEAM, CARD = teams_of()[0], "answer_questions"


def sealed(pace):
    """A table at which a card that stands was laid and sealed in the first round, and the view before and after."""
    table = table_of(TEAM, pace=pace)
    target = next(each.target for each in table.view(TEAM).choices if each.card == CARD)
    table.apply(TEAM, Lay(TEAM, CARD, target))
    before = table.view(TEAM)
    table.apply(TEAM, Seal(TEAM))
    return table, before


def laid(view):
    return next(each for each in view.tray if each.card == CARD)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_every_turn_is_a_round_nothing_is_said_to_go_on_since_nothing_does(lang):
    table, before = sealed("full")
    assert table.match.scenario.cards[CARD].stands
    assert laid(before).stands == 0
    after = table.view(TEAM)
    assert not after.tray
    assert after.purse.hours_left == after.purse.hours
    said = "\n".join([*tray(before, lang), *tray(after, lang)])
    assert say(lang, Message.of("screen.tray.stands_for", n=1)) not in said
    assert shipped("ferry_rumour").scenario.cards[CARD].name.in_language(lang) not in "\n".join(tray(after, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_went_on_between_two_rounds_is_listed_when_it_ends_until_it_is_laid_again(lang):
    table, before = sealed("short")
    turns = laid(before).stands
    assert turns > 1
    name = table.match.scenario.cards[CARD].name
    ended = say(lang, Message.of("tray.ran_on", cards=(name,), n=1))
    paid = say(lang, Message.of("screen.tray.stands_for", n=turns))
    assert paid in " ".join(" ".join(tray(before, lang)).split())
    assert ended in " ".join(" ".join(tray(table.view(TEAM), lang)).split())

    async def go():
        app = GoldenHour(table, lang)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            for _ in range(6):
                if app.screen.query("#tray"):
                    break
                await pilot.press("enter")
                await pilot.pause()
            words = " ".join(app.screen.query_one("#tray").rows.whole().plain.split())
            assert ended in words
        app.let_go()

    asyncio.run(go())
    table.apply(TEAM, Lay(TEAM, CARD, laid(before).target))
    assert ended not in " ".join(" ".join(tray(table.view(TEAM), lang)).split())


@pytest.mark.parametrize("reader", [TEAM, None])
def test_an_order_that_went_on_is_told_once_among_those_that_mattered_with_its_other_turns_beside_it(reader):
    table = table_of(TEAM, pace="short")
    for _ in range(3):
        choice = next(each for each in table.view(TEAM).choices if each.card == CARD)
        assert isinstance(table.apply(TEAM, Lay(TEAM, CARD, choice.target, choice.voice)), Accepted)
        table.apply(TEAM, Seal(TEAM))
        view = table.view(reader)
        laid = [each for at in view.bulletins for each in at.orders if (each.team, each.card) == (TEAM, CARD)]
        orders, few = in_turn(view)
        assert sorted((at.turn, each.team, each.card) for at, each in orders) == sorted(
            (at.turn, each.team, each.card) for at in view.bulletins for each in at.orders
        )
        told = [each for _, each in orders[:few] if (each.team, each.card) == (TEAM, CARD)]
        assert len(laid) > 1 >= len(told) >= (reader is not None)
        for each in told:
            assert each.weight == max(other.weight for other in laid)
            assert len(dict(also_of(each, orders[few:]).values)["turns"]) == len(laid) - 1
        mattering = [(each.team, each.card, each.target_name) for each in mattered(table.view(None))]
        assert len(mattering) == len({*mattering})
    table.close()


@pytest.mark.parametrize("reader", [MINISTRY, None])
def test_of_two_equal_orders_of_one_turn_both_are_on_the_bulletin(reader):
    viewing = Viewing(match_with_two("nation", "institution"))
    view = replace(viewing.view(reader), bulletins=(viewing.story(reader)[2],))
    orders, few = in_turn(view)
    assert Counter(each.card for _, each in orders)[TWICE] == 2
    assert len(orders) == len(view.bulletins[0].orders)
    assert Counter(each.card for _, each in orders[:few])[TWICE] <= 1
