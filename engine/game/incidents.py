"""What happened when control was lost. The rules roll that it was; this tells what it looked like, and moves nothing.

Everybody sees the incident. It follows from what is open to everybody, where the story is told and a die of its own, so
that it gives nothing away; what weighed most on the team itself is said to the team alone.
"""

import numpy as np

from engine.game.course import Turn
from engine.game.faced import rolled_in
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.risk_view import made_of, weighing
from engine.game.view import Struck
from engine.kernel import chance
from engine.kernel.kinds import NONE
from engine.kernel.standing import hottest
from engine.language.messages import Message

ONLINE = ("hashtag", "rogue_post", "leak")
STREET = ("crowd", "leak", "ally")
PUBLIC = ("crowd", "ally")
BY_STAGE = (ONLINE, STREET, PUBLIC)
UNTOLD = ("rogue_post", "leak")
"""Where no story hurts the side."""


def incidents(knows: Knowledge, played: Turn) -> tuple[Struck, ...]:
    """Return what happened in a turn to each team that lost control, in order of ids."""
    match = knows.match
    struck = (team for place, team in enumerate(match.book.teams) if played.after.struck[0, place])
    return tuple(_incident(knows, played, team) for team in struck)


def _incident(knows: Knowledge, played: Turn, team: str) -> Struck:
    match = knows.match
    told = team == knows.team or match.ended
    weighed = weighing(made_of(match, rolled_in(match, played))[team])[:1] if told else ()
    return Struck(match.scenario.teams[team].name, incident(match, played, team), weighed)


def incident(match: Match, played: Turn, team: str) -> Message:
    """Return what happened to a team that lost control in a turn."""
    state, side = played.after, match.book.sides.index(match.scenario.teams[team].side)
    story = int(hottest(match.book, state).story[0, side])
    if story == NONE or not state.meters[0, match.book.at.heat.start + story]:
        return Message.of(f"struck.{_drawn(match, played.turn, team, UNTOLD)}")
    kind = _drawn(match, played.turn, team, BY_STAGE[int(state.stage[0, story])])
    written = match.scenario.narratives[match.book.narratives[story]]
    return Message.of(f"struck.{kind}", story=written.name)


def _drawn(match: Match, turn: int, team: str, kinds: tuple[str, ...]) -> str:
    face = np.array([chance.face("incident", team)], dtype=np.uint64)
    return kinds[int(chance.roll(match.key(turn), face)[0]) % len(kinds)]
