"""Sets a forgotten facilitator's PIN anew, at the command line, and never in secret: all teams read of it."""

import sys
from pathlib import Path

from engine.exits import FINE, INPUT
from engine.game import pins
from engine.game.intents import FACILITATOR, SetPin
from engine.game.load import SaveError
from engine.game.table import Table
from engine.language.catalogue import say
from engine.language.messages import Message
from tui.facilitator.chair import Chair
from tui.locks import told_later
from tui.plain.terminal import Terminal
from tui.streams import complain


def run(path: Path, lang: str) -> int:
    """Ask for a new PIN and set it; return the exit code."""
    try:
        table = Table.resume(path)
    except SaveError as error:
        complain(say(lang, error.message))
        return error.exit_code
    try:
        return _set_anew(table, Terminal(sys.stdin, sys.stdout, lang))
    except SaveError as error:
        complain(say(lang, error.message))
        return error.exit_code
    finally:
        table.close()


def _set_anew(table: Table, terminal: Terminal) -> int:
    hindered = table.trouble or _needless(table)
    if hindered:
        terminal.say(hindered)
        return INPUT
    terminal.say(*((table.notice,) if table.notice else ()), Message.of("pin.anew_about"))
    pin = _asked(terminal)
    if pin is None:
        return INPUT
    reply = Chair(table).do(told_later(), SetPin(FACILITATOR, pins.lock_of(pin)))
    terminal.say(reply.wrong or Message.of("pin.set"))
    return INPUT if reply.wrong else FINE


def _needless(table: Table) -> Message | None:
    """Return why no PIN is to be set here: a command must not open a console that the table chose not to have."""
    if table.ended:
        return Message.of("pin.anew_ended")
    return None if table.locked(FACILITATOR) else Message.of("pin.anew_none")


def _asked(terminal: Terminal) -> str | None:
    """Return a PIN that was typed twice; None for whoever types nothing, or leaves.

    It asks until then: what is typed after a mistake is a PIN too, and elsewhere everybody could read it.
    """
    try:
        while pin := terminal.ask_hidden(Message.of("plain.ask_pin")):
            if not pins.is_pin(pin):
                terminal.say(Message.of("pin.form"))
            elif terminal.ask_hidden(Message.of("pin.again")) != pin:
                terminal.say(Message.of("pin.differs"))
            else:
                return pin
    except (EOFError, KeyboardInterrupt):
        pass
    terminal.say(Message.of("pin.anew_left"))
    return None
