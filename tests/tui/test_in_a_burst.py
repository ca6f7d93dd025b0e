"""Keys and clicks that come in one burst, as on a slow line, close and do a thing once."""

import pytest
from textual import events
from textual.command import CommandList

from engine.game.table import Table
from tests.tui.idle import until
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, WIDE, settled
from tests.tui.shelves import saved, start
from tui.screens.lobby import LobbyScreen
from tui.screens.palette import Palette
from tui.screens.panels.glossary import GlossaryPanel
from tui.screens.room import RoomScreen
from tui.screens.small import SmallScreen
from tui.widgets.wording import Tongue


def burst(app, *keys):
    for key, character in keys:
        app.post_message(events.Key(key, character))


def lying(app, kind):
    return sum(isinstance(each, kind) for each in app.screen_stack)


ENTER, ESCAPE = ("enter", "\r"), ("escape", "\x1b")
RESUME, DOWN = ("r", "r"), ("down", None)
PANELS = (("f7", None), ("i", "i"), ("e", "e"))  # of the library
PALETTE = ("ctrl+p", "\x10")


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


def test_a_page_of_the_palette_whose_rows_are_not_laid_out_yet_is_not_gone_to():
    async def steps(app, pilot):
        await pilot.press("ctrl+p")
        await settled(pilot)
        rows = app.screen.query_one(CommandList)
        rows.styles.width = 0
        rows.clear_options()
        rows.add_options(["one", "two"])
        await pilot.press("pagedown", "pageup", "down", "up")
        assert app.is_running

    at(SCENES["room"], steps)


def test_the_palette_opens_once():
    async def steps(app, pilot):
        burst(app, PALETTE, PALETTE, PALETTE)
        await settled(pilot)
        assert lying(app, Palette) == 1

    at(SCENES["room"], steps)


@pytest.mark.parametrize("opened", ["question_mark", "ctrl+p"])
def test_it_is_said_once_that_the_terminal_is_too_small(opened):
    async def steps(app, pilot):
        await pilot.press(opened)
        await pilot.resize_terminal(44, 14)
        await pilot.press("question_mark")  # its help lies on that sentence
        for size in ((43, 14), (44, 14)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert lying(app, SmallScreen) == 1
        await pilot.press("escape")
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert lying(app, SmallScreen) == 0

    at(SCENES["room"], steps)


@pytest.mark.parametrize("keys", ["f2 3 3 f2 1", "f2 2 down 3 shift+tab", "f2 f2 3 4 f2", "f2 1 down f3 f2"])
def test_a_room_that_changes_its_language_while_more_keys_come_goes_on(keys):
    async def steps(app, pilot):
        room = app.screen
        for _ in range(3):
            burst(app, *((key, key if len(key) == 1 else None) for key in keys.split()))
            await settled(pilot)
        assert app.screen is room
        assert app.is_running

    at(SCENES["room"], steps)


@pytest.mark.parametrize(
    ("scene", "keys", "lies"),
    [("handover", "enter f5", 2), ("handover", "enter f5 g n", 2), ("result", "n n", 1), ("start", "r r enter r", 1)],
)
def test_of_keys_in_a_burst_the_first_that_asks_for_something_is_answered(scene, keys, lies):
    async def steps(app, pilot):
        burst(app, *((key, key if len(key) == 1 else None) for key in keys.split()))
        await settled(pilot)
        assert app.is_running
        assert len(app.screen_stack) <= 1 + lies

    at(SCENES[scene], steps)


@pytest.mark.parametrize("on", ["enter", "down", "tab"])
def test_what_is_typed_after_the_key_that_leads_on_stands_on_the_next_slip(on):
    async def steps(app, pilot):
        before = dict(app.screen.typed)
        burst(app, *((key, key if len(key) == 1 else None) for key in ("3", on, "2", on, "1", "a", on, "7")))
        await settled(pilot)
        assert app.screen.typed == {
            team: before[team] + more for team, more in zip(before, ("3", "2", "1a", "7"), strict=True)
        }

    at(SCENES["umpire"], steps)


@pytest.mark.parametrize("scene", ["umpire", "rewrite"])
def test_what_is_deleted_is_what_stood_there_before_the_next_key(scene):
    async def steps(app, pilot):
        key, *_ = app.screen.typed
        burst(app, ("ctrl+u", "\x15"), ("3", "3"), ("left", None), ("7", "7"), ("ctrl+e", "\x05"), ("b", "b"))
        await settled(pilot)
        assert app.screen.typed[key] == "73b"

    at(SCENES[scene], steps)


def test_a_click_on_what_was_said_in_the_other_language_touches_nothing():
    async def steps(app, pilot):
        screen = app.screen
        for lang in ("id", "en"):
            await screen.speak(Tongue(lang))
            for kind in (events.MouseDown, events.MouseUp):
                for y in range(SMALL[1]):
                    screen._forward_event(kind(screen, 20, y, 0, 0, 1, False, False, False, 20, y))  # noqa: FBT003
        await settled(pilot)
        assert app.screen is screen

    at(SCENES["start"], steps)


@pytest.mark.parametrize("keys", [(RESUME, RESUME, RESUME, ENTER), (RESUME, DOWN, ENTER), (ENTER, RESUME, ENTER)])
def test_of_keys_that_open_exercises_from_the_library_only_the_first_opens_one(keys):
    paths = [saved("over", 0, ended=True).path, saved("early", 0).path, saved("late", 1).path]

    async def steps(app, pilot):
        burst(app, *keys)
        await until(pilot, lambda: isinstance(app.screen, LobbyScreen if keys[0] == ENTER else RoomScreen))
        await settled(pilot)
        table = app.course.table
        for path in paths:
            if table and path == table.path:
                assert path.stem == "late"
            else:
                Table.resume(path).close()  # nobody holds it

    start(steps)


@pytest.mark.parametrize(("key", "opened"), [(RESUME, RoomScreen), (ENTER, LobbyScreen)])
def test_a_panel_that_opens_in_one_burst_with_an_exercise_is_closed_and_the_exercise_opens_then(key, opened):
    saved("late", 1)

    async def steps(app, pilot):
        library = app.screen
        for panel in PANELS:
            burst(app, key, panel)
            await settled(pilot)
            assert app.screen is not library
            burst(app, ESCAPE)
            await settled(pilot)
            assert app.screen is library
        burst(app, key)
        await until(pilot, lambda: isinstance(app.screen, opened))

    start(steps)
