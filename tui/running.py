"""Runs the game at a terminal, from the curtain to what is said in the end."""

from typing import TYPE_CHECKING

from tui import curtain
from tui.app import GoldenHour
from tui.quiet import LONG
from tui.settings import default_path, read

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from pathlib import Path

    from engine.game.table import Table
    from engine.language.messages import Words
    from tui.launch import Setup


def run(table: "Table | None", lang: str, setup: "Setup | None" = None) -> int:
    """Play at a terminal: at a new table that `setup` set, in the lobby of a setup, or from the start.

    Returns the exit code. Both streams must be a terminal: Textual waits for ever otherwise.
    """
    return _played(GoldenHour(table, lang, setup, read(default_path()), quiet=LONG))


def go_on(path: "Path", title: "Words", lang: str) -> int:
    """Go on with a saved exercise of this title. Returns the exit code: 1 for one that can only be looked at."""
    return _played(GoldenHour(None, lang, kept=read(default_path()), quiet=LONG, saved=(path, title)))


def _played(app: GoldenHour) -> int:
    curtain.hand_over()
    try:
        return app.play_out()
    finally:
        app.let_go()
