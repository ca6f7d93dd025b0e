"""Reads the numbered rule cases of tests/rules, and lays what each gives over the base scenario."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import Field

from engine.scenario.checking import check
from engine.scenario.fields import Written
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario

FOLDER = Path(__file__).parent / "rules"
BASE = "base.yaml"
SECTIONS = (
    "sides",
    "audiences",
    "narratives",
    "teams",
    "meters",
    "flags",
    "cards",
    "injects",
    "platforms",
    "frames",
    "appearances",
    "comments",
)
FRACTION = re.compile(r"-?\d+/\d+")


class Loader(yaml.SafeLoader):
    """YAML as scenarios are written in it, save that turns are keys: `on` is a word, and no key comes twice."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as in the class below it
        first: [(tag, pattern) for tag, pattern in known if tag.rpartition(":")[2] not in {"bool", "timestamp"}]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node, deep=False):  # noqa: FBT002 - the signature of the library
        """A mapping with text for keys."""
        keys = [key.value for key, _ in node.value]
        assert len(set(keys)) == len(keys), f"a key comes twice: {node.start_mark}"
        return {str(key): value for key, value in super().construct_mapping(node, deep=deep).items()}


Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


Turn = Annotated[str, Field(pattern=r"^\d+$")]
Row = Annotated[list[Any], Field(min_length=5, max_length=5)]
Missing = Annotated[list[Any], Field(min_length=4, max_length=4)]
PerTurn = dict[Turn, dict[str, Any]]
Option = tuple[str, str | None, str]
"""Card, target and voice."""


class Expect(Written):
    """What must come of a case. Turns first; an amount is a number or a fraction, a pair of numbers a range."""

    rows: list[Row] = Field(default=[], description="Turn, phase, cause, meter, amount.")
    absent: list[Missing] = Field(default=[], description="Turn, phase, cause, meter; `any` fits everything.")
    z: PerTurn = Field(default={}, description="Team/card -> z of the check.")
    outcomes: PerTurn = Field(default={}, description="Team/card -> success, partial or backfire.")
    meters: PerTurn = Field(default={}, description="Meter -> value as the turn has closed.")
    flags: PerTurn = Field(default={}, description="Flag -> is it up?")
    stages: PerTurn = Field(default={}, description="Story -> cyber, grassroots or public, as the turn has closed.")
    slants: PerTurn = Field(default={}, description="Story -> side -> slant, as the turn has closed.")
    polls: PerTurn = Field(default={}, description="Team -> opinion -> poll, as the turn has opened.")
    heard: PerTurn = Field(default={}, description="Team -> audience -> turn of the last listening that it knows of.")
    leaked: PerTurn = Field(default={}, description="Team/card -> has it leaked this turn?")
    legal: PerTurn = Field(default={}, description="Team -> `card>target as voice + card` -> may this tray be laid?")
    laid: PerTurn = Field(default={}, description="Team -> orders that were resolved, in alphabetical order.")
    risks: PerTurn = Field(default={}, description="Team -> risk of losing control faced so far, in 1/65536.")
    fired: dict[str, Any] = Field(default={}, description="Inject -> turn in which it fired, or `never`.")
    scores: dict[str, Any] = Field(
        default={}, description="teams, sides, winners, together, grade, and parts of teams."
    )


