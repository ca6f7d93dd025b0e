"""What stands in the panels of the team room: each paper is a title and a text that is set by width."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from engine.game.view import Change, Gauge, Letter, Story, View, Words
from engine.language.messages import Message
from engine.text import Text
from tui.gauges import behind_of, no_risk, silence_of, sources_of, story_starts, unmoved_of
from tui.learning import goals, seating
from tui.widgets.card_text import card_whole
from tui.widgets.crowd import hurting
from tui.widgets.deck import Entry
from tui.widgets.documents import before_sealing, brief, glossary, ledger, listed_reasons, objectives
from tui.widgets.inbox import letter_whole
from tui.widgets.msel import inject_whole
from tui.widgets.standing import RISK
from tui.widgets.typeset import EMPTY, Lay, hanging, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import without_of

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.console import Entry as Inject
    from engine.scenario.scenario import Scenario

Paper = tuple[Content, Lay]
Written = Callable[[Tongue], Paper]
"""A paper that can be written in any language."""
NO_CARDS: Mapping[str, tuple[Text, ...]] = {}


def said_paper(tongue: Tongue, title: Message, words: Message) -> Paper:
    """Return a title and a paragraph."""
    return tongue.line(title), lambda width: stack(paragraph(tongue.line(words), width))


def board_paper(tongue: Tongue, command: Text) -> Paper:
    """Return how the board is opened on a second screen."""

    def lay(width: int) -> Content:
        about, after = (
            paragraph(tongue.line(Message.of(f"screen.board.{code}")), width) for code in ("about", "after")
        )
        return stack([*about, EMPTY, *paragraph(tongue.line(command, "bold"), width), EMPTY, *after])

    return tongue.line(Message.of("screen.board.title")), lay


def brief_paper(tongue: Tongue, view: View) -> Paper:
    """Return what the team was told at STARTEX."""
    return tongue.line(view.called), lambda width: brief(tongue, view, width)


def learning_paper(tongue: Tongue, scenario: "Scenario") -> Paper:
    """Return what an exercise is about, what one can learn in it, and how fewer people sit down to it."""

    def lay(width: int) -> Content:
        summary = paragraph(tongue.line(scenario.summary), width)
        if scenario.content_note:
            note = Message.of("plain.content_note", note=scenario.content_note)
            summary += [EMPTY, *paragraph(tongue.line(note, "$muted"), width)]
        aims = [line for goal in goals(scenario) for line in hanging(Content("- "), tongue.line(goal), width)]
        head = [*paragraph(tongue.line(Message.of("lobby.learn"), "bold"), width), *aims, EMPTY] if aims else []
        seats = [line for each in seating(scenario) for line in paragraph(tongue.line(each), width)]
        return stack([*summary, EMPTY, *head, *seats])

    return tongue.line(scenario.title), lay


def objectives_paper(tongue: Tongue, view: View) -> Paper:
    """Return what the team wants and what it must not do."""
    title = tongue.line(Message.of("action.objectives"))
    return title, lambda width: objectives(tongue, view.objectives, view.red_lines, width)


def letter_paper(tongue: Tongue, letter: Letter, turn: int) -> Paper:
    """Return a letter as it is read in this turn."""
    return tongue.line(letter.name), lambda width: letter_whole(tongue, letter, turn, width)


def inject_paper(tongue: Tongue, entry: "Inject") -> Paper:
    """Return an inject of the MSEL."""
    return tongue.line(entry.name), lambda width: inject_whole(tongue, entry, width)


def card_paper(tongue: Tongue, entry: Entry, taught: Sequence[tuple[Text, Text]]) -> Paper:
    """Return all about a card, with the concepts that it teaches."""
    return tongue.line(entry.face.name), lambda width: card_whole(tongue, entry, taught, width)


def concepts_paper(
    tongue: Tongue,
    concepts: Mapping[str, tuple[Text, Text]],
    wanted: Sequence[str],
    cards: Mapping[str, tuple[Text, ...]] = NO_CARDS,
) -> Paper:
    """Return the concepts that are wanted, explained; `cards` are those of one's own hand that teach each."""
    title = tongue.line(Message.of("action.concept"))
    return title, lambda width: glossary(tongue, concepts, wanted, width, cards)


def seal_paper(tongue: Tongue, view: View) -> Paper:
    """Return the question before sealing."""
    title = tongue.line(Message.of("screen.seal.title"))
    return title, lambda width: before_sealing(tongue, view, width)


def why_paper(tongue: Tongue, view: View, story: Story | None, meter: str | None) -> Paper:
    """Return the reasons for a story, for a meter by its id, or else for the risk of losing control."""
    if story:
        return _story(tongue, view, story)
    gauge = next((each for each in view.gauges if each.meter == meter), None)
    if gauge and meter != RISK:
        return _meter(tongue, view, gauge)
    return _risk(tongue, view)


def meter_paper(view: View, meter: str) -> Written:
    """Return the paper that explains a number by its id, be it the risk, a story's heat or any other meter."""
    story = next((each for each in view.stories if f"{each.narrative}.heat" == meter), None)
    return partial(why_paper, view=view, story=story, meter=meter)


def _meter(tongue: Tongue, view: View, gauge: Gauge) -> Paper:
    rows = view.history.get(gauge.meter, ())

    def lay(width: int) -> Content:
        told = [*([gauge.about] if gauge.about is not None else []), *sources_of(gauge)]
        said = [tongue.line(each, "$muted") for each in told]
        about = [line for each in said for line in (*paragraph(each, width), EMPTY)]
        if not rows:
            return stack([*about, *paragraph(tongue.line(unmoved_of(gauge), "$muted"), width)])
        return stack([*about, ledger(tongue, rows, width)])

    return tongue.line(gauge.name), lay


def moved_paper(tongue: Tongue, name: Words, rows: tuple[tuple[int, Change], ...]) -> Paper:
    """Return what moved a number, turn by turn."""
    return tongue.line(name), lambda width: ledger(tongue, rows, width)


def _story(tongue: Tongue, view: View, story: Story) -> Paper:
    rows = view.history.get(f"{story.narrative}.heat", ())

    def lay(width: int) -> Content:
        text = [*paragraph(tongue.whole(story.text), width), EMPTY] if story.text else []
        stages = paragraph(tongue.line(story.about, "$muted"), width)
        hurt = paragraph(hurting(tongue, story), width) if story.hurts_us or story.hurts else []
        hurt += [] if view.ended else [line for at in silence_of(story) for line in paragraph(tongue.line(at), width)]
        stages += [line for at in story_starts(story) for line in paragraph(tongue.line(at, "$muted"), width)]
        return stack([*text, *hurt, *stages, EMPTY, ledger(tongue, rows, width)])

    return tongue.line(story.name), lay


def _risk(tongue: Tongue, view: View) -> Paper:
    def lay(width: int) -> Content:
        if view.risk is None:
            return stack(paragraph(tongue.line(no_risk(view)), width))
        about = paragraph(tongue.line(Message.of("screen.risk.about")), width)
        about += [EMPTY, *paragraph(tongue.line(Message.of("risk.moment")), width)]
        parts = without_of(view.risk) or [Message.of("risk.nothing")]
        stands = [line for each in behind_of(view) for line in (EMPTY, *paragraph(tongue.line(each), width))]
        head = paragraph(tongue.line(Message.of("risk.made_of")), width)
        return stack([*about, EMPTY, *head, listed_reasons(tongue, parts, width), *stands])

    return tongue.line(Message.of("screen.risk.name")), lay
