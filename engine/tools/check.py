"""Checks scenario files and says what was found, as lines of text or as JSON."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from engine.compiler.findings import proved
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.scenario.reader import Reading, find
from engine.text import Text, one_line


@dataclass(frozen=True, slots=True)
class Checked:
    """What to print, a line each, and the exit code: 0 when every file can be played, else 1."""

    lines: tuple[str, ...]
    exit_code: Literal[0, 1]


def check(paths: Iterable[str], form: Literal["text", "json"] = "text", lang: str = "en") -> Checked:
    """Check scenarios, each a path or a shipped id. Warnings are listed and do not change the exit code."""
    readings = [(path, proved(find(path))) for path in paths]
    refused = any(reading.scenario is None for _, reading in readings)
    lines = _as_json(readings, lang) if form == "json" else _as_text(readings, lang)
    return Checked(tuple(lines), 1 if refused else 0)


def line(finding: Finding, lang: str) -> str:
    """Return `file:line:column: CODE message (hint)`, as editors and people read it."""
    message = finding.message if finding.is_error else Message.of("check.warning", message=finding.message)
    hint = f" ({say(lang, finding.hint)})" if finding.hint else ""
    return f"{finding.place}: {finding.code} {say(lang, message)}{hint}"


def _as_text(readings: list[tuple[str, Reading]], lang: str) -> Iterable[str]:
    for path, reading in readings:
        yield from (line(finding, lang) for finding in reading.findings)
        errors = sum(finding.is_error for finding in reading.findings)
        warnings = len(reading.findings) - errors
        code = "check.refused" if reading.scenario is None else "check.fine"
        yield say(lang, Message.of(code, file=Text.of(one_line(path)), errors=errors, warnings=warnings))


def _as_json(readings: list[tuple[str, Reading]], lang: str) -> Iterable[str]:
    files = [
        {
            "file": one_line(path),
            "ok": reading.scenario is not None,
            "findings": [_as_object(finding, lang) for finding in reading.findings],
        }
        for path, reading in readings
    ]
    yield json.dumps({"files": files}, ensure_ascii=False, indent=2)


def _as_object(finding: Finding, lang: str) -> dict[str, str | int | None]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": say(lang, finding.message),
        "hint": say(lang, finding.hint) if finding.hint else None,
    }
