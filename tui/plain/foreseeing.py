"""Looking ahead line by line: another process computes, a dot a second shows that it does, Ctrl-C stops it."""

from concurrent.futures import BrokenExecutor, Future
from pathlib import Path

from engine.language.messages import Message
from engine.tools.forecast import Forecaster, Outlook
from tui.plain.terminal import Terminal

BEAT = 1.0
"""Seconds between two dots."""


def looked_ahead(terminal: Terminal, path: Path, inject: str | None, beat: float = BEAT) -> Outlook | None:
    """Return what may come after a save as it stands, or None where that could not be computed or was stopped."""
    terminal.say(Message.of("plain.ahead.computing"))
    forecaster = Forecaster()
    try:
        outlook = _awaited(terminal, forecaster.ask(path, inject), beat)
    except KeyboardInterrupt:
        forecaster.stop()
        terminal.say(Message.of("plain.ahead.stopped"))
        return None
    except BrokenExecutor:
        outlook = None
    forecaster.close()
    if outlook is None:
        terminal.say(Message.of("fan.stopped"))
    return outlook


def _awaited(terminal: Terminal, asked: "Future[Outlook | None]", seconds: float) -> Outlook | None:
    with terminal.beating() as beat:
        while True:
            try:
                return asked.result(timeout=seconds)
            except TimeoutError:
                beat()
