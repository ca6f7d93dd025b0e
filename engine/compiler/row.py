"""An effect row before it becomes a line of the tables, from where it comes, and what the words in it mean."""

from dataclasses import dataclass

from engine.compiler.lines import Path
from engine.kernel.kinds import NONE, Verb
from engine.scenario.scenario import Scenario

LEVELS = {"ministry", "embassy"}
Outcomes = tuple[bool, bool, bool, bool]
"""On which outcomes a row counts; what is kept waiting does only what names it."""
ALL: Outcomes = (True, True, True, False)


@dataclass(frozen=True, slots=True)
class Row:
    """One effect row before it becomes a line of the tables; see `engine.kernel.rulebook.Rows`."""

    verb: Verb
    cause: int
    meter: int = NONE
    number: float = 0.0
    base: int = NONE
    value: int = NONE
    sign: float = 1.0
    scaled: bool = False
    plain: bool = True
    outcomes: Outcomes = ALL
    when: int = NONE
    after: int = 0
    parts: int = 1
    post: int = NONE
    thing: int = NONE
    team: int = NONE
    dated: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """From where an effect comes: the cause it is booked under, whose it is and what was chosen."""

    cause: str
    path: Path
    team: str | None = None
    target: str | None = None
    chosen: str | None = None  # kind of the target
    option: int = NONE
    post: int = NONE  # held card, where parts that are still to arrive must be kept up


def picked(named: str, source: Source) -> str:
    """The id that is meant, where `target` is what was chosen with the order."""
    return source.target or "" if named == "target" else named


def picked_side(scenario: Scenario, named: str, source: Source) -> str:
    """The side that is meant by `own`, by `target` or by its id."""
    if named == "own" and source.team is not None:
        return scenario.teams[source.team].side
    if named == "target" and source.chosen == "team":
        return scenario.teams[source.target or ""].side
    return picked(named, source)


def picked_audiences(scenario: Scenario, named: str, source: Source) -> tuple[str, ...]:
    """The audiences that are meant, in order."""
    return tuple(sorted(scenario.audiences)) if named == "all" else (picked(named, source),)


def later(scenario: Scenario, after: int, source: Source, receiver: str | None) -> int:
    """Turns until it arrives: what passes between a ministry and an embassy of one side takes a turn longer."""
    teams = scenario.teams
    if source.team is None or source.path[0] != "cards" or receiver not in teams:
        return after
    sender, other = teams[source.team], teams[receiver]
    apart = {sender.level, other.level} == LEVELS and sender.side == other.side
    return max(after, 1) + 1 if apart else after
