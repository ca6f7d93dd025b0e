"""The board follows an exercise that is played elsewhere, and shows what the public may know, and nothing else."""

import asyncio
from dataclasses import replace

import pytest

from engine.game.intents import FACILITATOR, Clock, Lay, Name, Seal
from engine.text import Text
from tests.hostile import HOSTILE
from tests.tui.screens import SMALL, WIDE, actions_shown, poisoned, shown, table_of, teams_of
from tui.board import Board
from tui.screens.board import BoardScreen
from tui.settings import Kept


def board(path, table, steps, size=WIDE, now=None):
    async def go():
        app = Board(path, table.view(None), "en", Kept(), *([now] if now else []))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(go())


@pytest.fixture
def table(tmp_path):
    at = table_of(*teams_of(), save=tmp_path / "evening.ghx")
    yield at
    at.close()


def test_the_board_follows_what_is_played_in_another_window(table):
    one, other = teams_of()

    async def steps(app, pilot):
        assert shown(app).count("○") == 2
        table.apply(one, Seal(one))
        app._look()
        await pilot.pause()
        assert (shown(app).count("✓"), shown(app).count("○")) == (1, 1)
        table.apply(other, Seal(other))
        app._look()
        await pilot.pause()
        assert "turn 2 of" in shown(app)

    board(table.path, table, steps)


def test_the_board_shows_nothing_of_what_is_laid(table):
    one = teams_of()[0]

    async def steps(app, pilot):
        before = shown(app)
        for choice in table.view(one).choices:
            table.apply(one, Lay(one, choice.card, choice.target, choice.voice))
        assert table.view(one).tray
        app._look()
        await pilot.pause()
        assert shown(app) == before

    board(table.path, table, steps)


def test_the_clock_runs_on_between_two_looks(table):
    passed = [100.0]

    async def steps(app, pilot):
        table.apply(FACILITATOR, Clock(240, running=True))
        app._look()
        await pilot.pause()
        assert app.screen._left == 240
        passed[0] += 65
        app._look()
        assert app.screen._left == 175
        table.apply(FACILITATOR, Clock(170, running=False))
        app._look()
        passed[0] += 65
        app._look()
        assert app.screen._left == 170

    board(table.path, table, steps, now=lambda: passed[0])


def test_people_are_called_what_they_call_themselves(table):
    one = teams_of()[0]

    async def steps(app, pilot):
        table.apply(one, Name(one, Text.of("The red table")))
        app._look()
        await pilot.pause()
        assert "The red table" in shown(app)

    board(table.path, table, steps)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_hostile_words_do_nothing_on_the_board(table, size):
    view = table.view(None)
    seats = tuple(replace(line, people=Text.of(raw)) for line, raw in zip(view.table, HOSTILE, strict=False))

    async def steps(app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        screen.show(poisoned(replace(view, table=seats)), 61)
        await pilot.pause()
        assert not [action for action in actions_shown(app) if "quit" in str(action) and "app.quit" in str(action)]
        assert "\x1b" not in shown(app)

    board(table.path, table, steps, size=size)


def test_a_save_that_has_gone_is_said_and_the_board_stays(table):
    async def steps(app, pilot):
        table.close()
        table.path.unlink()
        app._look()
        await pilot.pause()
        assert app.screen.query_one("#note").has_class("-said")
        assert "turn 1 of" in shown(app)

    board(table.path, table, steps)
