"""What somebody who comes late must know in a minute: who we are, what happened, what is due, how we stand, our aims.

It is made of the team's own view and its own bulletins, and of nothing else.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.game.view import Bulletin, Played, View, Words
from engine.language.messages import Message
from tui.gauges import value_of
from tui.widgets.names import ours
from tui.words import amount, risk_of, turn_title, way_of

EVENTS, GAUGES, AIMS, DUE = 5, 2, 3, 3
"""So many of each are told."""
LETTERS = 2
"""Of the events, so many letters at least."""
STRUCK = 1000.0
"""What it weighs that a team lost control, beside orders and letters, which weigh what they moved."""
FELL_SHORT = {"partial", "backfire", "kept_waiting"}
"""What may come of an order that did not all that it was laid for."""
OF_LETTERS = {"cause.inject", "cause.inject_because"}
"""Reasons that name the letter by which a meter was moved."""

Part = tuple[Message, list[Words]]


def in_a_minute(view: View, past: Sequence[Bulletin]) -> list[Part]:
    """Return the heads, each with its lines; `past` are the team's bulletins of every turn that is over."""
    who: list[Words] = [Message.of("newcomer.we", team=view.called, side=view.side_name or view.title)]
    if view.brief:
        who.append(view.brief)
    return [
        (Message.of("newcomer.who"), who),
        (Message.of("newcomer.so_far"), so_far(view, past)),
        (Message.of("newcomer.due"), _due(view)),
        (Message.of("newcomer.stand"), [_standing(view)]),
        (Message.of("newcomer.want"), [aim.text for aim in view.objectives[:AIMS]]),
    ]


def so_far(view: View, past: Sequence[Bulletin]) -> list[Words]:
    """Return what weighed most, in the order in which it happened.

    The red lines that the team has crossed go before all else: they cap its score to the end. The letters that moved
    most are always among it, and of the team's own orders since the crisis began the one that did, and the one among
    those that fell short: where one team after the other loses control, that is not all that there is to know, nor is
    what worked.
    """
    letters = sorted(_letters(view), key=_heaviest)
    ours = [event for each in past for event in _orders(each, view.team) if event.ours]
    own = sorted(ours, key=lambda event: (not event.turn, event.asks, _heaviest(event)))
    others = [event for each in past for event in (*_struck(each), *_orders(each, view.team)) if not event.ours]
    short = [event for event in own[1:] if event.short][: 0 if own and own[0].short else 1]
    crossed = [event for each in past for event in _crossed(each)]
    must = [*crossed, *letters[:LETTERS], *own[:1], *short][:EVENTS]
    rest = sorted((*letters[LETTERS:], *(each for each in own[1:] if each not in short), *others), key=_heaviest)
    told = sorted((*must, *rest[: EVENTS - len(must)]), key=lambda event: event.turn)
    return [event.words for event in told] or [Message.of("newcomer.nothing")]


class Event(NamedTuple):
    """What happened in a turn: how much it moved, and its words.

    `ours` says whether it is the reader's own order, `asks` whether that only buys a poll, `short` whether it fell
    short.
    """

    turn: int
    weight: float
    words: Message
    ours: bool = False
    asks: bool = False
    short: bool = False


def _heaviest(event: Event) -> tuple[float, int]:
    """Sort by what moved most; of equals the latest comes first."""
    return -event.weight, -event.turn


def _letters(view: View) -> Iterable[Event]:
    """Yield the letters, each with what it moved as far as the team has seen."""
    moved: dict[object, float] = {}
    for change in (change for course in view.history.values() for _, change in course):
        for reason in change.reasons:
            if reason.cause.code in OF_LETTERS:
                name = dict(reason.cause.values)["inject"]
                moved[name] = moved.get(name, 0.0) + abs(reason.amount)
    for letter in view.inbox:
        words = Message.of("newcomer.letter", turn=turn_title(letter.turn), name=letter.name)
        yield Event(letter.turn, moved.get(letter.name, 0.0), words)


def _struck(bulletin: Bulletin) -> Iterable[Event]:
    for each in bulletin.struck:
        words = Message.of("newcomer.struck", turn=turn_title(bulletin.turn), team=each.team)
        yield Event(bulletin.turn, STRUCK, words)


def _crossed(bulletin: Bulletin) -> Iterable[Event]:
    for line in bulletin.crossed:
        yield Event(bulletin.turn, STRUCK, Message.of("newcomer.crossed", turn=turn_title(bulletin.turn), line=line))


def _orders(bulletin: Bulletin, own: str | None) -> Iterable[Event]:
    for order in bulletin.orders:
        words, short = _order(bulletin.turn, order, own), order.outcome in FELL_SHORT
        yield Event(bulletin.turn, order.weight, words, order.team == own, order.asks, short)


def _order(turn: int, order: Played, own: str | None) -> Message:
    outcome = Message.of(f"outcome.{order.outcome}")
    if order.team == own:
        return Message.of("newcomer.own", turn=turn_title(turn), card=order.card_name, outcome=outcome)
    return Message.of(
        "newcomer.other", turn=turn_title(turn), team=order.team_name, card=order.card_name, outcome=outcome
    )


def _standing(view: View) -> Message:
    parts: list[Message] = []
    if view.risk is not None:
        trend = way_of(view.risk.trend)
        parts.append(Message.of("newcomer.risk", risk=view.risk.percent, word=risk_of(view.risk.percent), trend=trend))
    for each in view.gauges[:GAUGES]:
        name = ours(each.name) if each.group == "team" else each.name
        parts.append(Message.of("newcomer.gauge", name=name, value=value_of(each)))
    return Message.of("newcomer.standing", parts=tuple(parts))


def _due(view: View) -> list[Words]:
    waiting = [letter for letter in view.inbox if letter.answer_by is not None and not letter.answered]
    open_ones = sorted((each for each in waiting if (each.answer_by or 0) >= view.turn), key=lambda each: each.turn)
    due = [Message.of("newcomer.answer", name=each.name, turn=each.answer_by or 0) for each in open_ones[:DUE]]
    purse = Message.of("newcomer.purse", hours=amount(view.purse.hours_left), budget=amount(view.purse.budget_left))
    return [*(due or [Message.of("newcomer.nothing_due")]), purse]
