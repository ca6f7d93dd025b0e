"""Says of a scenario whether its numbers stay exact: what the compiler refuses, as findings at their places."""

from collections.abc import Iterator
from dataclasses import replace

from engine.compiler.book import compile_book
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.scenario.reader import Reading


def exactness(reading: Reading) -> tuple[Finding, ...]:
    """Return a finding for each line whose result could leave the lattice; none where there is no scenario."""
    return tuple(sorted(_faults(reading), key=lambda finding: finding.place))


def proved(reading: Reading) -> Reading:
    """Return the reading with what `exactness` finds; its scenario is None where that is anything.

    Whoever is about to play or to judge a scenario asks for this: what comes out can be played.
    """
    found = exactness(reading)
    if not found:
        return reading
    findings = sorted((*reading.findings, *found), key=lambda finding: finding.place)
    return replace(reading, scenario=None, findings=tuple(findings))


def _faults(reading: Reading) -> Iterator[Finding]:
    if reading.scenario is None:
        return
    # A card compiles once for each team and target, and a line can fail in several of its parts.
    for path, message in dict.fromkeys(compile_book(reading.scenario).faults):
        hint = Message.of("compile.too_large_hint") if message.code == "compile.too_large" else None
        yield Finding("EXACT001", "error", reading.places.of(*path), message, hint)
