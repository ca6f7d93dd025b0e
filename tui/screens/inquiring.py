"""What `why` opens in a room: about whatever is marked in the region where the keyboard is."""

from functools import partial

from textual.screen import Screen

from engine.game.view import View
from tui.screens.concepts import Concepts
from tui.widgets import papers, why_papers
from tui.widgets.crowd import Crowd
from tui.widgets.inbox import Inbox
from tui.widgets.standing import Standing
from tui.widgets.tray import Tray


def why_here(room: Screen[None], at: str, view: View, concepts: Concepts) -> papers.Written:
    """Return the paper about what is marked in a region other than the cards; else about the risk."""
    crowd, order = room.query_one(Crowd), room.query_one(Tray).marked
    letter = room.query_one(Inbox).marked
    if at == "tray" and order:
        taught = [concepts[each] for each in order.teaches if each in concepts]
        return partial(why_papers.laid_paper, view=view, choice=order, taught=taught)
    if at == "tray":
        return partial(why_papers.means_paper, view=view)
    if at == "inbox" and letter:
        return partial(why_papers.why_letter_paper, view=view, letter=letter)
    if at == "crowd" and crowd.told:
        return partial(why_papers.why_said_paper, told=crowd.told)
    story = crowd.marked if at == "crowd" else None
    meter = room.query_one(Standing).marked if at == "standing" else None
    return partial(papers.why_paper, view=view, story=story, meter=meter)
