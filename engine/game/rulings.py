"""What a facilitator's rulings make of a scenario: injects fired, held, skipped or rewritten, and what was added."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from engine.game.directing import Fire, Hold, Release, Rule, Ruling, Skip
from engine.scenario.conditions import parse
from engine.scenario.expressions import Expression
from engine.scenario.findings import Finding
from engine.scenario.fragments import add
from engine.scenario.injects import Inject
from engine.scenario.lines import Lines
from engine.scenario.scenario import Scenario

Status = Literal["fired", "held", "skipped"]


class Ruled(NamedTuple):
    """A ruling, and the turn in which it was made."""

    turn: int
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Edition:
    """A scenario after some rulings; `status` of the injects that the facilitator has a hand on.

    `written` is the same in writing: there an inject that was fired, held or skipped stands as if it had not been.
    `findings` say what is wrong with the first fragment that cannot be read; the scenario is then as it was before it.
    `lines` tell where its parts are written.
    """

    scenario: Scenario
    written: Scenario
    lines: Lines = field(default_factory=Lines)
    status: dict[str, Status] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def edition(base: Scenario, lines: Lines, rulings: Iterable[Ruled]) -> Edition:
    """Return what rulings, in their order, make of a scenario that is written in these lines."""
    written, status = base, dict[str, Status]()
    fired: dict[str, int] = {}
    for turn, ruling in rulings:
        match ruling:
            case Rule(text):
                added = add(written, text, turn)
                if added.scenario is None:
                    return Edition(_directed(written, status, fired), written, lines, status, added.findings)
                written, lines = added.scenario, lines.below(added.places)
            case Fire(inject):
                status[inject], fired[inject] = "fired", turn
            case Hold(inject):
                status[inject] = "held"
            case Skip(inject):
                status[inject] = "skipped"
            case Release(inject):
                status.pop(inject, None)
    return Edition(_directed(written, status, fired), written, lines, status)


def _directed(written: Scenario, status: dict[str, Status], fired: dict[str, int]) -> Scenario:
    injects = {
        name: inject if name not in status else _as_directed(inject, status[name], fired.get(name, 0))
        for name, inject in written.injects.items()
    }
    return written.model_copy(update={"injects": injects})


def _as_directed(inject: Inject, status: Status, turn: int) -> Inject:
    """A fired inject is due now, whatever it was waiting for; one that is held or skipped never holds."""
    if status == "fired":
        return inject.model_copy(update={"turn": turn, "until": None, "when": None})
    return inject.model_copy(update={"when": _never()})


def _never() -> Expression:
    never = parse("turn < 0")
    if not isinstance(never, Expression):
        raise TypeError("a line of ours is refused")
    return never
