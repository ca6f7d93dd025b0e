"""The two streams of plain mode: the one door for what is printed and what is typed."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from select import select
from time import monotonic, sleep
from typing import TextIO

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import one_line, printable
from tui.plain.page import wrap
from tui.quiet import AGAIN, LONG, Hearing, Held

LONGEST_LINE, LONGEST_WRITTEN = 400, 4000
_WIPE = "\x1b[2J\x1b[3J\x1b[H"  # the screen, what was scrolled off it, and home
_BLANK_LINES = 100  # where a terminal knows no control sequences


class Terminal:
    """Prints lines and asks for lines, in a language that may change."""

    def __init__(self, read: TextIO, write: TextIO, lang: str) -> None:
        self._read = read
        self._write = write
        self.lang = lang
        self.interactive = read.isatty() and write.isatty()
        self._held = Held(LONG)
        self._meanwhile: tuple[Callable[[], None], float] | None = None

    def meanwhile(self, does: Callable[[], None], every: float) -> None:
        """Do something every so many seconds while a person at a terminal is waited for; it may print nothing."""
        self._meanwhile = does, every

    def lines(self, lines: Iterable[str]) -> None:
        """Print lines as they are laid out, cleaned of whatever a terminal would act on.

        Meanwhile a terminal does not show what is typed: it would break a line wherever that has come to.
        """
        with echo_off(self._read) if self.interactive else nullcontext():
            for line in lines:
                self._write.write(printable(line).replace("\n", " ") + "\n")
            self._write.flush()

    def say(self, *messages: Message, first: str = "") -> None:
        """Print messages, each in lines of its own."""
        for message in messages:
            self.lines(wrap(say(self.lang, message), first=first, rest=" " * len(first)))

    def heading(self, title: Message) -> None:
        """Print a heading after an empty line."""
        self.lines(["", *wrap(say(self.lang, Message.of("plain.heading", title=title)))])

    def ask(self, prompt: Message, longest: int = LONGEST_LINE) -> str:
        """Return the next line that is typed, clean and cut to `longest` letters; raise EOFError at the end of input.

        What comes through a pipe is printed after the prompt, so that a record can be read.
        """
        return self._typed(prompt, _one_line, longest)

    def ask_spaced(self, prompt: Message) -> str:
        """The same with the spaces as they were typed, for YAML."""
        return self._typed(prompt, lambda raw: printable(raw).replace("\n", ""), LONGEST_WRITTEN)

    def ask_hidden(self, prompt: Message) -> str:
        """The same, for what nobody may read: as far as the terminal can be kept from showing it."""
        with echo_off(self._read):
            return self._typed(prompt, _one_line, LONGEST_LINE, shown="")

    def typed_within(self, seconds: float) -> str | None:
        """Return a line that is typed within so many seconds, clean; None for none. Raise EOFError at the end of input.

        An input that cannot be waited for is read, unless somebody may sit there: then it is left alone so long.
        """
        try:
            waits = not select([self._read], [], [], seconds)[0]
        except (OSError, ValueError):
            waits = self.interactive
            sleep(seconds if waits else 0)
        raw = None if waits else self._line_read()
        if raw == "":
            raise EOFError
        return None if raw is None else one_line(raw, limit=LONGEST_LINE)

    def _typed(self, prompt: Message, cleaned: Callable[[str], str], most: int, shown: str | None = None) -> str:
        """Return what is typed, clean, and cut to `most` characters, which is said."""
        raw = self._line(prompt)
        while self._is_held(raw, prompt):
            self.forget_typed()
            self.say(Message.of("screen.held"))
            raw = self._line(prompt)
        whole = cleaned(raw)
        line = whole if len(whole) <= most else whole[:most].rstrip()
        if not raw or not self.interactive or shown is not None:
            self.lines([line if shown is None else shown])
        if not raw:
            raise EOFError
        if len(whole) > most:
            self.say(Message.of("field.full", most=most))
        return line

    def _line(self, prompt: Message) -> str:
        self._write.write(printable(say(self.lang, prompt)) + " ")
        self._write.flush()
        return self._line_read()

    def _line_read(self) -> str:
        self._wait()
        try:
            return self._read.readline()
        except OSError:  # the terminal has gone
            return ""

    def _wait(self) -> None:
        """Return once something was typed; at once where that cannot be told, or nothing is to be done meanwhile."""
        if not self.interactive or self._meanwhile is None:
            return
        does, every = self._meanwhile
        while not self._has_typed(every):
            does()

    def _has_typed(self, seconds: float) -> bool:
        """Whether something was typed within so many seconds; at once where the input cannot be waited for."""
        try:
            return bool(select([self._read], [], [], seconds)[0])
        except (OSError, ValueError):
            return True

    def _is_held(self, raw: str, prompt: Message) -> bool:
        """Whether Enter alone answers another question than it did just now, and is held down: it comes at once."""
        heard = self._held.hears(raw.strip(), prompt.code, monotonic())
        if not (self.interactive and raw.isspace()) or heard is Hearing.ACTS:
            return False
        return heard is Hearing.HELD or self._has_typed(AGAIN)

    def forget_typed(self) -> None:
        """Throw away what was typed ahead, until nothing has been typed for a while: a key may be held down."""
        if not self.interactive:
            return
        with suppress(ImportError, OSError, ValueError):
            import termios  # noqa: PLC0415 - not on every system

            handle = self._read.fileno()
            with suppress(termios.error):  # the terminal has gone
                while select([handle], [], [], LONG)[0]:
                    termios.tcflush(handle, termios.TCIFLUSH)

    @contextmanager
    def beating(self) -> Iterator[Callable[[], None]]:
        """Hand over what prints one dot more on a line of its own, where somebody sits there to see it."""
        printed = False

        def beat() -> None:
            nonlocal printed
            if self.interactive:
                self._write.write(".")
                self._write.flush()
                printed = True

        try:
            yield beat
        finally:
            if printed:
                self._write.write("\n")
                self._write.flush()

    def wipe(self) -> None:
        """Take what the team before has read off the screen, and out of what can be scrolled back to."""
        if not self.interactive:
            return
        wiped = "\n" * _BLANK_LINES if os.environ.get("TERM") == "dumb" else _WIPE
        self._write.write(wiped)
        self._write.flush()


def _one_line(raw: str) -> str:
    return one_line(raw, limit=len(raw))


@contextmanager
def echo_off(read: TextIO) -> Iterator[None]:
    """Keep a terminal from showing what is typed, where it can be kept from it."""
    shows = _echo(read, on=False)
    try:
        yield
    finally:
        if shows:
            _echo(read, on=True)


def _in_background(handle: int) -> bool:
    """Whether somebody else has this terminal now: who tells it something all the same is stopped."""
    try:
        return os.tcgetpgrp(handle) != os.getpgrp()
    except OSError:  # it is not the one from which the process is led
        return False


def _echo(read: TextIO, *, on: bool) -> bool:
    """Let a terminal show what is typed, or not; return whether it could be told to, and did otherwise before."""
    with suppress(ImportError, OSError, ValueError):
        import termios  # noqa: PLC0415 - not on every system

        with suppress(termios.error):  # the terminal has gone
            handle = read.fileno()
            now = termios.tcgetattr(handle)
            if bool(now[3] & termios.ECHO) != on and not _in_background(handle):
                now[3] ^= termios.ECHO
                termios.tcsetattr(handle, termios.TCSADRAIN, now)
                return True
    return False
