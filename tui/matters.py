"""What of the team's room matters by now: the first round shows three regions and five cards, the rest comes later."""

from collections.abc import Iterable

from engine.game.view import Choice, Letter, View
from engine.language.messages import Message
from tui.words import awaited, crossed_of, turn_name

FIRST = ("inbox", "shelf", "tray")
"""Regions of the first round."""
COACHED = {"stories": "crowd", "standing": "standing"}
"""Where a hint may point before anything has moved there."""
FIRST_CARDS = 5
CLOSED = 3


def first_round(view: View) -> bool:
    """Whether nothing has been decided yet."""
    return not view.bulletins


def regions(view: View) -> frozenset[str]:
    """Return the regions that matter: what the crowd says and how we stand, once anything was said or has moved.

    One that a hint speaks of matters too.
    """
    found = {*FIRST, *(COACHED[hint.at] for hint in view.hints if hint.at in COACHED)}
    if first_round(view):
        return frozenset(found)
    if view.comments or view.pledges or view.feed or any(story.heat for story in view.stories):
        found.add("crowd")
    if view.risk is not None or view.history:
        found.add("standing")
    return frozenset(found)


def first_cards(choices: Iterable[Choice]) -> tuple[str, ...]:
    """Return the cards of the first round: what is laid, what answers a letter, then what can be laid, by hand."""
    ranks: dict[str, int] = {}
    for choice in choices:
        rank = 0 if choice.on_tray else CLOSED if choice.why_not else 1 if choice.answers else 2
        ranks[choice.card] = min(rank, ranks.get(choice.card, rank))
    open_ones = [card for card, rank in ranks.items() if rank < CLOSED] or list(ranks)
    return tuple(sorted(open_ones, key=ranks.__getitem__)[:FIRST_CARDS])


def crossed_lately(view: View) -> list[Message]:
    """Say which red lines of its own the team has crossed since its last decision, as far as it may know."""
    lines = dict.fromkeys(line for bulletin in view.bulletins for line in bulletin.crossed)
    return crossed_of(lines)


def chances_of(letter: Letter) -> Message | None:
    """Say in which turns there is a decision until an answer is due; None where there is one in every turn."""
    turns = tuple(turn_name(turn) for turn in letter.decided)
    return Message.of("letter.decided", turns=turns) if turns else None


def by_urgency(letters: Iterable[Letter], turn: int) -> tuple[Letter, ...]:
    """Return the letters that wait for an answer of this team's, the soonest due first; then all others, newest first.

    What lies on the tray changes nothing: a letter stays where it is while it is being answered.
    """

    def rank(letter: Letter) -> tuple[bool, int, int]:
        waits = awaited(letter, turn)
        return not waits, letter.answer_by or 0 if waits else 0, -letter.turn

    return tuple(sorted(letters, key=rank))
