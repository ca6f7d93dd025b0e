"""Objectives and red lines as a team reads them, how they are judged, and how they stand."""

from collections.abc import Mapping

from engine.game.ending import Aim
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.needs import in_words, of_story
from engine.game.view import Gauge
from engine.game.words import STAGES, meter_name
from engine.kernel.expressions import evaluate
from engine.kernel.state import State
from engine.language.messages import Message, Words
from engine.scenario.cast import RedLine
from engine.scenario.expressions import Expression
from engine.scenario.names import Address, resolve

Gauges = Mapping[str, Gauge]
"""The gauges of a team by the name of their meter."""
TENTH = 0.1


def objectives(knows: Knowledge, team: str, reached: Mapping[str, bool], gauges: Gauges) -> tuple[Aim, ...]:
    """The objectives of a team, each with its measure in words and where it stands; `reached` at ENDEX."""
    scenario = knows.match.scenario
    return tuple(
        Aim(
            aim.text,
            round(aim.points),
            reached.get(name),
            in_words(scenario, aim.when, team, knows.stories),
            _now(knows, team, aim.when, gauges),
            not reached and knows.judges(aim.when, team) and _holds(knows.match, team, name),
            knows.match.edition.lines.of(("teams", team, "objectives", name, "points")),
        )
        for name, aim in scenario.teams[team].objectives.items()
    )


def red_lines(knows: Knowledge, team: str) -> tuple[Aim, ...]:
    """The red lines of a team; their points are the cap of its side. A crossed one is told once it may be known."""
    match = knows.match
    lines = match.scenario.teams[team].red_lines
    crossed = crossed_lines(match, match.state, team)
    told = {name for name in lines if match.ended or (name in crossed and knows.judges(lines[name].when, team))}
    return tuple(
        Aim(
            line.text,
            round(line.cap),
            name in crossed if name in told else None,
            None,
            (),
            written=match.edition.lines.of(("teams", team, "red_lines", name, "cap")),
        )
        for name, line in lines.items()
    )


def newly_crossed(knows: Knowledge, before: State, after: State) -> tuple[RedLine, ...]:
    """The red lines of its own that the team crossed between two states, as far as it may know; the public none."""
    match, team = knows.match, knows.team
    if team is None:
        return ()
    lines = match.scenario.teams[team].red_lines
    new = crossed_lines(match, after, team) - crossed_lines(match, before, team)
    return tuple(lines[name] for name in sorted(new) if knows.judges(lines[name].when, team))


def crossed_lines(match: Match, state: State, team: str) -> set[str]:
    """The ids of the red lines that a team has crossed in a state."""
    names = match.book.scoring.red_lines.names
    return {name for index, (owner, name) in enumerate(names) if owner == team and state.crossed[0, index]}


def _holds(match: Match, team: str, wanted: str) -> bool:
    """Whether an objective would be reached if the exercise ended now."""
    book = match.book
    place = book.teams.index(team)
    of_team = ((owner, name, condition) for owner, name, condition, _ in book.scoring.objectives)
    condition = next(condition for owner, name, condition in of_team if (owner, name) == (place, wanted))
    return bool(evaluate(book.expressions[condition], match.state)[0])


def _now(knows: Knowledge, team: str, when: Expression, gauges: Gauges) -> tuple[Message, ...]:
    scenario = knows.match.scenario
    addresses = dict.fromkeys(resolve(scenario, name.parts, team) for name in when.names())
    found = (_value(knows, address, gauges, when.numbers()) for address in addresses if address is not None)
    return tuple(message for message in found if message is not None)


def _value(knows: Knowledge, address: Address, gauges: Gauges, bounds: frozenset[float]) -> Message | None:
    """What a name of a condition stands at, as far as the team may know."""
    match, (kind, name) = knows.match, (address.kind, address.name)
    scenario, state = match.scenario, match.state
    if kind == "flag" and knows.tells(address):
        raised = bool(state.flags[0, sorted(scenario.flags).index(name)])
        return Message.of("aim.so" if raised else "aim.not_so", name=scenario.flags[name].name)
    if kind == "stage" and knows.tells(address):
        place = int(state.stage[0, match.book.narratives.index(name)])
        return of_story(scenario, "need.stage", name, knows.stories, stage=STAGES[place])
    if kind == "meter" and knows.reads(name):
        value = float(state.meters[0, match.book.meters.index(name)])
        return _exactly(meter_name(scenario, name), value, bounds)
    if kind == "meter" and name in gauges:
        gauge = gauges[name]
        return Message.of("aim.poll", name=gauge.name, value=gauge.value, error=gauge.error or 0)
    return None


def _exactly(name: Words, value: float, bounds: frozenset[float]) -> Message:
    """Say a value in whole numbers, unless it would look equal to a number of the condition that it is not."""
    if not any(round(value) == bound != value for bound in bounds):
        return Message.of("aim.value", name=name, value=value)
    told = round(value, 1)
    if told in bounds:  # by less than half a tenth: it is told as lying on its own side
        told += TENTH if value > told else -TENTH
    return Message.of("aim.value_finely", name=name, value=told)
