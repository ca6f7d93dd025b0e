"""The kinds of value that a scenario is written in: ids, words, numbers, conditions and amounts."""

from collections.abc import Mapping
from typing import Annotated, Literal, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetPydanticSchema, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from engine.language.messages import Message
from engine.scenario import conditions, expressions
from engine.scenario.faults import Fault
from engine.scenario.listed import ID_PATTERN
from engine.text import Text

LANGUAGE_PATTERN = r"^[a-z]{2,3}$"


class Written(BaseModel):
    """Base of all that an author writes: frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


Id = Annotated[str, Field(pattern=ID_PATTERN)]
Number = Annotated[float, Field(ge=-conditions.LARGEST, le=conditions.LARGEST)]
Hours = Annotated[float, Field(ge=0, le=1000)]
Points = Annotated[float, Field(ge=0, le=100)]
Opinion = Annotated[float, Field(ge=-100, le=100)]
Share = Annotated[float, Field(ge=0, le=1)]
Turns = Annotated[int, Field(ge=0, le=60)]
Outcome = Literal["success", "partial", "backfire", "kept_waiting"]
Power = Literal["hard", "soft", "smart"]


def _as_word(value: object) -> object:
    return ("true" if value else "false") if isinstance(value, bool) else value


Truth = Annotated[
    Literal["true", "false", "contested"],
    BeforeValidator(_as_word),
    WithJsonSchema({"enum": [True, False, "contested", "true", "false"]}),
]
"""`true`, `false` or `contested`; in YAML the first two are no words, unless quotes make them some."""


def _to_text(value: str | dict[str, str]) -> Text:
    return Text.of(value)


def _words_schema(_source: object, _handler: object) -> core_schema.CoreSchema:
    languages = core_schema.dict_schema(
        core_schema.str_schema(pattern=LANGUAGE_PATTERN),
        core_schema.str_schema(max_length=10_000),
        min_length=1,
    )
    written = core_schema.union_schema(
        [core_schema.str_schema(max_length=10_000), languages],
        custom_error_type="words",
        custom_error_message="words",
    )
    return core_schema.no_info_after_validator_function(_to_text, written)


Words = Annotated[Text, GetPydanticSchema(_words_schema)]
"""Text for people: a string, or one string a language, as in `{en: ..., id: ...}`."""


def _parsed(source: str) -> expressions.Expression:
    parsed = conditions.parse(source)
    if isinstance(parsed, Fault):
        raise PydanticCustomError("expression", "expression", {"fault": parsed})
    return parsed


def _expression_schema(_source: object, _handler: object) -> core_schema.CoreSchema:
    text = core_schema.no_info_after_validator_function(_parsed, core_schema.str_schema(max_length=400))
    number = core_schema.no_info_after_validator_function(
        expressions.of_number, core_schema.float_schema(ge=-conditions.LARGEST, le=conditions.LARGEST)
    )
    flag = core_schema.no_info_after_validator_function(
        lambda value: _parsed("true" if value else "false"), core_schema.bool_schema()
    )
    return core_schema.union_schema([flag, number, text], mode="left_to_right")


Condition = Annotated[expressions.Expression, GetPydanticSchema(_expression_schema)]
"""One line of comparison and arithmetic over named meters, flags and `turn`."""

Amount = Annotated[expressions.Expression, GetPydanticSchema(_expression_schema)]
"""How much: a number, or one line of arithmetic over the same names."""


def refuse(message: Message, hint: Message) -> NoReturn:
    """Refuse keys that do not fit together, and say why and what to do."""
    raise PydanticCustomError("together", "together", {"message": message, "hint": hint})


def pick_one(values: Mapping[str, object], names: tuple[str, ...]) -> None:
    """Refuse unless exactly one of `names` was written."""
    if sum(values.get(name) is not None for name in names) != 1:
        refuse(Message.of("value.pick_one", keys=names), Message.of("value.pick_one_hint"))
