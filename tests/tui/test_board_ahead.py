"""What a board says while it cannot be shown yet: before the turns were played again, and before there are scores."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from engine.exits import INPUT
from engine.game.intents import Seal
from engine.game.progress import progress
from tests.tui.idle import looked, until
from tests.tui.screens import SMALL, shown, table_of, teams_of
from tui.board import Board
from tui.screens.board import BoardScreen
from tui.settings import Kept


@pytest.mark.parametrize(("turns", "told"), [(1, "played again"), (8, "scores computed")])
def test_what_is_known_is_shown_while_the_turns_are_played_again(tmp_path, turns, told):
    one = teams_of()[0]
    table = table_of(one, save=tmp_path / "evening.ghx")
    for _ in range(turns):
        table.apply(one, Seal(one))
    view = table.view(None)

    async def go():
        app = Board(table.path, progress(table.path), "en", Kept())
        seen = Event()  # the turns are played again by the one thread that there is, and not before this
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
        asyncio.get_running_loop().run_in_executor(None, seen.wait)
        async with app.run_test(size=SMALL) as pilot:
            first = " ".join(shown(app).split())
            seen.set()
            assert app.tongue.plain(view.title) in first
            assert re.search(told, first)
            assert ("ENDEX" in first) == view.ended
            await until(pilot, lambda: isinstance(app.screen, BoardScreen))
            await pilot.pause()
            assert "Front pages" in shown(app)
            assert app._view == view

    asyncio.run(go())
    table.close()


def test_a_save_that_cannot_be_played_again_ends_the_board_with_its_reason(tmp_path):
    table = table_of(*teams_of(), save=tmp_path / "evening.ghx")
    ahead = progress(table.path)
    table.path.write_text("no save at all")

    async def go():
        app = Board(table.path, ahead, "en", Kept())
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda: app.return_code is not None)
        return app

    app = asyncio.run(go())
    table.close()
    assert app.return_code == INPUT
    assert app.return_value.words


def test_that_the_scores_are_computed_is_said_when_the_end_comes(tmp_path):
    one = teams_of()[0]
    table = table_of(one, save=tmp_path / "evening.ghx")
    while table.view(None).turn < table.view(None).turns:
        table.apply(one, Seal(one))

    async def steps(app):
        said = []
        app.screen.tell = lambda message, **_: said.append(message and message.code)
        table.apply(one, Seal(one))
        await looked(app)
        assert said == ["board.computing", None]
        assert app._view.ended

    async def go():
        app = Board(table.path, table.view(None), "en", Kept())
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await steps(app)

    asyncio.run(go())
    table.close()
