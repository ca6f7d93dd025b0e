"""What a team can look for in its view by a name, besides cards and concepts: letters, stories, numbers.

The screens open what is found, plain mode says by which command it is read.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from engine.game.view import View, Words
from engine.language.messages import Message
from tui.means import BUDGET, HOURS


class Sought(NamedTuple):
    """Something of a view: which paper tells of it, its id, and its name."""

    kind: Literal["letter", "story", "means", "meter"]
    key: str
    name: Words

    @property
    def sort(self) -> Message:
        """What sort of thing it is called: hours and budget are numbers too."""
        return Message.of(f"find.{'meter' if self.kind == 'means' else self.kind}")


def readable(view: View) -> Iterable[Sought]:
    """Yield what a team can read in its room."""
    for letter in view.inbox:
        yield Sought("letter", letter.inject, letter.name)
    for story in view.stories:
        yield Sought("story", story.narrative, story.name)
    for each in (HOURS, BUDGET):
        yield Sought("means", each, Message.of(f"means.{each}"))
    yield from numbers(view)


def numbers(view: View) -> Iterable[Sought]:
    """Yield the numbers that are shown, then those of which it is only known that they moved."""
    for gauge in view.gauges:
        yield Sought("meter", gauge.meter, gauge.name)
    shown = {gauge.meter for gauge in view.gauges} | {f"{view.team}.{each}" for each in (HOURS, BUDGET)}
    for meter, rows in view.history.items():
        if meter not in shown and rows:
            yield Sought("meter", meter, rows[-1][1].name)
