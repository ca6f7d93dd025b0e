"""A red line that a team has crossed is told to it wherever it reads what happened."""

from dataclasses import replace

import pytest

from engine.game.intents import Lay
from engine.game.viewing import Viewing
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tests.game.test_told_in_time import BUS, crossing, go_on, sat
from tui.newcomer import EVENTS, so_far
from tui.plain import bulletin, heard
from tui.widgets.inbox import Inbox
from tui.widgets.played import Shown, order_page
from tui.widgets.wording import Tongue

LINE = Text.of("Nobody is left behind.")


@pytest.fixture(scope="module")
def view():
    """What a team sees that has played a turn and crossed a red line in it."""
    match = sat(BUS, "ministry")
    go_on(match)
    seen = Viewing(match).view("ministry")
    return replace(seen, bulletins=tuple(replace(each, crossed=(LINE,)) for each in seen.bulletins))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_wherever_a_team_reads_what_happened_it_reads_which_red_line_it_crossed(view, lang):
    told = say(lang, Message.of("screen.bulletin.crossed", line=LINE))
    for lines in (bulletin.own_orders(view, lang), heard.inbox(view, lang)):
        assert told in " ".join(" ".join(lines).split())
    first, *_ = Inbox(Tongue(lang), set())._crossed(view)
    assert first.lay(200).plain == f"! {told}"
    assert sum(str(LINE) in say(lang, each) for each in so_far(view, view.bulletins)) == 1


def test_a_latecomer_reads_of_it_whatever_else_there_is_to_know(view):
    told = [say("en", each) for each in so_far(view, view.bulletins * EVENTS * 2)]
    assert len(told) == EVENTS
    assert all(str(LINE) in each for each in told)


def test_the_order_that_crossed_it_says_so_on_its_page():
    match = sat(BUS, "ministry")
    while not (choice := crossing(match, "ministry")):
        go_on(match)
    go_on(match, Lay("ministry", choice.card, choice.target, choice.voice))
    orders = [order for each in Viewing(match).view("ministry").bulletins for order in each.orders]
    for order in orders:
        page = order_page(Tongue("en"), order, Shown(1), 200).plain
        assert ("red line" in page) == (order.card == choice.card)
