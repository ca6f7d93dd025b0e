"""Checks that a scenario's parts fit together: a tuple of small functions, each returning findings."""

from collections.abc import Callable, Iterator

from engine.scenario.findings import Finding
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario

Check = Callable[[Scenario, Places], Iterator[Finding]]

CHECKS: tuple[Check, ...] = ()


def check(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Yield what every check finds."""
    for one in CHECKS:
        yield from one(scenario, places)
