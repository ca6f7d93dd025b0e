"""Checks scenario files and says what was found, as lines of text or as JSON."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from engine.compiler.findings import proved
from engine.compiler.never import never
from engine.exits import FINE, INPUT
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.deck_file import deck_findings
from engine.scenario.findings import Finding, quote
from engine.scenario.reader import Reading, find
from engine.scenario.shelf import is_shipped, shipped_ids
from engine.text import Text, one_line


@dataclass(frozen=True, slots=True)
class Checked:
    """What to print, a line each, and the exit code: 0 when every file can be played, else 1."""

    lines: tuple[str, ...]
    exit_code: int


def check(paths: Iterable[str], form: Literal["text", "json"] = "text", lang: str = "en") -> Checked:
    """Check scenarios and decks, each a path or a shipped id. Warnings do not change the exit code."""
    judged = [_judge(path) for path in paths]
    lines = _as_json(judged, lang) if form == "json" else _as_text(judged, lang)
    return Checked(tuple(lines), FINE if all(one.sound for one in judged) else INPUT)


@dataclass(frozen=True, slots=True)
class _Judged:
    path: str
    kind: Literal["scenario", "deck"]
    findings: tuple[Finding, ...]
    sound: bool


def _judge(path: str) -> _Judged:
    found = deck_findings(path)
    if found is not None:
        return _Judged(path, "deck", found, not any(finding.is_error for finding in found))
    reading = proved(find(path))
    findings = sorted((*_copied(path, reading), *reading.findings, *never(reading)), key=lambda each: each.place[1:])
    return _Judged(path, "scenario", tuple(findings), reading.scenario is not None)


def _copied(path: str, reading: Reading) -> tuple[Finding, ...]:
    """Warn of a file that has kept the id of a shipped scenario, which that id opens."""
    scenario = reading.scenario
    if scenario is None or scenario.id not in shipped_ids() or is_shipped(path):
        return ()
    name = quote(scenario.id)
    said, hint = Message.of("file.kept_id", name=name), Message.of("file.kept_id_hint", name=name)
    return (Finding("FILE004", "warning", reading.places.of("id"), said, hint),)


def line(finding: Finding, lang: str) -> str:
    """Return `file:line:column: CODE message (hint)`, as editors and people read it."""
    message = finding.message if finding.is_error else Message.of("check.warning", message=finding.message)
    return f"{finding.place}: {finding.code} {say(lang, message)} ({say(lang, finding.hint)})"


_VERDICTS = {
    ("scenario", True): "check.fine",
    ("scenario", False): "check.refused",
    ("deck", True): "check.deck_fine",
    ("deck", False): "check.deck_refused",
}


def _as_text(judged: list[_Judged], lang: str) -> Iterable[str]:
    for one in judged:
        yield from (line(finding, lang) for finding in one.findings)
        errors = sum(finding.is_error for finding in one.findings)
        warnings = len(one.findings) - errors
        code = _VERDICTS[one.kind, one.sound]
        yield say(lang, Message.of(code, file=Text.of(one_line(one.path)), errors=errors, warnings=warnings))


def _as_json(judged: list[_Judged], lang: str) -> Iterable[str]:
    files = [
        {
            "file": one_line(one.path),
            "kind": one.kind,
            "ok": one.sound,
            "findings": [_as_object(finding, lang) for finding in one.findings],
        }
        for one in judged
    ]
    yield json.dumps({"files": files}, ensure_ascii=False, indent=2)


def _as_object(finding: Finding, lang: str) -> dict[str, str | int | None]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": one_line(finding.place.file),
        "line": finding.place.line,
        "column": finding.place.column,
        "message": say(lang, finding.message),
        "hint": say(lang, finding.hint),
    }
