"""A scenario on trial: what is played to see whether it teaches its lessons, each thing once.

A crisis is a shipped scenario of at least LONG turns. Shorter ones, the tutorial and the guide's small example, teach
the table and owe no lesson about power.
"""

from dataclasses import dataclass
from functools import cached_property

from engine.compiler.book import compile_book
from engine.kernel.rulebook import Rulebook
from engine.scenario.reader import read_shipped
from engine.scenario.scenario import Scenario
from engine.scenario.shelf import shipped_ids
from engine.tools.lessons import Contest, Equals, Standings, contest, equals, standings

LONG = 10
FAIR = ("prudent", "smart", "random")
"""Policies under which there is a contest: who does nothing, or one thing only, fails in ways of its own."""
OFTENER = 4
"""Times the games where fair policies are compared: of 384, chance makes a share of a half uncertain by 0.025."""


def crises() -> tuple[Scenario, ...]:
    """The shipped scenarios that owe these lessons."""
    found = (read_shipped(name).scenario for name in shipped_ids())
    return tuple(scenario for scenario in found if scenario is not None and scenario.clock.turns >= LONG)


@dataclass(frozen=True)
class Trial:
    """A scenario and how many games are played for each figure; what several lessons ask for is played once."""

    scenario: Scenario
    games: int = 96
    seed: int = 0

    @cached_property
    def book(self) -> Rulebook:
        """The compiled rules."""
        return compile_book(self.scenario).book

    @cached_property
    def standings(self) -> Standings:
        """Each bot in each seat, the others at random."""
        return standings(self.book, self.games, self.seed)

    @cached_property
    def fair_standings(self) -> Standings:
        """The same of fair policies alone, which lie closer together, over more games."""
        return standings(self.book, OFTENER * self.games, self.seed, FAIR)

    @cached_property
    def equals(self) -> Equals:
        """The same bot in every seat."""
        return equals(self.book, self.games, self.seed)

    @cached_property
    def contests(self) -> tuple[Contest, ...]:
        """Equal and fair policies at each pace that the scenario has."""
        paces = ("full", "short") if self.scenario.clock.short else ("full",)
        return tuple(contest(self.book, FAIR, OFTENER * self.games, self.seed, pace) for pace in paces)

    @property
    def home(self) -> tuple[str, ...]:
        """Seats of the home side, which is the one that the author wrote first."""
        side = next(iter(self.scenario.sides))
        return tuple(name for name, team in self.scenario.teams.items() if team.side == side)
