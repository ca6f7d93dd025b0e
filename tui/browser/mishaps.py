"""What goes wrong while the game is served, in a line for each: never what was sent, which may hold the token."""

import logging
import sys

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text


class Mishaps(logging.Handler):
    """Takes the place of the libraries' log, whose tracebacks quote what was sent."""

    def __init__(self, lang: str) -> None:
        super().__init__(logging.ERROR)
        self._lang = lang

    def emit(self, record: logging.LogRecord) -> None:
        """Say what kind of fault it was, and where the rest would have been logged."""
        fault = record.exc_info[0] if record.exc_info else None
        kind = fault.__name__ if fault else record.levelname
        said = Message.of("serve.mishap", kind=Text.of(kind), where=Text.of(record.name))
        sys.stderr.write(say(self._lang, said) + "\n")
