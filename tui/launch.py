"""What an exercise is started with, for both front ends: seats, pace, seed, and where it is saved."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from engine.game.folder import default_path
from engine.game.intents import FACILITATOR, Clock, Name
from engine.game.seats import BOTS, EMPTY, HUMAN, Seat
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.scenario.rounds import Pace
from engine.text import Text, one_line
from tui.meanwhile import NEEDED
from tui.numbers import whole
from tui.timing import MINUTE

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table
    from engine.scenario.reader import Reading
    from engine.scenario.scenario import Scenario

PRUDENT = Seat("bot", "prudent")
CYCLE = (HUMAN, PRUDENT, *(Seat("bot", bot) for bot in BOTS if bot != PRUDENT.bot), EMPTY)
"""Who may sit at a team, in the order in which one goes through them."""
LONGEST = 180
"""Minutes that a round may have."""
_DRAWN = 1_000_000
"""A seed that nobody chose lies below this, so that it can be read out."""
_LAST_SEED = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Setup:
    """How an exercise will be played. `save` is the file that was asked for, None for one of our own choice.

    `minutes` are what the clock gives each round, 0 for no clock, `names` what the people at a team are
    called, kept while a bot sits there, `screen` (of tui.settings.SECONDS) what a second screen shows.
    """

    reading: "Reading"
    scenario: "Scenario"
    seats: Mapping[str, Seat]
    pace: Pace
    seed: int
    save: Path | None = None
    minutes: int = 0
    names: Mapping[str, Text] = field(default_factory=dict)
    screen: str = "none"

    @property
    def people(self) -> bool:
        """Whether anybody sits at the table."""
        return HUMAN in self.seats.values()

    def people_at(self, team: str) -> Text | None:
        """What the people who sit at a team are called, if any do and it was said."""
        return self.names.get(team) if self.seats[team].human else None

    def seated(self, team: str, seat: Seat) -> "Setup":
        """The same with somebody else at a team."""
        return replace(self, seats={**self.seats, team: seat})

    def named(self, team: str, people: str) -> "Setup":
        """The same with people at a team who are called so; no name takes the one away that was there."""
        names, called = {who: text for who, text in self.names.items() if who != team}, one_line(people)
        if not called:
            return replace(self, names=names)
        return replace(self.seated(team, HUMAN), names=names | {team: Text.of(called)})

    def paced(self) -> "Setup":
        """The same at the other pace."""
        return replace(self, pace="full" if self.pace == "short" else "short")


def opened(name: str) -> Setup | tuple[Finding, ...]:
    """Read and prove a scenario, a shipped id or a path, for playing the usual way; or say what is wrong with it."""
    from engine.compiler.findings import proved  # noqa: PLC0415 - heavy, and only now needed
    from engine.scenario.reader import find  # noqa: PLC0415

    reading = proved(find(name))
    return usual(reading, reading.scenario) if reading.scenario else reading.findings


def resumed(path: Path, reached: Callable[[int, int], None]) -> "Table":
    """Go on with a saved exercise, and load all that shows it; `reached` is told how far that is (engine.game.replay).

    Raises SaveError if it cannot be read or is being played elsewhere.
    """
    from engine.game.table import Table  # noqa: PLC0415 - heavy, and only now needed

    import_module(NEEDED)
    return Table.resume(path, reached)


def usual(reading: "Reading", scenario: "Scenario") -> Setup:
    """Return the usual way to play: one person at the first team, prudent bots at the others, full pace."""
    first = next(iter(scenario.teams))
    seats = {team: HUMAN if team == first else PRUDENT for team in scenario.teams}
    return Setup(reading, scenario, seats, "full", draw_seed())


def draw_seed() -> int:
    """Return a seed for when nobody chose one."""
    return secrets.randbelow(_DRAWN)


def next_seat(seat: Seat, by: int = 1) -> Seat:
    """Return who sits there after so many steps through CYCLE, backwards where `by` is negative."""
    return CYCLE[(CYCLE.index(seat) + by) % len(CYCLE)]


def seed_of(typed: str) -> int | Message:
    """Read a seed, a whole number from 0 to 2^64 - 1; nothing typed draws a new one."""
    if not typed:
        return draw_seed()
    seed = whole(typed, _LAST_SEED)
    return Message.of("lobby.no_seed", typed=Text.said_back(typed)) if seed is None else seed


def minutes_of(typed: str) -> int | Message:
    """Read how many minutes a round has; nothing typed is no clock."""
    if not typed:
        return 0
    minutes = whole(typed, LONGEST)
    if minutes is None:
        return Message.of("lobby.minutes_wrong", typed=Text.said_back(typed), most=LONGEST)
    return minutes


def open_table(setup: Setup) -> "Table | Message":
    """Start the exercise, or return what is wrong with the setup.

    One that people play is always saved, one of bots when a file was named. Raises SaveError when the file
    cannot be made.
    """
    from engine.game.table import Table  # noqa: PLC0415 - heavy, and only now needed

    if setup.pace == "short" and not setup.scenario.clock.short:
        return Message.of("lobby.one_pace")
    path = setup.save
    if path is None and setup.people:
        path = default_path(setup.scenario.id, datetime.now())  # noqa: DTZ005 - the hour on the wall, for a name
    table = Table.start(setup.reading, setup.seats, pace=setup.pace, seed=setup.seed, save=path)
    for team, people in setup.names.items():
        table.apply(FACILITATOR, Name(team, people))
    if setup.minutes:
        whole = setup.minutes * MINUTE
        table.apply(FACILITATOR, Clock(whole, running=False, whole=whole))
    return table
