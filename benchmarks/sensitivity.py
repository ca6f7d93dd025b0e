"""Which lessons flip when a number of the model is halved or doubled: a table in Markdown, crisis by crisis.

A lesson here is a ranking of two bots in one seat while the others play at random: smart and prudent before those that
charm, press, post or keep silent, in every seat of the home side, and each claim of a crisis. It flips when the bot
that was ahead falls behind on the same dice.
"""

import argparse
import os
from collections.abc import Iterable, Iterator

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from benchmarks.model_tables import PAGE, replaced, table
from engine.compiler.book import compile_book
from engine.kernel.score import scores
from engine.scenario.model import Model
from engine.scenario.parameters import PARAMETERS, Parameter
from engine.scenario.reader import find
from engine.scenario.scenario import Scenario
from engine.tools.precedent import overridden
from engine.tools.tables import play, same
from engine.tools.trial import Trial, crises
from engine.tools.verdicts import GOOD, POOR

Pair = tuple[str, str, str]
WHOLE = ("turns", "orders")
BY_THE_CLOCK = 1.5
"""What `crowd` is about when it is left to the clock (0)."""
FACTORS = {"halved": 0.5, "doubled": 2.0}


def pairs(scenario: Scenario) -> list[Pair]:
    """The rankings that a crisis stands for: seat, who is ahead, who is behind."""
    ranked = [(team, good, poor) for team in Trial(scenario).home for good in GOOD for poor in POOR]
    return [*ranked, *((claim.team, claim.better, claim.worse) for claim in scenario.claims)]


def value(scenario: Scenario, parameter: Parameter, factor: float) -> float | None:
    """The number, halved or doubled within its range; None where that leaves it as it is."""
    written = getattr(scenario.model, parameter.name, None) if scenario.model else None
    base = parameter.default if written is None else written
    if parameter.name == "crowd" and base == 0:
        base = BY_THE_CLOCK
    new = min(max(base * factor, parameter.low), parameter.high)
    new = round(new) if parameter.unit.startswith(WHOLE) else new
    return None if new == base else float(new)


def ahead(scenario: Scenario, games: int, seed: int) -> set[Pair]:
    """The rankings that hold."""
    book, ranked = compile_book(scenario).book, pairs(scenario)
    cells = sorted({(team, bot) for team, *bots in ranked for bot in bots})
    seats = [[bot if name == team else "random" for name in book.teams] for team, bot in cells]
    scored = scores(book, play(same(book, seats, seed, games))).team.reshape(len(cells), games, -1).mean(axis=1)
    mean = {(team, bot): scored[place, book.teams.index(team)] for place, (team, bot) in enumerate(cells)}
    return {(team, good, poor) for team, good, poor in ranked if mean[team, good] > mean[team, poor]}


def flips(scenario: Scenario, parameter: Parameter, given: argparse.Namespace, base: set[Pair]) -> Iterator[str]:
    """What flips, for each factor."""
    for word, factor in FACTORS.items():
        new = value(scenario, parameter, factor)
        if new is None:
            continue
        changed = overridden(scenario, Model(**{parameter.name: new}))
        if compile_book(changed).faults:
            yield f"{word} ({new:.3g}): cannot be computed exactly"
            continue
        lost = sorted(base - ahead(changed, given.games, given.seed))
        if lost:
            said = ", ".join(f"{team}: {worse} passes {better}" for team, better, worse in lost)
            yield f"{word} ({new:.3g}): {said}"


def rows(scenarios: Iterable[Scenario], given: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    """Parameter, crisis and what flips; parameters that flip nothing come together at the end."""
    held = {scenario.id: (scenario, ahead(scenario, given.games, given.seed)) for scenario in scenarios}
    calm = []
    for parameter in PARAMETERS:
        found = [(name, list(flips(it, parameter, given, base))) for name, (it, base) in held.items()]
        yield from ((f"`{parameter.name}`", name, "; ".join(flipped)) for name, flipped in found if flipped)
        if not any(flipped for _, flipped in found):
            calm.append(f"`{parameter.name}`")
    yield (", ".join(calm), "all", "nothing")


def main() -> None:
    """Read the command line and print the table, or write it into docs/MODEL.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="*", help="paths or shipped ids; default: every crisis")
    parser.add_argument("--games", type=int, default=48, help="for each bot in each seat")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="write it into docs/MODEL.md")
    given = parser.parse_args()
    scenarios = [it for it in (find(name).scenario for name in given.scenario) if it] or list(crises())
    made = table(("parameter", "crisis", "what flips"), rows(scenarios, given))
    if given.write:
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), {"sensitivity": made}), encoding="utf-8")
    else:
        print(made)


if __name__ == "__main__":
    main()
