"""The team room as lines: what happened, what is said, how we stand, what we can do and have decided."""

from collections.abc import Callable, Sequence

from engine.game.ending import Aim
from engine.game.view import Gauge, Letter, Story, View
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.plain.cards import Listed, listed, name_of, table_of
from tui.plain.page import INDENT, columns, said, wrap
from tui.talk import said_in
from tui.words import (
    amount,
    cost_of,
    group_of,
    heading_of,
    heat_of,
    learnt_of,
    moment_of,
    odds_of,
    risk_of,
    stage_of,
    stands_of,
    told,
    trend_of,
    turn_of,
    turn_title,
    value_of,
)

_DEEP = "    "
_HOTTEST = 5  # what is read from the back of a room is little
_GROUPS = ("team", "opinion", "mission", "others", "world")


def situation(view: View, lang: str) -> list[str]:
    """Say where we are in the exercise, and what the day is about."""
    head = Message.of("plain.moment", turn=turn_of(view), moment=moment_of(view.moment))
    which = say(lang, head)
    lines = wrap(which[:1].upper() + which[1:], first=INDENT, rest=INDENT) + said(lang, *view.situation)
    return lines + (wrap(view.peacetime.in_language(lang)) if view.peacetime else [])


def in_the_open(view: View, lang: str) -> list[str]:
    """Say in few words what everybody may know: where we are, and the hottest stories."""
    told = sorted((story for story in view.stories if story.heat), key=lambda story: -story.heat)[:_HOTTEST]
    return situation(view, lang) + [line for story in told for line in story_line(story, lang)]


def brief(view: View, lang: str) -> list[str]:
    """Give the team's brief."""
    return wrap(view.brief.in_language(lang)) if view.brief else []


def inbox(view: View, lang: str) -> list[str]:
    """Give all that reached the team, newest first."""
    lines = [line for letter in view.inbox for line in _letter(letter, view.turn, lang)]
    return lines or said(lang, Message.of("plain.no_letters"))


def news(view: View, lang: str) -> list[str]:
    """Give what reached the team since its last decision, and how much else there is."""
    letters = [letter for letter in view.inbox if letter.new]
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


def risk(view: View, lang: str) -> list[str]:
    """Give the risk of losing control, with its reasons."""
    if view.risk is None:
        return []
    trend = trend_of(view.risk.trend)
    lines = said(lang, Message.of("plain.risk", risk=view.risk.percent, word=risk_of(view.risk.percent), trend=trend))
    for reason, without in view.risk.without:
        code = "risk.without" if without < view.risk.percent else "risk.without_good"
        lines += said(lang, Message.of(code, reason=reason, n=without), indent=_DEEP)
    return lines


def standing(view: View, lang: str) -> list[str]:
    """Give the risk with its reasons, and every meter that the team may see."""
    return risk(view, lang) + gauges(view, lang)


def gauges(view: View, lang: str, wanted: Callable[[Gauge], bool] = lambda _: True) -> list[str]:
    """Give the meters that are wanted, under the headings of their groups."""
    lines: list[str] = []
    for group in _GROUPS:
        heading = None
        for gauge in view.gauges:
            if gauge.group != group or not wanted(gauge):
                continue
            if heading_of(gauge) != heading:
                heading = heading_of(gauge)
                lines += said(lang, heading)
            lines += _gauge(gauge, view.turn, lang)
    return lines


def cards(view: View, lang: str, kind: str | None = None) -> list[str]:
    """List the cards, all of them or one kind: hard, soft, smart or social."""
    everything = listed(view)
    shown = [card for card in everything if kind in (None, group_of(card.first))]
    if not shown:
        return said(lang, Message.of("plain.no_cards"))
    return [*table_of(shown, lang)[1:], "", *legend(shown, lang)]


def legend(shown: Sequence[Listed], lang: str) -> list[str]:
    """Say what the odds of these cards are, and what the sign before a card means."""
    odds = [choice.odds for card in shown for choice in card.choices if not choice.odds.certain]
    known = any(each.known for each in odds)
    lines = said(lang, Message.of("plain.odds_known" if known else "plain.odds_band")) if odds else []
    if any(choice.answers for card in shown for choice in card.choices):
        lines += said(lang, Message.of("screen.cards.answers"))
    return lines


