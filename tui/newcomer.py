"""What somebody who comes late must know in a minute: who we are, what happened, what is due, how we stand, our aims.

It is made of the team's own view and its own bulletins, and of nothing else.
"""

from collections.abc import Iterable, Sequence

from engine.game.view import Bulletin, Letter, Played, View, Words
from engine.language.messages import Message
from tui.gauges import value_of
from tui.widgets.names import ours
from tui.words import amount, risk_of, turn_title, way_of

EVENTS, GAUGES, AIMS, DUE = 4, 2, 3, 3
"""So many of each are told."""
STRUCK, ASKED, TOLD = 1000.0, 20.0, 5.0
"""What an event weighs beside an order, whose weight is what it moved: lost control, an open question, a letter."""

Part = tuple[Message, list[Words]]


def in_a_minute(view: View, past: Sequence[Bulletin]) -> list[Part]:
    """Return the heads, each with its lines; `past` are the team's bulletins of every turn that is over."""
    who: list[Words] = [Message.of("newcomer.we", team=view.team_name or view.title, side=view.side_name or view.title)]
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
    """Return what weighed most, in the order in which it happened."""
    events = [*_letters(view.inbox, view.turn), *(event for bulletin in past for event in _turn(bulletin, view.team))]
    heaviest = sorted(events, key=lambda event: -event[1])[:EVENTS]
    told: list[Words] = [message for _, _, message in sorted(heaviest, key=lambda event: event[0])]
    return told or [Message.of("newcomer.nothing")]


Event = tuple[int, float, Message]
"""Turn, weight, words."""


def _letters(letters: Iterable[Letter], now: int) -> Iterable[Event]:
    for letter in letters:
        asked = letter.answer_by is not None and letter.answer_by >= now and not letter.answered
        yield (
            letter.turn,
            ASKED if asked else TOLD,
            Message.of("newcomer.letter", turn=turn_title(letter.turn), name=letter.name),
        )


def _turn(bulletin: Bulletin, own: str | None) -> Iterable[Event]:
    for team in bulletin.struck:
        yield bulletin.turn, STRUCK, Message.of("newcomer.struck", turn=turn_title(bulletin.turn), team=team.team)
    for order in bulletin.orders:
        yield bulletin.turn, order.weight, _order(bulletin.turn, order, own)


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
