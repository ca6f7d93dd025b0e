"""The glossary: the concepts that `teaches` may name, and words of the exercise: what they mean, where they show."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import Field

from engine.scenario.fields import Words, Written
from engine.scenario.nodes import Keyed, build, plain

NAME = "glossary.yaml"


class Concept(Written):
    """Something that an exercise teaches."""

    name: Words = Field(description="What it is called.")
    text: Words = Field(description="What it means, in one to three sentences.")
    shown: Words | None = Field(None, description="Where the game shows it.")
    source: Words | None = Field(None, description="A work that can be checked, or that it is our choice.")


@cache
def concepts() -> frozenset[str]:
    """Return the ids of the glossary's concepts; none where there is no glossary."""
    return frozenset(_glossary())


def concept(name: str) -> Concept:
    """Return the concept with this id; raise KeyError if the glossary has none."""
    return _glossary()[name]


def words() -> Mapping[str, Concept]:
    """Return the words of the exercise itself, by their ids: no card teaches them."""
    return _section("words")


def explained(name: str) -> Concept:
    """Return the concept or the word with this id; raise KeyError if the glossary has none."""
    return words().get(name) or concept(name)


def _glossary() -> Mapping[str, Concept]:
    return _section("concepts")


@cache
def _section(name: str) -> Mapping[str, Concept]:
    file = files("scenarios") / NAME
    root = build(file.read_text(encoding="utf-8"), NAME).root if file.is_file() else None
    listed = root.entries.get(name) if isinstance(root, Keyed) else None
    if listed is None or not isinstance(listed.node, Keyed):
        return {}
    return {each: Concept.model_validate(plain(entry.node)) for each, entry in listed.node.entries.items()}
