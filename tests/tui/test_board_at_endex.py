"""At ENDEX the board says so, and holds the scores back until somebody asks for them."""

from pathlib import Path

import pytest

from engine.game.intents import FACILITATOR, Clock, Seal
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.idle import looked
from tests.tui.screens import SMALL, WIDE, played, shown, table_of, teams_of
from tests.tui.test_board import board, seal_all
from tui.widgets.numerals import high

LARGE = (160, 48)


@pytest.fixture
def table(tmp_path):
    at = table_of(*teams_of(), save=tmp_path / "evening.ghx")
    yield at
    at.close()


def test_at_endex_the_clock_is_gone_and_nobody_is_awaited(table):
    table.apply(FACILITATOR, Clock(90, running=True))

    async def steps(app, pilot):
        assert "○" in shown(app)
        while not table.ended:
            for team in table.waiting:
                table.apply(team, Seal(team))
        await looked(app)
        await pilot.pause()
        assert "ENDEX" in shown(app)
        assert not {"○", "✓"} & set(shown(app))
        assert app._left is None
        assert not app.screen.query_one("#board-clock").display

    board(table.path, table, steps, SMALL)


@pytest.mark.parametrize("size", [SMALL, WIDE, LARGE])
def test_at_the_end_the_board_holds_the_scores_back_until_somebody_asks(size):
    table = played(8, teams_of()[0])
    scores = [str(score) for _, score, _ in table.view(None).result.sides]
    numbers = [*(high(each, "")[0].plain for each in scores), *(f" {score}" for score in scores)]

    async def steps(app, pilot):
        for lang in LANGUAGES:
            told = shown(app)
            assert say(lang, Message.of("board.ended_held")) in told
            assert say(lang, Message.of("action.scores")) in told
            head = app.screen.query_one("#board-head").region
            lines = told.split("\n")[head.y : head.bottom]
            assert not [number for number in numbers if any(f"{number} " in f"{line} " for line in lines)]
            await pilot.press("f2")
            await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        told = shown(app)
        assert say("en", Message.of("board.ended")) in told
        assert say("en", Message.of("board.ended_held")) not in told
        assert say("en", Message.of("action.scores")) not in told
        assert app.screen._view.result == table.view(None).result

    board(Path("nowhere.ghx"), table, steps, size)


def test_a_board_that_is_asked_for_scores_too_early_has_none_and_holds_them_back_at_endex(table):
    async def steps(app, pilot):
        await pilot.press("s")
        await pilot.pause()
        assert say("en", Message.of("board.no_scores")) in shown(app)
        while not table.ended:
            seal_all(table)
        await looked(app)
        await pilot.pause()
        assert say("en", Message.of("board.ended_held")) in shown(app)

    board(table.path, table, steps)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_at_the_end_the_scores_stand_where_the_clock_was(size):
    table = played(8, teams_of()[0])

    async def steps(app, pilot):
        await pilot.press("s")
        await pilot.pause()
        told = shown(app)
        assert "held back" not in told
        for name, score, _ in table.view(None).result.sides:
            assert str(name) in told
            assert (f"{name} {score}" in told) == (size == SMALL)
            assert (high(str(score), "")[0].plain in told) == (size == WIDE)

    board(Path("nowhere.ghx"), table, steps, size)
