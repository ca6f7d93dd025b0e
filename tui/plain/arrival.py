"""What a team reads when it sits down at its keyboard: its room in short, with the words that tell the rest."""

from engine.game.view import Gauge, View
from engine.language.catalogue import say
from engine.language.messages import Message
from tui.actions import action
from tui.matters import first_cards, first_round, regions
from tui.plain import heard, room
from tui.plain.cards import listed, table_of
from tui.plain.page import said, wrap

_FEW = 3  # stories
_WARM = 20  # from this heat on a story is told, whomever it hurts
_OURS = ("team", "mission")


def objectives(view: View, lang: str) -> list[str]:
    """Give what is wanted and what must not be done, without how it is judged."""
    lines: list[str] = []
    for head, code, aims in (
        ("plain.objectives", "plain.aim", view.objectives),
        ("plain.red_lines", "plain.aim_line", view.red_lines),
    ):
        lines += said(lang, Message.of(head)) if aims else []
        for aim in aims:
            lines += wrap(say(lang, Message.of(code, text=aim.text, n=aim.points)), first="  - ", rest="    ")
    return lines + _rest(lang, "objectives")


def stories(view: View, lang: str) -> list[str]:
    """Give the hottest stories in a line each."""
    told = [story for story in view.stories if story.heat >= _WARM or (story.hurts_us and story.heat)]
    lines = [
        line for story in sorted(told, key=lambda each: -each.heat)[:_FEW] for line in heard.story_line(story, lang)
    ]
    return (lines or said(lang, Message.of("plain.quiet"))) + _rest(lang, "stories")


def standing(view: View, lang: str) -> list[str]:
    """Give the risk, and the meters that are ours; opinions where they have been heard."""

    def is_told(gauge: Gauge) -> bool:
        if gauge.group == "opinion":
            return gauge.as_of > 0
        return gauge.group in _OURS and ".channel." not in gauge.meter

    return room.risk(view, lang) + room.gauges(view, lang, is_told) + _rest(lang, "standing")


def cards(view: View, lang: str) -> list[str]:
    """List the cards that can be laid; in the first round, a few of them."""
    everything = listed(view)
    few = first_cards(view.choices) if first_round(view) else None
    shown = [card for card in everything if (card.first.card in few if few is not None else card.open)]
    lines = table_of(shown, lang, short=True)[1:] if shown else said(lang, Message.of("plain.no_cards"))
    legend = room.legend(shown, lang)
    more = len(everything) - len(shown)
    hidden = said(lang, Message.of("plain.cards_more", n=more, word=_word("cards"))) if more else []
    return [*lines, "", *legend, *hidden]


def parts(view: View) -> tuple[str, ...]:
    """Return the parts of the room that matter by now, in order."""
    there = regions(view)
    return tuple(name for name, region in (("stories", "crowd"), ("standing", "standing")) if region in there)


def _word(name: str) -> Message:
    return action(name).word or Message.of("plain.nothing_typed")


def _rest(lang: str, name: str) -> list[str]:
    return said(lang, Message.of("plain.rest", word=_word(name)))
