"""Reads a scenario: a file in; the author's world, or what is wrong with it, out. Never raises on input."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from engine.language.messages import Message
from engine.scenario.checking import check
from engine.scenario.contents import begins_a_save, bytes_of
from engine.scenario.decks import deal
from engine.scenario.findings import Finding, Place, did_you_mean, quote
from engine.scenario.lines import Lines
from engine.scenario.nodes import MOST_FINDINGS, Keyed, build, plain
from engine.scenario.places import Places
from engine.scenario.refusals import refusals
from engine.scenario.scenario import Scenario
from engine.scenario.shelf import Beside, Shelf, Shipped, shipped_file, shipped_ids
from engine.scenario.sources import at_start, text_of
from engine.scenario.typography import blamed
from engine.text import Text, one_line

ENDINGS = (".yaml", ".yml")
SHIPPED = Shipped()


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: a checked scenario, or None when a finding is an error.

    `findings` stand in the order of the file; `source` is the text that was read, `decks` are those of its decks.
    """

    scenario: Scenario | None
    findings: tuple[Finding, ...]
    places: Places
    source: str
    decks: dict[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> Lines:
        """Where the parts of the scenario are written."""
        return Lines((self.places,))


def read_text(source: bytes, file: str, shelf: Shelf = SHIPPED) -> Reading:
    """Read a scenario from the bytes of a file; `file` is the name to show in places, decks come from `shelf`."""
    text = text_of(source, file)
    if isinstance(text, Finding):
        return Reading(None, (text,), Places(file, None), "")
    return _read_tree(text, file, shelf)


def read_file(path: str | Path) -> Reading:
    """Read a scenario from a file; a file that cannot be read is a finding."""
    source = bytes_of(Path(path))
    if isinstance(source, Message):
        hint = Message.of("file.unreadable_hint")
        if source.code == "file.folder":
            hint = Message.of("file.folder_hint", name=quote(str(path).rstrip("/\\")))
        return _refused(at_start(str(path), "FILE001", source, hint))
    return read_text(source, str(path), Beside(Path(path)))


def read_shipped(scenario: str) -> Reading:
    """Read a scenario that comes with Golden Hour; an id that is not among them is a finding."""
    if scenario not in shipped_ids():
        message = Message.of("file.no_such_scenario", name=quote(scenario))
        return _refused(at_start(scenario, "FILE002", message, did_you_mean(scenario, shipped_ids())))
    return read_text(*shipped_file(scenario))


def find(scenario: str) -> Reading:
    """Read a scenario by its path or by the id of one that is shipped; a shipped id goes first."""
    if scenario in shipped_ids():
        return read_shipped(scenario)
    if scenario.endswith(ENDINGS):
        return read_file(scenario)
    other = _otherwise_named(scenario)
    if other is not None:
        return _refused(other)
    return read_file(scenario) if "/" in scenario or "\\" in scenario or _folder(scenario) else read_shipped(scenario)


def _folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _otherwise_named(scenario: str) -> Finding | None:
    """Return a finding for a file that is there and not named as a scenario is, perhaps by a word processor."""
    path = Path(scenario)
    try:
        if not path.is_file():
            return None
    except (OSError, ValueError):
        return None
    if begins_a_save(path):
        hint = Message.of("file.is_save_hint", path=Text.of(one_line(scenario)))
        return at_start(scenario, "FILE005", Message.of("file.is_save"), hint)
    named = path.with_suffix(ENDINGS[0]).name
    message, hint = Message.of("file.not_yaml"), Message.of("file.not_yaml_hint", name=quote(named))
    return at_start(scenario, "FILE005", message, hint)


def _refused(finding: Finding) -> Reading:
    return Reading(None, (finding,), Places(finding.place.file, None), "")


def _read_tree(text: str, file: str, shelf: Shelf) -> Reading:
    reading = _as_it_stands(text, file, shelf)
    findings = reading.findings
    if reading.scenario is None:
        findings = tuple(blamed(findings, text, file, lambda other: _as_it_stands(other, file, shelf).findings))
    refused = any(finding.is_error for finding in findings)
    # Errors first when there are too many to list, and all in the order of the file.
    kept = sorted(findings, key=lambda finding: not finding.is_error)[:MOST_FINDINGS]
    ordered = tuple(sorted(kept, key=lambda finding: finding.place))
    return replace(reading, scenario=None if refused else reading.scenario, findings=ordered)


def _as_it_stands(text: str, file: str, shelf: Shelf) -> Reading:
    """Read a text, whatever signs of a word processor are in it: all findings, in no order; a scenario with errors."""
    tree = build(text, file)
    places = Places(file, tree.root)
    if tree.root is None and tree.findings:
        return Reading(None, tree.findings, places, text)
    if not isinstance(tree.root, Keyed):
        place = tree.root.place if tree.root else Place(file, 1, 1)
        empty = Finding("YAML009", "error", place, Message.of("yaml.no_scenario"), Message.of("yaml.no_scenario_hint"))
        return Reading(None, (*tree.findings, empty), places, text)
    dealt = deal(tree.root, shelf)
    places = replace(places, root=dealt.root)
    scenario, found = _modelled(dealt.root, places)
    lost = (*tree.findings, *dealt.findings)
    if lost and scenario is not None:
        found = ()  # a key or a deck that was lost would be missed everywhere it is mentioned
    # What the YAML itself got wrong is said once: the models may stumble at the same place.
    known = {finding.place for finding in lost}
    findings = (*lost, *(finding for finding in found if finding.place not in known))
    return Reading(None if lost else scenario, findings, places, text, dealt.texts)


def _modelled(root: Keyed, places: Places) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """Return the scenario with what its checks found, or None with what its models refused."""
    try:
        scenario = Scenario.model_validate(plain(root))
    except ValidationError as error:
        return None, tuple(refusals(error, Scenario, places))
    return scenario, tuple(check(scenario, places))
