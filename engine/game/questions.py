"""What teams are asked to forecast: one question a round, about what no screen prints, answered by what all can see.

Questions come from the public state, from what usually comes of it, and from dice of their own. They move nothing, and
count in the review alone.
"""

from typing import Literal

import numpy as np

from engine.game.course import Turn
from engine.game.ending import Forecast
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.papers import Question
from engine.game.usual import usual
from engine.game.words import meter_name
from engine.kernel import chance
from engine.kernel.state import State
from engine.language.messages import Message

LEAST, MOST = 0.25, 0.8
"""How often what is asked must come about, and may, in exercises of bots that stood alike; our choice."""
AIMS = (0.4, 0.5, 0.6, 0.7)
"""One of these shares is aimed at, so that no answer is always the best one; most steps fall short of it."""
TOP = 2
"""The highest stage of a story."""

Kind = Literal["hotter", "cooler", "rises", "falls"]


def asked_now(match: Match, team: str) -> Question | None:
    """Return what a team is asked in the open turn; once it has answered, that and nothing else."""
    return match.papers.asked.get((match.turn, team)) or question(match, team, match.state)


def ask(match: Match, team: str) -> None:
    """Keep what a team is asked in the open turn, since it answers now."""
    asked = asked_now(match, team)
    if asked is not None:
        match.papers.asked[match.turn, team] = asked


def question(match: Match, team: str, state: State) -> Question | None:
    """Return what a team is asked in a state, from what everybody knows; None where nothing fair can be asked."""
    key = chance.turn_keys(chance.games(match.seed, 0, 1), state.turn)
    faces = np.array([chance.face(purpose, team) for purpose in ("question", "question_aim")], dtype=np.uint64)
    die, aim = (int(each) for each in chance.roll(key, faces))
    asked = _candidates(match, team, state, AIMS[aim % len(AIMS)])
    return asked[die % len(asked)] if asked else None


def words(match: Match, asked: Question, *, last: bool) -> Message:
    """Return the question in words; `last` if the table decides no more, so that it is answered at ENDEX."""
    scenario, step, until = match.scenario, round(asked.step), "endex" if last else "next"
    when = Message(f"question.at_{until}")
    if asked.kind == "struck":
        side = scenario.sides[asked.about].name
        return Message.of("question.struck", side=side, when=Message(f"question.before_{until}"))
    if asked.kind in {"rises", "falls"}:
        return Message.of(f"question.{asked.kind}", meter=meter_name(scenario, asked.about), step=step, when=when)
    return Message.of(f"question.{asked.kind}", story=scenario.narratives[asked.about].name, n=step, when=when)


def forecasts(match: Match, team: str) -> tuple[Forecast, ...]:
    """Return what a team has forecast so far, each with whether it came about once that is known."""
    found = []
    for place, played in enumerate(match.history):
        percent = match.papers.foresights.get((played.turn, team))
        asked = match.papers.asked.get((played.turn, team))
        if percent is not None and asked is not None:
            to_come = match.decisions_left and not match.ended
            last = not (to_come or any(later.decided for later in match.history[place + 1 :]))
            said = words(match, asked, last=last)
            found.append(Forecast(played.turn, said, percent, *_outcome(match, place, asked)))
    return tuple(found)


def _candidates(match: Match, team: str, state: State, aim: float) -> list[Question]:
    """Everything that could be asked, in order of ids; nothing of it depends on who asks but the side left out."""
    book, meters, bots = match.book, state.meters[0], usual(match.origin)
    found: list[Question] = []
    for place, story in enumerate(book.narratives):
        heat = float(meters[book.at.heat.start + place])
        if heat < 1:
            continue
        found += _moves(match, state, f"{story}.heat", ("hotter", "cooler"), aim)
        if state.stage[0, place] < TOP and _fair(bots.climbs(state.turn, story, int(state.stage[0, place]), heat)):
            found.append(Question("climbs", story))
    public = Knowledge(match, None)
    for name in sorted(match.scenario.meters):
        if match.scenario.meters[name].known_to == "public" and public.reads(name):
            found += _moves(match, state, name, ("rises", "falls"), aim)
    own = match.scenario.teams[team].side
    struck = [side for side in book.sides if side != own and _fair(bots.strikes(state.turn, side))]
    return found + [Question("struck", side) for side in struck]


def _moves(match: Match, state: State, meter: str, kinds: tuple[Kind, Kind], aim: float) -> list[Question]:
    """Ask whether a meter moves up, and down, each by a step that is as likely as `aim` wants it, if one is fair."""
    book, at = match.book, match.book.meters.index(meter)
    now, about = float(state.meters[0, at]), meter.removesuffix(".heat")
    moved = usual(match.origin).moves(state.turn, meter, now)
    room = (float(book.high[at]) - now, now - float(book.low[at]))
    found = []
    for kind, up, most in zip(kinds, (moved, -moved), room, strict=True):
        steps = [step for step in np.unique(up).tolist() if 1 <= step <= most]
        shares = {step: float(np.mean(up >= step)) for step in steps}
        fair = [step for step, share in shares.items() if _fair(share)]
        if fair:
            found.append(Question(kind, about, min(fair, key=lambda step: (abs(shares[step] - aim), step))))
    return found


def _fair(share: float) -> bool:
    return LEAST <= share <= MOST


def _outcome(match: Match, place: int, asked: Question) -> tuple[bool | None, tuple[int, int] | None]:
    """Whether it came about by the next decision, or by ENDEX, and from where to where it moved, as screens print it.

    None where that is open, or where nothing can be counted.
    """
    later = next((at for at in range(place + 1, len(match.history)) if match.history[at].decided), len(match.history))
    if later == len(match.history) and not match.ended and not match.decides:
        return None, None
    turns = match.history[place:later]
    before = turns[0].opened
    now = match.history[later].opened if later < len(match.history) else match.state
    if asked.kind == "struck":
        return _struck(match, turns, asked.about), None
    if asked.kind == "climbs":
        story = match.book.narratives.index(asked.about)
        return bool(now.stage[0, story] > before.stage[0, story]), None
    name = asked.about if asked.kind in {"rises", "falls"} else f"{asked.about}.heat"
    at = match.book.meters.index(name)
    first, last = round(float(before.meters[0, at])), round(float(now.meters[0, at]))
    up = asked.kind in {"hotter", "rises"}
    return (last - first if up else first - last) >= asked.step, (first, last)


def _struck(match: Match, turns: list[Turn], side: str) -> bool:
    own = match.book.team_side == match.book.sides.index(side)
    return any(bool(played.after.struck[0][own].any()) for played in turns)
