"""Runs the game at a terminal, from the curtain to what is said in the end."""

from typing import TYPE_CHECKING

from tui import curtain
from tui.app import GoldenHour
from tui.quiet import LONG
from tui.settings import default_path, read

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table
    from tui.launch import Setup


def run(table: "Table | None", lang: str, setup: "Setup | None" = None) -> int:
    """Play at a terminal: at a table, in the lobby of a setup, or from the start. Returns the exit code.

    Both streams must be a terminal: Textual waits for ever otherwise.
    """
    app = GoldenHour(table, lang, setup, read(default_path()), quiet=LONG)
    curtain.hand_over()
    try:
        return app.play_out()
    finally:
        app.let_go()
