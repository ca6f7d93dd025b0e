"""Reads a scenario: a file in; the author's world, or what is wrong with it, out. Never raises on input."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from engine.language.messages import Message
from engine.scenario.checking import check
from engine.scenario.findings import Finding, Place, did_you_mean, quote
from engine.scenario.nodes import MOST_FINDINGS, Keyed, build, plain
from engine.scenario.places import Places
from engine.scenario.refusals import refusals
from engine.scenario.scenario import Scenario
from engine.scenario.syntax import unprintable

LARGEST_FILE = 1 << 20
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: a checked scenario, or None when a finding is an error.

    `findings` stand in the order of the file; `source` is the text that was read.
    """

    scenario: Scenario | None
    findings: tuple[Finding, ...]
    places: Places
    source: str


def read_text(source: bytes, file: str) -> Reading:
    """Read a scenario from the bytes of a file; `file` is the name to show in places."""
    if len(source) > LARGEST_FILE:
        return _refused(file, "YAML002", Message.of("yaml.too_large", limit=LARGEST_FILE >> 20))
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        lines = error.object[: error.start].decode().split("\n")
        place = Place(file, len(lines), len(lines[-1]) + 1)
        finding = Finding("YAML001", "error", place, Message.of("yaml.not_utf8"), Message.of("yaml.not_utf8_hint"))
        return Reading(None, (finding,), Places(file, None), "")
    control = unprintable(text, file)
    if control is not None:
        return Reading(None, (control,), Places(file, None), text)
    return _read_tree(text, file)


def read_file(path: str | Path) -> Reading:
    """Read a scenario from a file; a file that cannot be read is a finding."""
    try:
        with Path(path).open("rb") as opened:
            source = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _refused(str(path), "FILE001", Message.of("file.unreadable", reason=quote(reason)))
    return read_text(source, str(path))


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the scenarios that come with Golden Hour, in alphabetical order."""
    names = (entry.name for entry in files("scenarios").iterdir() if entry.is_file())
    found = (name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
    return tuple(sorted(name for name in found if name != "glossary"))


def read_shipped(scenario: str) -> Reading:
    """Read a scenario that comes with Golden Hour; an id that is not among them is a finding."""
    if scenario not in shipped_ids():
        message = Message.of("file.no_such_scenario", name=quote(scenario))
        return _refused(scenario, "FILE002", message, did_you_mean(scenario, shipped_ids()))
    name = f"{scenario}.yaml"
    return read_text((files("scenarios") / name).read_bytes(), name)


def find(scenario: str) -> Reading:
    """Read a scenario by its path or by the id of one that is shipped; a shipped id goes first."""
    if scenario in shipped_ids():
        return read_shipped(scenario)
    if scenario.endswith(ENDINGS) or "/" in scenario or "\\" in scenario:
        return read_file(scenario)
    return read_shipped(scenario)


def _refused(file: str, code: str, message: Message, hint: Message | None = None) -> Reading:
    finding = Finding(code, "error", Place(file, 1, 1), message, hint)
    return Reading(None, (finding,), Places(file, None), "")


def _read_tree(text: str, file: str) -> Reading:
    tree = build(text, file)
    places = Places(file, tree.root)
    if tree.root is None and tree.findings:
        return Reading(None, tree.findings, places, text)
    if not isinstance(tree.root, Keyed):
        place = tree.root.place if tree.root else Place(file, 1, 1)
        empty = Finding("YAML009", "error", place, Message.of("yaml.no_scenario"), Message.of("yaml.no_scenario_hint"))
        return Reading(None, (*tree.findings, empty), places, text)
    scenario, found = _modelled(tree.root, places)
    if tree.findings and scenario is not None:
        found = ()  # a key that was lost would be missed everywhere it is mentioned
    # What the YAML itself got wrong is said once: the models may stumble at the same place.
    known = {finding.place for finding in tree.findings}
    findings = (*tree.findings, *(finding for finding in found if finding.place not in known))
    refused = any(finding.is_error for finding in findings)
    # Errors first when there are too many to list, and all in the order of the file.
    kept = sorted(findings, key=lambda finding: not finding.is_error)[:MOST_FINDINGS]
    ordered = tuple(sorted(kept, key=lambda finding: finding.place))
    return Reading(None if refused else scenario, ordered, places, text)


def _modelled(root: Keyed, places: Places) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """Return the scenario with what its checks found, or None with what its models refused."""
    try:
        scenario = Scenario.model_validate(plain(root))
    except ValidationError as error:
        return None, tuple(refusals(error, Scenario, places))
    return scenario, tuple(check(scenario, places))
