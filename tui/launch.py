"""What an exercise is started with, for both front ends: seats, pace, seed, and where it is saved."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.game.folder import default_path
from engine.game.intents import Pace
from engine.game.seats import EMPTY, HUMAN, Seat
from engine.game.table import Table
from engine.language.messages import Message
from engine.scenario.reader import Reading
from engine.scenario.scenario import Scenario
from engine.text import Text

PRUDENT = Seat("bot", "prudent")
_DRAWN = 1_000_000
"""A seed that nobody chose lies below this, so that it can be read out."""
_SEEDS = 1 << 64


@dataclass(frozen=True, slots=True)
class Setup:
    """How an exercise will be played. `save` is the file that was asked for, None for one of our own choice."""

    reading: Reading
    scenario: Scenario
    seats: Mapping[str, Seat]
    pace: Pace
    seed: int
    save: Path | None = None

    @property
    def people(self) -> bool:
        """Whether anybody sits at the table."""
        return HUMAN in self.seats.values()


def usual(reading: Reading, scenario: Scenario) -> Setup:
    """Return the usual way to play: one person at the first team, prudent bots at the others, full pace."""
    first = next(iter(scenario.teams))
    seats = {team: HUMAN if team == first else PRUDENT for team in scenario.teams}
    return Setup(reading, scenario, seats, "full", draw_seed())


def draw_seed() -> int:
    """Return a seed for when nobody chose one."""
    return secrets.randbelow(_DRAWN)


def next_seat(seat: Seat) -> Seat:
    """Return who sits there when the seat is changed: a person, a bot, nobody, and round again."""
    return {HUMAN: PRUDENT, EMPTY: HUMAN}.get(seat, EMPTY)


def seed_of(typed: str) -> int | Message:
    """Read a seed, a whole number from 0 to 2^64 - 1; nothing typed draws a new one."""
    if not typed:
        return draw_seed()
    if typed.isascii() and typed.isdecimal() and len(typed) <= len(str(_SEEDS)) and int(typed) < _SEEDS:
        return int(typed)
    return Message.of("lobby.no_seed", typed=Text.of(typed, limit=40))


def open_table(setup: Setup) -> Table | Message:
    """Start the exercise, or return what is wrong with the setup.

    One that people play is always saved, one of bots when a file was named. Raises SaveError when the file
    cannot be made.
    """
    if setup.pace == "short" and not setup.scenario.clock.short:
        return Message.of("lobby.one_pace")
    path = setup.save
    if path is None and setup.people:
        path = default_path(setup.scenario.id, datetime.now())  # noqa: DTZ005 - the hour on the wall, for a name
    return Table.start(setup.reading, setup.seats, pace=setup.pace, seed=setup.seed, save=path)
