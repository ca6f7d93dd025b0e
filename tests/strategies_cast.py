"""Who and what a generated scenario has: ids, drawn before anything refers to them."""

from dataclasses import dataclass, field
from itertools import permutations

from hypothesis import strategies as st

OWN_OF_A_TEAM = ("credibility", "clarity", "network", "backlog", "hours", "budget")


@dataclass
class Cast:
    """The ids of a scenario, drawn before anything refers to them."""

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
    side_of: dict[str, str] = field(default_factory=dict)
    holders: dict[str, list[str]] = field(default_factory=dict)

    def names(self, *, own):
        """Everything that a condition may speak of; with `own`, also the meters of the team itself."""
        pairs = list(permutations(sorted(self.sides), 2))
        return [
            "turn",
            "freedom",
            *self.meters,
            *self.flags,
            *(f"{story}.{what}" for story in self.stories for what in ("heat", "stage")),
            *(f"{audience}.{side}" for audience in self.audiences for side in self.sides),
            *(f"{team}.{what}" for team in [*self.teams, *["own"] * own] for what in OWN_OF_A_TEAM),
            *(f"{power}.{one}.{other}" for power in ("hard", "soft") for one, other in pairs),
            *(f"relations.{one}.{other}" for one, other in pairs if one < other),
        ]


def some(ids, *, least=0, most=3):
    return st.lists(st.sampled_from(ids), min_size=least, max_size=most, unique=True) if ids else st.just([])


# Letters of which no word of the format or of Python can be made, in no order of their own.
IDS = st.text("qxz_059", max_size=3).flatmap(lambda rest: st.sampled_from("bkqxz").map(lambda first: first + rest))


@st.composite
def casts(draw):
    """Ids of everything, all distinct, and who holds what."""
    least_and_most = ((1, 3), (1, 4), (1, 4), (1, 4), (0, 3), (0, 3), (3, 10), (0, 4), (0, 2), (0, 2))
    counts = [draw(st.integers(least, most)) for least, most in least_and_most]
    drawn = draw(st.lists(IDS, min_size=sum(counts), max_size=sum(counts), unique=True))
    cast = Cast(*([drawn.pop() for _ in range(count)] for count in counts))
    cast.side_of = {team: draw(st.sampled_from(cast.sides)) for team in cast.teams}
    cast.holders = {card: draw(some(cast.teams, least=min(1, len(cast.teams)), most=4)) for card in cast.cards}
    return cast
