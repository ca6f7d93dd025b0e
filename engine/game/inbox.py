"""The inbox of a team: injects as they reached it, which answers are expected, and which cards would give them."""

import numpy as np

from engine.game.bulletins import known_orders
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.view import Letter
from engine.language.messages import Message


def inbox(knows: Knowledge) -> tuple[Letter, ...]:
    """Letters that the team has received, the latest first."""
    fired = knows.match.state.fired[0]
    latest_first = np.argsort(-fired, kind="stable").tolist()
    places = [place for place in latest_first if fired[place] and knows.receives(knows.match.book.msel[place])]
    return tuple(_letter(knows, place, int(fired[place])) for place in places)


def due(match: Match, letters: tuple[Letter, ...]) -> frozenset[str]:
    """Cards that would answer a letter whose answer is due."""
    found: set[str] = set()
    for letter in letters:
        expects = match.scenario.injects[letter.inject].expects
        if expects is not None and letter.answer_by and letter.answer_by >= match.turn and not letter.answered:
            found |= set(expects.any)
    return frozenset(found)


def _letter(knows: Knowledge, place: int, turn: int) -> Letter:
    match, scenario = knows.match, knows.match.scenario
    name = match.book.msel[place]
    inject = scenario.injects[name]
    last = max((played.turn for played in match.history if played.decided), default=0)
    hand = scenario.teams[knows.team].holds if knows.team else []
    answers = [card for card in inject.expects.any if card in hand] if inject.expects else []
    tray = match.tray(knows.team) if knows.team else ()
    answer = _answer(knows, name, turn)
    return Letter(
        inject=name,
        turn=turn,
        moment=scenario.clock.moment(turn),
        name=inject.name,
        sender=inject.sender,
        text=inject.text,
        new=turn > last,
        answer_by=int(match.book.injects.deadline[match.pace][place, turn]) or None,
        answered=answer is not None,
        answered_by=answer,
        answers=tuple(scenario.cards[card].name for card in answers),
        on_tray=any(order.card in answers for order in tray),
    )


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
