"""Opens an exercise for people, in the screens or line by line, and returns the exit code it ends with."""

import sys
from dataclasses import replace
from pathlib import Path

from engine.compiler.findings import proved
from engine.exits import FINE, INPUT, USAGE
from engine.game.save import SaveError
from engine.game.seats import parse_seats
from engine.game.table import Table
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import find
from engine.text import Text
from engine.tools.check import line
from tui.door import Wish, line_by_line, resume, screens
from tui.launch import PRUDENT, Setup, open_table, usual
from tui.plain.asks import LeaveError
from tui.plain.library import choose
from tui.plain.lobby import arrange
from tui.plain.replay import Replay
from tui.plain.table import PlainTable
from tui.plain.terminal import Terminal
from tui.settings import default_path, keep, read
from tui.streams import complain


def choose_and_play(wish: Wish) -> int:
    """Let somebody choose an exercise line by line, and play it."""
    terminal = _terminal(wish.lang)
    try:
        chosen = choose(terminal)
    except (LeaveError, EOFError, KeyboardInterrupt):
        return FINE
    asked = wish._replace(plain=True, lang=terminal.lang)
    return resume(chosen, asked) if isinstance(chosen, Path) else _play_plain(chosen, asked, terminal)


def play(scenario: str, wish: Wish) -> int:
    """Play a scenario, a path or a shipped id."""
    reading = proved(find(scenario))
    if reading.scenario is None:
        for finding in reading.findings:
            complain(line(finding, wish.lang))
        return INPUT
    setup = _wished(usual(reading, reading.scenario), wish)
    if isinstance(setup, Message):
        complain(say(wish.lang, setup))
        return USAGE
    if not setup.people or line_by_line(wish):
        return _play_plain(setup, wish, _terminal(wish.lang))
    return screens(wish, setup=setup) if wish.seats is None else _open(setup, wish)


def resume_plainly(path: Path, lang: str) -> int:
    """Go on with a saved exercise line by line; return 1 for one that can only be looked at."""
    try:
        table = Table.resume(path)
    except SaveError as error:
        complain(say(lang, error.message))
        return error.exit_code
    return _lines(table, lang, read(default_path()).settings.second) or (INPUT if table.trouble else FINE)


def replay(path: Path, wish: Wish, *, verify: bool) -> int:
    """Tell a saved exercise again from its first turn; or only verify that it comes out as it was saved."""
    try:
        table = Table.replay(path)
    except SaveError as error:
        complain(say(wish.lang, error.message))
        return error.exit_code
    told = Replay(table, sys.stdin, sys.stdout, wish.lang)
    return told.verify() if verify else told.tell()


def _wished(setup: Setup, wish: Wish) -> Setup | Message:
    """Return the setup as the command line wants it, or what is wrong with what it says."""
    if wish.save is not None and _nowhere(wish.save.parent):
        return Message.of("save.no_folder", folder=Text.of(str(wish.save.parent)))
    seats = setup.seats
    if wish.seats is not None:
        if not wish.seats.strip(", "):
            return Message.of("seat.form", written=Text.of(f'"{wish.seats}"'))
        parsed = parse_seats(wish.seats, setup.scenario.teams, PRUDENT)
        if isinstance(parsed, Message):
            return parsed
        seats = parsed
    pace = setup.pace if wish.pace is None else wish.pace
    seed = setup.seed if wish.seed is None else wish.seed
    return replace(setup, seats=seats, pace=pace, seed=seed, save=wish.save)


def _nowhere(folder: Path) -> bool:
    """Whether there is no such folder: a slip of the keyboard makes none."""
    try:
        return not folder.exists()
    except (OSError, ValueError):
        return False  # whoever opens the file says why


def _play_plain(setup: Setup, wish: Wish, terminal: Terminal) -> int:
    """Play line by line; on a terminal, first ask who sits where, unless the command line says so."""
    try:
        if wish.seats is None and terminal.interactive:
            setup = _arranged(terminal, setup)
    except (LeaveError, EOFError, KeyboardInterrupt):
        return FINE
    return _open(setup, wish._replace(plain=True, lang=terminal.lang))


def _arranged(terminal: Terminal, setup: Setup) -> Setup:
    """Ask who sits where; what a second screen shows is kept for the next time, as the screens do."""
    kept = read(default_path())
    setup = arrange(terminal, replace(setup, screen=kept.settings.second))
    trouble = None
    if kept.file and setup.screen != kept.settings.second:
        trouble = keep(kept.file, replace(kept.settings, second=setup.screen))
    if trouble:
        terminal.say(trouble)
    return setup


def _open(setup: Setup, wish: Wish) -> int:
    """Play a new exercise, line by line where that is wished, else on the screens."""
    try:
        table = open_table(setup)
    except SaveError as error:
        complain(say(wish.lang, error.message))
        return error.exit_code
    if isinstance(table, Message):
        complain(say(wish.lang, table))
        return USAGE
    if wish.plain:
        return _lines(table, wish.lang, setup.screen)
    # Stays on the terminal, below the screens.
    sys.stdout.write(say(wish.lang, Message.of("plain.seed", seed=table.seed)) + "\n")
    try:
        return screens(wish, table, setup)
    finally:
        table.close()


def _lines(table: Table, lang: str, second: str) -> int:
    """Play line by line; `second` (of tui.settings.SECONDS) is what a second screen shows."""
    try:
        return PlainTable(table, sys.stdin, sys.stdout, lang, second=second).run()
    finally:
        table.close()


def _terminal(lang: str) -> Terminal:
    return Terminal(sys.stdin, sys.stdout, lang)
