"""What reaches a team room, as lines: letters, stories, the crowd."""

from engine.game.view import Letter, Story, View
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.matters import by_urgency, chances_of, crossed_lately
from tui.plain.page import INDENT, said, wrap
from tui.plain.room import situation
from tui.posted import body_of
from tui.talk import said_in
from tui.words import heat_of, moment_of, stage_of, turn_title, way_of

_DEEP = "    "
_HOTTEST = 5  # what is read from the back of a room is little


def in_the_open(view: View, lang: str) -> list[str]:
    """Say in few words what everybody may know: where we are, and the hottest stories."""
    told = sorted((story for story in view.stories if story.heat), key=lambda story: -story.heat)[:_HOTTEST]
    return situation(view, lang) + [line for story in told for line in story_line(story, lang)]


def inbox(view: View, lang: str) -> list[str]:
    """Give the red lines that were just crossed, and all that reached the team.

    Of the latter first what waits for its answer, the soonest due, then the newest.
    """
    crossed = [line for each in crossed_lately(view) for line in wrap(say(lang, each), first="! ", rest=INDENT)]
    lines = [line for letter in by_urgency(view.inbox, view.turn) for line in _letter(letter, view.turn, lang)]
    return crossed + (lines or said(lang, Message.of("plain.no_letters")))


def news(view: View, lang: str) -> list[str]:
    """Give what reached the team since its last decision, and how much else there is."""
    letters = by_urgency([letter for letter in view.inbox if letter.new], view.turn)
    lines = [line for letter in letters for line in _letter(letter, view.turn, lang)]
    older = len(view.inbox) - len(letters)
    return (lines or said(lang, Message.of("plain.no_news"))) + (
        said(lang, Message.of("plain.older", n=older)) if older else []
    )


def stories(view: View, lang: str) -> list[str]:
    """Give the stories that are told, hottest first, and the names of those that nobody tells now."""
    ordered = sorted(view.stories, key=lambda story: -story.heat)
    lines = [line for story in ordered if story.heat for line in _story(story, lang)]
    silent = tuple(story.name for story in ordered if not story.heat)
    lines += said(lang, Message.of("plain.silent", names=silent)) if silent else []
    return lines + crowd(view, lang)


def crowd(view: View, lang: str) -> list[str]:
    """Give the flood of comments, the positions that bind, and some voices of the crowd."""
    lines: list[str] = []
    for head, parts in said_in(view):
        lines += ["", *said(lang, head)]
        lines += [line for part in parts for line in said(lang, part, indent=_DEEP)]
    return lines


def story_line(story: Story, lang: str) -> list[str]:
    """Give a story without what it says."""
    marks = [
        Message.of(f"story.{word}") for word in ("hurts_us", "helps_us", "blocked", "answered") if getattr(story, word)
    ]
    marks += [Message.of("story.hurts", sides=story.hurts)] if story.hurts else []
    head = Message.of(
        "plain.story",
        name=story.name,
        word=heat_of(story.heat),
        heat=story.heat,
        trend=way_of(story.trend),
        stage=stage_of(story.stage),
    )
    return said(lang, head) + (said(lang, Message.of("plain.marks", marks=tuple(marks)), indent=_DEEP) if marks else [])


def _story(story: Story, lang: str) -> list[str]:
    return story_line(story, lang) + (wrap(story.text.in_language(lang), first=_DEEP, rest=_DEEP) if story.text else [])


def _letter(letter: Letter, now: int, lang: str) -> list[str]:
    code = "plain.letter_from" if letter.sender else "plain.letter"
    head = Message.of(
        code,
        moment=moment_of(letter.moment),
        name=letter.name,
        sender=letter.sender or Text.of(""),
        turn=turn_title(letter.turn),
    )
    mark = "* " if letter.new else INDENT
    lines = wrap(say(lang, head), first=mark, rest=INDENT)
    body = body_of(letter)
    lines += wrap(body.in_language(lang), first=_DEEP, rest=_DEEP) if body else []
    if letter.answered:
        lines += said(lang, letter.answered_by or Message.of("plain.answered"), indent=_DEEP)
    elif letter.answer_by is not None and not letter.answers:
        lines += said(lang, Message.of("letter.not_ours"), indent=_DEEP)
    elif letter.answer_by is not None and letter.answer_by >= now:
        due = "plain.answer_today" if letter.answer_by == now else "plain.answer_by"
        lines += said(lang, Message.of(due, turn=letter.answer_by), indent=_DEEP)
        chances = chances_of(letter)
        lines += said(lang, chances, indent=_DEEP) if chances else []
        code = "letter.on_tray" if letter.on_tray else "letter.answers"
        lines += said(lang, Message.of(code, cards=letter.answers), indent=_DEEP)
    elif letter.answer_by is not None:
        lines += said(lang, Message.of("plain.answer_missed"), indent=_DEEP)
    return lines
