"""Stories that nobody has heard yet: before it has any heat a story has no name, so that none tells what will come.

So what a name of a condition stands for is told here too: of a story that nobody has heard, nothing is.
"""

from collections.abc import Collection
from functools import cache

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.names import Address
from engine.scenario.openness import may_know
from engine.scenario.scenario import Scenario
from engine.text import Text


@cache
def nameless() -> Text:
    """Return what a story is called before it has a name."""
    return Text(tuple((lang, say(lang, Message.of("story.untold"))) for lang in LANGUAGES))


def tells(scenario: Scenario, address: Address, team: str | None, told: Collection[str], *, ended: bool) -> bool:
    """Whether a team, or for None the public, is told what a name of a condition stands for; after ENDEX everybody is.

    Before that it takes what the scenario leaves open, and of a story that it is among those `told`.
    """
    if ended:
        return True
    story, _, own = address.name.partition(".")
    is_of_story = address.kind == "stage" or (own == "heat" and story in scenario.narratives)
    return may_know(scenario, address, team) and (not is_of_story or story in told)


def as_told(scenario: Scenario, told: Collection[str]) -> Scenario:
    """Return the scenario in which each story that is not among those told is called a story not yet told."""
    if all(name in told for name in scenario.narratives):
        return scenario
    narratives = {
        name: story if name in told else story.model_copy(update={"name": nameless(), "text": None})
        for name, story in scenario.narratives.items()
    }
    return scenario.model_copy(update={"narratives": narratives})
