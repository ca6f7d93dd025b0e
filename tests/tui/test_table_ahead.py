"""What is said while a saved exercise is taken up: at once which one it is; and nobody waits for what is not wanted."""

import asyncio
from threading import Event
from threading import enumerate as threads

import pytest

from engine.exits import INPUT
from engine.game.table import Table
from engine.text import Text
from tests.tui.idle import until
from tests.tui.screens import SMALL
from tests.tui.shelves import saved, start
from tui.apart import apart
from tui.app import GoldenHour
from tui.screens.ahead import TableAhead
from tui.screens.panels.reading import Reading
from tui.screens.room import RoomScreen


async def next_screen(app):
    """Look at each round of the loop, so that no screen is missed that stands but for a moment."""
    before = app.screen
    while app.screen is before:  # noqa: ASYNC110 - there is no event of it
        await asyncio.sleep(0)
    return app.screen


def test_an_exercise_that_is_resumed_from_the_library_is_named_before_it_is_read():
    path = saved("evening", 2).path

    async def steps(app, pilot):
        app.screen.action_resume()
        ahead = await next_screen(app)
        assert isinstance(ahead, TableAhead)
        assert ahead._title == app.screen_stack[1]._library.latest.title
        await until(pilot, lambda: isinstance(app.screen, RoomScreen))
        assert app.course.table.path == path
        step, of = ahead._reached
        assert step == of > 2

    start(steps)


@pytest.mark.parametrize(("ended", "said"), [(False, "plain.saved"), (True, "plain.over")])
def test_who_leaves_while_one_is_read_is_told_how_to_go_on(ended, said):
    path = saved("evening", 1, ended=ended).path

    async def steps(app, _):
        app._take_up(path, Text.of("An evening"))
        assert isinstance(app.screen, TableAhead)
        called = app._called(15).words
        app.on_place_left()
        assert app.return_value.words == called
        assert [each.code for each in called] == [said, "leave.resume"]
        assert str(path) in app.tongue.plain(called[1])

    start(steps)


def test_one_that_is_played_elsewhere_leads_back_to_the_library_which_says_so():
    held = Table.resume(saved("evening", 1).path)

    async def steps(app, pilot):
        library = app.screen
        app.screen.action_resume()
        assert isinstance(await next_screen(app), TableAhead)
        await until(pilot, lambda: isinstance(app.screen, Reading))
        assert "evening.ghx" in app.screen.marked_words().plain
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is library

    start(steps)
    held.close()


def test_one_that_a_command_line_names_and_that_cannot_be_read_ends_with_its_reason(tmp_path):
    (tmp_path / "evening.ghx").write_text("no save at all")

    async def go():
        app = GoldenHour(None, "en", saved=(tmp_path / "evening.ghx", Text.of("An evening")))
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda: app.return_code is not None)
        return app

    app = asyncio.run(go())
    assert app.return_code == INPUT
    assert app.return_value.words


def test_what_nobody_waits_for_any_more_is_handed_back_once_it_is_done():
    left, came, unwanted = Event(), Event(), []

    def work():
        left.wait()
        return "a table"

    def drop(result):
        unwanted.append(result)
        came.set()

    async def leave():
        waiting = asyncio.ensure_future(apart(work, drop))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])

    asyncio.run(leave())  # returns though the work goes on
    assert unwanted == []
    left.set()
    came.wait()
    assert unwanted == ["a table"]


def test_what_comes_in_the_round_in_which_its_waiter_is_called_away_is_handed_back_too():
    unwanted = []

    async def leave():
        before = set(threads())
        waiting = asyncio.ensure_future(apart(lambda: "a table", unwanted.append))
        await asyncio.sleep(0)
        for each in set(threads()) - before:
            each.join()
        await asyncio.sleep(0)  # the result is there, and whoever waits for it has not gone on yet
        waiting.cancel()
        await asyncio.wait([waiting])
        return waiting.cancelled()

    assert asyncio.run(leave())
    assert unwanted == ["a table"]
