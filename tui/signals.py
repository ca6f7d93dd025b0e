"""Signals that end the game from outside: whoever sits there leaves in good order, and the screen is restored."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from engine.exits import BY_SIGNAL

NAMES = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGABRT", "SIGUSR1", "SIGUSR2")
ENDING = tuple(getattr(signal, name) for name in NAMES if hasattr(signal, name))


def heeded() -> tuple[signal.Signals, ...]:
    """Return the signals that end the game here; what `nohup`, say, has told us to ignore is none."""
    return tuple(each for each in ENDING if signal.getsignal(each) != signal.SIG_IGN)


def heed() -> None:
    """From now on, let these signals leave the program through every `finally`, as SystemExit."""
    for each in heeded():
        signal.signal(each, _end)


def interrupting() -> tuple[signal.Signals, ...]:
    """Return the same and the interrupt, which elsewhere is Python's KeyboardInterrupt."""
    interrupt = () if signal.getsignal(signal.SIGINT) == signal.SIG_IGN else (signal.SIGINT,)
    return (*heeded(), *interrupt)


@contextmanager
def kept_going() -> Iterator[None]:
    """Let nobody stop the program and walk away from what it shows, where the system knows of that."""
    if not hasattr(signal, "SIGTSTP"):
        yield
        return
    before = signal.getsignal(signal.SIGTSTP)
    keep_going()
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)


def keep_going() -> None:
    """The same from now on, whatever has been put in its place meanwhile."""
    if hasattr(signal, "SIGTSTP"):
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(BY_SIGNAL + number)
