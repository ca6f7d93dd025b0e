"""The inbox of a team: injects as they reached it, which answers are expected, and which cards would give them."""

from collections.abc import Iterator

import numpy as np

from engine.game.bulletins import known_orders
from engine.game.knowledge import Knowledge, orders_of
from engine.game.match import Match
from engine.game.view import Letter
from engine.language.messages import Message

SLIP = "slip"
"""How the key of a letter begins that is a private note; with the sign after it, no inject is called so."""


def inbox(knows: Knowledge) -> tuple[Letter, ...]:
    """Letters that the team has received, the latest first; of a turn, private notes before all others."""
    fired = knows.match.state.fired[0]
    latest_first = np.argsort(-fired, kind="stable").tolist()
    places = [place for place in latest_first if fired[place] and knows.receives(knows.match.book.msel[place])]
    letters = [*_slips(knows), *(_letter(knows, place, int(fired[place])) for place in places)]
    return tuple(sorted(letters, key=lambda letter: -letter.turn))


def due(match: Match, letters: tuple[Letter, ...]) -> frozenset[str]:
    """Cards that would answer a letter whose answer is due."""
    found: set[str] = set()
    for letter in letters:
        inject = match.scenario.injects.get(letter.inject)
        expects = inject.expects if inject else None
        if expects is not None and letter.answer_by and letter.answer_by >= match.turn and not letter.answered:
            found |= set(expects.any)
    return frozenset(found)


def _slips(knows: Knowledge) -> Iterator[Letter]:
    """Yield the private notes that were passed to the team, each as a letter of the turn after that of its order."""
    match, scenario = knows.match, knows.match.scenario
    for played in match.history if knows.team else ():
        for order in orders_of(match, played) if played.decided else ():
            card, turn = scenario.cards[order.card], min(played.turn + 1, scenario.clock.turns)
            if card.form == "slip" and order.target == knows.team:
                yield Letter(
                    inject=f"{SLIP}/{played.turn}/{order.team}/{order.card}",
                    turn=turn,
                    moment=scenario.clock.moment(turn),
                    name=card.name,
                    sender=scenario.teams[order.team].name,
                    text=match.papers.slips.get((played.turn, order.team, order.card), card.text or card.name),
                    new=turn > _last(match),
                    answer_by=None,
                    answered=False,
                    answered_by=None,
                    answers=(),
                    on_tray=False,
                )


def _last(match: Match) -> int:
    """Return the turn of the last decision."""
    return max((played.turn for played in match.history if played.decided), default=0)


def _letter(knows: Knowledge, place: int, turn: int) -> Letter:
    match, scenario = knows.match, knows.match.scenario
    name = match.book.msel[place]
    inject = scenario.injects[name]
    hand = scenario.teams[knows.team].holds if knows.team else []
    answers = [card for card in inject.expects.any if card in hand] if inject.expects else []
    tray = match.tray(knows.team) if knows.team else ()
    answer, deadline = _answer(knows, name, turn), _deadline(match, place, turn)
    return Letter(
        inject=name,
        turn=turn,
        moment=scenario.clock.moment(turn),
        name=inject.name,
        sender=inject.said_by,
        text=inject.text,
        new=turn > _last(match),
        answer_by=deadline or None,
        answered=answer is not None,
        answered_by=answer,
        answers=tuple(scenario.cards[card].name for card in answers),
        on_tray=any(order.card in answers for order in tray),
        decided=_decided(match, deadline),
    )


def _decided(match: Match, until: int) -> tuple[int, ...]:
    """Return the turns after the present one, up to a last one, in which the table decides, unless it is every turn."""
    later = tuple(turn for turn in match.later if turn <= until)
    return () if len(later) == until - match.turn else later


def _deadline(match: Match, place: int, turn: int) -> int:
    """Return the last turn to answer an inject that fired in `turn`, 0 for none: by each pace as long as it is kept.

    Where a pace began with a turn that is past it already, that turn is the last.
    """
    deadlines, first = match.book.injects.deadline, 0
    for pace, until in (*match.former, (match.pace, match.turn)):
        last = int(deadlines[pace][place, turn])
        if last <= until:
            return max(last, first) if last else 0
        first = until + 1
    return max(int(deadlines[match.next_pace or match.pace][place, turn]), first)


def _answer(knows: Knowledge, inject: str, fired: int) -> Message | None:
    """Return the order by which somebody addressed has answered, as far as the team can tell; None where nobody has."""
    match = knows.match
    written = match.scenario.injects[inject]
    expects = written.expects
    if expects is None:
        return None
    known = ((turn, order) for turn in match.history if turn.turn >= fired for order in known_orders(knows, turn))
    for turn, order in known:
        if order.card in expects.any and written.reaches(order.team):
            card = match.scenario.cards[order.card].name
            if order.team == knows.team:
                code = "letter.by_us" if turn.decided else "letter.by_standing"
                return Message.of(code, card=card, turn=turn.turn)
            return Message.of("letter.by_team", team=match.scenario.teams[order.team].name, card=card, turn=turn.turn)
    return None
