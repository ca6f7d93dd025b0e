"""The team room as lines: where we are, how we stand, what we can do and have decided. What is heard is in heard.py."""

from collections.abc import Callable, Sequence

from engine.game.ending import Aim
from engine.game.hand import groups_of
from engine.game.view import Gauge, View
from engine.language.catalogue import say
from engine.language.messages import Message
from tui.gauges import heading_of, is_older, learnt_of, until_means, value_of
from tui.plain.cards import Listed, listed, name_of, table_of
from tui.plain.page import INDENT, columns, said, wrap
from tui.words import (
    amount,
    cost_of,
    moment_of,
    odds_of,
    ran_on,
    risk_of,
    stands_of,
    told,
    turn_of,
    way_of,
    without_of,
)

_DEEP = "    "
_GROUPS = ("team", "opinion", "mission", "others", "world")


def situation(view: View, lang: str) -> list[str]:
    """Say where we are in the exercise, and what the day is about."""
    head = Message.of("plain.moment", turn=turn_of(view), moment=moment_of(view.moment))
    which = say(lang, head)
    lines = wrap(which[:1].upper() + which[1:], first=INDENT, rest=INDENT) + said(lang, *view.situation)
    return lines + (wrap(view.peacetime.in_language(lang)) if view.peacetime else [])


def brief(view: View, lang: str) -> list[str]:
    """Give the team's brief."""
    return wrap(view.brief.in_language(lang)) if view.brief else []


def risk(view: View, lang: str) -> list[str]:
    """Give the risk of losing control, with its reasons."""
    if view.risk is None:
        return []
    trend = way_of(view.risk.trend)
    lines = said(lang, Message.of("plain.risk", risk=view.risk.percent, word=risk_of(view.risk.percent), trend=trend))
    for each in without_of(view.risk):
        lines += said(lang, each, indent=_DEEP)
    return lines


def standing(view: View, lang: str) -> list[str]:
    """Give the risk with its reasons, and every meter that the team may see."""
    return risk(view, lang) + gauges(view, lang)


def gauges(view: View, lang: str, wanted: Callable[[Gauge], bool] = lambda _: True) -> list[str]:
    """Give the meters that are wanted, under the headings of their groups."""
    lines: list[str] = []
    shown = [gauge for gauge in view.gauges if wanted(gauge)]
    for group in _GROUPS:
        heading = None
        for gauge in shown:
            if gauge.group != group:
                continue
            if heading_of(gauge) != heading:
                heading = heading_of(gauge)
                lines += said(lang, heading)
            lines += _gauge(gauge, view.turn, lang)
    return lines + said(lang, *until_means(shown, view.turn, "plain.until_means"))


def cards(view: View, lang: str, kind: str | None = None) -> list[str]:
    """List the cards, all of them or one kind: hard, soft, smart or social."""
    everything = listed(view)
    shown = [card for card in everything if kind in (None, *groups_of(card.first))]
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
        if reason := view.rationales.get(choice.card):
            stands += said(lang, Message.of("tray.because", text=reason), indent=_DEEP)
        if note := view.slips.get(choice.card):
            stands += said(lang, Message.of("tray.slip", text=note), indent=_DEEP)
        lines += [*columns(row, first=f"{found.number if found else '':>2}  "), *stands]
    if view.returned:
        lines += said(lang, Message.of("tray.returned", cards=view.returned))
    ran = ran_on(view)
    ended = said(lang, ran) if ran else []
    return (lines or said(lang, Message.of("plain.tray_empty"))) + ended + said(lang, left(view)) + forecast(view, lang)


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


def _gauge(gauge: Gauge, now: int, lang: str) -> list[str]:
    row = [
        (told(lang, gauge.name), 38),
        (say(lang, value_of(gauge)), 14),
        (say(lang, way_of(gauge.trend)), 20),
    ]
    if gauge.published or is_older(gauge, now):
        row[2] = (say(lang, learnt_of(gauge)), 20)
    return columns(row, first=_DEEP)


def _aim(code: str, aim: Aim, lang: str) -> list[str]:
    lines = wrap(say(lang, Message.of(code, text=aim.text, n=aim.points)), first="  - ", rest=_DEEP)
    lines += said(lang, Message.of("aim.measure", measure=aim.measure), indent=_DEEP) if aim.measure else []
    lines += said(lang, Message.of("aim.met"), indent=_DEEP) if aim.met else []
    lines += said(lang, Message.of("aim.now", values=aim.now), indent=_DEEP) if aim.now else []
    return lines + (said(lang, Message.of("plain.crossed"), indent=_DEEP) if aim.reached else [])
