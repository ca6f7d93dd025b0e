"""Plays a scenario many times with bots, and says what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import SupportsInt, TypedDict

from engine.compiler.book import compile_book
from engine.game.seats import Seat
from engine.kernel.kinds import OUTCOMES
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import digest
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario
from engine.tools.tally import SHARE, Spread, Tally, cards_of, deviation
from engine.tools.workers import tallies

DIGITS = 4


class Points(TypedDict):
    """Where a number comes to lie over all games: its mean, and tenths of the games below it."""

    mean: float
    p10: float
    p50: float
    p90: float


class Score(Points):
    """The same for a score, with its standard deviation."""

    sd: float


class OfTeam(TypedDict):
    """What came of a team; `won` is a share of the games."""

    score: Score
    won: float


class OfCard(TypedDict):
    """How often a card was played, and what came of it, as shares of the games."""

    played: float
    success: float
    partial: float
    backfire: float
    kept_waiting: float


class OfInject(TypedDict):
    """In which share of the games an inject has fired."""

    fired: float


class Report(TypedDict):
    """What came of many games, as one object of JSON."""

    scenario: str
    games: int
    seed: int
    workers: int
    pace: str
    seats: dict[str, str]
    digest: str
    seconds: float
    games_per_second: float
    decisions_per_second: float
    teams: dict[str, OfTeam]
    meters: dict[str, Points]
    cards: dict[str, OfCard]
    injects: dict[str, OfInject]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to play: the scenario, who sits where (no people), pace, seed, games and processes."""

    scenario: Scenario
    seats: Mapping[str, Seat]
    pace: Pace = "full"
    seed: int = 0
    games: int = 1000
    workers: int = 1


def simulate(plan: Plan, progress: Callable[[int], None] | None = None) -> Report:
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
        "teams": {team: _of_team(book, total, place) for place, team in enumerate(book.teams)},
        "meters": {name: _points(total.meters, place) for place, name in enumerate(book.meters)},
        "cards": {card: _of_card(total, place) for place, card in enumerate(cards_of(book))},
        "injects": {name: {"fired": _share(total, total.fired[place])} for place, name in enumerate(book.msel)},
    }


def _of_team(book: Rulebook, total: Tally, place: int) -> OfTeam:
    score: Score = {**_points(total.scores, place), "sd": round(deviation(total, place), DIGITS)}
    return {"score": score, "won": round(int(total.won[book.team_side[place]]) / SHARE / total.games, DIGITS)}


def _of_card(total: Tally, place: int) -> OfCard:
    came = {name: _share(total, total.came[place, outcome]) for outcome, name in enumerate(OUTCOMES)}
    return {
        "played": _share(total, total.played[place]),
        "success": came["success"],
        "partial": came["partial"],
        "backfire": came["backfire"],
        "kept_waiting": came["kept_waiting"],
    }


def _share(total: Tally, count: SupportsInt) -> float:
    return round(int(count) / total.games, DIGITS)


def _points(spread: Spread, column: int) -> Points:
    return {
        "mean": round(spread.mean(column), DIGITS),
        "p10": round(spread.quantile(column, 0.1), DIGITS),
        "p50": round(spread.quantile(column, 0.5), DIGITS),
        "p90": round(spread.quantile(column, 0.9), DIGITS),
    }
