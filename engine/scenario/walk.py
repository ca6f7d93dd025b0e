"""Walks a scenario and yields what it holds, each thing with its path: effects, lines and texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from engine.scenario.cards import Card, TargetKind
from engine.scenario.cast import Comment
from engine.scenario.effects import Effect
from engine.scenario.expressions import Expression
from engine.scenario.places import Part
from engine.scenario.scenario import Scenario
from engine.text import Text

Path = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PlacedEffect:
    """An effect, its path, whether `own` means a team in it, and the card it belongs to, if it belongs to one."""

    effect: Effect
    path: Path
    own: bool = False
    card: Card | None = None

    @property
    def chosen(self) -> TargetKind | None:
        """Which kind of thing `target` is in it."""
        return self.card.target.kind if self.card and self.card.target else None


@dataclass(frozen=True, slots=True)
class Line:
    """A condition or an amount; whether `own` means a team in it, and whether it may be a percentage."""

    expression: Expression
    path: Path
    own: bool
    percent: bool = False


def effects(scenario: Scenario) -> Iterator[PlacedEffect]:
    """Yield every effect of cards, injects, missed answers and comments."""
    for name, card in scenario.cards.items():
        for i, effect in enumerate(card.effects):
            yield PlacedEffect(effect, ("cards", name, "effects", i), own=True, card=card)
    for name, inject in scenario.injects.items():
        for i, effect in enumerate(inject.effects):
            yield PlacedEffect(effect, ("injects", name, "effects", i))
        for i, effect in enumerate(inject.expects.if_missed if inject.expects else ()):
            yield PlacedEffect(effect, ("injects", name, "expects", "if_missed", i))
    for name, comment in scenario.comments.items():
        for what, several in treatments(comment):
            for i, effect in enumerate(several):
                yield PlacedEffect(effect, ("comments", name, what, i), own=True)


def treatments(comment: Comment) -> tuple[tuple[str, list[Effect]], ...]:
    """Return what answering, removing and leaving comments of a class does, each with its key."""
    return (
        ("if_answered", comment.if_answered),
        ("if_removed", comment.if_removed),
        ("if_left", comment.if_left),
    )


def lines(scenario: Scenario) -> Iterator[Line]:
    """Yield every condition and every amount."""
    for name, card in scenario.cards.items():
        yield from _card_lines(card, ("cards", name))
    for name, inject in scenario.injects.items():
        if inject.when:
            yield Line(inject.when, ("injects", name, "when"), own=False)
    yield from _team_lines(scenario)
    yield from _meter_lines(scenario)
    yield from _crowd_lines(scenario)
    for placed in effects(scenario):
        yield from _effect_lines(placed)


def _card_lines(card: Card, path: Path) -> Iterator[Line]:
    if card.needs:
        yield Line(card.needs, (*path, "needs"), own=True)
    if card.position and card.position.broken_when:
        yield Line(card.position.broken_when, (*path, "position", "broken_when"), own=True)


def _meter_lines(scenario: Scenario) -> Iterator[Line]:
    for name, meter in scenario.meters.items():
        for i, drift in enumerate(meter.each_turn):
            path: Path = ("meters", name, "each_turn", i)
            yield Line(drift.by, (*path, "by"), own=False, percent=True)
            if drift.when:
                yield Line(drift.when, (*path, "when"), own=False)


def _crowd_lines(scenario: Scenario) -> Iterator[Line]:
    if scenario.casualties:
        yield Line(scenario.casualties, ("casualties",), own=False)
    for name, comment in scenario.comments.items():
        yield Line(comment.share, ("comments", name, "share"), own=False)
    for name, voice in scenario.feed.items():
        if voice.when:
            yield Line(voice.when, ("feed", name, "when"), own=False)


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
    if placed.effect.when:
        yield Line(placed.effect.when, (*placed.path, "when"), placed.own)
    for verb in ("shift", "spark", "cool"):
        written = getattr(placed.effect, verb)
        if written is not None and written.by is not None:
            yield Line(written.by, (*placed.path, verb, "by"), placed.own, percent=True)


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
