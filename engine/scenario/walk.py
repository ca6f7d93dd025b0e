"""Walks a scenario and yields what it holds, each thing with its path: effects, lines and texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from engine.scenario.cards import Card
from engine.scenario.conditions import Expression
from engine.scenario.effects import Effect
from engine.scenario.places import Part
from engine.scenario.scenario import Scenario
from engine.text import Text

Path = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PlacedEffect:
    """An effect, its path, and the card it belongs to; None for an inject's."""

    effect: Effect
    path: Path
    card: Card | None


@dataclass(frozen=True, slots=True)
class Line:
    """A condition or an amount; whether `own` means a team in it, and whether it may be a percentage."""

    expression: Expression
    path: Path
    own: bool
    percent: bool = False


def effects(scenario: Scenario) -> Iterator[PlacedEffect]:
    """Yield every effect of cards, injects and missed answers."""
    for name, card in scenario.cards.items():
        for i, effect in enumerate(card.effects):
            yield PlacedEffect(effect, ("cards", name, "effects", i), card)
    for name, inject in scenario.injects.items():
        for i, effect in enumerate(inject.effects):
            yield PlacedEffect(effect, ("injects", name, "effects", i), None)
        for i, effect in enumerate(inject.expects.if_missed if inject.expects else ()):
            yield PlacedEffect(effect, ("injects", name, "expects", "if_missed", i), None)


def lines(scenario: Scenario) -> Iterator[Line]:
    """Yield every condition and every amount."""
    for name, card in scenario.cards.items():
        if card.needs:
            yield Line(card.needs, ("cards", name, "needs"), own=True)
    for name, inject in scenario.injects.items():
        if inject.when:
            yield Line(inject.when, ("injects", name, "when"), own=False)
    yield from _team_lines(scenario)
    for name, meter in scenario.meters.items():
        for i, drift in enumerate(meter.each_turn):
            path: Path = ("meters", name, "each_turn", i)
            yield Line(drift.by, (*path, "by"), own=False, percent=True)
            if drift.when:
                yield Line(drift.when, (*path, "when"), own=False)
    for placed in effects(scenario):
        yield from _effect_lines(placed)


def _team_lines(scenario: Scenario) -> Iterator[Line]:
    for name, team in scenario.teams.items():
        path: Path = ("teams", name)
        if team.mission:
            yield Line(team.mission, (*path, "mission"), own=True)
        for goal, objective in team.objectives.items():
            yield Line(objective.when, (*path, "objectives", goal, "when"), own=True)
        for line, red_line in team.red_lines.items():
            if red_line.when:
                yield Line(red_line.when, (*path, "red_lines", line, "when"), own=True)


def _effect_lines(placed: PlacedEffect) -> Iterator[Line]:
    own = placed.card is not None
    if placed.effect.when:
        yield Line(placed.effect.when, (*placed.path, "when"), own)
    for verb in ("shift", "spark", "cool"):
        written = getattr(placed.effect, verb)
        if written is not None and written.by is not None:
            yield Line(written.by, (*placed.path, verb, "by"), own, percent=True)


def texts(model: object, path: Path = ()) -> Iterator[tuple[Text, Path]]:
    """Yield every text for people, with its path."""
    if isinstance(model, Text):
        yield model, path
    elif isinstance(model, BaseModel):
        for name, value in model:
            yield from texts(value, (*path, "raise" if name == "raise_" else name))
    elif isinstance(model, dict):
        for key, value in model.items():
            yield from texts(value, (*path, key))
    elif isinstance(model, list):
        for i, value in enumerate(model):
            yield from texts(value, (*path, i))
