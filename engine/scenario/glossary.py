"""Which concepts the glossary explains: what `teaches` may name."""

from functools import cache
from importlib.resources import files

from engine.scenario.nodes import Keyed, build

NAME = "glossary.yaml"


@cache
def concepts() -> frozenset[str]:
    """Return the ids of the glossary's concepts; none where there is no glossary."""
    file = files("scenarios") / NAME
    root = build(file.read_text(encoding="utf-8"), NAME).root if file.is_file() else None
    if not isinstance(root, Keyed):
        return frozenset()
    listed = root.entries.get("concepts")
    inner = listed.node if listed else root
    return frozenset(inner.entries) if isinstance(inner, Keyed) else frozenset()
