"""Runs many exercises between bots at the command line: progress on a terminal, and a report as text or JSON."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from engine.compiler.findings import proved
from engine.exits import FINE, INPUT, USAGE
from engine.game.seats import HUMAN, Seat, parse_seats
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import find
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario
from engine.text import printable
from engine.tools.check import line
from engine.tools.simulate import Plan, Report, simulate
from tui.launch import draw_seed
from tui.plain.page import columns, wrap
from tui.words import told

RANDOM = Seat("bot", "random")
_FEW_GAMES = 4096  # below, starting other processes takes longer than the games
_NAME, _NUMBER = 34, 7


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for; None where it leaves the choice open."""

    games: int
    seed: int | None = None
    seats: str = ""
    pace: Pace = "full"
    workers: int | None = None
    form: Literal["text", "json"] = "text"
    lang: str = "en"


def run(scenario: str, wish: Wish) -> int:
    """Simulate, and print what came of it; return the exit code."""
    reading = proved(find(scenario))
    if reading.scenario is None:
        _complain(*(line(finding, wish.lang) for finding in reading.findings))
        return INPUT
    plan = _plan(reading.scenario, wish)
    if isinstance(plan, Message):
        _complain(say(wish.lang, plan))
        return USAGE
    try:
        report = simulate(plan, _progress(wish) if sys.stderr.isatty() else None)
    finally:
        if sys.stderr.isatty():  # below the progress, even when it was interrupted
            sys.stderr.write("\n")
    printed = [json.dumps(report, indent=2)] if wish.form == "json" else text(report, reading.scenario, wish.lang)
    sys.stdout.writelines(f"{printable(each)}\n" for each in printed)
    return FINE


def text(report: Report, scenario: Scenario, lang: str) -> list[str]:
    """Lay a report out as lines of at most 80 cells."""
    head = Message.of(
        "simulate.head",
        title=scenario.title,
        n=report["games"],
        seed=report["seed"],
        pace=Message.of(f"lobby.pace.{report['pace']}"),
    )
    lines = wrap(say(lang, head))
    lines += _heading(lang, "teams", ("mean", "p10", "p50", "p90", "won"))
    for team, of_team in report["teams"].items():
        at = of_team["score"]
        score = [f"{each:.0f}" for each in (at["mean"], at["p10"], at["p50"], at["p90"])]
        lines += _row(told(lang, scenario.teams[team].name), [*score, _percent(of_team["won"])])
    lines += _heading(lang, "cards", ("played", "success", "partial", "backfire"))
    for card, came in report["cards"].items():
        shares = (came["played"], came["success"], came["partial"], came["backfire"])
        lines += _row(told(lang, scenario.cards[card].name), [_percent(share) for share in shares])
    lines += _heading(lang, "injects", ("fired",))
    for inject, fired in report["injects"].items():
        lines += _row(told(lang, scenario.injects[inject].name), [_percent(fired["fired"])])
    speed = Message.of("simulate.speed", games=report["games_per_second"], decisions=report["decisions_per_second"])
    return [*lines, "", *wrap(say(lang, speed)), say(lang, Message.of("plain.digest", digest=report["digest"]))]


def _plan(scenario: Scenario, wish: Wish) -> Plan | Message:
    seats = parse_seats(wish.seats, scenario.teams, RANDOM)
    if isinstance(seats, Message):
        return seats
    if HUMAN in seats.values():
        return Message.of("simulate.no_people")
    if wish.pace == "short" and not scenario.clock.short:
        return Message.of("lobby.one_pace")
    seed = draw_seed() if wish.seed is None else wish.seed
    cores = (os.cpu_count() or 1) if wish.games > _FEW_GAMES else 1
    return Plan(scenario, seats, wish.pace, seed, wish.games, wish.workers or cores)


def _progress(wish: Wish) -> Callable[[int], None]:
    def show(games: int) -> None:
        sys.stderr.write("\r" + say(wish.lang, Message.of("simulate.progress", games=games, n=wish.games)))
        sys.stderr.flush()

    return show


def _heading(lang: str, what: str, numbers: tuple[str, ...]) -> list[str]:
    titles = [say(lang, Message.of(f"simulate.{name}")) for name in numbers]
    return ["", *_row(say(lang, Message.of(f"simulate.{what}")), titles)]


def _row(name: str, numbers: list[str]) -> list[str]:
    return columns([(name, _NAME), *((number, _NUMBER) for number in numbers)])


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _complain(*lines: str) -> None:
    sys.stderr.writelines(f"{printable(each)}\n" for each in lines)
