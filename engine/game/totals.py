"""How the scores at ENDEX are made of their parts, line by line: those of teams, of sides, and of all together."""

from collections.abc import Iterator

import numpy as np

from engine.game.aims import crossed_lines
from engine.game.ending import Step
from engine.game.match import Match
from engine.game.reckoning import figure, step, total
from engine.kernel.score import GRADES, PARTS, Scores
from engine.language.messages import Message
from engine.text import Text


def of_team(match: Match, scored: Scores, team: str) -> tuple[Step, ...]:
    """Return how a team's score is made of its parts and its objectives."""
    place = match.book.teams.index(team)
    side, objectives = match.scenario.teams[team].side, float(scored.objectives[0, place])
    parts = {name: float(scored.parts[name][0, place]) for name in PARTS}
    steps = [step(_named(name), value) for name, value in parts.items() if not np.isnan(value)]
    steps.append(total("reckon.own", float(scored.own[0, place])))
    if not np.isnan(objectives):
        steps.append(step(_named("objectives"), objectives))
        steps.append(total("reckon.raw", float(scored.raw[0, place])))
    return (*steps, *_capped(match, side), _shown(float(scored.team[0, place])))


def of_side(match: Match, scored: Scores, side: str) -> tuple[Step, ...]:
    """Return how a side's score is made of those of its teams."""
    own = [team for team, seat in match.scenario.teams.items() if seat.side == side]
    raw = [float(scored.raw[0, match.book.teams.index(team)]) for team in own]
    steps = [step(match.scenario.teams[team].name, value) for team, value in zip(own, raw, strict=True)]
    steps.append(total("reckon.mean", sum(raw) / max(len(raw), 1)))
    return (*steps, *_capped(match, side), _shown(float(scored.side[0, match.book.sides.index(side)])))


def of_all(match: Match, scored: Scores) -> tuple[Step, ...]:
    """Return how the score of the whole table is made of what its teams have in common."""
    means = {name: float(np.nanmean(of)) for name, of in scored.parts.items() if not np.isnan(of).all()}
    weights = {name: match.book.number[f"weight_{name}"] for name in means}
    every = sum(weights.values()) or 1.0
    shares = {name: Message.of("screen.percent", n=round(100 * weight / every)) for name, weight in weights.items()}
    head = Step((Message.of("reckon.means_head"),), (Message.of("reckon.mean"), Message.of("reckon.weight")), "head")
    steps = [head, *(Step((_named(name),), (figure(mean), shares[name])) for name, mean in means.items())]
    steps.append(total("reckon.whole", float(scored.whole[0])))
    caps = (each for side in match.book.sides for each in _capped(match, side))
    grades = tuple(Message.of("reckon.grade", n=least, grade=Text.of(name)) for least, name in GRADES)
    note = Step((Message.of("reckon.grades", grades=grades),), (), "note")
    return (*steps, *caps, _shown(float(scored.table[0])), note)


def _named(part: str) -> Message:
    return Message.of(f"screen.part.{part}")


def _capped(match: Match, side: str) -> Iterator[Step]:
    """The red lines that teams of a side have crossed: none of its scores is above their caps."""
    for team, seat in match.scenario.teams.items():
        for name in sorted(crossed_lines(match, match.state, team)) if seat.side == side else ():
            line = seat.red_lines[name]
            crossed = Message.of("reckon.crossed", team=seat.name, text=line.text)
            yield Step((crossed,), (Message.of("reckon.at_most", n=round(line.cap)),))


def _shown(score: float) -> Step:
    return Step((Message.of("reckon.total"),), (Message.of("screen.moved.value", n=round(score)),), "sum")
