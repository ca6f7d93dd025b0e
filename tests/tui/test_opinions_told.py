"""What is told of an opinion that was polled or heard some turns ago."""

from dataclasses import replace

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.screens import played, teams_of
from tui.plain.room import standing
from tui.widgets.standing import Standing, gauge_row, taken_beside
from tui.widgets.wording import Tongue

FIRST = teams_of()[0]
TONGUE = Tongue("en")


@pytest.fixture(scope="module")
def view():
    table = played(2, FIRST)
    yield table.view(FIRST)
    table.close()


@pytest.mark.parametrize(("trend", "arrow"), [(1, "▲"), (-1, "▼")])
def test_an_opinion_of_an_earlier_poll_keeps_its_arrow_beside_the_turn_where_there_is_little_room(view, trend, arrow):
    gauge = replace(
        next(each for each in view.gauges if each.error is not None),
        trend=trend,
        as_of=1,
        until=None,
        published=False,
        unit=None,
    )
    rows = [
        gauge_row(TONGUE, each, 4, 50, taken_beside(TONGUE, [each], 4)).plain
        for each in (gauge, replace(gauge, as_of=0))
    ]
    assert f"{arrow} heard turn 1" in rows[0]
    assert arrow not in rows[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_turn_until_which_an_opinion_counts_is_explained_once_where_it_stands(view, lang):
    polls = [each for each in view.gauges if each.error is not None]
    for until, times in ((None, 0), (4, 1)):
        gauges = tuple(replace(each, as_of=1, until=until, published=False) for each in polls)
        for width in (46, 80):
            rows = Standing(Tongue(lang))._told(None, gauges, 2)
            told = " ".join(" ".join(row.lay(width).plain for row in rows).split())
            assert told.count(say(lang, Message.of("screen.gauge.until_means"))) == times
        told = " ".join(" ".join(standing(replace(view, gauges=gauges, turn=2), lang)).split())
        assert told.count(say(lang, Message.of("plain.until_means"))) == times
