"""What is said about a crisis, as plain frozen data: stories, voices of the crowd, comments, and positions."""

from dataclasses import dataclass
from typing import Literal

from engine.language.messages import Message, Words
from engine.scenario.lines import Line
from engine.text import Text

Became = Literal["binds", "broken", "kept"]
"""What became of a position."""


@dataclass(frozen=True, slots=True)
class Story:
    """A narrative: heat 0..100, trend -1, 0 or 1, stage 0..2 (online, grassroots, public).

    `answered` says whether any team of the side has answered it, `by_us` whether the reader's own has, which pays for
    its silence where only others did. `about` says at which stage it stands, and what moves a story from one to the
    next. `starts_at` is the line of the scenario where its heat at the start stands, `hurts_at` that which says whom it
    hurts then.
    """

    narrative: str
    name: Text
    text: Text | None
    heat: int
    trend: int
    stage: int
    blocked: bool
    hurts_us: bool
    helps_us: bool
    hurts: tuple[Text, ...]
    answered: bool
    about: Message
    starts_at: Line | None = None
    hurts_at: Line | None = None
    by_us: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """A voice in the crowd: what sort of voice, who, what is said, and the story it is about."""

    kind: str
    who: Text
    text: Text
    about: Text | None


@dataclass(frozen=True, slots=True)
class Comments:
    """A part of a flood of comments: what they look like or, once sorted, who they are; share in percent."""

    name: Text
    text: Text | None
    share: int
    sorted: bool


@dataclass(frozen=True, slots=True)
class Pledge:
    """A position that a team has stated, in public or to one team: it binds until a turn, was broken, or was kept."""

    team: Text
    card: Text
    choice: Words | None
    public: bool
    until: int
    state: Became
