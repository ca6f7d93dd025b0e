"""What the palette finds on a screen: cards, letters, stories and numbers of a view, concepts that were handed over."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from engine.game.view import View
from engine.language.messages import Message
from engine.text import Text
from tui.card_words import teaching
from tui.screens.concepts import Concepts
from tui.screens.finds import Found
from tui.widgets import papers
from tui.widgets.deck import Entry, entries
from tui.widgets.why_papers import means_paper


def in_the_room(
    view: View, concepts: Concepts, read: Callable[[papers.Written], None], card: Callable[[Entry], None]
) -> Iterable[Found]:
    """Yield what can be opened: `read` opens a paper, `card` marks a card and tells all about it."""
    for entry in entries(view.choices):
        yield Found(entry.face.name, Message.of("find.card"), partial(card, entry))
    for letter in view.inbox:
        yield Found(
            letter.name,
            Message.of("find.letter"),
            partial(read, partial(papers.letter_paper, letter=letter, turn=view.turn)),
        )
    for story in view.stories:
        paper = partial(papers.why_paper, view=view, story=story, meter=None)
        yield Found(story.name, Message.of("find.story"), partial(read, paper))
    for name in (Message.of("means.hours"), Message.of("means.budget")):
        yield Found(name, Message.of("find.meter"), partial(read, partial(means_paper, view=view)))
    yield from found_numbers(view, read)
    yield from found_concepts(concepts, read, teaching(view.choices))


def found_numbers(view: View, read: Callable[[papers.Written], None]) -> Iterable[Found]:
    """Let the numbers of a view be found, each with what moved it. `read` opens a paper."""
    for gauge in view.gauges:
        paper = partial(papers.why_paper, view=view, story=None, meter=gauge.meter)
        yield Found(gauge.name, Message.of("find.meter"), partial(read, paper))
    shown = {gauge.meter for gauge in view.gauges} | {f"{view.team}.hours", f"{view.team}.budget"}
    for meter, rows in view.history.items():
        if meter not in shown and rows:
            name = rows[-1][1].name
            paper = partial(papers.moved_paper, name=name, rows=rows)
            yield Found(name, Message.of("find.meter"), partial(read, paper))


def found_concepts(
    concepts: Concepts,
    read: Callable[[papers.Written], None],
    cards: Mapping[str, tuple[Text, ...]] = papers.NO_CARDS,
) -> Iterable[Found]:
    """Let concepts be found: those that a screen was handed, with the cards that teach them. `read` opens a paper."""
    for key, (name, _) in concepts.items():
        paper = partial(papers.concepts_paper, concepts=concepts, wanted=(key,), cards=cards)
        yield Found(name, Message.of("find.concept"), partial(read, paper))