def tray(view: View, lang: str) -> list[str]:
    """Give the orders laid for this round, and what is left."""
    numbers = {card.first.card: card for card in listed(view)}
    lines: list[str] = []
    for choice in view.tray:
        found = numbers.get(choice.card)
        row = (
            (name_of(choice, lang), 32),
            (say(lang, cost_of(choice.hours, choice.budget)), 15),
            (say(lang, odds_of(choice.odds)), 25),
        )
        stands = said(lang, stands_of(choice), indent=_DEEP) if choice.stands else []
        if reason := view.grounds.get(choice.card):
            stands += said(lang, Message.of("tray.because", text=reason), indent=_DEEP)
        lines += [*columns(row, first=f"{found.number if found else '':>2}  "), *stands]
    if view.returned:
        lines += said(lang, Message.of("tray.returned", cards=view.returned))
    return (lines or said(lang, Message.of("plain.tray_empty"))) + said(lang, left(view)) + forecast(view, lang)


def forecast(view: View, lang: str) -> list[str]:
    """Ask what the team may forecast this round, or give its answer."""
    if view.question is None:
        return said(lang, Message.of("forecast.none"))
    asked = Message.of("forecast.ask", question=view.question)
    given = [] if view.foreseen is None else said(lang, Message.of("forecast.given", n=view.foreseen))
    return said(lang, asked) + given


def left(view: View) -> Message:
    """Say how many hours and how much budget are left, and how many orders still fit."""
    purse = view.purse
    return Message.of(
        "plain.left",
        hours_left=amount(purse.hours_left),
        hours=amount(purse.hours),
        budget_left=amount(purse.budget_left),
        budget=amount(purse.budget),
        slots=Message.of("plain.slots", n=purse.slots_left),
    )


def objectives(view: View, lang: str) -> list[str]:
    """Give what the team wants, and what it must not do."""
    if not (view.objectives or view.red_lines):
        return said(lang, Message.of("plain.no_objectives"))
    lines = said(lang, Message.of("plain.objectives")) if view.objectives else []
    lines += [line for aim in view.objectives for line in _aim("plain.aim", aim, lang)]
    if view.red_lines:
        lines += said(lang, Message.of("plain.red_lines"))
        lines += [line for aim in view.red_lines for line in _aim("plain.aim_line", aim, lang)]
    return lines


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
    lines += wrap(letter.text.in_language(lang), first=_DEEP, rest=_DEEP)
    if letter.answered:
        lines += said(lang, letter.answered_by or Message.of("plain.answered"), indent=_DEEP)
    elif letter.answer_by is not None and not letter.answers:
        lines += said(lang, Message.of("letter.not_ours"), indent=_DEEP)
    elif letter.answer_by is not None and letter.answer_by >= now:
        due = "plain.answer_today" if letter.answer_by == now else "plain.answer_by"
        lines += said(lang, Message.of(due, turn=letter.answer_by), indent=_DEEP)
        code = "letter.on_tray" if letter.on_tray else "letter.answers"
        lines += said(lang, Message.of(code, cards=letter.answers), indent=_DEEP)
    elif letter.answer_by is not None:
        lines += said(lang, Message.of("plain.answer_missed"), indent=_DEEP)
    return lines


def story_line(story: Story, lang: str) -> list[str]:
    """Give a story without what it says."""
    marks = [
        Message.of(f"story.{word}") for word in ("hurts_us", "helps_us", "blocked", "answered") if getattr(story, word)
    ]
    head = Message.of(
        "plain.story",
        name=story.name,
        word=heat_of(story.heat),
        heat=story.heat,
        trend=trend_of(story.trend),
        stage=stage_of(story.stage),
    )
    return said(lang, head) + (said(lang, Message.of("plain.marks", marks=tuple(marks)), indent=_DEEP) if marks else [])


def _story(story: Story, lang: str) -> list[str]:
    return story_line(story, lang) + (wrap(story.text.in_language(lang), first=_DEEP, rest=_DEEP) if story.text else [])


def _gauge(gauge: Gauge, now: int, lang: str) -> list[str]:
    row = [
        (told(lang, gauge.name), 38),
        (say(lang, value_of(gauge)), 14),
        (say(lang, trend_of(gauge.trend)), 20),
    ]
    if gauge.error is not None and gauge.as_of < now:
        row[2] = (say(lang, learnt_of(gauge)), 20)
    return columns(row, first=_DEEP)


def _aim(code: str, aim: Aim, lang: str) -> list[str]:
    lines = wrap(say(lang, Message.of(code, text=aim.text, n=aim.points)), first="  - ", rest=_DEEP)
    lines += said(lang, Message.of("aim.measure", measure=aim.measure), indent=_DEEP) if aim.measure else []
    lines += said(lang, Message.of("aim.now", values=aim.now), indent=_DEEP) if aim.now else []
    return lines + (said(lang, Message.of("plain.crossed"), indent=_DEEP) if aim.reached else [])
