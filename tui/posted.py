"""What the public board tells of a view, and in which order: the same on its screen and in its lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.joined import once_each

if TYPE_CHECKING:  # something is shown before the engine is loaded
    from engine.game.reports import Played
    from engine.game.talk import Pledge, Story
    from engine.game.view import Gauge, Letter, View
    from engine.text import Text

MATTERED = 3
"""Orders that are told of."""


def unscored(view: View) -> View:
    """Return what stands at ENDEX before anybody asks for the scores: first all talk about what they lived through."""
    return replace(view, result=None)


def endex_of(view: View) -> str:
    """Return what is said at ENDEX, a code: that it has come, and whether the scores are held back."""
    return "board.ended" if view.result else "board.ended_held"


def body_of(letter: Letter) -> Text | None:
    """Return what a letter says beside its name; one says no more that gives the reason for which a meter was moved."""
    return None if letter.text == letter.name else letter.text


def latest(view: View) -> list[Letter]:
    """Return what has reached everybody since the last decision; else what did so last and says more than a name."""
    new = [letter for letter in view.inbox if letter.new]
    return new or [letter for letter in view.inbox if body_of(letter)][:1]


def mattered(view: View) -> list[Played]:
    """Return the orders that moved most since the last decision, of those that everybody could see, each once."""
    seen = [(bulletin, order) for bulletin in view.bulletins for order in bulletin.orders]
    seen.sort(key=lambda pair: -pair[1].weight)
    return [order for _, order in once_each(seen)[:MATTERED]]


def stated(view: View) -> list[Pledge]:
    """Return what teams have stated in public: first what was broken, then what binds, then what was kept."""
    order = ("broken", "binds", "kept")
    return sorted((each for each in view.pledges if each.public), key=lambda each: order.index(each.state))


def hottest(view: View) -> list[Story]:
    """Return the stories that have any heat, the hottest first."""
    return sorted((story for story in view.stories if story.heat), key=lambda story: -story.heat)


def polls_title(view: View) -> str:
    """Return what stands above the polls, a code: at ENDEX the truth stands beside them."""
    return "board.polls_and_truth" if view.ended else "board.polls"


OPINIONS = {"opinion", "others"}
"""Groups of meters that nobody sees before ENDEX."""


def is_seen(gauge: Gauge) -> bool:
    """Whether everybody can see a meter as it is; of what people think there are polls alone, until ENDEX."""
    return gauge.group not in OPINIONS


def truths(view: View) -> list[Gauge]:
    """Return what people think in truth, which is told at ENDEX, where no poll has it beside it."""
    polled = {poll.name for poll in view.polls}
    opinions = [gauge for gauge in view.gauges if gauge.group in OPINIONS and gauge.error is None]
    return [gauge for gauge in opinions if gauge.name not in polled]


def fresh_of(view: View) -> frozenset[str]:
    """Return the teams at which somebody else sits since the last decision."""
    return frozenset(passed.line.team for passed in view.passed)
