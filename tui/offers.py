"""What the start screen offers: the exercises that are shipped, and those that were saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.game.folder import SUFFIX, default_folder
from engine.game.intents import Pace
from engine.scenario.reader import Reading, read_shipped, shipped_ids
from engine.scenario.scenario import Scenario
from engine.text import Text

_STAMP = "-00000000-000000"
_MOST = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """An exercise that can be started."""

    id: str
    title: Text
    summary: Text
    turns: int
    hours_per_turn: int
    rounds_short: int
    seats: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An exercise that was saved; `title` is that of its scenario where it is a shipped one, else the file's name."""

    path: Path
    title: Text
    moment: datetime


def offer(scenario: Scenario) -> Offer:
    """Return what is said about a scenario before it is chosen."""
    clock = scenario.clock
    return Offer(
        scenario.id,
        scenario.title,
        scenario.summary,
        clock.turns,
        clock.hours_per_turn,
        rounds(scenario, "short"),
        len(scenario.teams),
    )


def rounds(scenario: Scenario, pace: Pace) -> int:
    """Return how often the table decides, before the crisis counted; 0 at a pace that the scenario does not have."""
    clock = scenario.clock
    if pace == "full":
        return clock.length
    return len(clock.short) + (clock.length - clock.turns) if clock.short else 0


def shipped() -> tuple[Reading, ...]:
    """Return the shipped scenarios that can be played."""
    return tuple(reading for reading in map(read_shipped, shipped_ids()) if reading.scenario is not None)


def kept(offers: Iterable[Offer], folder: Path | None = None) -> tuple[Kept, ...]:
    """Return the saved exercises, the latest first; none where the folder cannot be read."""
    titles = {offer.id: offer.title for offer in offers}
    try:
        dated = [(path.stat().st_mtime, path) for path in (folder or default_folder()).glob(f"*{SUFFIX}")]
    except OSError:
        return ()
    latest = sorted(dated, key=lambda pair: (-pair[0], pair[1].name))[:_MOST]
    return tuple(Kept(path, _title(path, titles), datetime.fromtimestamp(at)) for at, path in latest)  # noqa: DTZ006 - the hour on the wall


def _title(path: Path, titles: dict[str, Text]) -> Text:
    return titles.get(path.stem[: -len(_STAMP)], Text.of(path.stem))
