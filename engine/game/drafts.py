"""Drafts of what a facilitator rules, as fragments of YAML: built from data, so that words stay words."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.game.match import Match
from engine.game.view import Words
from engine.game.words import meter_name
from engine.scenario.injects import Inject
from engine.scenario.scenario import Scenario
from engine.scenario.writing import Data, data_of, yaml_of
from engine.text import clean, one_line

LONGEST_NAME, LONGEST_TEXT = 120, 4000
_NOT_MOVED = {"hard", "soft"}
"""Traces of what was done: rules alone move them."""


@dataclass(frozen=True, slots=True)
class Dial:
    """A meter that a ruling may move, where it truly stands, and between which ends it may."""

    meter: str
    name: Words
    value: float
    low: float
    high: float

    def moved(self, by: float) -> float:
        """Where it would stand, moved by so much."""
        return min(max(self.value + by, self.low), self.high)


@dataclass(frozen=True, slots=True)
class Moves:
    """A meter, and by how much it is moved."""

    meter: str
    by: float


@dataclass(frozen=True, slots=True)
class Worded:
    """What an inject says, by language, to whom, and in which turn it is due.

    `to` names at least one team, all of them, or nobody. Without a `turn`, a new one is due now, and one that is
    rewritten when it was.
    """

    name: Mapping[str, str]
    text: Mapping[str, str]
    sender: Mapping[str, str]
    to: Sequence[str] | Literal["all", "nobody"] = "all"
    turn: int | None = None

    def written(self) -> dict[str, Data]:
        """Return it as a fragment has it."""
        return {
            "name": {lang: one_line(said, limit=LONGEST_NAME) for lang, said in self.name.items()},
            "text": {lang: clean(said, limit=LONGEST_TEXT) for lang, said in self.text.items()},
            "sender": {lang: one_line(said, limit=LONGEST_NAME) for lang, said in self.sender.items()},
            "to": self.to if isinstance(self.to, str) else list(self.to),
            **({} if self.turn is None else {"turn": self.turn}),
        }


@dataclass(frozen=True, slots=True)
class Argued:
    """An order that a team argued for: what it does, why that should work, the odds that the table gave it."""

    team: str
    name: str
    reasons: Sequence[str]
    percent: int
    moves: Sequence[Moves] = ()


def dials(match: Match) -> tuple[Dial, ...]:
    """Return every meter that a ruling may move, in the order of the book."""
    book, values = match.book, match.state.meters[0].tolist()
    return tuple(
        Dial(meter, meter_name(match.scenario, meter), value, low, high)
        for meter, value, low, high in zip(book.meters, values, book.low.tolist(), book.high.tolist(), strict=True)
        if meter.partition(".")[0] not in _NOT_MOVED
    )


def inject_draft(scenario: Scenario, inject: str) -> str:
    """Return an inject as a fragment, to be rewritten."""
    return yaml_of({"injects": {inject: data_of(scenario.injects[inject])}})


def reworded_draft(scenario: Scenario, inject: str, worded: Worded) -> str:
    """Return an inject in other words as a fragment: what it does and waits for stays as it was written."""
    old, written = scenario.injects[inject], worded.written()
    if not _says_the_same(old, worded):
        written["headline"] = {}
    if worded.turn is not None:
        written["until"] = None if old.until is None else max(old.until, worded.turn)
    was = data_of(old)
    return _inject_of(inject, {**(was if isinstance(was, dict) else {}), **written})


def _says_the_same(old: Inject, worded: Worded) -> bool:
    """Whether an inject is but sent to others or at another time: only then its headline still holds."""
    pairs = ((old.name, worded.name), (old.text, worded.text))
    return all(
        {lang: one_line(said) for lang, said in was.versions} == {lang: one_line(said) for lang, said in now.items()}
        for was, now in pairs
    )


def composed_draft(scenario: Scenario, worded: Worded, moves: Sequence[Moves] = ()) -> str:
    """Return a new inject as a fragment: it moves these meters when it fires."""
    return _inject_of(free("composed", scenario.injects), {**worded.written(), "effects": _effects(scenario, moves)})


def _inject_of(inject: str, written: Mapping[str, Data]) -> str:
    return yaml_of({"injects": {inject: {key: each for key, each in written.items() if each}}})


def argued_draft(scenario: Scenario, argued: Argued) -> tuple[str, str]:
    """Return the id of a new card and its fragment: its odds are final, and it can be laid once."""
    card = free("argued", scenario.cards)
    written: dict[str, Data] = {
        "name": one_line(argued.name, limit=LONGEST_NAME),
        "text": "\n".join(one_line(reason, limit=LONGEST_NAME) for reason in argued.reasons) or None,
        "kind": "move",
        "power": "soft",
        "form": "meet",
        "once": True,
        "judged": True,
        "chance": round(argued.percent / 100, 2),
        "peacetime": "also" if scenario.clock.peacetime else None,
        "effects": _effects(scenario, argued.moves),
    }
    kept: dict[str, Data] = {key: value for key, value in written.items() if value is not None}
    holds: Data = {argued.team: [card]}
    return card, yaml_of({"cards": {card: kept}, "holds": holds})


def free(start: str, taken: Container[str]) -> str:
    """Return the first id of its kind that nobody has taken."""
    number = 1
    while (name := f"{start}_{number}") in taken:
        number += 1
    return name


def _effects(scenario: Scenario, moves: Iterable[Moves]) -> list[Data]:
    return [_effect(scenario, each) for each in moves]


def _effect(scenario: Scenario, moves: Moves) -> Data:
    """Return the verb that moves a meter."""
    by = data_of(moves.by)
    match moves.meter.split("."):
        case [story, "heat"] if story in scenario.narratives:
            change: Data = {"narrative": story, "by": data_of(abs(moves.by))}
            return {"spark" if moves.by > 0 else "cool": change}
        case ["relations", one, two]:
            return {"shift": {"relations": [one, two], "by": by}}
        case [audience, side] if audience in scenario.audiences and side in scenario.sides:
            return {"shift": {"opinion_of": side, "among": audience, "by": by}}
    return {"shift": {"meter": moves.meter, "by": by}}
