"""Plays a saved exercise again, as far as this version knows what stands in it and comes to the same states."""

from collections.abc import Callable
from pathlib import Path

from engine.compiler.book import compile_book
from engine.exits import INPUT
from engine.game.answers import Refused
from engine.game.chain import Json, Record
from engine.game.conduct import apply
from engine.game.load import Loaded, SaveError
from engine.game.match import Match, begin
from engine.game.records import rules_hash, to_bots, to_intent, to_reading
from engine.game.seats import Seat, parse_seat
from engine.language.messages import Message
from engine.text import Text

LONGEST_KIND = 60
Reached = Callable[[int, int], None]
"""Is told, while a save is played again, at which of its records that is, and how many there are."""


def nobody(record: int, of: int) -> None:
    """Hear nothing of it."""


class Replaying:
    """A match that is played again, record by record, until this version leads elsewhere: `differs` says where."""

    def __init__(self, path: Path, header: Record) -> None:
        """Begin as the header of a save says. Raises SaveError if that is of no exercise."""
        self.match = _begun(path, header)
        self.differs: Message | None = None

    def play(self, record: Record) -> bool:
        """Play one more record; return whether it came out as it stands there."""
        self.differs = self.differs or _played(self.match, record)
        return self.differs is None


def replayed(path: Path, loaded: Loaded, reached: Reached = nobody) -> tuple[Match, Message | None]:
    """The match as far as the save tells it, and where this version leads elsewhere."""
    again = Replaying(path, loaded.header)
    for at, record in enumerate(loaded.records, 1):
        reached(at, len(loaded.records))
        if not again.play(record):
            return again.match, again.differs
    if loaded.header.get("rules") != rules_hash():
        return again.match, Message.of("save.other_rules")
    return again.match, None


def _played(match: Match, record: Record) -> Message | None:
    """Play one record; return where this version leads elsewhere, if it does."""
    if record.get("kind") == "intent":
        known = to_intent(record)
        if known is None:
            return _unknown(match, record.get("intent"))
        return Message.of("save.differs", turn=match.turn) if isinstance(apply(match, *known), Refused) else None
    if record.get("kind") == "close":
        bots, turn = to_bots(record), record.get("turn")
        if bots is None or not isinstance(turn, int) or not match.allows(turn, bots):
            return Message.of("save.differs", turn=match.turn)
        same = match.close(bots).hash == record.get("state")
        return None if same else Message.of("save.differs", turn=match.history[-1].turn)
    return _unknown(match, record.get("kind"))


def _unknown(match: Match, kind: Json) -> Message:
    """Say what this version does not know: to leave it out would be another exercise."""
    return Message.of("save.unknown", turn=match.turn, kind=Text.of(str(kind), limit=LONGEST_KIND))


def _begun(path: Path, header: Record) -> Match:
    foreign = SaveError(Message.of("save.no_exercise", path=Text.of(str(path))), INPUT)
    match dict(header):
        case {"sources": sources, "pace": "full" | "short" as pace}:
            found = to_reading(sources, str(header.get("file") or path.name))
        case _:
            raise foreign
    if found is None:
        raise foreign
    seed, written = header.get("seed"), header.get("seats")
    if found.scenario is None or not isinstance(seed, int) or not isinstance(written, dict):
        raise foreign
    seats = {team: parse_seat(str(seat)) for team, seat in written.items()}
    known = {team: seat for team, seat in seats.items() if isinstance(seat, Seat)}
    if set(known) != set(found.scenario.teams) or compile_book(found.scenario).faults:
        raise foreign
    return begin(found.scenario, known, pace, seed, found.lines)
