"""The way to the facilitator's console at the screens, and back: who gets in from where, and nothing stays behind."""

import pytest

from engine.game.intents import Lay
from engine.language.catalogue import say
from engine.language.messages import Message
from tests.tui.chairs import CHAIR, FIRST, PIN, SECOND, fill, locked, play, press, sit
from tests.tui.screens import WIDE, shown, table_of
from tui.screens.bulletin import BulletinScreen
from tui.screens.console import ConsoleScreen
from tui.screens.handover import HandOverScreen
from tui.screens.panels.pin import ChoosePin, EnterPin
from tui.screens.room import RoomScreen
from tui.widgets.writing import Page


def test_the_console_opens_at_the_hand_over_and_goes_back_to_it():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, *CHAIR)
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)

    sit(steps)


def test_a_pin_is_asked_for_where_one_is_set():
    now = [0]

    async def steps(app, pilot, table):  # noqa: ARG001 - it is locked
        await press(pilot, "f5")
        assert isinstance(app.screen, EnterPin)
        await press(pilot, *"1357", "enter")
        assert "Wrong PIN" in shown(app)
        assert "1357" not in shown(app)
        await press(pilot, *PIN, "enter")
        assert isinstance(app.screen, EnterPin)
        assert "Wrong PIN" not in shown(app)
        assert "Wait 2 seconds" in shown(app)
        await press(pilot, "enter")
        assert "Wrong PIN" not in shown(app)
        now[0] = 60
        await press(pilot, *PIN, "enter")
        assert isinstance(app.screen, ConsoleScreen)

    sit(steps, now=lambda: now[0])


def test_from_a_room_an_unlocked_console_opens_with_a_new_pin_and_no_more_once_something_was_laid():
    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter", "escape", "f5")
        assert isinstance(app.screen, ChoosePin)
        await press(pilot, "escape")
        choice = next(choice for choice in table.view(FIRST).choices if choice.why_not is None)
        table.apply(FIRST, Lay(FIRST, choice.card, choice.target, choice.voice))
        await press(pilot, "f5")
        assert isinstance(app.screen, RoomScreen)
        locked(table)
        await press(pilot, "f5")
        assert isinstance(app.screen, EnterPin)
        await press(pilot, "escape")
        assert isinstance(app.screen, RoomScreen)

    sit(steps, lock=False)


def test_whoever_sits_alone_with_bots_opens_it_from_the_room_and_comes_back():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, "escape", "f5")
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen_stack[1], RoomScreen)

    sit(steps, table_of(FIRST), lock=False)


def test_nothing_of_the_console_is_shown_behind_it_and_what_was_half_typed_waits_there():
    async def steps(app, pilot, table):
        choice = next(choice for choice in table.view(SECOND).choices if choice.why_not is None)
        table.apply(SECOND, Lay(SECOND, choice.card, choice.target, choice.voice))
        await press(pilot, *CHAIR, "i")
        await fill(app, pilot, name_en="")
        app.screen.query_one("#field-name_en").value = "half a secret"
        await press(pilot, "escape", "d")
        app.screen.query_one(Page).text += "# another secret"
        await press(pilot, "escape", "2", "down")
        assert str(choice.name) in shown(app)
        await press(pilot, "c")
        assert app.clipboard
        console = app.screen
        await press(pilot, "escape")
        assert [type(screen) for screen in app.screen_stack[1:]] == [HandOverScreen]
        assert not console.is_attached
        assert app.clipboard.strip() == ""
        assert not any(words in shown(app) for words in (str(choice.name), "half a secret", "another secret"))
        await press(pilot, *CHAIR, "i")
        assert app.screen.query_one("#field-name_en").value == "half a secret"

    sit(steps)


@pytest.mark.parametrize("panel", ["pin", "brief"])
def test_f5_says_what_to_do_while_a_panel_is_open(panel):
    async def steps(app, pilot, table):
        await press(pilot, "enter", *(["enter"] if panel == "brief" else []))
        open_now = app.screen
        await press(pilot, "f5")
        assert app.screen is open_now
        code = "pin.not_chair" if panel == "pin" else "console.close_first"
        assert say("en", Message.of(code)) in " ".join(shown(app).split())
        if panel == "pin":
            await press(pilot, *"1234", "enter")
            assert app.screen is open_now
            await press(pilot, "enter")
            assert not table.locked(FIRST)

    sit(steps, size=WIDE)


def test_the_key_that_opens_the_console_closes_it():
    async def steps(app, pilot, _):
        before = app.screen.place
        await press(pilot, *CHAIR)
        assert app.screen.place == "console"
        await press(pilot, "f5")
        assert app.screen.place == before

    sit(steps)


def test_from_a_bulletin_of_one_team_the_console_goes_back_to_the_hand_over():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, "enter")
        assert isinstance(app.screen, BulletinScreen)
        assert app.screen.reader == FIRST
        await press(pilot, *CHAIR)
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)

    sit(steps, play(table_of(FIRST, SECOND)))


def test_from_the_bulletin_of_everybody_the_console_goes_back_to_it():
    async def steps(app, pilot, table):  # noqa: ARG001 - what it shows is looked at
        await press(pilot, *CHAIR, "r", "y")
        assert isinstance(app.screen, BulletinScreen)
        await press(pilot, *CHAIR)
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, BulletinScreen)
        assert not app.screen.reader

    sit(steps)
