"""The first record of a save: what an exercise is made of, and by which version it was begun."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from engine.game.chain import Json
from engine.game.records import from_reading, rules_hash
from engine.game.seats import Seat
from engine.scenario.lines import file_name
from engine.scenario.reader import Reading
from engine.scenario.rounds import Pace
from engine.text import FIRST_LANGUAGE


def engine_version() -> str:
    """Version of Golden Hour, as installed."""
    try:
        return version("golden-hour")
    except PackageNotFoundError:
        return "0"


def header(reading: Reading, seats: Mapping[str, Seat], pace: Pace, seed: int) -> dict[str, Json]:
    """Return what a save begins with."""
    return {
        "kind": "exercise",
        "engine": engine_version(),
        "rules": rules_hash(),
        "seed": seed,
        "pace": pace,
        "seats": {team: str(seat) for team, seat in seats.items()},
        "scenario": reading.scenario.id if reading.scenario else "",
        "file": file_name(reading.places.file).in_language(FIRST_LANGUAGE),
        "sources": from_reading(reading),
    }
