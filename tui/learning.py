"""What an exercise is for: what one can learn in it, and which seats to merge or leave to bots with fewer people."""

from typing import TYPE_CHECKING

from engine.language.messages import Message
from engine.text import Text

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.scenario.scenario import Scenario


def goals(scenario: "Scenario") -> tuple[Text, ...]:
    """Return what one can learn here."""
    return tuple(scenario.learning_objectives)


def seating(scenario: "Scenario") -> tuple[Message, ...]:
    """Say which seats one person may take together, and which to leave to bots first."""
    teams = scenario.teams
    said = [Message.of("lobby.merge", teams=tuple(teams[team].name for team in seats)) for seats in scenario.merges]
    if scenario.drop_first:
        said.append(Message.of("lobby.drop_first", teams=tuple(teams[team].name for team in scenario.drop_first)))
    return tuple(said) or (Message.of("lobby.all_seats"),)
