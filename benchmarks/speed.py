"""How fast the kernel plays beside the naive reference: the same games with the same orders, on one core."""

import argparse
import os
from collections.abc import Iterator
from time import perf_counter

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from engine.game.bots.round import bots_round
from engine.game.seats import Seat
from engine.kernel import chance
from engine.kernel.start import start_state
from engine.kernel.turn import Batch, close_turn, open_turn
from engine.scenario.reader import read_shipped
from engine.scenario.scenario import Scenario
from engine.tools.leaves import BATCH, Run, prepare
from tests.reference import Reference

Orders = dict[str, list[tuple[str, str | None]]]


def kernel(run: Run, first: int) -> tuple[float, list[list[Orders]]]:
    """Play a batch; returns the seconds, and the orders of each game turn by turn."""
    book, taken = run.book, []
    began = perf_counter()
    batch = Batch(book, chance.games(run.seed, first, BATCH), run.pace)
    state = start_state(book, BATCH)
    for _ in range(book.first_turn, book.turns + 1):
        state = open_turn(batch, state)
        orders = bots_round(batch, state, run.seats)
        taken.append(orders)
        state = close_turn(batch, state, orders)
    seconds = perf_counter() - began
    named = [
        [
            {
                team: [book.laid[option][1:] for option in turn[game, place] if option >= 0]
                for place, team in enumerate(book.teams)
            }
            for turn in taken
        ]
        for game in range(BATCH)
    ]
    return seconds, named


def reference(
    scenario: Scenario, seed: int, games: Iterator[tuple[int, list[Orders]]], limit: float
) -> tuple[int, float]:
    """Play the same games one by one for about `limit` seconds; returns how many, and the seconds."""
    played, began = 0, perf_counter()
    for game, turns in games:
        naive = Reference(scenario, seed, game)
        for orders in turns:
            naive.open_turn()
            naive.close_turn(orders)
        played += 1
        if perf_counter() - began > limit:
            break
    return played, perf_counter() - began


def main() -> None:
    """Alternate the two and print their rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenario", default="torch_and_supermarket")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0, help="of the reference, a round")
    given = parser.parse_args()
    scenario = read_shipped(given.scenario).scenario
    if scenario is None:
        parser.error("the scenario has errors")
    run = prepare(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), "full", 1, BATCH)
    decisions = len(run.book.decisions["full"]) * len(run.book.teams)
    kernel(run, 0)
    ratios = []
    for part in range(given.rounds):
        batches, fast = 0, 0.0
        while fast < given.seconds / 2:
            seconds, turns = kernel(run, BATCH * (part * 100 + batches))
            fast, batches = fast + seconds, batches + 1
        first = BATCH * (part * 100 + batches - 1)
        played, slow = reference(scenario, run.seed, ((first + g, turns[g]) for g in range(BATCH)), given.seconds)
        rate, naive = batches * BATCH / fast, played / slow
        ratios.append(rate / naive)
        print(
            f"kernel {rate:8.0f} games/s {rate * decisions:9.0f} decisions/s   "
            f"reference {naive:6.1f} games/s   {rate / naive:5.0f}x"
        )
    ratios.sort()
    print(f"median {ratios[len(ratios) // 2]:.0f}x, from {ratios[0]:.0f}x to {ratios[-1]:.0f}x")


if __name__ == "__main__":
    main()
