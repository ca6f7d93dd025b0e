"""What is done while somebody reads what there is to choose: load what an exercise needs, look through one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.scenario.findings import Finding

    Refuse = Callable[[str, tuple[Finding, ...]], None]

NEEDED = "tui.directing"
"""What brings in all that an exercise needs."""


def prepare(names: Iterable[str], wanted: Callable[[], bool], refuse: Refuse) -> None:
    """Load all that, and prove these scenarios as long as that is wanted, in a thread of its own that nobody waits for.

    `refuse` is told which cannot be played, and why.
    """
    Thread(target=_look, args=[names, wanted, refuse], daemon=True).start()


def _look(names: Iterable[str], wanted: Callable[[], bool], refuse: Refuse) -> None:
    import_module(NEEDED)
    from tui.launch import opened  # noqa: PLC0415 - it is loaded here

    for name in names:
        if not wanted():
            return
        found = opened(name)
        if isinstance(found, tuple):
            refuse(name, found)
