"""Signals that end the game from outside: whoever sits there leaves in good order, and the screen is restored."""

import signal
from types import FrameType

BY_SIGNAL = 128
"""Added to a signal's number it is the exit code, as shells have it."""
ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def heeded() -> tuple[signal.Signals, ...]:
    """Return the signals that end the game here; what `nohup`, say, has told us to ignore is none."""
    return tuple(each for each in ENDING if signal.getsignal(each) != signal.SIG_IGN)


def heed() -> None:
    """From now on, let these signals leave the program through every `finally`, as SystemExit."""
    for each in heeded():
        signal.signal(each, _end)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(BY_SIGNAL + number)
