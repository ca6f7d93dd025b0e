"""Of what people think the board shows polls alone; at ENDEX the truth stands beside them, and is called the truth."""

import asyncio
import re

import pytest

from engine.game.view import Poll
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tests.game.test_published_polls import POLLED, TURNS, go_on, moved, sitting
from tests.tui.screens import SMALL, WIDE
from tests.tui.test_board import every_page
from tests.tui.test_board_hall import HALL, drawn
from tui.board import Board
from tui.plain.billboard import sections
from tui.posted import truths
from tui.settings import Kept
from tui.widgets.multiples import BESIDE, END, FAR, LABEL, multiple
from tui.widgets.wording import Tongue

ENDED = 8
OTHER = "islanders.torvia"
"""An opinion of which nothing is published."""


def true_of(table, meter):
    return round(float(table.match.state.meters[0, table.match.book.meters.index(meter)]))


@pytest.fixture(scope="module")
def over():
    """The exercise has ended, and what was found last is not what people think now."""
    table = go_on(sitting(), ENDED)
    (poll,) = table.view(None).polls
    assert poll.truth not in {None, poll.value}
    return table


def test_before_endex_no_screen_is_handed_a_true_number():
    table = sitting()
    for _ in range(ENDED):
        view = table.view(None)
        assert [poll.truth for poll in view.polls] == [None]
        assert truths(view) == []
        go_on(table, 1)
    assert table.ended
    assert [poll.truth for poll in table.view(None).polls] == [true_of(table, POLLED)]


def test_before_endex_a_moved_opinion_that_was_not_polled_moves_nothing_on_the_board():
    one, two = sitting().view(None), moved(lambda meter: meter == OTHER, 20).view(None)
    assert (one.polls, one.gauges) == (two.polls, two.gauges)


def test_at_endex_a_poll_is_what_it_was_and_the_truth_stands_beside_it(over):
    (poll,) = over.view(None).polls
    before = go_on(sitting(), ENDED - 1).view(None).polls[0]
    assert (poll.turn, poll.value, poll.course) == (before.turn, before.value, before.course)
    assert poll.turn == TURNS[-1]
    assert poll.truth == true_of(over, POLLED)
    assert {gauge.meter for gauge in truths(over.view(None))} >= {OTHER}
    assert POLLED not in {gauge.meter for gauge in truths(over.view(None))}


@pytest.mark.parametrize("size", [SMALL, WIDE, HALL])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_board_calls_the_poll_a_poll_and_the_truth_the_truth(over, tmp_path, size, lang):
    (poll,) = over.view(None).polls
    titles = [say(lang, each) for each in (Message.of("board.poll_of", turn=poll.turn), Message.of("board.truth_now"))]
    numbers = [f"{poll.value} ± {poll.error}", str(poll.truth)]
    headings = [say(lang, Message.of(f"board.{each}")) for each in ("polls_and_truth", "truth", "meters")]

    async def go():
        app = Board(tmp_path / "nowhere.ghx", over.view(None), lang, Kept())
        async with app.run_test(size=size) as pilot:
            return await every_page(app, pilot)

    lines = asyncio.run(go())
    told = " ".join(" ".join(lines).split())
    assert [each for each in [*titles, *headings] if each not in told] == []
    for title, number in zip(titles, numbers, strict=True):
        at = next(place for place, line in enumerate(lines) if title in line)
        below = lines[at + 1 : at + 4]
        assert number in below[0] or drawn(number, below)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lines_of_the_board_say_so_too(over, lang):
    (poll,) = over.view(None).polls
    told = " ".join(" ".join(sections(over.view(None), lang)).split())
    said = Message.of(
        "board.truth_of", name=poll.name, turn=poll.turn, value=poll.value, error=poll.error, truth=poll.truth
    )
    assert say(lang, said) in told
    assert say(lang, Message.of("board.truth")) in told
    before = " ".join(sections(go_on(sitting(), ENDED - 1).view(None), lang))
    assert say(lang, Message.of("board.truth")) not in before
    assert say(lang, Message.of("board.truth_now")) not in before


@pytest.mark.parametrize("scale", [BESIDE, FAR])
@pytest.mark.parametrize("last", [12, 14])
def test_the_truth_is_drawn_behind_the_last_poll_and_named_endex(scale, last):
    course = go_on(sitting(), 3).view(None).polls[0].course
    points = (course[0], type(course[0])(last, 40, 6))
    drawn_lines = multiple(Tongue("en"), Poll(Text.of("Velmar"), last, 40, 6, points, -20), 14, 80, scale)
    names = drawn_lines[-2].plain
    assert re.fullmatch(rf"\s*1\s+{last}\s+{END}\s*", names)
    marks = [line.plain[LABEL + 1 : -scale.both] for line in drawn_lines[-2 - scale.rows : -2]]
    place = names.index(END) - LABEL - 1
    assert any(line[place : place + scale.mark].strip() for line in marks[scale.rows // 2 :])
    assert not any(line[place : place + scale.mark].strip() for line in marks[:1])
