"""Whole exercises between bots as text, turn by turn: what was laid, what came of it, what moved, and the hash."""

from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from engine.game.intents import INSTITUTION
from engine.game.match import begin
from engine.game.seats import Seat
from engine.kernel.rulebook import OUTCOMES
from engine.kernel.score import scores
from engine.scenario.reader import read_shipped, shipped_ids

FOLDER = Path(__file__).parent
MIXED = ("smart", "random", "prudent", "hawk", "charmer", "loud")


@dataclass(frozen=True)
class Golden:
    """One exercise: the bots sit at the teams in alphabetical order, again from the first when they run out."""

    scenario: str
    bots: tuple[str, ...]
    pace: str
    seed: int


GOLDEN = [
    golden
    for name in shipped_ids()
    for golden in (Golden(name, MIXED, "full", 1), Golden(name, ("random",), "short", 2))
]


def path_of(golden):
    """The file of an exercise."""
    return FOLDER / f"{golden.scenario}_{golden.pace}.txt"


def told(golden):
    """The lines of an exercise, played now."""
    scenario = read_shipped(golden.scenario).scenario
    seats = {team: Seat("bot", bot) for team, bot in zip(sorted(scenario.teams), cycle(golden.bots), strict=False)}
    match = begin(scenario, seats, golden.pace, golden.seed)
    yield f"scenario {golden.scenario}, pace {golden.pace}, seed {golden.seed}"
    yield "seats " + ", ".join(f"{team} {seat.bot}" for team, seat in seats.items())
    while not match.ended:
        yield from turn_told(match, match.close(match.bots()))
    scored = scores(match.book, match.state)
    yield "scores " + ", ".join(f"{team} {scored.team[0, t]}" for t, team in enumerate(match.book.teams))
    yield f"digest {match.digest}"


def turn_told(match, played):
    """The lines of one turn."""
    book = match.book
    yield f"turn {played.turn}"
    fired = zip(book.msel, played.after.fired[0].tolist(), strict=True)
    yield from (f"  inject {name}" for name, turn in fired if turn == played.turn)
    for option, outcome in sorted(played.outcomes().items()):
        team, card, target, voice = book.laid[option]
        aimed = f" -> {target}" if target else ""
        spoken = "" if voice == INSTITUTION else f" as {voice}"
        yield f"  {team}: {card}{aimed}{spoken}: {OUTCOMES[outcome]}"
    meters = zip(book.meters, played.before.meters[0].tolist(), played.after.meters[0].tolist(), strict=True)
    yield from (f"  {name} {after!r}" for name, before, after in meters if after != before)
    yield f"  state {played.hash}"
