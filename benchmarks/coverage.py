"""What carries each concept of the glossary: cards and injects of the shipped scenarios, rules, and numbered cases."""

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.model_tables import table
from engine.scenario.glossary import concepts
from engine.scenario.reader import read_shipped, shipped_ids

RULES = Path(__file__).parent.parent / "tests" / "rules"
CASE = re.compile(
    r"^  - id: (?P<id>[A-Z][A-Z0-9-]*)$(?:(?!^  - id:).)*?^    concept: (?P<concept>\w+)", re.MULTILINE | re.DOTALL
)


@dataclass
class Carriers:
    """What carries one concept: cards and injects with their scenario, files of rules, ids of cases."""

    cards: list[str] = field(default_factory=list)
    injects: list[str] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    cases: list[str] = field(default_factory=list)

    @property
    def lacking(self) -> str:
        """What is missing: something to play, a case that proves the rule, or nothing."""
        return ", ".join(
            word for word, found in (("card or inject", self.cards or self.injects), ("case", self.cases)) if not found
        )


def coverage() -> dict[str, Carriers]:
    """What carries each concept, in alphabetical order."""
    found = {name: Carriers() for name in sorted(concepts())}
    for scenario_id in shipped_ids():
        scenario = read_shipped(scenario_id).scenario
        for section in ("cards", "injects"):
            for name, written in getattr(scenario, section, {}).items():
                for concept in written.teaches:
                    getattr(found[concept], section).append(f"{scenario_id}/{name}")
    for rule, case, concept in cases():
        found[concept].rules.add(rule)
        found[concept].cases.append(case)
    return found


def cases() -> Iterator[tuple[str, str, str]]:
    """File, id and concept of every numbered case."""
    for path in sorted(RULES.glob("*.yaml")):
        for case in CASE.finditer(path.read_text(encoding="utf-8")):
            yield path.stem, case["id"], case["concept"]


def main() -> None:
    """Print the table; the exit code is 1 when a concept is carried by nothing, or by no case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", action="store_true", help="print names instead of counts")
    given = parser.parse_args()
    found = coverage()

    def shown(names: list[str]) -> str:
        return ", ".join(names) if given.names else str(len(names))

    rows = (
        (name, shown(it.cards), shown(it.injects), ", ".join(sorted(it.rules)), shown(it.cases), it.lacking)
        for name, it in found.items()
    )
    print(table(("concept", "cards", "injects", "rules", "cases", "lacks"), rows))
    bare = [name for name, it in found.items() if it.lacking]
    print(f"\n{len(found)} concepts, {len(bare)} of them lacking something")
    raise SystemExit(1 if bare else 0)


if __name__ == "__main__":
    main()
