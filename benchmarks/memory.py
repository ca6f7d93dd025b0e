"""Peak memory of a simulation by its number of games: it should not grow."""

import argparse
import json
import resource
import subprocess
import sys


def peak(games: int, workers: int) -> tuple[float, dict[str, float]]:
    """Run `simulate` in a process of its own; returns the largest peak of it and its workers in MiB, and the report."""
    command = [sys.executable, "play.py", "simulate", "torch_and_supermarket", "--games", str(games)]
    done = subprocess.run(
        [*command, "--seed", "1", "--workers", str(workers), "--format", "json"], capture_output=True, check=True
    )
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_maxrss / 1024, json.loads(done.stdout)


def main() -> None:
    """Print the peaks, the smaller run first, since the system remembers the largest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="the second run has 2 000 000 games, not 100 000")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    for games in (20_000, 2_000_000 if given.full else 100_000):
        size, report = peak(games, given.workers)
        rate, digest = report["games_per_second"], report["digest"][:12]
        print(f"{games:9d} games  peak {size:6.1f} MiB  {rate:8.0f} games/s  {digest}")


if __name__ == "__main__":
    main()
