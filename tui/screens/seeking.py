"""What the palette finds on a screen: cards, letters, stories and numbers of a view, concepts that were handed over."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from engine.game.view import View
from engine.language.messages import Message
from engine.text import Text
from tui.card_words import teaching
from tui.screens.concepts import Concepts
from tui.screens.finds import Found
from tui.sought import Sought, numbers, readable
from tui.widgets import papers
from tui.widgets.deck import Entry, entries
from tui.widgets.why_papers import means_paper


def in_the_room(
    view: View, concepts: Concepts, read: Callable[[papers.Written], None], card: Callable[[Entry], None]
) -> Iterable[Found]:
    """Yield what can be opened: `read` opens a paper, `card` marks a card and tells all about it."""
    for entry in entries(view.choices):
        yield Found(entry.face.name, Message.of("find.card"), partial(card, entry))
    for each in readable(view):
        yield Found(each.name, each.sort, partial(read, _paper(view, each)))
    yield from found_concepts(concepts, read, teaching(view.choices))


def found_numbers(view: View, read: Callable[[papers.Written], None]) -> Iterable[Found]:
    """Let the numbers of a view be found, each with what moved it. `read` opens a paper."""
    for each in numbers(view):
        yield Found(each.name, each.sort, partial(read, _paper(view, each)))


def _paper(view: View, sought: Sought) -> papers.Written:
    """Return the paper that tells of what was sought."""
    match sought.kind:
        case "letter":
            letter = next(each for each in view.inbox if each.inject == sought.key)
            return partial(papers.letter_paper, letter=letter, turn=view.turn)
        case "story":
            story = next(each for each in view.stories if each.narrative == sought.key)
            return partial(papers.why_paper, view=view, story=story, meter=None)
        case "means":
            return partial(means_paper, view=view)
    if any(gauge.meter == sought.key for gauge in view.gauges):
        return partial(papers.why_paper, view=view, story=None, meter=sought.key)
    return partial(papers.moved_paper, name=sought.name, rows=view.history[sought.key])


def found_concepts(
    concepts: Concepts,
    read: Callable[[papers.Written], None],
    cards: Mapping[str, tuple[Text, ...]] = papers.NO_CARDS,
) -> Iterable[Found]:
    """Let concepts be found: those that a screen was handed, with the cards that teach them. `read` opens a paper."""
    for key, (name, _) in concepts.items():
        paper = partial(papers.concepts_paper, concepts=concepts, wanted=(key,), cards=cards)
        yield Found(name, Message.of("find.concept"), partial(read, paper))
