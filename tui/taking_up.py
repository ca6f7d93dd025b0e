"""Takes up a saved exercise: says at once which one is being read, and reads it in a thread of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

from engine.game.load import SaveError
from engine.language.messages import Message, Words
from tui.apart import apart
from tui.launch import resumed
from tui.screens.ahead import TableAhead
from tui.widgets.wording import Tongue

if TYPE_CHECKING:
    from engine.game.table import Table
    from tui.front import Front


def named(app: "Front", tongue: Tongue, title: Words) -> TableAhead:
    """Say at once which exercise is being read: no key of the same burst then asks for another."""
    ahead = TableAhead(tongue, title, Message.of("ahead.reading"))
    app.push_screen(ahead)
    return ahead


async def taken_up(app: "Front", ahead: TableAhead, path: Path) -> "Table":
    """Return the table of a save; raise SaveError once the screen that named it is gone."""
    try:
        return await apart(lambda: resumed(path, ahead.reach), lambda table: table.close())
    except SaveError:
        while ahead in app.screen_stack:
            await app.pop_screen()
        raise
