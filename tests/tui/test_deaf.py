"""Keys that do nothing: one that is held down, one that comes too late, one that acts on what nobody sees."""

import sys

from textual.events import Key

from engine.game.intents import Undo
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from tests.tui.idle import until
from tests.tui.keyboard import Keyboard
from tests.tui.screens import shown
from tests.tui.shared import FIRST, SECOND, press, share
from tui.launch import usual
from tui.screens.bulletin import BulletinScreen
from tui.screens.handover import HandOverScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.pin import ChoosePin
from tui.screens.panels.reading import Reading
from tui.screens.panels.targets import Targets
from tui.screens.room import RoomScreen
from tui.screens.small import SmallScreen


def test_a_key_that_comes_together_with_the_one_that_seals_is_dropped():
    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter", "escape", "s", "y")
        app.post_message(RoomScreen.Wants(Undo(FIRST)))
        await pilot.pause()
        assert isinstance(app.screen, HandOverScreen)
        assert table.waiting == (SECOND,)

    share(steps)


def test_a_key_that_is_held_ends_at_the_hand_over():
    at = [0.0]

    async def steps(app, pilot, table):
        ready = say("en", Message.of("screen.handover.ready"))
        for team in (FIRST, SECOND):
            assert team in table.waiting
            for _ in range(20):
                await press(pilot, "enter")
                at[0] += 0.7
                assert isinstance(app.screen, HandOverScreen)
                assert ready not in shown(app)
            at[0] += 0.8
            await until(pilot, lambda: ready in shown(app))
            await press(pilot, "enter")
            at[0] += 1
            await press(pilot, "enter")
            assert app.screen_stack[1]._view.team == team
            await press(pilot, "escape", "s", "y")
        assert isinstance(app.screen, BulletinScreen)

    share(steps, now=lambda: at[0], quiet=0.8)


def test_a_key_that_is_held_on_ends_on_each_screen_that_it_opens():
    at = [0.0]

    async def hold(pilot, key):
        at[0] += 0.7
        for _ in range(20):
            await press(pilot, key)
            at[0] += 0.1

    async def steps(app, pilot, table):
        held = say("en", Message.of("screen.held"))
        at[0] += 0.8
        await until(pilot, lambda: say("en", Message.of("screen.handover.ready")) in shown(app))
        await press(pilot, "enter")
        for opened in (ChoosePin, Reading, RoomScreen, Targets):
            assert isinstance(app.screen, opened)
            await hold(pilot, "enter")
            assert isinstance(app.screen, opened)
            assert held in shown(app)
            assert table.view(FIRST).tray == ()
            at[0] += 1
            await press(pilot, "enter")
        assert table.view(FIRST).tray
        assert held not in shown(app)

    share(steps, now=lambda: at[0], quiet=0.8)


def test_a_key_that_is_pressed_again_and_again_is_not_one_that_is_held():
    at = [0.0]

    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        app.screen._listens = True
        await press(pilot, "enter")
        for opened in (ChoosePin, Reading, RoomScreen):
            assert isinstance(app.screen, opened)
            at[0] += 0.4
            await press(pilot, "enter")
            assert isinstance(app.screen, opened)  # it may be held, and does not come again
            at[0] += 0.2
            await until(pilot, lambda shown=opened: not isinstance(app.screen, shown))
        assert isinstance(app.screen, Targets)

    share(steps, now=lambda: at[0], quiet=0.8)


def test_another_key_is_taken_at_once_while_one_is_held():
    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        app.screen._listens = True
        await press(pilot, "enter", "enter", "enter")
        assert isinstance(app.screen, ChoosePin)
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)

    share(steps, now=lambda: 0.0, quiet=1000)


def test_of_keys_in_a_burst_only_the_first_acts():
    async def steps(app, pilot, table):
        app.screen._listens = True
        for _ in range(50):
            app.post_message(Key("enter", None))
        await until(pilot, lambda: isinstance(app.screen, ChoosePin))
        await pilot.pause()
        assert isinstance(app.screen, ChoosePin)
        assert table.view(FIRST).tray == ()

    share(steps, quiet=1000)


if sys.platform != "win32":

    def test_the_game_itself_waits_for_quiet(tmp_path):
        keyboard = Keyboard(["play", "ferry_rumour", "--seats", "*=human", "--lang", "en"], tmp_path)
        ready, asked = (say("en", Message.of(code)) for code in ("screen.handover.ready", "action.done"))
        keyboard.read_until("Please note")
        before = keyboard.press("\x1b" + 9 * "\r", ready)
        assert asked not in before
        keyboard.press("\r", asked)
        keyboard.process.terminate()
        keyboard.rest()


def test_no_key_acts_on_a_screen_that_is_too_small_to_be_seen():
    reading = read_shipped("ferry_rumour")

    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        await pilot.resize_terminal(20, 5)
        app._show(LobbyScreen(app.tongue, usual(reading, reading.scenario)))
        app.post_message(Key("s", "s"))
        app.post_message(Key("escape", None))
        await pilot.pause()
        assert isinstance(app.screen, SmallScreen)
        assert isinstance(app.screen_stack[1], LobbyScreen)

    share(steps)


def test_a_key_pressed_anew_after_a_panel_was_closed_acts_on_the_room_that_lay_below():
    at = [0.0]

    async def steps(app, pilot, table):
        app.screen._listens = True
        for key in ("enter", "enter", "escape", "slash"):
            await press(pilot, key)
            at[0] += 1
        wanted = next(each for each in table.view(FIRST).choices if not each.why_not and each.target is None)
        await press(pilot, *("space" if letter == " " else letter for letter in str(wanted.name)))
        await press(pilot, "enter")
        assert isinstance(app.screen, RoomScreen)
        at[0] += 0.2
        await press(pilot, "enter")
        assert [each.card for each in table.view(FIRST).tray] == [wanted.card]

    share(steps, now=lambda: at[0], quiet=0.8)
