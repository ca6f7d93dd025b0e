"""The lines of a save file: how each is sealed to the line before, and how a run of them is read.

A line is one JSON object in canonical form, `{"hash", "nonce", "previous", "record"}`; the first line has
`golden_hour`, the number of the format, before these. `hash` is the SHA-256 of the canonical line without it,
`previous` the hash of the line before. The nonce keeps the hash from confirming a guess at the record. A
changed bit shows; but whoever can write the file can build another chain: it is no seal against forgery.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from engine.scenario.contents import SAVE_BEGINS

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"
Record: TypeAlias = Mapping[str, Json]

FORMAT = 1
MAGIC = SAVE_BEGINS
"""Every format begins with this and its number, so that an old version can name a newer one."""

LINE_LIMIT = 8 * 2**20
FILE_LIMIT = 64 * 2**20
DEEPEST = 32

UNWRITTEN = b"\x00"
"""What a file holds where its length reached the disk and its bytes did not; no line of ours has it."""
_NONCE = re.compile("[0-9a-f]{32}")
_WORD = re.compile("(?<!^)(?=[A-Z])")


def name_of(intent: type) -> str:
    """Return what a record calls an intent of this class."""
    return _WORD.sub("_", intent.__name__).lower()


@dataclass(frozen=True, slots=True)
class Place:
    """How far a chain is known: its last line's byte offsets, newline included, its number from 1, and its hash."""

    start: int = 0
    end: int = 0
    line: int = 0
    head: str = ""


START = Place()


@dataclass(frozen=True, slots=True)
class Run:
    """The sound lines found from some place on, and the place after them.

    `torn` says that the rest is a line whose writing was interrupted: it ends too soon, or has holes that a power cut
    left. `broken` says that it was written whole, and has been damaged since: it may have been acknowledged.
    `unended` says that the last line lacks its newline alone. Its hash shows that it is whole, so it counts.
    """

    records: tuple[Record, ...]
    place: Place
    torn: bool = False
    broken: bool = False
    unended: bool = False


def canonical(value: object) -> bytes:
    """Return `value` as JSON with one spelling only: sorted keys, no spaces, ASCII.

    Raises TypeError for what is not JSON, floats included, and ValueError for nesting beyond DEEPEST.
    """
    return json.dumps(_plain(value), sort_keys=True, separators=(",", ":")).encode("ascii")


def seal(record: Record, place: Place) -> tuple[bytes, Place]:
    """Return the line for `record` after `place`, newline included, and the place after it.

    Raises TypeError or ValueError for a record that is not JSON, or that lacks its `kind`, which the header
    need not have.
    """
    if place.line and not isinstance(record.get("kind"), str):
        raise ValueError("a record needs its kind")
    body = {"nonce": secrets.token_hex(16), "previous": place.head, "record": record}
    line = body if place.line else {"golden_hour": FORMAT, **body}
    head = _hash(line)
    data = canonical({**line, "hash": head}) + b"\n"
    return data, _after(place, len(data), head)


def read_run(data: bytes, place: Place) -> Run:
    """Read the lines in `data`, which stands in the file right behind `place`."""
    records: list[Record] = []
    at = 0
    while at < len(data):
        end = data.find(b"\n", at)
        raw = data[at:].rstrip(UNWRITTEN) if end < 0 else data[at:end]
        found = _unseal(raw, place)
        if found is None:
            torn = end < 0 or (end + 1 == len(data) and UNWRITTEN in raw)
            return Run(tuple(records), place, torn=torn, broken=not torn)
        record, head = found
        records.append(record)
        place = _after(place, len(raw) + 1, head)
        if end < 0:
            return Run(tuple(records), place, unended=True)
        at = end + 1
    return Run(tuple(records), place)


def is_last_line(data: bytes, place: Place) -> bool:
    """Say whether `data`, read from the start of the last line of `place`, still begins with that line."""
    length = place.end - place.start
    line = _sound(data[: length - 1]) if data[length - 1 : length] == b"\n" else None
    return line is not None and line["hash"] == place.head


def _after(place: Place, length: int, head: str) -> Place:
    return Place(place.end, place.end + length, place.line + 1, head)


def _unseal(raw: bytes, place: Place) -> tuple[Record, str] | None:
    """Return record and hash of the line that follows `place`, or None if `raw` is not that line."""
    line = _sound(raw)
    if line is None or line.keys() != _keys(place) or line["previous"] != place.head:
        return None
    record, nonce = line["record"], line["nonce"]
    if not isinstance(record, dict) or not isinstance(nonce, str) or not _NONCE.fullmatch(nonce):
        return None
    if place.line and not isinstance(record.get("kind"), str):
        return None
    if not place.line and not raw.startswith(b"%s%d," % (MAGIC, FORMAT)):
        return None
    return record, str(line["hash"])


def _keys(place: Place) -> set[str]:
    return {"hash", "nonce", "previous", "record"} | (set() if place.line else {"golden_hour"})


def _sound(raw: bytes) -> dict[str, Json] | None:
    """Return the line in `raw` if it is canonical and carries its own hash, whatever it follows."""
    if len(raw) >= LINE_LIMIT:
        return None
    try:
        line = json.loads(raw.decode("ascii"))
        sound = isinstance(line, dict) and canonical(line) == raw
    except (ValueError, TypeError, RecursionError):
        return None
    if not sound or line.get("hash") != _hash({key: line[key] for key in line if key != "hash"}):
        return None
    return dict(line)


def _hash(line: Mapping[str, object]) -> str:
    return hashlib.sha256(canonical(line)).hexdigest()


def _plain(value: object, depth: int = 0) -> Json:
    """Return `value` in lists and dicts; tuples become lists. Floats are refused: spellings differ."""
    if depth > DEEPEST:
        raise ValueError("a record is nested too deeply")
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("the keys of a record are strings")
        return {key: _plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, depth + 1) for item in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(f"a save cannot hold {type(value).__name__}")
