"""Which paper is opened in a room: about whatever is marked in the region where the keyboard is."""

from functools import partial

from textual.screen import Screen

from engine.game.view import View
from tui.card_words import teaching
from tui.matters import by_urgency
from tui.screens.concepts import Concepts
from tui.widgets import papers, why_papers
from tui.widgets.banner import DUE
from tui.widgets.crowd import Crowd
from tui.widgets.deck import Entry
from tui.widgets.inbox import Inbox
from tui.widgets.shelf import Shelf
from tui.widgets.standing import Standing
from tui.widgets.tray import Tray
from tui.words import awaited


def card_here(room: Screen[None], at: str, concepts: Concepts) -> papers.Written | None:
    """Return the paper about the card that is marked, if one is; on the tray, about that of the marked order."""
    entry = _meant(room, at)
    if entry is None:
        return None
    taught = [concepts[each] for each in entry.face.teaches if each in concepts]
    return partial(papers.card_paper, entry=entry, taught=taught)


def concept_here(room: Screen[None], at: str, view: View, concepts: Concepts) -> papers.Written | None:
    """Return the paper about what the marked card teaches; None where that is nothing."""
    entry = _meant(room, at)
    wanted = entry.face.teaches if entry else ()
    if not any(each in concepts for each in wanted):
        return None
    return partial(papers.concepts_paper, concepts=concepts, wanted=wanted, cards=teaching(view.choices))


def letter_here(room: Screen[None], view: View) -> papers.Written | None:
    """Return the paper of the letter that is marked, or about the red lines where one is that was crossed."""
    if room.query_one(Inbox).at_crossed:
        return partial(papers.objectives_paper, view=view)
    letter = room.query_one(Inbox).marked
    return partial(papers.letter_paper, letter=letter, turn=view.turn) if letter else None


def why_here(room: Screen[None], at: str, view: View, concepts: Concepts) -> papers.Written:
    """Return the paper about what is marked in a region other than the cards; else about the risk."""
    crowd, order = room.query_one(Crowd), room.query_one(Tray).marked
    inbox = room.query_one(Inbox)
    if at == "tray" and order:
        taught = [concepts[each] for each in order.teaches if each in concepts]
        return partial(why_papers.laid_paper, view=view, choice=order, taught=taught)
    if at == "tray":
        return partial(why_papers.means_paper, view=view)
    if at == "inbox" and inbox.at_crossed:
        return partial(papers.objectives_paper, view=view)
    if at == "inbox" and inbox.marked:
        return partial(why_papers.why_letter_paper, view=view, letter=inbox.marked)
    if at == "crowd" and crowd.told:
        return partial(why_papers.why_said_paper, told=crowd.told)
    story = crowd.marked if at == "crowd" else None
    meter = room.query_one(Standing).marked if at == "standing" else None
    return partial(papers.why_paper, view=view, story=story, meter=meter)


def situation_here(view: View, code: str) -> papers.Written | None:
    """Return the paper about a sentence of the situation, by its code: the letter that is due, or the story."""
    if code == DUE:
        letter = next((each for each in by_urgency(view.inbox, view.turn) if awaited(each, view.turn)), None)
        return partial(why_papers.why_letter_paper, view=view, letter=letter) if letter else None
    named = next((each.get("story") for each in view.situation if each.code == code), None)
    story = next((each for each in view.stories if each.name == named), None)
    return partial(papers.why_paper, view=view, story=story, meter=None) if story else None


def _meant(room: Screen[None], at: str) -> Entry | None:
    order = room.query_one(Tray).marked if at == "tray" else None
    return Entry((order,)) if order else room.query_one(Shelf).marked
