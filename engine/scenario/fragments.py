"""Fragments: injects and cards that a facilitator adds to a running exercise, read like the scenario itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import Field, ValidationError

from engine.language.messages import Message
from engine.scenario.cards import Card
from engine.scenario.checking import check
from engine.scenario.fields import Id, Written
from engine.scenario.findings import Finding, Place, did_you_mean, quote
from engine.scenario.injects import Inject
from engine.scenario.nodes import Keyed, build, plain
from engine.scenario.places import Places
from engine.scenario.refusals import refusals
from engine.scenario.scenario import Scenario
from engine.scenario.sources import text_of

FILE = "ruling"
"""The name that findings show for the file of a fragment."""
LONGEST = 20_000
"""Letters of a fragment."""


class Fragment(Written):
    """What may be added to an exercise that is being played."""

    injects: Annotated[dict[Id, Inject], Field(max_length=12)] = Field(
        default_factory=dict, description="Injects, new ones or others in place of those that have not fired."
    )
    cards: Annotated[dict[Id, Card], Field(max_length=12)] = Field(default_factory=dict, description="New cards.")
    holds: dict[Id, list[Id]] = Field(default_factory=dict, description="Which team holds which of the new cards.")


@dataclass(frozen=True, slots=True)
class Added:
    """A scenario with a fragment in it, or None and what is wrong with the fragment."""

    scenario: Scenario | None
    fragment: Fragment
    places: Places
    findings: tuple[Finding, ...] = ()


def add(scenario: Scenario, text: str, turn: int) -> Added:
    """Add the fragment in `text` to a checked scenario.

    A new inject without a `turn` is due now, at `turn`; in one that is before the crisis, when that begins.
    Only errors are told: a warning would stop a room that waits.
    """
    read = text_of(text[:LONGEST].encode("utf-8", "surrogatepass"), FILE)
    if isinstance(read, Finding):
        return Added(None, Fragment(), Places(FILE, None), (read,))
    tree = build(read, FILE)
    places = Places(FILE, tree.root)
    if not isinstance(tree.root, Keyed):
        empty = Finding(
            "YAML009", "error", Place(FILE, 1, 1), Message.of("ruling.empty"), Message.of("ruling.empty_hint")
        )
        return Added(None, Fragment(), places, tree.findings or (empty,))
    try:
        fragment = Fragment.model_validate(plain(tree.root))
    except ValidationError as error:
        return Added(None, Fragment(), places, (*tree.findings, *refusals(error, Fragment, places)))
    findings = (*tree.findings, *_misfits(scenario, fragment, places))
    if findings:
        return Added(None, fragment, places, findings)
    merged = _merged(scenario, fragment, turn)
    known = {(found.code, found.message) for found in check(scenario, places)}
    errors = [found for found in check(merged, places) if found.is_error and (found.code, found.message) not in known]
    return Added(None if errors else merged, fragment, places, tuple(sorted(errors, key=lambda found: found.place)))


def _misfits(scenario: Scenario, fragment: Fragment, places: Places) -> Iterator[Finding]:
    """Yield what in a fragment does not fit into this scenario, beside what its own checks would say."""
    for card in fragment.cards:
        if card in scenario.cards:
            hint = Message.of("ruling.card_known_hint")
            yield _error(places.key("cards", card), "ruling.card_known", card, hint)
    for team, cards in fragment.holds.items():
        if team not in scenario.teams:
            hint = did_you_mean(team, scenario.teams)
            yield _error(places.key("holds", team), "ruling.no_team", team, hint)
        for place, card in enumerate(cards):
            if card not in fragment.cards:
                yield _error(
                    places.of("holds", team, place), "ruling.not_added", card, did_you_mean(card, fragment.cards)
                )


def _error(place: Place, code: str, name: str, hint: Message) -> Finding:
    return Finding("RULE001", "error", place, Message.of(code, name=quote(name)), hint)


def _merged(scenario: Scenario, fragment: Fragment, turn: int) -> Scenario:
    injects = {name: _dated(scenario.injects, name, inject, turn) for name, inject in fragment.injects.items()}
    teams = {
        name: team.model_copy(update={"holds": [*team.holds, *fragment.holds.get(name, ())]})
        for name, team in scenario.teams.items()
    }
    update = {
        "injects": {**scenario.injects, **injects},
        "cards": {**scenario.cards, **fragment.cards},
        "teams": teams,
    }
    return scenario.model_copy(update=update)


def _dated(known: Mapping[str, Inject], name: str, inject: Inject, turn: int) -> Inject:
    return inject if inject.turn is not None or name in known else inject.model_copy(update={"turn": max(turn, 1)})


@cache
def fragment_of(text: str) -> Fragment:
    """Return what a fragment adds; an empty one for a text that cannot be read."""
    read = text_of(text[:LONGEST].encode("utf-8", "surrogatepass"), FILE)
    if isinstance(read, Finding):
        return Fragment()
    tree = build(read, FILE)
    try:
        return Fragment.model_validate(plain(tree.root)) if isinstance(tree.root, Keyed) else Fragment()
    except ValidationError:
        return Fragment()
