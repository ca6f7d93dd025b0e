"""Keys and clicks that come in one burst, as on a slow line, close and do a thing once."""

import pytest
from textual import events

from tests.tui.scenes import SCENES, at
from tests.tui.screens import settled
from tui.screens.panels.glossary import GlossaryPanel
from tui.screens.room import RoomScreen


def burst(app, *keys):
    for key, character in keys:
        app.post_message(events.Key(key, character))


ENTER, ESCAPE = ("enter", "\r"), ("escape", "\x1b")


@pytest.mark.parametrize("keys", [(ENTER, ENTER), (ENTER, ENTER, ENTER), (ESCAPE, ESCAPE), (ENTER, ESCAPE)])
def test_the_palette_closes_once_and_the_room_below_still_answers(keys):
    async def steps(app, pilot):
        room = app.screen
        await pilot.press("ctrl+p")
        await settled(pilot)
        burst(app, *keys)
        await settled(pilot)
        assert room in app.screen_stack
        while app.screen is not room:
            await pilot.press("escape")
            await settled(pilot)
        await pilot.press("f2")
        await settled(pilot)
        assert isinstance(app.screen, RoomScreen)

    at(SCENES["room"], steps)


@pytest.mark.parametrize("opened", ["w", "f7", "question_mark", "v", "enter", "s"])
@pytest.mark.parametrize("keys", [(ESCAPE, ESCAPE), (ENTER, ENTER), (ENTER, ESCAPE)])
def test_a_panel_closes_once_and_the_room_below_still_answers(opened, keys):
    async def steps(app, pilot):
        room = app.screen
        await pilot.press(opened)
        await settled(pilot)
        burst(app, *keys)
        await settled(pilot)
        assert room in app.screen_stack
        assert app.is_running

    at(SCENES["room"], steps)


def test_help_and_glossary_do_not_pile_up():
    async def steps(app, pilot):
        for _ in range(6):
            await pilot.press("f7", "f1")
            await settled(pilot)
        assert sum(isinstance(each, GlossaryPanel) for each in app.screen_stack) == 1
        before = len(app.screen_stack)
        await pilot.press("f7", "f1")
        await settled(pilot)
        assert len(app.screen_stack) == before

    at(SCENES["room"], steps)
