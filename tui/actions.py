"""The one registry of what a person can do, and where: screens bind its keys, plain mode reads its words.

Each group of places has a module in `registry`; a new one is added to ACTIONS here, and its places to PLACES.
"""

from tui.registry.action import Action
from tui.registry.before import BEFORE
from tui.registry.everywhere import EVERYWHERE
from tui.registry.facilitator import FACILITATOR
from tui.registry.room import ROOM
from tui.registry.telling import TELLING

ACTIONS: tuple[Action, ...] = (*ROOM, *BEFORE, *TELLING, *FACILITATOR, *EVERYWHERE)

_BY_ID = {action.id: action for action in ACTIONS}


def action(name: str) -> Action:
    """Return the action with this id; raise KeyError if there is none."""
    return _BY_ID[name]


def actions_at(place: str) -> tuple[Action, ...]:
    """Return what can be done at a place of PLACES, in the registry's order."""
    return tuple(each for each in ACTIONS if place in each.where)
