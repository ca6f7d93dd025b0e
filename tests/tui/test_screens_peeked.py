"""A team's room into which the facilitator looks: it is over with its screen, nothing is done in it, nothing stays."""

import pytest

from tests.tui.chairs import CHAIR, PIN, SECOND, press, sit
from tests.tui.screens import WIDE, shown
from tui.actions import actions_at
from tui.screens.console import ConsoleScreen
from tui.screens.handover import HandOverScreen
from tui.screens.panels.pin import EnterPin
from tui.screens.peeked import PeekedScreen
from tui.screens.readable import ReadableRoom
from tui.screens.small import SmallScreen
from tui.widgets.keys import Key
from tui.widgets.tray import tray_keys
from tui.widgets.wording import Tongue

PEEK = (*CHAIR, "2", "enter")


@pytest.mark.parametrize("back", ["escape", "f5", "q"])
def test_a_room_that_is_looked_into_leads_back_to_the_console_and_the_console_to_the_hand_over(back):
    async def steps(app, pilot, _table):
        await press(pilot, *CHAIR, "2", "down", "enter")
        assert isinstance(app.screen, PeekedScreen)
        assert app.screen._view.team == SECOND
        await press(pilot, back)
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "f5")
        assert isinstance(app.screen, EnterPin)

    sit(steps)


def test_whatever_is_shown_after_a_look_into_a_room_the_console_asks_for_its_pin():
    async def steps(app, pilot, _table):
        await press(pilot, *PEEK, "g", *PIN, "enter", "down", "escape", "s", "y")
        assert isinstance(app.screen, PeekedScreen)
        app.course.go_on()
        await pilot.pause()
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "f5")
        assert isinstance(app.screen, EnterPin)

    sit(steps)


def test_keys_in_a_burst_leave_no_way_into_the_console():
    async def steps(app, pilot, _table):
        await press(pilot, *CHAIR, "2")
        await pilot.press("enter", "escape", "escape")
        await pilot.pause()
        for _ in range(3):
            if not isinstance(app.screen, HandOverScreen):
                await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "f5")
        assert isinstance(app.screen, EnterPin)

    sit(steps)


def test_a_step_that_a_screen_asked_for_which_is_gone_is_not_taken():
    async def steps(app, pilot, _table):
        await press(pilot, *CHAIR, "2")
        console = app.screen
        console.action_leave_chair()
        console.action_peek()
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, HandOverScreen)

    sit(steps)


def as_it_stands(table):
    return table.head_code, table.digest, table.waiting, dict(table.match.papers.locks), dict(table.match.trays)


def test_nothing_is_done_in_a_room_that_is_looked_into():
    assert [each.id for each in actions_at("peeked") if each.group == "decide"] == []

    async def steps(app, pilot, table):
        await press(pilot, *PEEK)
        before = as_it_stands(table)
        assert not {key.does for key in app.screen.query(Key)} & {"lay", "take_back", "seal"}
        for name in ("lay", "take_back", "undo", "because", "slip", "foresee", "seal", "pin"):
            assert not hasattr(app.screen, f"action_{name}")
        for key in ("k", "g", "s", "y", "u", "r", "p", "space", "delete"):
            await press(pilot, key)
            assert isinstance(app.screen, PeekedScreen), key
        assert as_it_stands(table) == before
        await press(pilot, "enter")
        assert app.screen.place == "reading"

    sit(steps)


def test_nothing_of_a_room_that_was_looked_into_stays_under_what_is_shown():
    async def steps(app, pilot, _table):
        await press(pilot, *PEEK, "w")
        await pilot.resize_terminal(60, 15)
        await pilot.pause()
        assert isinstance(app.screen, SmallScreen)
        app.course.go_on()
        await pilot.pause()
        assert not [screen for screen in app.screen_stack if isinstance(screen, ReadableRoom)]
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert isinstance(app.screen, HandOverScreen)
        assert len(app.screen_stack) == 2

    sit(steps)


def test_a_room_that_is_looked_into_offers_no_key_that_decides_and_warns_of_nothing():
    async def steps(app, pilot, _table):
        offered = tray_keys(Tongue("en")).plain
        await press(pilot, *PEEK)
        assert offered not in shown(app)
        assert not app.screen.query_one("#note").has_class("-grave")

    sit(steps, size=WIDE)
