"""What the names in conditions mean: one function, which the checks and the compiler share."""

import keyword
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.scenario.scenario import Scenario

TEAM_METERS = ("credibility", "clarity", "network", "file", "expectation", "backlog", "hours", "budget")
RESERVED = frozenset(
    (
        *keyword.kwlist,
        "turn",
        "own",
        "target",
        "all",
        "any",
        "freedom",
        "relations",
        "hard",
        "soft",
        "true",
        "false",
        "heat",
        "stage",
        "facilitator",
        "channel",
        "mates",
        "comments",
        "file",
        "expectation",
        *TEAM_METERS,
    )
)
"""Words with a meaning of their own, here or to the parser of conditions: no id may be one of them."""


@dataclass(frozen=True, slots=True)
class Address:
    """What a name means.

    `name` is the canonical name of a meter as docs/MODEL.md lists them, the id of a flag, `turn`, or, for a
    stage, the id of the narrative.
    """

    kind: Literal["meter", "flag", "turn", "stage"]
    name: str


def resolve(scenario: Scenario, parts: tuple[str, ...], own: str | None) -> Address | None:
    """Return what a name in a condition means, or None if it means nothing.

    `own` is the team that stands for the word `own`; where no team is meant, None, and then it means nothing.
    """
    match parts:
        case (name,):
            return _single(scenario, name)
        case (first, second):
            return _double(scenario, own if first == "own" else first, second)
        case ("relations", first, second) if first != second and {first, second} <= scenario.sides.keys():
            return Address("meter", relations(first, second))
        case (first, "channel", platform):
            team = own if first == "own" else first
            if team in scenario.teams and platform in scenario.platforms:
                return Address("meter", channel(team, platform))
        case ("hard" | "soft", side, aim) if side != aim and {side, aim} <= scenario.sides.keys():
            return Address("meter", ".".join(parts))
    return None


def relations(first: str, second: str) -> str:
    """Return the name of the meter of relations between two sides."""
    return ".".join(("relations", *sorted((first, second))))


def channel(team: str, platform: str) -> str:
    """Return the name of the meter of a team's skill on a platform."""
    return f"{team}.channel.{platform}"


def of_team(scenario: Scenario, team: str) -> Iterator[str]:
    """Yield the names of a team's own meters; `team` may be a word that stands for one."""
    yield from (f"{team}.{meter}" for meter in TEAM_METERS)
    yield from (channel(team, platform) for platform in scenario.platforms)


def known(scenario: Scenario, *, own: bool) -> Iterator[str]:
    """Yield every name that a condition may hold; with `own.` where a team is meant."""
    yield from ("turn", "freedom", *scenario.flags, *scenario.meters)
    for story in scenario.narratives:
        yield from (f"{story}.heat", f"{story}.stage")
    for team in (*scenario.teams, *(("own",) if own else ())):
        yield from of_team(scenario, team)
    for audience in scenario.audiences:
        yield from (f"{audience}.{side}" for side in scenario.sides)
    for side in scenario.sides:
        yield from (relations(side, other) for other in scenario.sides if side < other)
        yield from (f"{trace}.{side}.{aim}" for trace in ("hard", "soft") for aim in scenario.sides if aim != side)


def _single(scenario: Scenario, name: str) -> Address | None:
    if name == "turn":
        return Address("turn", name)
    if name in scenario.flags:
        return Address("flag", name)
    if name == "freedom" or name in scenario.meters:
        return Address("meter", name)
    return None


def _double(scenario: Scenario, first: str | None, second: str) -> Address | None:
    if first in scenario.narratives and second == "stage":
        return Address("stage", first)
    is_meter = (
        (first in scenario.narratives and second == "heat")
        or (first in scenario.teams and second in TEAM_METERS)
        or (first in scenario.audiences and second in scenario.sides)
    )
    return Address("meter", f"{first}.{second}") if is_meter else None
