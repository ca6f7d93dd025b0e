"""The JSON Schema of the scenario format, with which an editor completes, explains and checks."""

import json
from typing import Literal, TypeAlias

from engine.scenario.decks import Deck
from engine.scenario.scenario import Scenario

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

MODELS: dict[str, type[Scenario | Deck]] = {"scenario": Scenario, "deck": Deck}

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(of: Literal["scenario", "deck"] = "scenario") -> dict[str, Json]:
    """Return the schema of a scenario or a deck; every key that may be written has a description."""
    written: dict[str, Json] = MODELS[of].model_json_schema()
    return {"$schema": DIALECT, **{key: _closed(value) for key, value in written.items()}}


def text(of: Literal["scenario", "deck"] = "scenario") -> str:
    """Return the schema as text, for a file beside the scenarios."""
    return json.dumps(schema(of), indent=2, ensure_ascii=False)


def _closed(node: Json) -> Json:
    """Refuse keys that fit no pattern, as the reader does; pydantic leaves that out of what it prints."""
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _closed(value) for key, value in node.items()}
    return {**closed, "additionalProperties": False} if "patternProperties" in closed else closed
