"""What a place lets the command palette find: a card, a letter, a concept, a number."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.language.messages import Message

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Words

Run = Callable[[], Awaitable[None] | None]


@dataclass(frozen=True, slots=True)
class Found:
    """Something to open: its name, what sort of thing it is, and what opens it.

    `typed_only` is not listed before something is typed.
    """

    name: Words
    kind: Message
    run: Run
    typed_only: bool = False
