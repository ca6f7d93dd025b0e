"""Texts, intents and turns as the save file stores them: plain JSON, and back again with every field looked at."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from hashlib import sha256
from typing import get_args, get_type_hints

from pydantic import BaseModel, ConfigDict, create_model

from engine.game.chain import Json, name_of
from engine.game.intents import INSTITUTION, Intent, Order
from engine.game.legality import Tray
from engine.game.seats import Seat, parse_seat
from engine.kernel.lattice import luck, risk
from engine.scenario.parameters import PARAMETERS
from engine.scenario.reader import Reading, read_text
from engine.scenario.shelf import Stored
from engine.text import Text

RULES = 4
"""Raised whenever the rules of the kernel change results."""

_INTENTS: dict[str, type[Intent]] = {name_of(kind): kind for kind in get_args(Intent)}
_NAMES = {kind: name for name, kind in _INTENTS.items()}


def rules_hash() -> str:
    """Hash of the rules: their version, the parameters and the tables."""
    names = repr([(p.name, p.default, p.unit) for p in PARAMETERS]).encode()
    return sha256(b"%d" % RULES + names + luck().tobytes() + risk().tobytes()).hexdigest()


def from_reading(reading: Reading) -> list[Json]:
    """The texts that an exercise is made of, each with its hash: the scenario's, then its decks'."""
    decks = ({"deck": deck, **_source(text)} for deck, text in reading.decks.items())
    return [_source(reading.source), *decks]


def _source(text: str) -> dict[str, Json]:
    return {"text": text, "sha256": _hash(text)}


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def to_reading(sources: Json, name: str) -> Reading | None:
    """Read the scenario from stored texts alone; None where they are not what was stored. `name` is for places."""
    if not isinstance(sources, list):
        return None
    texts: list[tuple[str, str]] = []
    for source in sources:
        match source:
            case {"text": str(text), "sha256": str(written)} if written == _hash(text):
                texts.append((str(source.get("deck")), text))
            case _:
                return None
    if not texts:
        return None
    scenario = texts[0][1].encode("utf-8", "surrogatepass")
    return read_text(scenario, name, Stored(dict(texts[1:])))


def from_intent(by: str, intent: Intent) -> dict[str, Json]:
    """The record of an intent: its kind, who wants it, and its fields by name."""
    written = {each.name: _stored(getattr(intent, each.name)) for each in fields(intent)}
    if written.get("voice") == INSTITUTION:
        del written["voice"]
    return {"kind": "intent", "by": by, "intent": _NAMES[type(intent)], **written}


def to_intent(record: Mapping[str, Json]) -> tuple[str, Intent] | None:
    """Who wanted what; None for a record that is no intent of ours."""
    by, kind = record.get("by"), _INTENTS.get(str(record.get("intent")))
    if not isinstance(by, str) or kind is None:
        return None
    try:
        written = {key: _read(key, value) for key, value in record.items() if key not in {"kind", "by", "intent"}}
        return by, kind(**dict(_FORMS[kind].model_validate(written)))
    except ValueError:
        return None


def _form(kind: type[Intent]) -> type[BaseModel]:
    """Return the strict model of an intent's fields, for looking at each of them."""
    types = get_type_hints(kind)
    form: type[BaseModel] = create_model(  # type: ignore[call-overload]
        kind.__name__,
        __config__=ConfigDict(strict=True, extra="forbid", arbitrary_types_allowed=True),
        **{each.name: (types[each.name], ... if each.default is MISSING else each.default) for each in fields(kind)},
    )
    return form


_FORMS = {kind: _form(kind) for kind in _NAMES}


def _stored(value: object) -> Json:
    if isinstance(value, Text):
        return dict(value.versions)
    if isinstance(value, Seat):
        return str(value)
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(f"an intent cannot carry {type(value).__name__}")


def _read(field: str, value: Json) -> object:
    """Return a stored value as the intent's field has it; what is amiss is left to be refused."""
    match field, value:
        case "seat", str():
            return parse_seat(value)
        case "text", Mapping() if value and all(isinstance(words, str) for words in value.values()):
            return Text.of({lang: str(words) for lang, words in value.items()})
    return value


def from_close(turn: int, bots: Mapping[str, Tray], state: str) -> dict[str, Json]:
    """The record of a turn that was closed: what the bots ordered, and the hash of the state after it."""
    ordered: dict[str, Json] = {team: [_plain(order) for order in tray] for team, tray in bots.items()}
    return {"kind": "close", "turn": turn, "bots": ordered, "state": state}


def _plain(order: Order) -> list[Json]:
    """A card, its target, and its voice where it is not the usual one."""
    return [order.card, order.target] if order.voice == INSTITUTION else list(order)


def to_bots(record: Mapping[str, Json]) -> dict[str, Tray] | None:
    """What the bots ordered, from the record of a closed turn; None if it is not well formed."""
    written = record.get("bots")
    if not isinstance(written, dict):
        return None
    bots: dict[str, Tray] = {}
    for team, tray in written.items():
        if not isinstance(tray, list):
            return None
        orders: list[Order] = []
        for order in tray:
            match order:
                case [str(card), str() | None as target]:
                    orders.append(Order(card, target))
                case [str(card), str() | None as target, str(voice)]:
                    orders.append(Order(card, target, voice))
                case _:
                    return None
        bots[team] = tuple(orders)
    return bots
