"""The first thing on the screen: the game's name, drawn before anything heavy is loaded, where the first screen has it.

It is written to the terminal as it is, since the screen library itself takes longer to load than an eye waits.
"""

import os
import sys

from engine.language.catalogue import say
from engine.language.messages import Message
from tui.streams import no_screens

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"
BOLD, GOLD, PLAIN = "\x1b[1m", "\x1b[38;2;227;180;91m", "\x1b[0m"
SHEET = 100
"""Cells of the first screen's sheet, which stands in the middle."""

_up = False


def draw(lang: str) -> None:
    """Draw it, if there is a terminal that can show screens."""
    global _up  # noqa: PLW0603 - there is one terminal
    if no_screens() is not None or "TEXTUAL_DRIVER" in os.environ:
        return
    width = os.get_terminal_size().columns
    left = max((width - SHEET) // 2, 0) + 4
    gold = "" if os.environ.get("NO_COLOR") else GOLD
    name, opening = (say(lang, Message.of(f"screen.start.{words}")) for words in ("name", "opening"))
    sys.stdout.write(f"{ENTER}\x1b[2;{left}H{BOLD}{gold}{name}{PLAIN}\x1b[3;{left}H{opening}")
    sys.stdout.flush()
    _up = True


def hand_over() -> None:
    """Leave the terminal to the screens, which draw over it and clear it in the end."""
    global _up  # noqa: PLW0603 - there is one terminal
    _up = False


def clear() -> None:
    """Take it away again, if no screen has."""
    if _up:
        hand_over()
        sys.stdout.write(LEAVE)
        sys.stdout.flush()
