"""Says what a change of the pace would mean before it is made: which turns are decided then, and what is due when."""

from copy import copy

from engine.game.answers import Refused
from engine.game.conduct import judge
from engine.game.directing import SetPace
from engine.game.inbox import inbox
from engine.game.intents import FACILITATOR
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.view import Letter
from engine.language.messages import Message
from engine.scenario.rounds import Pace


def other_pace(match: Match) -> Pace:
    """Return the pace to which a change leads from the next turn on."""
    return "full" if (match.next_pace or match.pace) == "short" else "short"


def change_of_pace(match: Match) -> Message | None:
    """Say what would come of changing the pace now; None where it cannot be changed."""
    pace = other_pace(match)
    if isinstance(judge(match, FACILITATOR, SetPace(pace)), Refused):
        return None
    then = copy(match)
    then.next_pace = pace
    code = f"pace.to_{pace}" if then.later else "pace.to_none"
    turns = Message.of(code, turns=tuple(then.later), n=len(then.later), before=len(match.later))
    return Message.of("pace.about", turns=turns, due=_due(match, then))


def _due(match: Match, then: Match) -> Message:
    """Say which answers that are waited for now would fall due in another turn, and in which."""
    before, after = _awaited(match), _awaited(then)
    moved = tuple(
        Message.of("pace.due", letter=letter.name, turn=after[name].answer_by or 0, before=letter.answer_by or 0)
        for name, letter in before.items()
        if name in after and after[name].answer_by != letter.answer_by
    )
    return Message.of("pace.moved", letters=moved) if moved else Message.of("pace.none_moved")


def _awaited(match: Match) -> dict[str, Letter]:
    """Return the letters, by inject, that wait for an answer which no team addressed is known to have given."""
    letters = [letter for team in match.scenario.teams for letter in inbox(Knowledge(match, team))]
    answered = {letter.inject for letter in letters if letter.answered}
    return {
        letter.inject: letter
        for letter in letters
        if (letter.answer_by or 0) >= match.turn and letter.inject not in answered
    }
