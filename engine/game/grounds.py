"""What the parts of a score at ENDEX are made of: numbers of the exercise, each with the line that it starts at."""

from collections.abc import Iterable, Iterator, Mapping

from engine.game.ending import Ground
from engine.game.match import Match
from engine.game.starts import start_of
from engine.game.words import meter_name
from engine.scenario.expressions import Expression
from engine.scenario.names import resolve


def grounds(match: Match, team: str) -> Mapping[str, tuple[Ground, ...]]:
    """Return the meters that each part of a team's score is made of; what is made of none is left out."""
    seat = match.scenario.teams[team]
    wanted = [aim.when for aim in seat.objectives.values()]
    made = {
        "opinion": [f"{audience}.{seat.side}" for audience in match.scenario.audiences],
        "relations": relations_of(match, seat.side),
        "integrity": [f"{team}.credibility", "freedom"],
        "mission": list(_named(match, team, [seat.mission] if seat.mission else [])),
        "objectives": list(_named(match, team, wanted)),
    }
    return {part: tuple(_ground(match, each) for each in found) for part, found in made.items() if found}


def relations_of(match: Match, side: str) -> list[str]:
    """Return the meters of a side's relations with the others."""
    return [each for each in match.book.meters if each.startswith("relations.") and side in each.split(".")[1:]]


def _named(match: Match, team: str, lines: Iterable[Expression]) -> Iterator[str]:
    found = dict.fromkeys(resolve(match.scenario, name.parts, team) for line in lines for name in line.names())
    return (each.name for each in found if each is not None and each.kind == "meter")


def _ground(match: Match, meter: str) -> Ground:
    value = round(float(match.state.meters[0, match.book.meters.index(meter)]))
    return Ground(meter, meter_name(match.scenario, meter), value, start_of(match, meter))
