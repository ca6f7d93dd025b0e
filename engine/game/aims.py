"""Objectives and red lines as a team reads them, and how they are judged."""

from engine.game.needs import in_words
from engine.game.view import Aim
from engine.scenario.cast import RedLine
from engine.scenario.scenario import Scenario


def objective(scenario: Scenario, team: str | None, name: str, reached: bool | None) -> Aim:  # noqa: FBT001 - or not yet
    """An objective of a team, with its measure in words."""
    aim = scenario.teams[team or ""].objectives[name]
    return Aim(aim.text, round(aim.points), reached, in_words(scenario, aim.when, team))


def red_line(line: RedLine, crossed: bool | None) -> Aim:  # noqa: FBT001 - or not yet
    """A red line; its points are the cap of the side."""
    return Aim(line.text, round(line.cap), crossed, None)
