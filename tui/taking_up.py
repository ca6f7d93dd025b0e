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


async def taken_up(app: "Front", tongue: Tongue, path: Path, title: Words) -> "Table":
    """Return the table of a save, whose title is known; raise SaveError once the screen that named it is gone."""
    ahead = TableAhead(tongue, title, Message.of("ahead.reading"))
    await app.push_screen(ahead)
    try:
        return await apart(lambda: resumed(path, ahead.reach), lambda table: table.close())
    except SaveError:
        while ahead in app.screen_stack:
            await app.pop_screen()
        raise