class Case(Written):
    """One rule, what it is tried on, and what must come of it."""

    id: str = Field(pattern=r"^[A-Z]+-\d\d$")
    title: str
    concept: str
    source: str = Field(pattern=r"^(R|M|P|D): |^our choice")
    given: dict[str, Any] = Field(default={}, description="What is laid over the base scenario.")
    pace: str = "full"
    orders: dict[Turn, dict[str, list[str]]] = Field(default={}, description="Team -> `card>target as voice`.")
    dice: PerTurn = Field(
        default={}, description="Team/card -> outcome, range of luck, `leaks`, `speaks_out`; team -> `lost`."
    )
    seed: int = Field(default=0, description="Where the search for these dice begins.")
    expect: Expect

    def trays(self, turn: int, scenario: Scenario) -> dict[str, list[Option]]:
        """Orders of a turn."""
        laid = self.orders.get(str(turn), {})
        return {team: [option(written, scenario) for written in tray] for team, tray in laid.items()}

    def asked(self, turn: int, team: str) -> Iterator[str]:
        """Trays of a team about which the case asks in a turn."""
        yield from self.expect.legal.get(str(turn), {}).get(team, {})

    def last_turn(self, turns: int) -> int:
        """How long to play: to the end where something must not happen, else while something is said."""
        expect = self.expect
        if expect.fired or expect.scores or any(row[0] == "any" for row in expect.absent):
            return turns
        said = [*expect.rows, *expect.absent]
        by_turn = (getattr(expect, name) for name in vars(expect) if name not in {"rows", "absent", "fired", "scores"})
        turns_of = (turn for named in (self.orders, self.dice, *by_turn) for turn in named)
        return max(*(int(row[0]) for row in said), *map(int, turns_of), 1, 1)

    def wanted(self) -> dict[tuple[Any, ...], Any]:
        """What is expected, rows that must not exist aside: path -> value."""
        rows = {("rows", *map(str, row[:4])): row[4] for row in self.expect.rows}
        others = ((name, value) for name, value in self.expect if name not in {"rows", "absent"})
        return rows | {(name, *path): value for name, tree in others for path, value in leaves(tree)}


def option(written: str, scenario: Scenario) -> Option:
    """Card, target and voice of `card`, `card>target` or `card>target as voice`."""
    laid, _, voice = written.partition(" as ")
    card, _, target = laid.partition(">")
    return card, target or None, voice or scenario.cards[card].voices[0]


def leaves(tree: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value of nested mappings, with its path."""
    if not isinstance(tree, Mapping):
        yield (), tree
        return
    for key, inner in tree.items():
        for path, value in leaves(inner):
            yield (str(key), *path), value


def fits(wanted: Any, found: Any) -> bool:
    """Whether what was found is what was wanted: exactly, or within a range of two numbers."""
    if isinstance(wanted, list):
        return found is not None and wanted[0] <= found <= wanted[1]
    if isinstance(wanted, str) and FRACTION.fullmatch(wanted):
        wanted = Fraction(wanted)
    if isinstance(wanted, bool) or isinstance(found, bool | str | None):
        return type(wanted) is type(found) and wanted == found
    return not isinstance(wanted, str) and Fraction(wanted) == Fraction(found)


@cache
def cases() -> tuple[Case, ...]:
    """Every case, in the order of files and lines."""
    files = sorted(path for path in FOLDER.glob("*.yaml") if path.name != BASE)
    return tuple(Case.model_validate(written) for path in files for written in _read(path)["cases"])


@cache
def scenario_of(case_id: str) -> Scenario:
    """The scenario of a case: what it gives over the base, checked as any other."""
    case = next(case for case in cases() if case.id == case_id)
    base = _read(FOLDER / BASE)
    written = _completed(_over(base["scenario"], case.given), base["unless_said"])
    scenario = Scenario.model_validate(written)
    errors = [finding for finding in check(scenario, Places(case.id, None)) if finding.is_error]
    assert not errors, (case.id, errors)
    return scenario


@cache
def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


def _over(below: Any, above: Any) -> Any:
    """Mappings are merged, all else is replaced; null takes away."""
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        merged = below | {key: _over(below.get(key), value) for key, value in above.items()}
        return {key: value for key, value in merged.items() if value is not None}
    return above


def _completed(written: dict[str, Any], unless_said: dict[str, Any]) -> dict[str, Any]:
    """Every thing with a name and what it is unless something else is said."""
    complete = {
        section: {name: {"name": name, **unless_said.get(section, {}), **it} for name, it in written[section].items()}
        for section in SECTIONS
        if section in written
    }
    for team in complete["teams"].values():
        team.setdefault("holds", sorted(written["cards"]))
    return written | complete
