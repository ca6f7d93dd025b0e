"""Plain mode on a real terminal, where the system has pseudo-terminals."""

import io
import os
import signal
import sys

import pytest

from engine.language.messages import Message
from tests.tui.keyboard import Keyboard
from tui.plain.terminal import Terminal

WIPE = "\x1b[2J\x1b[3J\x1b[H"
SEAT = "can see this"
"""The prompt at the hand-over."""
FEW = 3


if sys.platform != "win32":

    def test_while_nobody_types_something_is_done_again_and_again_and_what_is_typed_is_read():
        import pty

        own, theirs = pty.openpty()
        done = []

        def does():
            done.append("did")
            if len(done) == FEW:
                os.write(own, b"first\nsecond\n")

        with open(theirs) as read, open(os.dup(theirs), "w") as write:  # noqa: PTH123 - they are no paths
            terminal = Terminal(read, write, "en")
            terminal.meanwhile(does, 0.01)
            assert terminal.ask(Message.of("lobby.prompt")) == "first"
            assert terminal.ask(Message.of("start.prompt")) == "second"
        os.close(own)
        assert len(done) == FEW

    @pytest.mark.parametrize("fault", [OSError, ValueError])
    def test_a_fault_in_what_is_done_meanwhile_does_not_end_the_waiting_in_silence(fault):
        import pty

        own, theirs = pty.openpty()

        def does():
            os.write(own, b"typed\n")
            raise fault

        with open(theirs) as read, open(os.dup(theirs), "w") as write:  # noqa: PTH123 - they are no paths
            terminal = Terminal(read, write, "en")
            terminal.meanwhile(does, 0.01)
            with pytest.raises(fault):
                terminal.ask(Message.of("lobby.prompt"))
        os.close(own)

    def test_what_is_typed_while_something_is_printed_is_not_shown_within_it():
        import pty
        import termios

        own, theirs = pty.openpty()
        shows = []

        def is_shown():
            return bool(termios.tcgetattr(theirs)[3] & termios.ECHO)

        class Watched(io.StringIO):
            def isatty(self):
                return True

            def write(self, text):
                shows.append(is_shown())
                return len(text)

        with open(theirs, closefd=False) as read:
            Terminal(read, Watched(), "en").lines(["one", "two"])
            assert shows == [False, False]
            assert is_shown()
        os.close(own)
        os.close(theirs)

    def test_two_people_play_from_the_start_on_one_terminal(tmp_path):
        keyboard = Keyboard(["--plain"], tmp_path)
        keyboard.read_until("quit>")
        keyboard.type("ferry_rumour", "quit>")
        keyboard.type("seat 2 human", "quit>")
        keyboard.type("start", "can see this")
        secret = keyboard.type("", "left>")
        assert "Bring the ferry in." in secret
        keyboard.type("seal", "yes or no>")
        keyboard.type("yes", "a command>")
        handed_over = keyboard.type("", "can see this")
        assert WIPE in handed_over
        assert "Bring the ferry in." not in handed_over[handed_over.index(WIPE) :]
        keyboard.type("", "left>")
        assert keyboard.end() == 0
        assert "play.py resume" in keyboard.shown

    def test_a_lone_person_is_asked_who_sits_where(tmp_path):
        keyboard = Keyboard(["play", "ferry_rumour", "--plain", "--seed", "5"], tmp_path)
        assert "Seed 5" in keyboard.read_until("quit>")
        room = keyboard.type("start", "left>")
        assert WIPE not in room
        assert keyboard.end() == 0

    def test_what_was_typed_ahead_takes_no_seat_when_the_terminal_is_handed_over(tmp_path):
        keyboard = in_a_room(tmp_path)
        keyboard.type("seal", "yes or no>")
        keyboard.type("yes", "a command>")
        keyboard.press("\n\n\n", SEAT)
        assert "left>" not in keyboard.type("tray", SEAT)
        keyboard.type("", "left>")
        keyboard.end()

    def test_the_question_for_a_forecast_takes_what_the_room_takes(tmp_path):
        keyboard = in_a_room(tmp_path)
        keyboard.type("seal", "yes or no>")
        keyboard.type("yes", "a command>")
        assert "Nothing yet" in keyboard.type("tray", "a command>")
        assert "forecast" in keyboard.type("help forecast", "a command>")
        assert "100" in keyboard.type("101", "a command>")
        assert "not sealed" in keyboard.type("lay 1a", "left>").casefold()
        assert "30 %" in keyboard.type("forecast 30", "left>")
        keyboard.end()

    def test_what_a_second_screen_shows_is_chosen_line_by_line_too_and_kept(tmp_path):
        home = {"XDG_CONFIG_HOME": str(tmp_path)}
        keyboard = Keyboard(["play", "ferry_rumour", "--plain"], tmp_path, **home)
        keyboard.read_until("quit>")
        assert "Second screen: shows the same" in keyboard.type("screen", "quit>")
        keyboard.type("seat 2 human", "quit>")
        assert "Help comes too late" in keyboard.type("start", SEAT)
        keyboard.end()
        keyboard = Keyboard(["play", "ferry_rumour", "--plain"], tmp_path, **home)
        assert "Second screen: shows the same" in keyboard.read_until("quit>")
        assert "Second screen: shows the board" in keyboard.type("screen", "quit>")
        assert "board " in keyboard.type("start", "left>")
        keyboard.end()

    SECRET = "Bring the ferry in."

    def in_a_room(home):
        """Two people share the terminal, and one of them has read what only its team may know."""
        # Tests that run in the background may have both signals ignored, which a child would inherit.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGQUIT, signal.SIG_DFL)
        keyboard = Keyboard(["play", "ferry_rumour", "--plain", "--seats", "*=human", "--save", "e.ghx"], home)
        keyboard.read_until("can see this")
        assert SECRET in keyboard.type("", "left>")
        return keyboard

    @pytest.mark.parametrize("way", ["quit\n", "\x04", signal.SIGINT, signal.SIGQUIT, signal.SIGTERM])
    def test_whoever_leaves_a_room_that_others_share_leaves_nothing_of_it_on_the_terminal(way, tmp_path):
        keyboard = in_a_room(tmp_path)
        if isinstance(way, str):
            keyboard.press(way, "resume e.ghx")
        else:
            keyboard.process.send_signal(way)
        keyboard.rest()
        _, wiped, after = keyboard.shown.rpartition(WIPE)
        assert wiped
        assert SECRET in keyboard.shown
        assert SECRET not in after
        assert "resume e.ghx" in after

    def test_a_room_that_others_share_cannot_be_left_standing(tmp_path):
        keyboard = in_a_room(tmp_path)
        keyboard.process.send_signal(signal.SIGTSTP)
        assert keyboard.type("tray", "left>")
        assert keyboard.end() == 0

    def test_a_shared_exercise_that_is_resumed_is_named_at_once_and_then_begins_on_an_empty_terminal(tmp_path):
        in_a_room(tmp_path).end()
        keyboard = Keyboard(["resume", "e.ghx", "--plain"], tmp_path)
        before, _, after = keyboard.read_until("can see this").partition(WIPE)
        assert "The Ferry Rumour" in before
        assert "is being read" in before
        assert after
        keyboard.end()

    def test_enter_held_on_answers_nothing_that_is_asked_next(tmp_path):
        keyboard = Keyboard(["play", "ferry_rumour", "--plain", "--seats", "*=human"], tmp_path)
        keyboard.read_until(SEAT)
        keyboard.type("\n" * 9, "still down")
        assert "Nothing was typed" not in keyboard.shown
        keyboard.type("", "Nothing was typed")
        keyboard.end()
