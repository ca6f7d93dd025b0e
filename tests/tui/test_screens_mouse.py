import asyncio

import pytest

from engine.language.catalogue import LANGUAGES
from tests.tui.idle import until
from tests.tui.scenes import SCENES, open_scene
from tests.tui.screens import SMALL, WIDE, shown
from tests.tui.test_registry_walk import pieces
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.asking import Asking
from tui.screens.panels.reading import Reading
from tui.screens.panels.sitting import Sitting
from tui.screens.panels.targets import Targets
from tui.screens.room import RoomScreen
from tui.widgets.keys import Key, Keys
from tui.widgets.played import PlayedOrder
from tui.widgets.press import Press
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf


def mouse(scene, steps, size=SMALL, lang="en"):
    async def go():
        async with open_scene(SCENES[scene], lang, size=size) as (app, pilot):
            await steps(app, pilot)

    asyncio.run(go())


async def click(pilot, rows, line, times=1):
    """Click on a line of a list."""
    await pilot.click(rows, offset=(4, line), times=times)
    await pilot.pause()


def test_a_click_marks_a_card_and_a_second_one_lays_it():
    async def steps(app, pilot):
        rows = app.screen.query_one(Shelf).rows
        await click(pilot, rows, 1)
        assert rows.marked == "agree_on_words"
        assert not app.screen._view.tray
        await click(pilot, rows, 0)
        await click(pilot, rows, 1)
        assert not app.screen._view.tray
        await click(pilot, rows, 1)
        assert [order.card for order in app.screen._view.tray] == ["agree_on_words"]

    mouse("room", steps)


def test_the_first_click_on_the_row_that_is_marked_already_decides_nothing():
    async def steps(app, pilot):
        await click(pilot, app.screen.query_one(Shelf).rows, 0)
        assert isinstance(app.screen, RoomScreen)
        await click(pilot, app.screen.query_one(Shelf).rows, 0)
        assert isinstance(app.screen, Targets)

    mouse("room", steps)


def test_a_double_click_picks_a_target():
    async def steps(app, pilot):
        await click(pilot, app.screen.query_one(Rows), 0, times=2)
        assert isinstance(app.screen, RoomScreen)
        assert [order.card for order in app.screen._view.tray] == ["listen"]

    mouse("targets", steps)


def test_a_click_on_a_number_says_why_it_moved():
    async def steps(app, pilot):
        rows = app.screen.query_one("#gauges", Rows)
        line = next(y for y in range(12) if not rows.options[rows._lines[y][0]].disabled)
        await click(pilot, rows, line)
        assert isinstance(app.screen, Reading)
        await pilot.click(app.screen.query_one(Keys).query(Key).first())
        await pilot.pause()
        assert isinstance(app.screen, RoomScreen)

    mouse("standing", steps)


def test_tabs_and_headings_and_keys_of_the_foot_are_clicked():
    async def steps(app, pilot):
        await pilot.click(app.screen.query("#tabs Press")[1])
        await pilot.pause()
        assert app.screen._regions.at == "crowd"
        await pilot.click(app.screen.query_one("#tray .heading"))
        await pilot.pause()
        assert app.screen._regions.at == "tray"

    mouse("room", steps)


def test_a_heading_is_clicked_where_all_regions_stand_side_by_side():
    async def steps(app, pilot):
        await pilot.click(app.screen.query_one("#standing .heading"))
        await pilot.pause()
        assert app.screen._regions.at == "standing"

    mouse("room", steps, WIDE)


def test_exercises_and_seats_are_chosen_by_clicks():
    async def steps(app, pilot):
        rows = app.screen.query_one(Rows)
        await click(pilot, rows, 2, times=2)
        assert isinstance(app.screen, LobbyScreen)
        seat = app.screen._setup.seats
        await click(pilot, app.screen.query_one(Rows), 0, times=2)
        assert isinstance(app.screen, Sitting)
        await click(pilot, app.screen.query_one(Rows), 1, times=2)
        assert app.screen._setup.seats != seat

    mouse("start", steps)


def test_what_can_be_pressed_does_an_action_of_its_place():
    async def steps(app, pilot):  # noqa: ARG001 - nothing is pressed
        from tui.actions import actions_at

        offered = {each.id for each in actions_at(app.screen.place)}
        pressed = {each.does for each in [*app.screen.query(Press), *app.screen.query(Rows)]}
        assert pressed <= offered

    for scene in ("start", "lobby", "handover", "room", "bulletin", "result", "targets"):
        mouse(scene, steps)


def test_a_terminal_that_is_too_small_says_so_and_keeps_everything():
    async def steps(app, pilot):
        await pilot.press("slash", "w", "o", "r", "d")
        await pilot.pause()
        before = shown(app)
        await pilot.resize_terminal(79, 24)
        await until(pilot, lambda: "80" in shown(app))
        assert "word" not in shown(app)
        await pilot.press("x", "enter")
        await pilot.resize_terminal(*SMALL)
        await until(pilot, lambda: shown(app) == before)
        await pilot.press("s")
        await pilot.pause()
        assert "words" in shown(app)

    mouse("room", steps)


async def press(app, pilot, does, given=""):
    """Click on the piece of a line that does this, where it stands."""
    x, y = pieces(app)[does][given]
    await pilot.click(offset=(x, y))
    await pilot.pause()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_line_of_the_lobby_is_clicked(lang):
    async def steps(app, pilot):
        before = app.screen._setup
        await press(app, pilot, "screen")
        await press(app, pilot, "pace")
        assert app.screen._setup.screen != before.screen
        assert app.screen._setup.pace != before.pace or not before.scenario.clock.short
        for does, opens in (("seed", Asking), ("minutes", Asking), ("learn", Reading)):
            await press(app, pilot, does)
            assert isinstance(app.screen, opens), does
            await pilot.press("escape")
            await pilot.pause()
        assert isinstance(app.screen, LobbyScreen)

    mouse("lobby", steps, lang=lang)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_click_on_a_kind_shows_the_cards_of_that_kind(size, lang):
    async def steps(app, pilot):
        shelf = app.screen.query_one(Shelf)
        await press(app, pilot, "kind", "soft")
        assert shelf.sorting[:2] == ("soft", False)
        assert {entry.face.power for entry in shelf._deck if entry.card in {row.key for row in shelf.rows._rows}} == {
            "soft"
        }
        await press(app, pilot, "kind", "social")
        assert shelf.sorting[:2] == ("social", False)
        await pilot.press("f")
        assert shelf.sorting[:2] == ("all", False)

    mouse("room", steps, size, lang)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_foot_of_the_tray_offers_is_clicked(size, lang):
    async def steps(app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.screen._view.tray
        for does in ("because", "foresee"):
            await press(app, pilot, does)
            assert isinstance(app.screen, Asking), does
            await pilot.press("escape")
            await pilot.pause()
        await press(app, pilot, "undo")
        assert not app.screen._view.tray

    mouse("room", steps, size, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_click_on_the_page_of_an_order_says_why(lang):
    async def steps(app, pilot):
        order = app.screen._order
        await pilot.click(PlayedOrder, offset=(2, 3))
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        assert app.tongue.plain(order.card_name) in shown(app)

    mouse("bulletin", steps, lang=lang)
