"""What stands in the panels of the team room: each paper is a title and a text that is set by width."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from engine.game.view import Letter, Story, View
from engine.language.messages import Message
from engine.text import Text
from tui.widgets.card_text import card_whole
from tui.widgets.deck import Entry
from tui.widgets.documents import before_sealing, brief, glossary, ledger, listed_reasons, objectives
from tui.widgets.inbox import letter_whole
from tui.widgets.standing import RISK
from tui.widgets.typeset import EMPTY, Lay, paragraph, stack
from tui.widgets.wording import Tongue

Paper = tuple[Content, Lay]


def brief_paper(tongue: Tongue, view: View) -> Paper:
    """Return what the team was told at STARTEX."""
    return tongue.line(view.team_name or view.title), lambda width: brief(tongue, view, width)


def objectives_paper(tongue: Tongue, view: View) -> Paper:
    """Return what the team wants and what it must not do."""
    title = tongue.line(Message.of("action.objectives"))
    return title, lambda width: objectives(tongue, view.objectives, view.red_lines, width)


def letter_paper(tongue: Tongue, letter: Letter, turn: int) -> Paper:
    """Return a letter as it is read in this turn."""
    return tongue.line(letter.name), lambda width: letter_whole(tongue, letter, turn, width)


def card_paper(tongue: Tongue, entry: Entry, taught: Sequence[tuple[Text, Text]]) -> Paper:
    """Return all about a card, with the concepts that it teaches."""
    return tongue.line(entry.face.name), lambda width: card_whole(tongue, entry, taught, width)


def concepts_paper(tongue: Tongue, concepts: Mapping[str, tuple[Text, Text]], wanted: Sequence[str]) -> Paper:
    """Return the concepts that are wanted, explained."""
    title = tongue.line(Message.of("action.concept"))
    return title, lambda width: glossary(tongue, concepts, wanted, width)


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
        rows = view.history.get(gauge.meter, ())
        return tongue.line(gauge.name), lambda width: ledger(tongue, rows, width)
    return _risk(tongue, view)


def _story(tongue: Tongue, view: View, story: Story) -> Paper:
    rows = view.history.get(f"{story.narrative}.heat", ())

    def lay(width: int) -> Content:
        text = [*paragraph(tongue.whole(story.text), width), EMPTY] if story.text else []
        return stack([*text, ledger(tongue, rows, width)])

    return tongue.line(story.name), lay


def _risk(tongue: Tongue, view: View) -> Paper:
    def lay(width: int) -> Content:
        about = paragraph(tongue.line(Message.of("screen.risk.about")), width)
        return stack([*about, EMPTY, listed_reasons(tongue, view.risk_reasons, width)])

    return tongue.line(Message.of("screen.risk.name")), lay
