"""Writes what an author wrote back as YAML, so that it can be changed: the reader makes the same of it again."""

import re
from collections.abc import Mapping

import yaml
from pydantic import BaseModel

from engine.scenario.expressions import Expression
from engine.text import FIRST_LANGUAGE, Text

Data = bool | int | float | str | None | list["Data"] | dict[str, "Data"]

_ID = re.compile("[a-z][a-z0-9_]*")
_NO_STRINGS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan"})
_ONE_LINE = 1 << 30


class _Dumper(yaml.SafeDumper):
    """No aliases, which our reader refuses; and quotes around all words that are no ids, whatever the YAML version."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    bare = _ID.fullmatch(text) and text not in _NO_STRINGS
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if bare else '"')


_Dumper.add_representer(str, _string)


def yaml_of(data: Data) -> str:
    """Return data as YAML that our reader takes, one line a value."""
    return yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ONE_LINE, default_flow_style=False
    )


def data_of(value: object) -> Data:
    """Return what an author would have written for a value; raise TypeError for what is no value of a scenario."""
    match value:
        case BaseModel():
            return _fields(value)
        case Text():
            return str(value) if value.languages == (FIRST_LANGUAGE,) else dict(value.versions)
        case Expression(source=source):
            return _number(source)
        case bool() | int() | str() | None:
            return value
        case float():
            return int(value) if value.is_integer() else value
        case list() | tuple():
            return [data_of(each) for each in value]
        case Mapping():
            return {str(name): data_of(each) for name, each in value.items()}
    raise TypeError(f"a scenario holds no {type(value).__name__}")


def _fields(model: BaseModel) -> Data:
    """Return the fields that say something else than their default."""
    return {
        field.alias or name: data_of(getattr(model, name))
        for name, field in type(model).model_fields.items()
        if field.is_required() or getattr(model, name) != field.get_default(call_default_factory=True)
    }


def _number(source: str) -> Data:
    try:
        value = float(source)
    except ValueError:
        return source
    return int(value) if value.is_integer() else value
