"""What the course of an exercise needs of the game that shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.screen import Screen

from engine.language.messages import Message
from tui.coaching import Coaching
from tui.farewell import Farewell
from tui.quiet import Quiet
from tui.widgets.wording import Tongue


@dataclass(frozen=True, slots=True)
class House:
    """`tell` says why something is refused. `second` says what a second screen shows, `moving` whether things move.

    `quiet` is waited for before a team can take its seat.
    """

    tongue: Callable[[], Tongue]
    show: Callable[[Screen[None]], None]
    wipe: Callable[[], None]
    tell: Callable[[Message], None]
    leave: Callable[[Farewell], None]
    second: Callable[[], str]
    coaching: Callable[[], Coaching]
    moving: Callable[[], bool]
    quiet: Callable[[], Quiet]
