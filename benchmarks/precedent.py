"""A scenario's real case beside what came out: each band with the median of many games, and the counter-line."""

import argparse
import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from engine.compiler.findings import proved
from engine.scenario.reader import find
from engine.tools.precedent import GAMES, Played, compare


def dropped(title: str, played: Played) -> None:
    """Print the orders that could not be laid in some games."""
    for it in played.dropped:
        print(f"  {title}, turn {it.turn}, {it.team}: `{it.order}` could not be laid in {it.share:.0%} of the games")


def main() -> None:
    """Read the command line and print the table; the exit code is 1 when the case is not met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="torch_and_supermarket", help="path or shipped id")
    parser.add_argument("--games", type=int, default=GAMES)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    scenario = proved(find(given.scenario)).scenario
    if scenario is None:
        parser.error(f"{given.scenario} cannot be played; `play.py check` says why")
    if scenario.precedent is None:
        parser.error(f"{given.scenario} has no precedent")
    result = compare(scenario, scenario.precedent, given.games, given.seed)
    print(f"{scenario.id}: {result.precedent.title.in_language('en')}")
    print(f"{'':4}{'meter':40} {'at':>6} {'band':>13} {'median (p10..p90)':>24} {'counter-line':>24}")
    for place, band in enumerate(result.precedent.bands):
        line, counter = result.line.spreads[place], result.counter.spreads[place]
        cells = [f"{it.p50:.1f} ({it.p10:.1f}..{it.p90:.1f})" for it in (line, counter)]
        verdict = "missed" if place in result.missed else "not left" if place in result.not_left else ""
        limits = f"{band.low:g}..{band.high:g}"
        print(f"{place:3} {band.meter:40} {band.at!s:>6} {limits:>13} {cells[0]:>24} {cells[1]:>24}  {verdict}")
    dropped("line", result.line)
    dropped("counter-line", result.counter)
    print("holds" if result.holds else "does not hold")
    raise SystemExit(0 if result.holds else 1)


if __name__ == "__main__":
    main()
