"""Plain mode on a real terminal, where the system has pseudo-terminals."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WIPE = "\x1b[2J\x1b[3J\x1b[H"
PATIENCE = 60  # seconds


class Keyboard:
    """Types into a process on a pseudo-terminal, and reads what it shows."""

    def __init__(self, arguments, home, **environment):
        import pty
        import termios

        self._own, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "play.py", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env={**os.environ, "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm", **environment},
        )
        termios.tcsetwinsize(theirs, (24, 80))
        os.close(theirs)
        self.shown = ""

    def read_until(self, words):
        """Read on until these words are shown; return what was read."""
        began, start = time.monotonic(), len(self.shown)
        while words not in self.shown[start:]:
            assert time.monotonic() - began < PATIENCE, self.shown[start:]
            if select.select([self._own], [], [], 1)[0]:
                self.shown += os.read(self._own, 4096).decode(errors="replace")
        return self.shown[start:]

    def type(self, line, then):
        """Type a line and read on until the words `then` are shown."""
        return self.press(f"{line}\n", then)

    def press(self, keys, then):
        """Press keys and read on until the words `then` are shown."""
        os.write(self._own, keys.encode())
        return self.read_until(then)

    def end(self):
        """Close the keyboard: the end of input. Return the exit code."""
        os.write(self._own, b"\x04")
        return self.rest()

    def rest(self):
        """Read on until the process has ended. Return the exit code."""
        try:
            while chunk := os.read(self._own, 4096):
                self.shown += chunk.decode(errors="replace")
        except OSError:  # Linux says so when the other side has closed
            pass
        os.close(self._own)
        return self.process.wait(PATIENCE)


if sys.platform != "win32":

    def test_two_people_play_from_the_start_on_one_terminal(tmp_path):
        keyboard = Keyboard(["--plain"], tmp_path)
        keyboard.read_until("quit>")
        keyboard.type("ferry_rumour", "quit>")
        keyboard.type("seat 2 human", "quit>")
        keyboard.type("start", "can see this")
        secret = keyboard.type("", "left>")
        assert "Bring the ferry in." in secret
        keyboard.type("seal", "yes or no>")
        keyboard.type("yes", "to skip>")
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
