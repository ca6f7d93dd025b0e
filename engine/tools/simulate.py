"""Plays a scenario many times with bots, and says what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Literal

from engine.compiler.book import compile_book
from engine.game.seats import Seat
from engine.kernel.kinds import OUTCOMES
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import digest
from engine.scenario.scenario import Scenario
from engine.tools.tally import SHARE, Spread, Tally, cards_of, deviation
from engine.tools.workers import tallies

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
TENTHS = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """What to play: the scenario, who sits where (no people), pace, seed, games and processes."""

    scenario: Scenario
    seats: Mapping[str, Seat]
    pace: Literal["full", "short"] = "full"
    seed: int = 0
    games: int = 1000
    workers: int = 1


def simulate(plan: Plan, progress: Callable[[int], None] | None = None) -> dict[str, Json]:
    """Play and report, as one object of JSON; `progress` is told how many games are done."""
    book = compile_book(plan.scenario).book
    total = Tally.of(book)
    began = perf_counter()
    settings = (plan.scenario, dict(plan.seats), plan.pace, plan.seed, plan.games)
    for part in tallies(settings, plan.workers):
        total.merge(part)
        if progress is not None:
            progress(total.games)
    seconds = perf_counter() - began
    decisions = len(book.decisions[plan.pace]) * sum(seat.kind != "empty" for seat in plan.seats.values())
    return {
        "scenario": plan.scenario.id,
        "games": total.games,
        "seed": plan.seed,
        "workers": plan.workers,
        "pace": plan.pace,
        "seats": {team: str(seat) for team, seat in plan.seats.items()},
        "digest": digest(total.leaves),
        "seconds": round(seconds, DIGITS),
        "games_per_second": round(total.games / seconds, 1),
        "decisions_per_second": round(total.games * decisions / seconds, 1),
        **_report(book, total),
    }


def _report(book: Rulebook, total: Tally) -> dict[str, Json]:
    games = total.games
    return {
        "teams": {
            team: {
                "score": {**_tenths(total.scores, place), "sd": round(deviation(total, place), DIGITS)},
                "won": round(int(total.won[book.team_side[place]]) / SHARE / games, DIGITS),
            }
            for place, team in enumerate(book.teams)
        },
        "meters": {name: _tenths(total.meters, place) for place, name in enumerate(book.meters)},
        "cards": {
            card: {
                "played": round(int(total.played[place]) / games, DIGITS),
                **{name: round(int(total.came[place, o]) / games, DIGITS) for o, name in enumerate(OUTCOMES)},
            }
            for place, card in enumerate(cards_of(book))
        },
        "injects": {
            inject: {"fired": round(int(total.fired[place]) / games, DIGITS)} for place, inject in enumerate(book.msel)
        },
    }


def _tenths(spread: Spread, column: int) -> dict[str, Json]:
    points: dict[str, Json] = {name: round(spread.quantile(column, share), DIGITS) for name, share in TENTHS.items()}
    return {"mean": round(spread.mean(column), DIGITS), **points}
