"""What a crisis teaches, measured: which lessons that every crisis owes hold, and the processor time that each took."""

import argparse
import os
from time import process_time

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np

from engine.compiler.findings import proved
from engine.game.seats import BOTS
from engine.scenario.reader import find
from engine.tools.alternatives import best_cards
from engine.tools.lessons import causes
from engine.tools.trial import FAIR, Trial, crises
from engine.tools.verdicts import LESSONS


def tables(trial: Trial, game_turns: int) -> None:
    """Print the figures themselves: standings, victories, what luck and decisions make, and the best cards."""
    book = trial.book
    print(f"\n{'others random':16}", *(f"{bot:>8}" for bot in BOTS))
    for team, row in zip(book.teams, trial.standings.score, strict=True):
        print(f"{team:16}", *(f"{score:8.1f}" for score in row))
    print(
        f"\n{'all the same':16}",
        *(f"{side[:12]:>12}" for side in book.sides),
        "  share won;   mean score of",
        *book.teams,
    )
    for place, bot in enumerate(BOTS):
        won, score = trial.equals.won[place], trial.equals.score[place]
        print(f"{bot:16}", *(f"{share:12.2f}" for share in won), "  ", *(f"{it:6.1f}" for it in score))
    contests(trial)
    print(f"\n{'variance':16} {'luck':>8} {'own':>8}")
    for team, it in causes(book, 4 * trial.games, trial.seed).items():
        print(f"{team:16} {it.luck:8.2f} {it.own:8.2f}")
    print(f"\n{'card':32} {'could be laid':>14} {'best in':>8}")
    found = best_cards(book, -(-game_turns // book.turns), trial.seed)
    for card, it in sorted(found.items(), key=lambda item: -item[1].share):
        print(f"{card:32} {it.offered:14} {it.share:8.2f}")
    fired = np.concatenate([trial.standings.fired.reshape(-1, len(book.msel)), trial.equals.fired])
    print(f"\n{'inject':32} least and largest share of games, over the mixes of bots")
    for place, inject in enumerate(book.msel):
        print(f"{inject:32} {fired[:, place].min():8.2f} {fired[:, place].max():8.2f}")


def contests(trial: Trial) -> None:
    """Print who wins under equal and fair policies at each pace, and what half-time has to do with it."""
    head = (*(f"{side[:12]:>12}" for side in trial.book.sides), f"{'leader wins':>12}", "  foretold at half-time, of")
    for it in trial.contests:
        print(f"\n{'all the same':16}", *head, *trial.book.teams, f"  {it.pace} pace")
        for row, bot in enumerate(FAIR):
            cells = (*it.won[row], it.stayed[row])
            print(f"{bot:16}", *(f"{share:12.2f}" for share in cells), "  ", *(f"{it:6.2f}" for it in it.foretold[row]))


def main() -> None:
    """Read the command line and print; the exit code is 1 when a lesson does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="*", help="paths or shipped ids; default: every crisis")
    parser.add_argument("--games", type=int, default=Trial.games, help="for each figure")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tables", action="store_true", help="print the figures themselves too")
    given = parser.parse_args()
    scenarios = [proved(find(name)).scenario for name in given.scenario] or list(crises())
    held = True
    for scenario in scenarios:
        if scenario is None:
            parser.error("one of them cannot be played; `play.py check` says why")
        print(f"{scenario.id}: {given.games} games a figure")
        trial = Trial(scenario, given.games, given.seed)
        for lesson in LESSONS:
            began = process_time()
            verdict = lesson(trial)
            held = held and verdict.holds
            print(f"  {'yes' if verdict.holds else 'NO ':3} {verdict.lesson} ({process_time() - began:.1f} s)")
            for figure in verdict.figures:
                print(f"        {figure}")
        if given.tables:
            tables(trial, 2 * given.games)
    raise SystemExit(0 if held else 1)


if __name__ == "__main__":
    main()
