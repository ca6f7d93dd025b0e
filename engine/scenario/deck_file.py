"""Reads the file of a deck by itself: what is wrong with it whatever crisis takes it over."""

from collections.abc import Callable, Iterator
from pathlib import Path

from engine.scenario import name_checks, sense_checks, use_checks
from engine.scenario.cast import Team
from engine.scenario.contents import bytes_of
from engine.scenario.decks import Deck, read_deck
from engine.scenario.findings import Finding
from engine.scenario.listed import SECTIONS
from engine.scenario.nodes import MOST_FINDINGS, Keyed, build
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario
from engine.scenario.shelf import FOLDER
from engine.scenario.sources import text_of
from engine.scenario.typography import blamed

CRISIS = ("clock", "sides", "audiences", "narratives", "teams")
"""What every scenario has and no deck."""

CHECKS: tuple[Callable[[Scenario, Places], Iterator[Finding]], ...] = (
    name_checks.ids_are_one_thing_each,
    name_checks.places_and_frames_are_no_voices,
    name_checks.references_are_known,
    name_checks.nothing_is_listed_twice,
    sense_checks.lists_name_nothing_twice,
    name_checks.shifted_meters_are_known,
    name_checks.names_in_lines_are_known,
    name_checks.percentages_stand_alone,
    sense_checks.lists_that_choose_are_not_empty,
    use_checks.concepts_are_in_the_glossary,
    use_checks.texts_are_in_every_language,
)


def deck_findings(path: str) -> tuple[Finding, ...] | None:
    """Return what is wrong with a deck, in the order of its file; None for a path at which no deck can be read."""
    source = bytes_of(Path(path))
    if not isinstance(source, bytes):
        return None
    text = text_of(source, path)
    if isinstance(text, Finding):
        return (text,) if _in_its_folder(path) else None
    root = build(text, path).root
    if not _in_its_folder(path) and not (isinstance(root, Keyed) and _is_deck(root)):
        return None
    told = blamed(_found(text, path), text, path, lambda other: _found(other, path))
    return tuple(sorted(told, key=lambda finding: finding.place)[:MOST_FINDINGS])


def _found(text: str, path: str) -> tuple[Finding, ...]:
    """Return what is wrong with the text of a deck, in no order."""
    deck, places, findings = read_deck(text, path)
    return (*findings, *_checked(deck, places)) if deck is not None else findings


def _in_its_folder(path: str) -> bool:
    return Path(path).parent.name == FOLDER


def _is_deck(root: Keyed) -> bool:
    return any(key in root.entries for key in SECTIONS) and not any(key in root.entries for key in CRISIS)


def _checked(deck: Deck, places: Places) -> Iterator[Finding]:
    """Check a deck as a scenario in which there is nobody but the team that lays its cards."""
    scenario: Callable[..., Scenario] = Scenario.model_construct
    team: Callable[..., Team] = Team.model_construct
    empty = ("sides", "audiences", "narratives", "meters", "flags", "injects", "teams")
    nobody = scenario(**{**{key: {} for key in empty}, **dict(deck)})
    yield from name_checks.ids_are_no_reserved_words(nobody, places)
    own = team(side=None, holds=list(deck.cards))
    for check in CHECKS:
        yield from check(nobody.model_copy(update={"teams": {"own": own}}), places)
