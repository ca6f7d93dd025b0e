"""Stories that nobody has heard yet: before it has any heat a story has no name, so that none tells what will come."""

from collections.abc import Collection
from functools import cache

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.scenario import Scenario
from engine.text import Text


@cache
def nameless() -> Text:
    """Return what a story is called before it has a name."""
    return Text(tuple((lang, say(lang, Message.of("story.untold"))) for lang in LANGUAGES))


def is_told(scenario: Scenario, meter: str, told: Collection[str]) -> bool:
    """Whether a meter is not the heat of a story that is not among those told."""
    story, _, own = meter.partition(".")
    return own != "heat" or story not in scenario.narratives or story in told


def as_told(scenario: Scenario, told: Collection[str]) -> Scenario:
    """Return the scenario in which each story that is not among those told is called a story not yet told."""
    if all(name in told for name in scenario.narratives):
        return scenario
    narratives = {
        name: story if name in told else story.model_copy(update={"name": nameless(), "text": None})
        for name, story in scenario.narratives.items()
    }
    return scenario.model_copy(update={"narratives": narratives})
