"""The pages of the bulletin: where an outcome stands whose odds are hidden, and what is left to be told."""

import asyncio
from dataclasses import replace

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.idle import put
from tests.tui.screens import WIDE, played, shown, teams_of
from tui.app import GoldenHour
from tui.screens.bulletin import BulletinScreen
from tui.widgets.agenda import agenda
from tui.widgets.keys import Key
from tui.widgets.names import BECAME
from tui.widgets.played import Shown, order_page
from tui.widgets.wording import Tongue

FIRST = teams_of()[0]
TONGUE = Tongue("en")


@pytest.fixture(scope="module")
def view():
    table = played(2, FIRST)
    yield table.view(FIRST)
    table.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 74, 114])
def test_an_order_whose_odds_are_hidden_stands_on_a_scale_of_three_that_tells_no_odds(view, lang, width):
    order = next(each for told in view.bulletins for each in told.orders if each.team != view.team)
    hidden = replace(order, roll=None, success=0, partial=0, backfire=0, terms=())
    tongue, marks = Tongue(lang), []
    for outcome in ("backfire", "partial", "success"):
        lines = order_page(tongue, replace(hidden, outcome=outcome), Shown(1), width).plain.splitlines()
        bar = next(at for at, line in enumerate(lines) if "█" in line)
        assert len({lines[bar].count(sign) for sign in "░▒█"}) == 1
        assert "▲" in lines[bar + 1]
        marks.append(lines[bar][lines[bar + 1].index("▲")])
        assert not any("%" in line for line in lines)
        assert not any("…" in line for line in lines[: bar + 3])
        assert max(len(line) for line in lines[: bar + 3]) <= width
        before = order_page(tongue, replace(hidden, outcome=outcome), Shown(0), width).plain
        assert tongue.plain(BECAME[outcome]) not in before
    assert marks == ["░", "▒", "█"]


def test_before_anything_has_landed_a_hidden_outcome_looks_the_same_whatever_it_is(view):
    order = next(each for told in view.bulletins for each in told.orders if each.team != view.team)
    hidden = replace(order, roll=None, success=0, partial=0, backfire=0, terms=())
    pages = {
        order_page(TONGUE, replace(hidden, outcome=outcome), Shown(0), 74).plain
        for outcome in ("backfire", "partial", "success")
    }
    assert len(pages) == 1


def test_where_no_order_is_left_to_tell_its_key_is_not_in_the_foot_and_says_why(view):
    told = view.bulletins[0]
    order = told.orders[0]
    many = tuple(replace(order, team="other", card_name=Text.of(f"Card {n}"), weight=float(-n)) for n in range(7))
    name = say("en", Message.of("action.all"))

    async def go():
        app = GoldenHour(None, "en")
        async with app.run_test(size=WIDE) as pilot:
            for orders, more in (((), False), (many, True)):
                await put(
                    pilot,
                    BulletinScreen(TONGUE, replace(view, bulletins=(replace(told, orders=orders),)), {}, moving=False),
                )
                keys = [key.words for key in app.screen.query(Key)]
                assert (name in keys) is more
                await pilot.press("a")
                await pilot.pause()
                assert (say("en", Message.of("screen.bulletin.all_told")) in shown(app)) is not more

    asyncio.run(go())


def test_beside_the_pages_a_card_that_several_teams_played_is_named_with_its_team(view):
    order = view.bulletins[0].orders[0]
    other = replace(order, team="other", team_name=Text.of("The other team"))
    lone = replace(order, card="lone", card_name=Text.of("A card of its own"))
    told = " ".join(agenda(TONGUE, (order, other, lone), (), (0, 0), 40).plain.split())
    for each in (order, other):
        assert f"{each.card_name} · {each.team_name}" in told
    assert told.count(str(order.team_name)) == 1
