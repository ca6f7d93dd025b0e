"""Says how far a saved exercise has come, from its records alone: nothing is played again, and nothing is locked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from engine.exits import INPUT
from engine.game.chain import Json, Record, name_of
from engine.game.directing import RETRACTABLE, SetPace
from engine.game.kin import titled
from engine.game.load import SaveError, load, said
from engine.language.messages import Message, Words
from engine.scenario.head import Head
from engine.scenario.heads import head_of
from engine.scenario.remembered import Read
from engine.scenario.shelf import Stored
from engine.text import Text

TAKEN_BACK = {name_of(kind) for kind in RETRACTABLE}
"""Records of which `retract` takes back the last that stands."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The exercise's title, the present turn of `turns`, 0 in peacetime, its pace, and whether ENDEX has come.

    `branch` is the turn from which it is a branch; None for an exercise that was begun. `seed` is that of its dice.
    """

    title: Text
    turn: int
    turns: int
    pace: str
    ended: bool
    branch: int | None = None
    seed: int = 0

    @property
    def name(self) -> Words:
        """What it is called, so that a branch is told from what it branched from."""
        return titled(self.title, self.branch)


def progress(path: Path, read: Read = head_of) -> Progress:
    """Return how far the exercise in `path` has come; `read` reads its scenario's head.

    Raises SaveError if it is no exercise that can be read.
    """
    loaded = load(path)
    head = _head(loaded.header.get("sources"), path.name, read)
    if head is None:
        raise SaveError(Message.of("save.no_exercise", path=said(path)), INPUT)
    seed, pace = loaded.header.get("seed"), _pace(loaded.header.get("pace"))
    begun = Progress(head.title, head.first, head.turns, pace, ended=False, seed=seed if isinstance(seed, int) else 0)
    return _followed(begun, loaded.records)


def _followed(at: Progress, records: Iterable[Record]) -> Progress:
    """Follow the records as the table did: another pace counts once a turn has closed, and is taken back with it."""
    asked, opened = at.pace, {at.turn: at.pace}
    before: list[str] = []  # what was asked for before each intervention of this turn that can be taken back
    for record in records:
        match dict(record):
            case {"kind": "close", "turn": int(turn)}:
                at = replace(at, turn=min(turn + 1, at.turns), ended=turn >= at.turns, pace=asked)
                opened[turn + 1], before = asked, []
            case {"kind": "intent", "intent": "rewind", "turn": int(turn)}:
                asked = opened.get(turn, at.pace)
                branch = turn if record.get("branch") is True else at.branch
                at, before = replace(at, turn=turn, ended=False, pace=asked, branch=branch), []
            case {"kind": "intent", "intent": str(done)} if done in TAKEN_BACK:
                before.append(asked)
                asked = _pace(record.get("pace")) if done == name_of(SetPace) else asked
            case {"kind": "intent", "intent": "retract"} if before:
                asked = before.pop()
    return at


def _head(sources: Json, file: str, read: Read) -> Head | None:
    """Return the head of the scenario whose texts, and whose decks' texts, a save holds."""
    texts = [
        (str(source.get("deck")), source["text"])
        for source in (sources if isinstance(sources, list) else ())
        if isinstance(source, dict) and isinstance(source.get("text"), str)
    ]
    if not texts:
        return None
    head = read(texts[0][1].encode("utf-8", "surrogatepass"), file, Stored(dict(texts[1:])))
    return head if isinstance(head, Head) else None


def _pace(written: Json) -> str:
    return "short" if written == "short" else "full"
