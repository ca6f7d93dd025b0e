"""The JSON Schema of the scenario format, with which an editor completes, explains and checks."""

import json
from typing import TypeAlias

from engine.scenario.scenario import Scenario

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Json]:
    """Return the schema; every key that may be written has a description."""
    written: dict[str, Json] = Scenario.model_json_schema()
    return {"$schema": DIALECT, **{key: _closed(value) for key, value in written.items()}}


def text() -> str:
    """Return the schema as text, for a file beside the scenarios."""
    return json.dumps(schema(), indent=2, ensure_ascii=False)


def _closed(node: Json) -> Json:
    """Refuse keys that fit no pattern, as the reader does; pydantic leaves that out of what it prints."""
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _closed(value) for key, value in node.items()}
    return {**closed, "additionalProperties": False} if "patternProperties" in closed else closed
