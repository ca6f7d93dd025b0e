"""How meters ran over the turns, as a team knew them: what the plots and their tables are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from engine.game.gauges import poll_error, published_error
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.published import published
from engine.game.risk_view import risk_in
from engine.game.view import Curve, Gauge, Point, Poll, Story
from engine.game.words import meter_name
from engine.kernel.state import State
from engine.language.messages import Message
from engine.text import Text

RISK = "risk"
PERCENT = Text.of("%")
States = Sequence[tuple[int, State]]
"""Turns, each as it stood for the decision."""


def curves(knows: Knowledge, gauges: Iterable[Gauge], stories: Iterable[Story]) -> tuple[Curve, ...]:
    """Return the risk of the team, the heat of the stories that were told, and every meter that it may know."""
    match, states = knows.match, _states(knows)
    found = []
    if knows.team is not None:
        rolled = [(turn, state) for turn, state in states if turn > 0]
        points = tuple(Point(turn, round(risk_in(match, state, knows.team)), None) for turn, state in rolled)
        found.append(Curve(RISK, Message.of("curve.risk"), points, PERCENT))
    for story in stories:
        meter = f"{story.narrative}.heat"
        found.append(Curve(meter, meter_name(match.scenario, meter), _exact(knows, states, meter)))
    for gauge in gauges:
        points_of = _exact if gauge.error is None else _polled
        found.append(Curve(gauge.meter, gauge.name, points_of(knows, states, gauge.meter), gauge.unit))
    return tuple(replace(curve, ended=match.ended) for curve in found if curve.points)


def polls(match: Match) -> tuple[Poll, ...]:
    """Return what institutes have published of each opinion; at ENDEX beside it what people think in truth."""
    return tuple(
        Poll(
            name=meter_name(match.scenario, meter),
            turn=found[-1][0],
            value=found[-1][1],
            error=published_error(match.book),
            course=tuple(Point(turn, value, published_error(match.book)) for turn, value in found),
            truth=round(float(match.state.meters[0, match.book.meters.index(meter)])) if match.ended else None,
        )
        for meter in (f"{audience}.{side}" for side in match.book.sides for audience in match.scenario.audiences)
        if (found := published(match, meter))
    )


def _states(knows: Knowledge) -> States:
    """Every turn as it stood for the decision; at ENDEX also what came out in the end."""
    match = knows.match
    past = [(played.turn, played.opened) for played in match.history]
    now = match.history[-1].turn + 1 if match.ended and match.history else match.turn
    return [*past, (now, match.state)]


def _exact(knows: Knowledge, states: States, meter: str) -> tuple[Point, ...]:
    place = knows.match.book.meters.index(meter)
    return tuple(Point(turn, round(float(state.meters[0, place])), None) for turn, state in states)


def _polled(knows: Knowledge, states: States, meter: str) -> tuple[Point, ...]:
    """What the team held an opinion to be: a guess, until it listens or asks, or reads what was published."""
    book, polls = knows.match.book, published(knows.match, meter)
    if knows.team is None:
        error = published_error(book)
        return tuple(Point(turn, value, error) for turn, value in polls)
    column, team = book.meters.index(meter) - book.at.opinion.start, book.teams.index(knows.team or "")
    audience = column // len(book.sides)
    points = []
    for turn, state in states:
        error = poll_error(book, turn, int(state.polled[0, team, audience]))
        own = Point(turn, round(float(state.polls[0, team, column])), error)
        read = [Point(turn, value, poll_error(book, turn, then)) for then, value in polls if then <= turn]
        points.append(min([own, *read[-1:]], key=_error))
    return tuple(points)


def _error(point: Point) -> int:
    return point.error or 0
