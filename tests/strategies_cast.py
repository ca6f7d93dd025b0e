"""Who and what a generated scenario has: ids, drawn before anything refers to them."""

from dataclasses import dataclass, field
from itertools import permutations

from engine.scenario.names import TEAM_METERS

FIRST, FURTHER = "bkqxz", "qxz_059"
"""Letters of which no word of the format or of Python can be made, in no order of their own."""
COUNTS = {
    "sides": (1, 3),
    "audiences": (1, 4),
    "stories": (1, 4),
    "teams": (1, 4),
    "meters": (0, 3),
    "flags": (0, 3),
    "cards": (4, 10),
    "injects": (0, 4),
    "platforms": (0, 2),
    "frames": (0, 2),
    "appearances": (0, 2),
    "feed": (0, 2),
}
"""How many there are of each, at least and at most."""
TURNS = (4, 6, 7, 1, 5, 3, 7, 2)
"""How long it lasts: seldom so short that nothing can come of anything."""


@dataclass
class Cast:
    """The ids of a scenario, and what is settled about them before anything refers to them."""

    turns: int
    peacetime: bool
    sides: list[str]
    audiences: list[str]
    stories: list[str]
    teams: list[str]
    meters: list[str]
    flags: list[str]
    cards: list[str]
    injects: list[str]
    platforms: list[str]
    frames: list[str]
    appearances: list[str]
    feed: list[str]
    comments: list[str] = field(default_factory=list)
    side_of: dict[str, str] = field(default_factory=dict)
    holders: dict[str, list[str]] = field(default_factory=dict)
    pairs: dict[str, str] = field(default_factory=dict)  # half -> the other
    partner: dict[str, str] = field(default_factory=dict)  # half -> a team that holds the other
    known_to: dict[str, list[str] | None] = field(default_factory=dict)  # meter -> teams, None for all

    def names(self, *, own):
        """Everything that a condition may speak of; with `own`, also the meters of the team itself."""
        return [
            *self.open_names(),
            *(meter for meter, teams in self.known_to.items() if teams is not None),
            *(f"{audience}.{side}" for audience in self.audiences for side in self.sides),
            *(f"{team}.{what}" for team in [*self.teams, *["own"] * own] for what in self.of_a_team()),
            *(f"{power}.{one}.{other}" for power in ("hard", "soft") for one, other in permutations(self.sides, 2)),
        ]

    def open_names(self):
        """What everybody knows, whatever has happened."""
        return [
            "turn",
            "freedom",
            *(meter for meter, teams in self.known_to.items() if teams is None),
            *self.flags,
            *(f"{story}.{what}" for story in self.stories for what in ("heat", "stage")),
            *(f"relations.{one}.{other}" for one, other in permutations(self.sides, 2)),
        ]

    def read_with(self, meter):
        """What everybody knows who may read a meter: no amount that moves it may speak of more."""
        owner, _, what = meter.partition(".")
        if what in self.of_a_team() and owner != "target":
            return [*self.open_names(), *(f"{owner}.{each}" for each in self.of_a_team())]
        return [*self.open_names(), *([meter] if self.known_to.get(meter) is not None else [])]

    def of_a_team(self):
        """The meters of a team, without its name."""
        return [*TEAM_METERS, *(f"channel.{platform}" for platform in self.platforms)]

    def mates(self):
        """Teams of one side, for each side that has several."""
        several = [[team for team in self.teams if self.side_of[team] == side] for side in self.sides]
        return [teams for teams in several if len(teams) > 1]

    def held_with(self, holders):
        """Cards that some of these teams hold, or all cards where there are none."""
        return [card for card in self.cards if set(holders) & set(self.holders[card])] or self.cards


def cast_of(d):
    """Ids of everything, all distinct, who holds what, and which cards are two halves."""
    ids = Ids(d)
    drawn = {kind: ids.several(d.whole(*counts)) for kind, counts in COUNTS.items()}
    cast = Cast(turns=d.one(TURNS), peacetime=d.seldom(2), **drawn)
    if cast.appearances:
        cast.comments = ids.several(d.whole(1, 3))
    cast.side_of = {team: d.one(cast.sides) for team in cast.teams}
    cast.holders = {card: d.some(cast.teams, least=1, most=4) for card in cast.cards}
    cast.known_to = {meter: d.maybe(d.some, cast.teams) for meter in cast.meters}
    if len(cast.teams) > 1 and not d.seldom(3):
        pair_up(d, cast)
    return cast


def pair_up(d, cast):
    """Make two cards the halves of a pair, held by two teams that can meet."""
    halves, teams = d.some(cast.cards, least=2, most=2), d.some(cast.teams, least=2, most=2)
    for half, other, team, partner in zip(halves, halves[::-1], teams, teams[::-1], strict=True):
        cast.pairs[half], cast.partner[half] = other, partner
        if team not in cast.holders[half]:
            cast.holders[half].append(team)


class Ids:
    """Draws ids, no two alike."""

    def __init__(self, d):
        self._d, self._used = d, set()

    def several(self, count):
        return [self._another() for _ in range(count)]

    def _another(self):
        n = self._d.whole(0, len(FIRST) * len(FURTHER) ** 3 - 1)
        while (name := spelled(n)) in self._used:
            n += 1
        self._used.add(name)
        return name


def spelled(n):
    """The id of a number: a first letter and up to three more."""
    n, first = divmod(n, len(FIRST))
    name = FIRST[first]
    while n:
        n, letter = divmod(n, len(FURTHER))
        name += FURTHER[letter]
    return name
