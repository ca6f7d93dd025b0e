"""Says of a scenario whether its numbers stay exact and its secrets secret: what the compiler refuses, as findings."""

from collections.abc import Iterator
from dataclasses import replace

from engine.compiler.book import compile_book
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.scenario.reader import Reading


def unfit(reading: Reading) -> tuple[Finding, ...]:
    """Return a finding for each line whose result could leave the lattice, or would give a secret away."""
    return tuple(sorted(_faults(reading), key=lambda finding: finding.place))


def proved(reading: Reading) -> Reading:
    """Return the reading with what `unfit` finds; its scenario is None where that is anything.

    Whoever is about to play or to judge a scenario asks for this: what comes out can be played.
    """
    found = unfit(reading)
    if not found:
        return reading
    findings = sorted((*reading.findings, *found), key=lambda finding: finding.place)
    return replace(reading, scenario=None, findings=tuple(findings))


def _faults(reading: Reading) -> Iterator[Finding]:
    if reading.scenario is None:
        return
    # A card compiles once for each team and target, and a line can fail in several of its parts.
    compiled = compile_book(reading.scenario)
    for path, message in dict.fromkeys(compiled.faults):
        hint = Message.of(
            "compile.too_large_hint" if message.code == "compile.too_large" else "compile.too_many_options_hint"
        )
        yield Finding("EXACT001", "error", reading.places.of(*path), message, hint)
    for path, message in dict.fromkeys(compiled.leaks):
        yield Finding("COND004", "error", reading.places.of(*path), message, Message.of("compile.leak_hint"))
