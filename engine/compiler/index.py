"""From the author's words to places in arrays: ids in alphabetical order, so that a file's order changes nothing."""

from dataclasses import dataclass
from itertools import combinations

from engine.kernel.tables import Blocks
from engine.scenario.names import TEAM_METERS
from engine.scenario.scenario import Scenario
from engine.scenario.targets import targets


@dataclass(frozen=True, slots=True)
class Index:
    """Every kind of id in order, and the place of each."""

    sides: tuple[str, ...]
    audiences: tuple[str, ...]
    narratives: tuple[str, ...]
    teams: tuple[str, ...]
    flags: tuple[str, ...]
    injects: tuple[str, ...]
    held: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str, str | None, str], ...]
    platforms: tuple[str, ...]
    comments: tuple[str, ...]
    meters: tuple[str, ...]
    place: dict[str, int]
    blocks: Blocks

    def meter(self, name: str) -> int:
        """Place of a meter by its full name."""
        return self.place[name]


def index(scenario: Scenario) -> Index:
    """Order everything that a scenario names."""
    teams = tuple(sorted(scenario.teams))
    held = tuple((team, card) for team in teams for card in sorted(set(scenario.teams[team].holds)))
    options = tuple(
        (team, card, target, voice)
        for team, card in held
        for target in targets(scenario, team, scenario.cards[card])
        for voice in sorted(set(scenario.cards[card].voices))
    )
    blocks, meters = _meters(scenario)
    return Index(
        sides=tuple(sorted(scenario.sides)),
        audiences=tuple(sorted(scenario.audiences)),
        narratives=tuple(sorted(scenario.narratives)),
        teams=teams,
        flags=tuple(sorted(scenario.flags)),
        injects=tuple(sorted(scenario.injects)),
        held=held,
        options=options,
        platforms=tuple(sorted(scenario.platforms)),
        comments=tuple(sorted(scenario.comments)),
        meters=meters,
        place={name: place for place, name in enumerate(meters)},
        blocks=blocks,
    )


def _meters(scenario: Scenario) -> tuple[Blocks, tuple[str, ...]]:
    sides, teams = sorted(scenario.sides), sorted(scenario.teams)
    named: dict[str, list[str]] = {
        "opinion": [f"{audience}.{side}" for audience in sorted(scenario.audiences) for side in sides],
        "heat": [f"{narrative}.heat" for narrative in sorted(scenario.narratives)],
        **{meter: [f"{team}.{meter}" for team in teams] for meter in TEAM_METERS},
        "channel": [f"{team}.channel.{platform}" for team in teams for platform in sorted(scenario.platforms)],
        **{trace: [f"{trace}.{side}.{aim}" for side in sides for aim in sides] for trace in ("hard", "soft")},
        "freedom": ["freedom"],
        "relations": [f"relations.{a}.{b}" for a, b in combinations(sides, 2)],
        "own": sorted(scenario.meters),
    }
    slices: dict[str, slice] = {}
    meters: list[str] = []
    for kind, names in named.items():
        slices[kind] = slice(len(meters), len(meters) + len(names))
        meters.extend(names)
    return Blocks(**slices), tuple(meters)
