"""What the facilitator's screens ask of the game: one message, with the step that is to be taken."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message as Event
from textual.screen import Screen

from engine.game.load import SaveError
from engine.language.messages import Message

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table


@dataclass(frozen=True, slots=True)
class Leave:
    """The facilitator gets up from the console."""


@dataclass(frozen=True, slots=True)
class Return:
    """Back to the console, with something to say there."""

    told: Message | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The umpire's grid is wanted."""


@dataclass(frozen=True, slots=True)
class Peek:
    """The facilitator wants to see what a team sees."""

    team: str


@dataclass(frozen=True, slots=True)
class Resolve:
    """The facilitator closes the turn on which all have sealed, from the waiting screen."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A turn was closed, with something to say beside what came of it."""

    told: Message | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The exercise goes on at another table."""

    table: "Table"
    told: Message | None


@dataclass(frozen=True, slots=True)
class Ask:
    """The console wants to know what may come, and what an inject would do."""

    inject: str | None


@dataclass(frozen=True, slots=True)
class Failed:
    """The save cannot be written."""

    error: SaveError


Step = Leave | Return | Grid | Peek | Resolve | Closed | Elsewhere | Ask | Failed


@dataclass
class Directed(Event):
    """The facilitator wants this step; it is taken only while the screen that asks for it, `by`, is there."""

    by: Screen[None]
    step: Step
