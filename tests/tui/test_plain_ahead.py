"""Looking ahead line by line: that it goes on is seen, and it can be stopped."""

import _thread
import signal
from io import StringIO
from multiprocessing import active_children

from engine.language.catalogue import say
from engine.language.messages import Message
from tests.beside import how_it_ended
from tests.tui.screens import table_of, teams_of
from tui.plain.foreseeing import looked_ahead
from tui.plain.terminal import Terminal

TEAM = teams_of()[0]


class Tty(StringIO):
    def isatty(self):
        return True


class Impatient(Tty):
    """Somebody who presses Ctrl-C at the first dot."""

    pressed = False

    def write(self, words):
        if words == "." and not self.pressed:
            self.pressed = True
            _thread.interrupt_main()
        return super().write(words)


def saved(folder):
    table = table_of(TEAM, save=folder / "ahead.ghx")
    table.close()
    return table.path


def test_it_is_seen_that_something_is_computed(tmp_path):
    written = Tty()
    outlook = looked_ahead(Terminal(Tty(), written, "en"), saved(tmp_path), None, beat=0.001)
    assert outlook is not None
    assert "..." in written.getvalue()
    assert written.getvalue().endswith(".\n")


def test_a_look_ahead_is_stopped_at_once(tmp_path):
    # Tests that run in the background may have interrupts ignored, which this one sends to itself.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    path, written, before = saved(tmp_path), Impatient(), set(active_children())
    assert looked_ahead(Terminal(Tty(), written, "en"), path, None, beat=0.001) is None
    assert say("en", Message.of("plain.ahead.stopped")) in written.getvalue()
    assert [how_it_ended(process) for process in set(active_children()) - before] == [-signal.SIGTERM]
