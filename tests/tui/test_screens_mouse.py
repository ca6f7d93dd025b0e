import asyncio

from tests.tui.idle import until
from tests.tui.scenes import SCENES, open_scene
from tests.tui.screens import SMALL, WIDE, shown
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.reading import Reading
from tui.screens.panels.targets import Targets
from tui.screens.room import RoomScreen
from tui.widgets.keys import Key, Keys
from tui.widgets.press import Press
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf


def mouse(scene, steps, size=SMALL):
    async def go():
        async with open_scene(SCENES[scene], size=size) as (app, pilot):
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
