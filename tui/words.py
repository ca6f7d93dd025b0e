"""Chooses words for numbers, the same on every screen: heat, stage, trend, odds, costs and dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text, one_line

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Bulletin, Choice, Letter, Odds, Played, Purse, Risk, SeatLine, View, Words

# From this heat, risk or chance (in percent) on, the word holds.
_HEATS = ((70, "very_hot"), (45, "hot"), (20, "warm"), (0, "quiet"))
_RISKS = ((30, "high"), (12, "raised"), (0, "low"))
_CHANCES = ((85, "almost_certain"), (60, "likely"), (40, "even"), (20, "unlikely"), (0, "remote"))
_STAGES = ("online", "grassroots", "streets")
_TRENDS = {-1: "falling", 0: "steady", 1: "rising"}
CROSSING = {"fact.crosses": "screen.seal.crosses", "fact.may_cross": "screen.seal.may_cross"}
"""What is told of a card that crosses a red line -> what is said of it before sealing."""
SHOWN = 0.05  # smaller amounts would be shown as nothing


def told(lang: str, words: Words) -> str:
    """Return the author's words, or ours, on one line."""
    return one_line(words.in_language(lang) if isinstance(words, Text) else say(lang, words))


def turn_of(view: View, turn: int | None = None) -> Message:
    """Say which turn it is, or another one that is over; turn 0 is before the crisis.

    Where the table does not decide in every turn, say which round it is too.
    """
    at, turns = view.turn if turn is None else turn, view.turns
    if not at:
        return Message.of("screen.turn_before")
    if turn is None and view.rounds < turns and not view.ended:
        return Message.of("screen.round_of", round=view.round, rounds=view.rounds, turn=at, turns=turns)
    return Message.of("screen.turn_of", turn=at, turns=turns)


def turn_name(turn: int) -> Message:
    """Say in which turn something was, or before the crisis; as what is closed, engine.scenario.rounds names it."""
    return Message.of("screen.turn", n=turn) if turn else Message.of("screen.turn_before")


def turn_title(turn: int) -> Message:
    """The same where a line begins."""
    return Message.of("screen.turn_title", n=turn) if turn else Message.of("screen.turn_title_before")


def awaited(letter: Letter, turn: int) -> bool:
    """Whether a letter waits for an answer that this team could give."""
    due = letter.answer_by is not None and letter.answer_by >= turn
    return due and not letter.answered and bool(letter.answers)


def goes_on(bulletin: Bulletin) -> Message | None:
    """Say that the orders of a turn without a decision are those that stand; None where there was a decision."""
    return None if bulletin.decided else Message.of("screen.bulletin.goes_on", turn=bulletin.turn)


def stands_of(choice: Choice) -> Message:
    """Say that an order goes on, and how often it is paid until there is a decision again, or until ENDEX."""
    code = "screen.tray.stands_endex" if choice.until_endex else "screen.tray.stands_for"
    return Message.of(code, n=choice.stands)


def ran_on(view: View) -> Message | None:
    """Say which of the team's orders went on without a decision until now, and have ended, unless laid anew."""
    last = view.bulletins[-1] if view.bulletins else None
    if last is None or last.decided or view.ended:
        return None
    again = {choice.card for choice in view.tray}
    ran = (each.card_name for each in last.orders if each.team == view.team and each.card not in again)
    names = tuple(dict.fromkeys(ran))
    return Message.of("tray.ran_on", cards=names, n=len(names)) if names else None


def doubts_of(view: View) -> list[Message]:
    """Say what speaks for a second look before sealing, the gravest first."""
    crossing = [
        Message.of(CROSSING[fact.code], card=choice.name, line=fact.get("line") or choice.name)
        for choice in view.tray
        for fact in choice.facts
        if fact.code in CROSSING
    ]
    waiting = [letter for letter in view.inbox if awaited(letter, view.turn) and not letter.on_tray]
    return crossing + [
        Message.of("screen.seal.due", letter=letter.name, turn=letter.answer_by or view.turn) for letter in waiting
    ]


def crossed_of(lines: Iterable[Words]) -> list[Message]:
    """Say which red lines of its own a team has crossed."""
    return [Message.of("screen.bulletin.crossed", line=line) for line in lines]


def unreasoned(view: View, code: str = "screen.seal.no_reason") -> list[Message]:
    """Say how many orders lie on the tray without a reason, if some do, and how one is given: by a key or a word."""
    bare = sum(choice.card not in view.rationales for choice in view.tray)
    return [Message.of(code, n=bare)] if bare else []


def moment_of(moment: datetime) -> Message:
    """Say a date and an hour, with the weekday: those of the language, whatever the machine's locale."""
    return Message.of(
        "moment",
        weekday=Message.of(f"weekday.{moment.isoweekday()}"),
        day=moment.day,
        month=Message.of(f"month.{moment.month}"),
        year=moment.year,
        hour=moment.hour,
        minute=moment.minute,
    )


