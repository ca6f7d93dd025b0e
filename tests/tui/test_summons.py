"""What comes of the screens when a signal calls them away, or their terminal is taken away."""

import asyncio
import signal
import sys

import pytest

from tests.tui.idle import until
from tests.tui.keyboard import ROOT, Keyboard
from tests.tui.screens import FERRY, WIDE, shipped, table_of
from tui.app import GoldenHour
from tui.launch import usual
from tui.screens.panels.reading import Opening
from tui.summons import RESTORED

ON = "\x1b[?1049h"
OFF = "\x1b[?1049l"
ENDED = 128


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 5, 8, 13, 21])
def test_whatever_is_just_opening_a_signal_is_no_fault_of_ours(turns):
    async def go():
        reading = shipped(FERRY)
        app = GoldenHour(table_of("embassy"), "en", usual(reading, reading.scenario))

        async def called(pilot):
            await until(pilot, lambda: isinstance(app.screen, Opening))
            app.simulate_key("escape")
            for _ in range(turns):
                await asyncio.sleep(0)
            app.called_away(signal.SIGTERM)

        return await app.run_async(headless=True, size=WIDE, auto_pilot=called)

    assert asyncio.run(go()).code == ENDED + signal.SIGTERM


if sys.platform != "win32":
    ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGABRT, signal.SIGUSR1]
    STAYING = {
        "it does not leave": "await asyncio.sleep(600)",
        "its loop waits for good": "time.sleep(600)",
        "it waits for what nobody releases": "queue.Queue().get()",
    }

    def scripted(folder, *lines):
        """Start a few lines of Python at a terminal."""
        script = folder / "script.py"
        script.write_text("\n".join(lines))
        return Keyboard([], folder, program=script, PYTHONPATH=str(ROOT))

    def listening(folder, leave, stay, listen=""):
        """Start a program that listens, leaves so when it is called, and stays so."""
        return scripted(
            folder,
            "import asyncio, os, queue, sys, time, tty",
            "from tui import summons",
            "summons.GRACE = 0.1",
            "async def go():",
            f"    with summons.heard(lambda number: {leave}, lambda number: f'Called by {{number}}.'):",
            "        tty.setraw(0)",
            f"        {listen}print('listening', flush=True)",
            f"        {stay}",
            "asyncio.run(go())",
        )

    @pytest.mark.parametrize("number", ENDING)
    def test_a_signal_closes_the_screens_and_says_how_to_go_on(number, tmp_path):
        keyboard = Keyboard(["play", "ferry_rumour", "--seats", "embassy=human", "--seed", "5"], tmp_path)
        keyboard.read_until("Please note")
        keyboard.press("\x1b", "Bring the ferry in")
        keyboard.process.send_signal(number)
        assert keyboard.rest() == ENDED + number
        _, left, after = keyboard.shown.rpartition(OFF)
        assert left
        assert "play.py resume" in after

    @pytest.mark.parametrize("unheard", [False, True], ids=["heard", "unheard"])
    def test_a_terminal_that_is_taken_away_ends_the_screens(unheard, tmp_path):
        signal.signal(signal.SIGHUP, signal.SIG_IGN if unheard else signal.SIG_DFL)
        try:
            keyboard = Keyboard(["play", "ferry_rumour", "--seats", "embassy=human", "--seed", "5"], tmp_path)
        finally:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
        keyboard.read_until("Please note")
        keyboard.press("\x1b", "Bring the ferry in")
        assert keyboard.hang_up() in {3, ENDED + signal.SIGHUP}  # the farewell may find no terminal to be written on

    def test_screens_that_several_people_share_cannot_be_left_standing(tmp_path):
        keyboard = Keyboard(["play", "ferry_rumour", "--seats", "*=human", "--seed", "5"], tmp_path)
        keyboard.read_until("Please note")
        keyboard.press("\x1b", "Alone at the screen?")
        keyboard.process.send_signal(signal.SIGTSTP)
        keyboard.press("q", "Leave the exercise?")
        keyboard.process.terminate()
        assert keyboard.rest() == ENDED + signal.SIGTERM

    @pytest.mark.parametrize("way", [signal.SIGHUP, signal.SIGTERM])
    def test_what_leaves_when_it_is_called_is_let_go(way, tmp_path):
        keyboard = listening(tmp_path, "os._exit(50)", "await asyncio.sleep(600)")
        keyboard.read_until("listening\n")
        if way == signal.SIGHUP:
            assert keyboard.hang_up() == 50
        else:
            keyboard.process.send_signal(way)
            assert keyboard.rest() == 50
            assert "Called by" not in keyboard.shown

    def test_a_signal_is_heard_where_the_loop_listens_to_others_as_it_does_in_a_browser(tmp_path):
        listen = f"asyncio.get_running_loop().add_signal_handler({int(signal.SIGUSR2)}, print); "
        keyboard = listening(tmp_path, "os._exit(50)", "await asyncio.sleep(600)", listen)
        keyboard.read_until("listening\n")
        keyboard.process.send_signal(signal.SIGQUIT)
        assert keyboard.rest() == 50

    @pytest.mark.parametrize("why", STAYING)
    def test_a_terminal_that_is_taken_away_ends_what_does_not_leave(why, tmp_path):
        keyboard = listening(tmp_path, "None", STAYING[why])
        keyboard.read_until("listening\n")
        assert keyboard.hang_up() == ENDED + signal.SIGHUP

    @pytest.mark.parametrize("why", STAYING)
    def test_a_signal_ends_what_does_not_leave_and_puts_the_terminal_right(why, tmp_path):
        keyboard = listening(tmp_path, "None", STAYING[why])
        keyboard.read_until("listening\n")
        raw = keyboard.modes()
        keyboard.process.send_signal(signal.SIGQUIT)
        keyboard.read_until(f"Called by {int(signal.SIGQUIT)}.")
        assert keyboard.modes() != raw
        assert RESTORED in keyboard.shown
        assert keyboard.rest() == ENDED + signal.SIGQUIT

    def test_what_has_ended_by_itself_hears_signals_as_before(tmp_path):
        keyboard = scripted(
            tmp_path,
            "import asyncio, signal, time",
            "from tui import signals, summons",
            "signals.heed()",
            "async def go():",
            "    with summons.heard(lambda number: None, str):",
            "        pass",
            "asyncio.run(go())",
            "print('over', flush=True)",
            "time.sleep(600)",
        )
        keyboard.read_until("over")
        keyboard.process.terminate()
        assert keyboard.rest() == ENDED + signal.SIGTERM
        assert "Traceback" not in keyboard.shown

    def test_a_game_that_is_stuck_is_ended_with_the_command_that_goes_on(tmp_path):
        keyboard = scripted(
            tmp_path,
            "import os, sys, time",
            "from pathlib import Path",
            "from tests.tui.screens import table_of",
            "from tui import summons",
            "from tui.app import GoldenHour",
            "summons.GRACE = 0.1",
            "app = GoldenHour(table_of('embassy', save=Path('e.ghx')), 'en')",
            "def stick():",
            "    os.write(2, b'stuck')",
            "    time.sleep(600)",
            "app.call_later(app.set_timer, 0.2, stick)",
            "sys.exit(app.play_out())",
        )
        keyboard.read_until("stuck")
        keyboard.process.send_signal(signal.SIGQUIT)
        assert keyboard.rest() == ENDED + signal.SIGQUIT
        before, left, after = keyboard.shown.rpartition(OFF)
        assert ON in before
        assert left
        assert "resume e.ghx" in after
