"""What the public board tells of a view, and in which order: the same on its screen and in its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # something is shown before the engine is loaded
    from engine.game.reports import Curve, Played
    from engine.game.talk import Pledge, Story
    from engine.game.view import Gauge, Letter, View
    from engine.text import Text

MATTERED = 3
"""Orders that are told of."""


def body_of(letter: Letter) -> Text | None:
    """Return what a letter says beside its name; one says no more that gives the reason for which a meter was moved."""
    return None if letter.text == letter.name else letter.text


def latest(view: View) -> list[Letter]:
    """Return what has reached everybody since the last decision; else what did so last and says more than a name."""
    new = [letter for letter in view.inbox if letter.new]
    return new or [letter for letter in view.inbox if body_of(letter)][:1]


def mattered(view: View) -> list[Played]:
    """Return the orders that moved most since the last decision, of those that everybody could see."""
    seen = [order for bulletin in view.bulletins for order in bulletin.orders]
    return sorted(seen, key=lambda order: -order.weight)[:MATTERED]


def stated(view: View) -> list[Pledge]:
    """Return what teams have stated in public: first what was broken, then what binds, then what was kept."""
    order = ("broken", "binds", "kept")
    return sorted((each for each in view.pledges if each.public), key=lambda each: order.index(each.state))


def hottest(view: View) -> list[Story]:
    """Return the stories that have any heat, the hottest first."""
    return sorted((story for story in view.stories if story.heat), key=lambda story: -story.heat)


def polled(view: View) -> list[tuple[Gauge, Curve]]:
    """Return what an institute has published of each opinion, with its course."""
    curves = {curve.meter: curve for curve in view.curves}
    return [(each, curves[each.meter]) for each in view.gauges if each.error is not None and each.meter in curves]


def is_seen(gauge: Gauge) -> bool:
    """Whether everybody can see a meter as it is, without a poll."""
    return gauge.error is None


def fresh_of(view: View) -> frozenset[str]:
    """Return the teams at which somebody else sits since the last decision."""
    return frozenset(passed.line.team for passed in view.passed)
