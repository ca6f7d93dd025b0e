"""The keyboard of a terminal."""

import os
from codecs import getincrementaldecoder
from selectors import EVENT_READ, SelectSelector

from textual.drivers.linux_driver import LinuxDriver

from tui.typed.parser import SafeParser

WAIT = 0.1
"""Seconds after which the parser is told that nothing came."""
MOST = 4096
"""Bytes that are read at a time."""


class Terminal(LinuxDriver):
    """Textual's, but no byte that is typed ends it."""

    def run_input_thread(self) -> None:
        """Read and hand on until the screens are left. What is no UTF-8 is dropped."""
        parser, decode = SafeParser(), getincrementaldecoder("utf-8")("ignore").decode
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(WAIT):
                    sent = os.read(self.fileno, MOST)
                    if not sent:  # nothing will come any more
                        return
                    for message in parser.feed(decode(sent)):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
