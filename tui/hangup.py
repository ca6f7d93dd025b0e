"""A terminal that is gone: its window closed, its connection lost. The game then ends, come what may.

Textual writes from a thread of its own, which dies with the terminal; whoever writes on then waits for good.
"""

import asyncio
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from engine.exits import BY_SIGNAL

GRACE = 5
"""Seconds to leave in good order; what was acknowledged is saved long before."""


def watch(leave: Callable[[int], None]) -> None:
    """From now on, call `leave` with the signal's number once the terminal is gone; end the program if that does not.

    Call it from the loop in which `leave` is to be called.
    """
    if not hasattr(signal, "SIGHUP") or not hasattr(select, "poll") or not sys.stdin.isatty():
        return
    loop, terminal = asyncio.get_running_loop(), sys.stdin.fileno()
    Thread(target=_wait, args=(loop, terminal, leave), name="hangup", daemon=True).start()


def _wait(loop: asyncio.AbstractEventLoop, terminal: int, leave: Callable[[int], None]) -> None:
    poll = select.poll()
    poll.register(terminal, 0)  # for nothing but its end, which is always told
    if any(told & select.POLLHUP for _, told in poll.poll()):
        with suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(leave, signal.SIGHUP)
        time.sleep(GRACE)
        os._exit(BY_SIGNAL + signal.SIGHUP)
