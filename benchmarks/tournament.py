"""Who does well: each bot in each seat while the others play at random, and all seats with the same bot."""

import argparse
import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from engine.compiler.findings import proved
from engine.game.bots.policies import POLICIES
from engine.game.seats import Seat
from engine.scenario.reader import find
from engine.scenario.scenario import Scenario
from engine.tools.simulate import Plan, Report, simulate
from engine.tools.trial import crises

RARE = 0.02
"""An inject or a card that comes in fewer games than this, whoever plays, is as good as not there."""


def alone(scenario: Scenario, games: int, seed: int) -> None:
    """Print the mean score of each seat for each bot; the other seats play at random."""
    print(f"{'others random':16}", *(f"{bot:>8}" for bot in POLICIES))
    for seat in scenario.teams:
        means = []
        for bot in POLICIES:
            seats = {team: Seat("bot", bot if team == seat else "random") for team in scenario.teams}
            report = simulate(Plan(scenario, seats, seed=seed, games=games))
            means.append(report["teams"][seat]["score"]["mean"])
        print(f"{seat:16}", *(f"{mean:8.1f}" for mean in means))


def together(scenario: Scenario, games: int, seed: int) -> list[Report]:
    """Print mean scores and shares of victory when all seats have the same bot; returns the reports, a bot each."""
    reports = []
    print(
        f"\n{'all the same':16}",
        *(f"{team[:14]:>14}" for team in scenario.teams),
        "  mean score (share won by its side)",
    )
    for bot in POLICIES:
        seats = {team: Seat("bot", bot) for team in scenario.teams}
        report = simulate(Plan(scenario, seats, seed=seed, games=games))
        scores = [report["teams"][team] for team in scenario.teams]
        cells = [f"{score['score']['mean']:5.1f} ({score['won']:.2f})" for score in scores]
        print(f"{bot:16}", *(f"{cell:>14}" for cell in cells))
        reports.append(report)
    return reports


def leftovers(scenario: Scenario, reports: list[Report]) -> None:
    """Print injects and cards that hardly ever came, and conditional injects that always did."""
    for inject, written in scenario.injects.items():
        shares = [report["injects"][inject]["fired"] for report in reports]
        if max(shares) < RARE or (written.when is not None and min(shares) == 1):
            print(f"inject {inject}: fired in {min(shares):.2f} to {max(shares):.2f} of the games")
    for card in sorted({card for team in scenario.teams.values() for card in team.holds}):
        most = max(report["cards"][card]["played"] for report in reports)
        if most < RARE:
            print(f"card {card}: played in at most {most:.2f} of the games")


def main() -> None:
    """Read the command line and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="*", help="paths or shipped ids; default: every crisis")
    parser.add_argument("--games", type=int, default=512)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    for scenario in [proved(find(name)).scenario for name in given.scenario] or crises():
        if scenario is None:
            parser.error("one of them cannot be played; `play.py check` says why")
        print(f"\n== {scenario.id}, {given.games} games a cell, seed {given.seed}")
        alone(scenario, given.games, given.seed)
        leftovers(scenario, together(scenario, given.games, given.seed))


if __name__ == "__main__":
    main()
