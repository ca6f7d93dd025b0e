"""Texts, intents and turns as the save file stores them: plain JSON, and back again with every field looked at."""

from collections.abc import Mapping
from hashlib import sha256

from engine.game.chain import Json
from engine.game.intents import INSTITUTION, Intent, Lay, Order, PassSeat, Seal, TakeBack, Undo
from engine.game.legality import Tray
from engine.game.seats import Seat, parse_seat
from engine.kernel.lattice import luck, risk
from engine.scenario.decks import Stored
from engine.scenario.parameters import PARAMETERS
from engine.scenario.reader import Reading, read_text

RULES = 2
"""Raised whenever the rules of the kernel change results."""

_PLAIN: dict[str, type[TakeBack | Undo | Seal]] = {"take_back": TakeBack, "undo": Undo, "seal": Seal}


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
    """The record of an intent."""
    record: dict[str, Json] = {"kind": "intent", "by": by, "team": intent.team}
    match intent:
        case Lay(_, card, target, voice):
            spoken: dict[str, Json] = {} if voice == INSTITUTION else {"voice": voice}
            return {**record, "intent": "lay", "card": card, "target": target, **spoken}
        case TakeBack(_, card):
            return {**record, "intent": "take_back", "card": card}
        case Undo():
            return {**record, "intent": "undo"}
        case Seal():
            return {**record, "intent": "seal"}
        case PassSeat(_, seat):
            return {**record, "intent": "pass_seat", "seat": str(seat)}


def to_intent(record: Mapping[str, Json]) -> tuple[str, Intent] | None:
    """Who wanted what; None for a record that is no intent of ours."""
    match dict(record):
        case {"intent": "lay", "by": str(by), "team": str(team), "card": str(card), "target": str() | None as target}:
            voice = record.get("voice", INSTITUTION)
            return (by, Lay(team, card, target, voice)) if isinstance(voice, str) else None
        case {"intent": "take_back", "by": str(by), "team": str(team), "card": str(card)}:
            return by, TakeBack(team, card)
        case {"intent": "undo", "by": str(by), "team": str(team)}:
            return by, Undo(team)
        case {"intent": "seal", "by": str(by), "team": str(team)}:
            return by, Seal(team)
        case {"intent": "pass_seat", "by": str(by), "team": str(team), "seat": str(written)}:
            seat = parse_seat(written)
            return (by, PassSeat(team, seat)) if isinstance(seat, Seat) else None
    return None


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
