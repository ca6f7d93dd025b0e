"""What calls the screens away from outside: a signal, or a terminal that is gone. The game then ends, come what may.

A thread of its own hears both, since the loop of the screens may never get round to it: whoever writes to a terminal
that takes nothing waits for good, and the library waits for a screen that closes while it opens.
"""

import asyncio
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import NamedTuple

from engine.exits import BY_SIGNAL
from tui.signals import interrupting

GRACE = 5
"""Seconds to leave in good order; what was acknowledged is saved long before."""
PATIENCE = 1
"""Seconds for the last words of what did not."""
RESTORED = "".join(
    (
        "\x1b[?2026l",  # what is drawn is shown at once
        *(f"\x1b[?{mode}l" for mode in (1000, 1003, 1015, 1006, 1016)),  # no mouse
        "\x1b[?2004l\x1b[?2048l\x1b[?1004l",  # pasting, resizing and focus are not told
        "\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h",  # lines wrap, keys as usual, the first screen, a cursor
    )
)
"""What takes back all that the screen library asks of a terminal."""


@contextmanager
def heard(leave: Callable[[int], None], last_words: Callable[[int], str]) -> Iterator[None]:
    """Let a signal that ends the program call `leave` with its number, in this loop; SIGHUP if the terminal is gone.

    What has not left GRACE seconds later is ended: the terminal is put right, and told the last words.
    """
    if not hasattr(signal, "SIGHUP") or not hasattr(select, "poll"):  # Windows has none of this
        yield
        return
    numbers, (ear, voice) = interrupting(), os.pipe()
    os.set_blocking(voice, False)
    summons = _Summons(asyncio.get_running_loop(), leave, last_words, numbers, ear, _Terminal.here())

    def note(number: int, _: object) -> None:
        with suppress(OSError):  # there is no room for one more
            os.write(voice, bytes((number,)))

    # The system writes the number too, at once, whatever the main thread does; but in a browser the loop listens there.
    before = {number: signal.signal(number, note) for number in numbers}
    voice_before = signal.set_wakeup_fd(voice, warn_on_full_buffer=False)
    Thread(target=summons.wait, name="summons", daemon=True).start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(voice_before)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(voice)


class _Summons(NamedTuple):
    """What the thread knows; `ear` is where the system writes the numbers of signals, whatever the loop is doing."""

    loop: asyncio.AbstractEventLoop
    leave: Callable[[int], None]
    last_words: Callable[[int], str]
    numbers: tuple[int, ...]
    ear: int
    terminal: "_Terminal | None"

    def wait(self) -> None:
        """Wait until the game is called away, and see to it that it ends."""
        number = self._called()
        if number is None:
            os.close(self.ear)
            return
        with suppress(RuntimeError):  # the loop may be closed by now
            self.loop.call_soon_threadsafe(self.leave, number)
        time.sleep(GRACE)
        try:
            said = Thread(target=self._say, args=(number,), daemon=True)
            said.start()
            said.join(PATIENCE)
        finally:
            os._exit(BY_SIGNAL + number)

    def _called(self) -> int | None:
        """Return the signal that calls the game away, once it does; None if the game ends by itself."""
        poll = select.poll()
        poll.register(self.ear, select.POLLIN)
        if self.terminal:
            poll.register(self.terminal.read, 0)  # for nothing but its end, which is always told
        while True:
            for handle, told in poll.poll():
                if handle == self.ear:
                    noted = os.read(handle, 64)
                    if not noted:
                        return None
                    for number in noted:
                        if number in self.numbers:
                            return number
                elif told & select.POLLHUP:
                    return signal.SIGHUP
                else:  # some systems cannot wait for a terminal
                    poll.unregister(handle)

    def _say(self, number: int) -> None:
        if self.terminal:
            self.terminal.restore()
            os.write(self.terminal.write, self.last_words(number).encode(errors="replace"))


class _Terminal(NamedTuple):
    """The terminal, and what puts its modes back."""

    read: int
    write: int
    put_back: Callable[[], None]

    @classmethod
    def here(cls) -> "_Terminal | None":
        """Return it as it is found, where there is one."""
        import termios  # noqa: PLC0415 - not on every system

        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            return None
        read, write = sys.stdin.fileno(), sys.stdout.fileno()
        try:
            modes = termios.tcgetattr(read)
        except termios.error:  # it has gone
            return cls(read, write, lambda: None)
        return cls(read, write, lambda: termios.tcsetattr(read, termios.TCSANOW, modes))

    def restore(self) -> None:
        """Put it right, as far as it lets itself be."""
        with suppress(Exception):  # it may have gone, and the game ends in any case
            self.put_back()
        os.write(self.write, RESTORED.encode())
