"""How many hands share one keyboard: where there are several, each hides something from the others."""

from engine.game.view import View

HUMAN = "human"
SHARED = 2
"""So many people, and more, share a screen."""


def people(public: View) -> int:
    """Return at how many teams a person sits."""
    return sum(line.seat == HUMAN for line in public.table)
