"""What was begun to be written and not sent, and what was read: a small file beside the save.

The save only grows, and holds what was acknowledged; this is put in place whole, again and again, and forgets. Nobody
is shown anything of it but whoever writes it: a team in its room, the facilitator at the console.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from engine.game.disk import DISK, Disk, put_whole
from engine.game.intents import FACILITATOR, Because, Foresee, Intent, PassSeat, Slip
from engine.game.match import Match
from engine.text import clean

ENDING = ".begun"
"""Of the file beside a save that is called the same."""
TRAY = "tray"
"""What stands on a team's slip in the umpire's grid."""
READ = "read"
"""A letter that was read stays so for the round, whether or not its team has sealed: it may get its orders back."""
LASTING = frozenset({"compose", "edit", "note", "page"})
"""What a facilitator goes on writing in a later round: the forms of these ids, and pages of YAML."""
LONGEST = 100_000
"""Characters of one field."""
LARGEST = 4 * 2**20
"""Bytes of the file."""
AT_LAST = 5
"""Seconds after which what somebody goes on writing is put down without waiting for a pause."""
Parts = Mapping[str, str]
"""What stands in each part of something that is filled in, by its name; "" is the only part of a line."""


class Spot(NamedTuple):
    """Whose it is, what is written (a reason, a form ...), and what about: a card, an inject, a team."""

    who: str
    kind: str
    about: str


class Draft(NamedTuple):
    """What was begun, and in which course of the exercise: its turn, and how often it had been taken back."""

    parts: Parts
    turn: int
    rewound: int


class Begun:
    """All that was begun in one exercise. Without a `file` it is as durable as the process.

    A disk that refuses costs nothing but this: whoever sends something is told by the save.
    """

    def __init__(self, match: Match, file: Path | None = None, disk: Disk = DISK) -> None:
        self._match, self._file, self._disk = match, file, disk
        self._drafts: dict[Spot, Draft] = {}
        self._changed = self._typing = False
        self._beats = 0

    @classmethod
    def beside(cls, save: Path, match: Match) -> "Begun":
        """Return what lies beside a save that is open for writing, as far as it still holds."""
        begun = cls(match, save.with_name(save.name + ENDING))
        begun._read()
        begun.keep_up()
        return begun

    @staticmethod
    def clear(save: Path, disk: Disk = DISK) -> None:
        """Take away what another exercise left where a new one is saved."""
        with suppress(OSError):
            disk.remove(save.with_name(save.name + ENDING))

    def of(self, who: str) -> "Own":
        """Return what one team has begun, or the facilitator, and nothing of the others."""
        return Own(self, who)

    def parts(self, spot: Spot) -> Parts | None:
        """Return what was begun at a spot; None for nothing."""
        found = self._drafts.get(spot)
        return found.parts if found else None

    def put(self, spot: Spot, parts: Parts | None) -> None:
        """Keep what stands there now; None for nothing any more. It is on the disk after a pause (`beat`, `write`)."""
        if parts == self.parts(spot):
            return
        self._drafts.pop(spot, None)
        if parts is not None:
            kept = {part: text[:LONGEST] for part, text in parts.items()}
            draft = Draft(kept, self._match.turn, self._match.papers.rewound)
            if self._holds(spot, draft):
                self._drafts[spot] = draft
        self._changed = self._typing = True

    def keep_up(self, intent: Intent | None = None) -> None:
        """Forget what was sent by an intent that was accepted, and what nobody can send any more."""
        kept = {at: draft for at, draft in self._drafts.items() if self._holds(at, draft) and not _sent(at, intent)}
        if len(kept) < len(self._drafts):
            self._drafts, self._changed = kept, True
            self.write()

    def _holds(self, spot: Spot, draft: Draft) -> bool:
        """Whether it still counts: what belongs to a round, in that round alone; what is sent, until a team seals."""
        match, (who, kind, about) = self._match, spot
        if who == FACILITATOR and kind in LASTING:
            return True
        if (draft.turn, draft.rewound) != (match.turn, match.papers.rewound):
            return False
        if kind == READ:
            return True
        team = about if kind == TRAY else who
        ordered = kind not in {"reason", "slip"} or any(each.card == about for each in match.tray(team))
        return team == FACILITATOR or (ordered and team not in match.sealed and not match.ended)

    # The disk.

    def beat(self) -> None:
        """A second has passed: put down what is new, once nobody types, or at last all the same."""
        self._beats += self._changed
        if not self._typing or self._beats >= AT_LAST:
            self.write()
        self._typing = False

    def write(self) -> None:
        """Put everything down, if anything is new, and return once no power cut can lose it."""
        if not self._changed:
            return
        self._changed, self._beats = False, 0
        if self._file is None:
            return
        with suppress(OSError):
            if self._drafts:
                put_whole(self._disk, self._file, self._written())
            elif self._disk.kind(self._file) == "file":
                self._disk.remove(self._file)

    def close(self) -> None:
        """Put down what is new; nothing any more from now on."""
        self._changed = True  # an older program may have put the clock there, and nothing else
        self.write()
        self._file = None

    def _written(self) -> bytes:
        drafts = [[*at, draft.turn, draft.rewound, draft.parts] for at, draft in self._drafts.items()]
        return json.dumps({"seed": self._match.seed, "drafts": drafts}).encode("ascii")

    def _read(self) -> None:
        """Read what the file says; what is amiss in it was not begun."""
        if self._file is None:
            return
        try:
            raw = self._disk.read(self._file, 0, LARGEST) if self._disk.kind(self._file) == "file" else b"{}"
            said = json.loads(raw)
        except (OSError, ValueError, RecursionError):
            return
        match said:
            case {"seed": int(seed), "drafts": [*drafts]} if seed == self._match.seed:
                self._drafts = dict(each for each in map(_draft_of, drafts) if each)
            case _:
                pass


class Own:
    """What one team has begun, or the facilitator."""

    def __init__(self, begun: Begun, who: str) -> None:
        self._begun, self._who = begun, who

    def filled(self, kind: str, about: str = "") -> Parts | None:
        """Return what is filled in; None for nothing."""
        return self._begun.parts(Spot(self._who, kind, about))

    def line(self, kind: str, about: str = "") -> str | None:
        """Return what was written into a line or a page; None for nothing."""
        return (self.filled(kind, about) or {}).get("")

    def fill(self, kind: str, about: str, parts: Parts | None) -> None:
        """Keep what is filled in; None for nothing any more."""
        self._begun.put(Spot(self._who, kind, about), parts)

    def write(self, kind: str, about: str, words: str | None) -> None:
        """Keep what is written in a line or a page; None for nothing any more."""
        self.fill(kind, about, None if words is None else {"": words})

    def leave(self) -> None:
        """Nobody writes there any more: let no power cut take it."""
        self._begun.write()


def _sent(spot: Spot, intent: Intent | None) -> bool:
    """Whether this sends what was begun at a spot, or lets another person sit there."""
    match intent:
        case Because(team, card):
            return spot == (team, "reason", card)
        case Slip(team, card):
            return spot == (team, "slip", card)
        case Foresee(team):
            return spot == (team, "forecast", "")
        case PassSeat(team):
            return spot.who == team
    return False


def _draft_of(said: object) -> tuple[Spot, Draft] | None:
    match said:
        case [str(who), str(kind), str(about), int(turn), int(rewound), {**written}]:
            texts = {str(part): text for part, text in written.items() if isinstance(text, str)}
            parts = {part: clean(text, limit=LONGEST) for part, text in texts.items()}
            return Spot(who, kind, about), Draft(parts, turn, rewound)
    return None
