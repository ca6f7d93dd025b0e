"""A keyboard and a screen for a process, where the system has pseudo-terminals."""

import codecs
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import ClassVar

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds

# Tests that run in the background may have these ignored, which every process that they start would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32":
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)


class Keyboard:
    """Types into a process on a pseudo-terminal, and reads what it shows."""

    _running: ClassVar[list] = []

    def __init__(self, arguments, home, program=ROOT / "play.py", **environment):
        import pty
        import termios

        self._own, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, program, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env={**os.environ, "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm", **environment},
        )
        termios.tcsetwinsize(theirs, (24, 80))
        os.close(theirs)
        self._running.append(self)
        self.shown = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def read_until(self, words):
        """Read on until these words are shown; return what was read."""
        began, start = time.monotonic(), len(self.shown)
        while words not in self.shown[start:]:
            assert time.monotonic() - began < PATIENCE, self.shown[start:]
            if select.select([self._own], [], [], 1)[0]:
                self._read()
        return self.shown[start:]

    def _read(self):
        raw = os.read(self._own, 4096)
        self.shown += self._decoder.decode(raw)  # a sign may come in two parts
        return raw

    def type(self, line, then):
        """Type a line and read on until the words `then` are shown."""
        return self.press(f"{line}\n", then)

    def press(self, keys, then):
        """Press keys and read on until the words `then` are shown."""
        os.write(self._own, keys.encode())
        return self.read_until(then)

    def modes(self):
        """Return the modes of the terminal."""
        import termios

        return termios.tcgetattr(self._own)

    def end(self):
        """Close the keyboard: the end of input. Return the exit code."""
        os.write(self._own, b"\x04")
        return self.rest()

    def rest(self):
        """Read on until the process has ended. Return the exit code."""
        began = time.monotonic()
        try:
            while not select.select([self._own], [], [], 1)[0] or self._read():
                assert time.monotonic() - began < PATIENCE, self.shown
        except OSError:  # Linux says so when the other side has closed
            pass
        return self.hang_up()

    def hang_up(self):
        """Take the terminal away. Return the exit code."""
        os.close(self._own)
        code = self.process.wait(PATIENCE)
        self._running.remove(self)
        return code

    @classmethod
    def stop_all(cls):
        """End what has not ended by itself, so that nobody else meets it."""
        while cls._running:
            left = cls._running.pop()
            left.process.kill()
            left.process.wait()
