"""How fast `simulate` is beside another checkout of this project: the two take turns, each in its own environment."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Leg(NamedTuple):
    """One of the two: where it stands, with what it runs, and what it plays."""

    folder: Path
    python: Path
    scenario: str


def rate(leg: Leg, games: int) -> float:
    """Team decisions a second, as `simulate` counts them, on one worker."""
    line = ("play.py", "simulate", leg.scenario, "--games", str(games), "--seed", "1", "--workers", "1")
    command = [str(leg.python), *line, "--format", "json"]
    told = subprocess.run(command, cwd=leg.folder, capture_output=True, text=True, check=True)
    return float(json.loads(told.stdout)["decisions_per_second"])


def main() -> None:
    """Alternate the two and print their rates and the ratio of their medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path, help="folder of the other checkout, installed in its .venv")
    parser.add_argument("--theirs", default="torch_and_supermarket", help="what the other plays")
    parser.add_argument("--ours", default="after_the_wave", help="what this one plays")
    parser.add_argument("--games", type=int, default=4096)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    other, here = given.other.resolve(), Path(__file__).parent.parent
    folder, name = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    legs = [Leg(other, other / ".venv" / folder / name, given.theirs), Leg(here, Path(sys.executable), given.ours)]
    rates: list[list[float]] = [[], []]
    for _ in range(given.rounds):
        for leg, measured in zip(legs, rates, strict=True):
            measured.append(rate(leg, given.games))
        print(f"theirs {rates[0][-1]:9.0f} decisions/s   ours {rates[1][-1]:9.0f} decisions/s", flush=True)
    theirs, ours = map(median, rates)
    print(f"medians: theirs {theirs:.0f}, ours {ours:.0f}, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