def heat_of(heat: int) -> Message:
    """Say how hot a story is, 0..100."""
    return Message.of(f"heat.{_word(_HEATS, heat)}")


def risk_of(risk: int) -> Message:
    """Say how great the risk of losing control is, in percent of this turn."""
    return Message.of(f"risk.{_word(_RISKS, risk)}")


def without_of(risk: Risk) -> list[Message]:
    """Say what makes the risk, each with the risk that there would be without it: whether that helps or hurts."""
    return [
        Message.of("risk.without_good" if percent > risk.percent else "risk.without", reason=reason, n=percent)
        for reason, percent in risk.without
    ]


def stage_of(stage: int) -> Message:
    """Say how far a story has come: 0 online, 1 grassroots, 2 on the streets."""
    return Message.of(f"stage.{_STAGES[stage]}")


def trend_of(trend: int) -> Message:
    """Say a trend with an arrow and a word: -1, 0 or 1."""
    return Message.of(f"trend.{_TRENDS[trend]}")


def way_of(trend: int) -> Message:
    """Say a trend in a word alone, within a sentence and where signs are read out: -1, 0 or 1."""
    return Message.of(f"way.{_TRENDS[trend]}")


def chance_of(odds: Odds) -> Message:
    """Say the chance of success in one word."""
    if odds.certain:
        return Message.of("chance.certain")
    middle = odds.success if odds.known else (odds.low + odds.high) // 2
    return Message.of(f"chance.{_word(_CHANCES, middle)}")


def short_of(reason: Message) -> Message:
    """Say in a few words why a card cannot be laid: for a column; the whole sentence stands where the card is told."""
    return Message(f"{reason.code}.short", reason.values)


def odds_of(odds: Odds) -> Message:
    """Say the odds: a band until the team has listened, then success, partial success and backfire."""
    word = chance_of(odds)
    if odds.certain:
        return word
    if odds.known:
        return Message.of("odds.known", word=word, success=odds.success, partial=odds.partial, backfire=odds.backfire)
    return Message.of("odds.band", word=word, low=odds.low, high=odds.high)


def odds_were(played: Played, turn: int) -> Message:
    """Say the odds that an order truly had in the turn in which it took effect."""
    return Message.of(
        "why.odds",
        turn=turn_name(turn),
        success=played.success,
        partial=played.partial,
        backfire=played.backfire,
    )


def amount(number: float) -> int | float:
    """Return hours or budget as they are shown: whole without decimals, else to one place."""
    return int(number) if number == int(number) else round(number, 1)


def cost_of(hours: float, budget: float) -> Message:
    """Say what an order takes."""
    return Message.of("cost.both" if budget else "cost.hours", hours=amount(hours), budget=amount(budget))


def spelt_cost(hours: float, budget: float) -> Message:
    """Say it where a card is told in full: the hours are those of all who work in the team, not of the clock."""
    return Message.of("cost.spelt_both" if budget else "cost.spelt", hours=amount(hours), budget=amount(budget))


def left_of(purse: Purse) -> Message:
    """Say what a tray leaves: hours, budget, and how many orders still fit."""
    return Message.of(
        "desks.left", hours=amount(purse.hours_left), budget=amount(purse.budget_left), n=purse.slots_left
    )


def span_of(bulletins: Sequence[Bulletin]) -> Message:
    """Say over which turns numbers are told: the next screen holds the opening of the next turn already."""
    first, last = bulletins[0].turn, bulletins[-1].turn
    if first == last:
        return Message.of("span.turn", turn=turn_name(first)) if first else Message.of("span.before")
    return Message.of("span.turns", first=turn_name(first), last=turn_name(last))


def team_of(line: SeatLine) -> Words:
    """Name a team, and in brackets the people who sit there, where they said what they are called."""
    return Message.of("seat.who", team=line.name, people=line.people) if line.people else line.name


def sits_of(seat: str) -> Message:
    """Say who sits at a team, from how a seat is written: `human`, `bot:NAME`, `empty`."""
    kind, _, bot = seat.partition(":")
    return Message.of("seat.bot", bot=Message(f"bot.{bot}")) if bot else Message(f"seat.{kind}")


def like_of(seat: str) -> Message:
    """Say what the one who sits there is like."""
    return Message.of(f"screen.about.{seat.rpartition(':')[2]}")


def listeners(view: View) -> frozenset[tuple[str, str]]:
    """Return team and card of every order by which the view's team listens."""
    return frozenset((view.team, each.card) for each in view.choices if view.team and each.form == "listen")


def heard_by(played: Played, listening: Collection[tuple[str, str]]) -> bool:
    """Say whether one of these orders, as it came out, lets its team know what people think from the next turn."""
    return (played.team, played.card) in listening and played.outcome in {"success", "partial"}


def _word(steps: tuple[tuple[int, str], ...], number: int) -> str:
    return next((word for least, word in steps if number >= least), steps[-1][1])
