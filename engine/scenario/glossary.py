"""The glossary: the concepts that `teaches` may name, with what they mean and where the game shows them."""

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


@cache
def _glossary() -> Mapping[str, Concept]:
    file = files("scenarios") / NAME
    root = build(file.read_text(encoding="utf-8"), NAME).root if file.is_file() else None
    listed = root.entries.get("concepts") if isinstance(root, Keyed) else None
    if listed is None or not isinstance(listed.node, Keyed):
        return {}
    return {name: Concept.model_validate(plain(entry.node)) for name, entry in listed.node.entries.items()}
