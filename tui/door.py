"""Opens the game: the library where no exercise is named, and the screens for whatever is played in them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.language.catalogue import say
from engine.language.messages import Message, Words
from tui import memory
from tui.streams import complain, no_screens

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table
    from engine.scenario.rounds import Pace
    from tui.launch import Setup


class Wish(NamedTuple):
    """What the command line asks for; None where it leaves the choice open."""

    lang: str
    plain: bool = False
    seats: str | None = None
    pace: "Pace | None" = None
    seed: int | None = None
    save: Path | None = None


def open_game(wish: Wish) -> int:
    """Let somebody choose an exercise, and play it."""
    if not line_by_line(wish):
        return screens(wish)
    memory.settle()
    from tui.exercise import choose_and_play  # noqa: PLC0415 - heavy, and the screens do without it at first

    return choose_and_play(wish)


def resume(path: Path, wish: Wish) -> int:
    """Go on with a saved exercise; return 1 for one that can only be looked at."""
    from engine.game.folder import heads_file  # noqa: PLC0415 - only now needed
    from engine.game.load import SaveError  # noqa: PLC0415
    from engine.game.progress import progress  # noqa: PLC0415
    from engine.scenario.remembered import Heads, shipped_heads  # noqa: PLC0415

    try:
        known = progress(path, Heads(heads_file(), shipped_heads()).of)
    except SaveError as error:
        complain(say(wish.lang, error.message))
        return error.exit_code
    if line_by_line(wish):
        return _lines_of(path, known.name, wish)
    # Stays on the terminal, below the screens.
    sys.stdout.write(say(wish.lang, Message.of("plain.seed", seed=known.seed)) + "\n")
    memory.hold()
    from tui.running import go_on  # noqa: PLC0415 - heavy, and lines do without it

    return go_on(path, known.name, wish.lang)


def _lines_of(path: Path, title: Words, wish: Wish) -> int:
    """Go on line by line; whoever sits at a terminal is told at once what is being read."""
    from tui.plain.terminal import Terminal  # noqa: PLC0415 - the screens do without it

    terminal = Terminal(sys.stdin, sys.stdout, wish.lang)
    if terminal.interactive:
        terminal.heading(Message.of("plain.title", title=title))
        terminal.say(Message.of("ahead.reading"))
    from tui.exercise import resume_plainly  # noqa: PLC0415 - it loads the engine, which takes a while

    return resume_plainly(path, wish.lang)


def show_board(path: Path, wish: Wish) -> int:
    """Show the public board of a save, in the screens or line by line."""
    from engine.game.load import SaveError  # noqa: PLC0415 - only now needed
    from engine.game.progress import progress  # noqa: PLC0415

    try:
        ahead = progress(path)
    except SaveError as error:
        complain(say(wish.lang, error.message))
        return error.exit_code
    if line_by_line(wish, Message.of("board.no_terminal")):
        from tui.plain.board import run as told  # noqa: PLC0415 - it must start without the screen library

        return told(path, ahead, wish.lang)
    from tui.board import run as shown  # noqa: PLC0415 - heavy, and lines do without it

    return shown(path, ahead, wish.lang)


def line_by_line(wish: Wish, instead: Message | None = None) -> bool:
    """Say whether to go on in plain mode; where only the terminal decides that, tell the person why, or `instead`."""
    obstacle = None if wish.plain else no_screens()
    if obstacle is not None:
        complain(say(wish.lang, instead or obstacle))
    return wish.plain or obstacle is not None


def screens(wish: Wish, table: "Table | None" = None, setup: "Setup | None" = None) -> int:
    """Play in the screens."""
    memory.hold()
    from tui.running import run  # noqa: PLC0415 - plain mode must start without the screen library

    return run(table, wish.lang, setup)
