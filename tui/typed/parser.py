"""What a keyboard sends, read so that nothing can end the game or act as a key that was none.

Textual's parser raises on some of what a terminal can send, and the thread that reads would end with it. And it takes
what follows an ESC in a paste for keys.
"""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from unicodedata import category

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Key
from textual.message import Message

from engine.text import MAX_MARKS, printable

PAUSE = 2
"""Seconds after which a paste that does not go on is over, though nobody has said so."""
LONGEST = 100_000
"""Characters of a paste that are kept: more than any line or page takes."""
_UNREADABLE = (ArithmeticError, LookupError, TypeError, ValueError)
"""What the parser raises on a sequence that it does not understand."""
_EDGE = len(BRACKETED_PASTE_START) - 1
"""So many characters of such a mark may have come before the rest of it."""


class SafeParser(XTermParser):
    """Textual's. It drops a sequence that raises, and hands a paste on whole, without what acts or hides in it."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        """Read from now on; `now` tells the seconds."""
        super().__init__()
        self._now = now
        self._tail = ""  # the end of what was read outside a paste
        self._pasted: str | None = None
        self._pasted_at = 0.0
        self._marks = 0  # that came one after the other

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what these characters mean."""
        for character in self._read(data):  # one by one, so that no other is lost with one that raises
            yield from self._understood(super().feed(character))

    def tick(self) -> Iterable[Message]:
        """Yield what it means that nothing has come for a while."""
        waited = self._timeout_time
        yield from self._understood(super().tick())
        if waited is not None and self._timeout_time is None:
            self._tail = ""  # it was no mark
        if self._pasted is not None and self._now() - self._pasted_at >= PAUSE:
            yield from self.feed(BRACKETED_PASTE_END)

    def _understood(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            for message in messages:
                if not (isinstance(message, Key) and self._stacks(message.character or "")):
                    yield message
        except _UNREADABLE:
            self._gen = self.parse(self._tokens.append)
            self._awaiting = next(self._gen)
            self._timeout_time = None

    def _stacks(self, character: str) -> bool:
        """Whether this is a mark on so many others that it would climb over the line above."""
        self._marks = self._marks + 1 if character and category(character[0]).startswith("M") else 0
        return self._marks > MAX_MARKS

    def _read(self, data: str) -> str:
        """Return what of this can be parsed now: a paste when it has ended, and clean."""
        read = ""
        while data:
            if self._pasted is None:
                mark = (self._tail + data).find(BRACKETED_PASTE_START)
                end = len(data) if mark < 0 else mark + len(BRACKETED_PASTE_START) - len(self._tail)
                self._tail = (self._tail + data)[-_EDGE:] if mark < 0 else ""
                self._pasted = None if mark < 0 else ""
                self._pasted_at = self._now()
                read, data = read + data[:end], data[end:]
            else:
                pasted, data = self._paste(data)
                read += pasted
        return read

    def _paste(self, data: str) -> tuple[str, str]:
        """Go on with a paste. Return it with its end, once that has come, and what follows."""
        pasted = f"{self._pasted}{data}"
        self._pasted_at = self._now()
        # What is pasted may hold the mark too: the last before another paste begins is the terminal's.
        begins = pasted.find(BRACKETED_PASTE_START, pasted.find(BRACKETED_PASTE_END) + 1)
        ends = pasted.rfind(BRACKETED_PASTE_END, 0, begins if begins >= 0 else None)
        if ends < 0:
            self._pasted = pasted if len(pasted) <= LONGEST else pasted[:LONGEST] + pasted[-_EDGE:]
            return "", ""
        self._pasted = None
        after = ends + len(BRACKETED_PASTE_END)
        return printable(pasted[:ends]) + BRACKETED_PASTE_END, pasted[after:]
