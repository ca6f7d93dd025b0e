"""A match at a table: with its save file, so that what was acknowledged is never lost, or without one."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from time import time

from engine.game import pins
from engine.game.answers import Accepted, Refused
from engine.game.begun import Begun
from engine.game.conduct import judge, settle
from engine.game.console import Console, console
from engine.game.directing import Rewind
from engine.game.header import header
from engine.game.intents import FACILITATOR, Clock, Intent, Order, Seal
from engine.game.jotted import Jotted
from engine.game.legality import tried
from engine.game.match import Match, begin
from engine.game.offered import offered
from engine.game.options_view import unopened
from engine.game.records import from_close, from_intent
from engine.game.reopened import to_go_on, to_look_at
from engine.game.replay import Reached, nobody
from engine.game.save import SaveFile
from engine.game.seats import Seat
from engine.game.view import Bulletin, Choice, View
from engine.game.viewing import Viewing
from engine.language.messages import Message
from engine.scenario.reader import Reading
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario


class Table:
    """An exercise that is being played. Build it with `start`, `resume` or `replay`, and close it."""

    def __init__(self, match: Match, save: SaveFile | None, trouble: Message | None = None) -> None:
        """Sit down at a match; `trouble` says why it may only be looked at, `notice` what is to be said once."""
        self.match = match
        self.trouble = trouble
        self.notice: Message | None = None
        self._save = save
        self.jotted = Jotted.beside(save.path, match) if save else Jotted(match)
        self.begun = Begun.beside(save.path, match) if save else Begun(match)
        self._viewing = Viewing(match)

    @classmethod
    def start(
        cls,
        reading: Reading,
        seats: Mapping[str, Seat],
        *,
        pace: Pace = "full",
        seed: int = 0,
        save: Path | None = None,
    ) -> "Table":
        """Set up a new exercise from a proved scenario. Raises SaveError if the save cannot be made."""
        if reading.scenario is None:
            raise ValueError("a scenario with errors cannot be played")
        match = begin(reading.scenario, seats, pace, seed, reading.lines)
        file = SaveFile.create(save, header(reading, seats, pace, seed)) if save else None
        if save:
            Begun.clear(save)
            Jotted.clear(save)
        return cls(match, file)

    @classmethod
    def resume(cls, path: Path, reached: Reached = nobody) -> "Table":
        """Go on with a saved exercise. Raises SaveError if it cannot be read or is being played elsewhere.

        Where nobody can go on with it, the table can only be looked at, and `trouble` says so. `reached` is told how
        far that is.
        """
        again = to_go_on(path, reached)
        table = cls(again.match, again.save, again.trouble)
        table.notice = again.notice
        if again.save:
            table._go_on()
        return table

    @classmethod
    def replay(cls, path: Path) -> "Table":
        """Read a saved exercise as far as it goes, to look at; `trouble` says where it differs, if it does."""
        again = to_look_at(path)
        return cls(again.match, None, again.trouble)

    def apply(self, by: str, intent: Intent) -> Accepted | Refused:
        """Let somebody do something; accepted only once the save has it. Raises SaveError if it cannot.

        Once the last person has sealed, the bots order, the turn closes, and it goes on to the next round or ENDEX.
        """
        if self.trouble is not None:
            return Refused(self.trouble)
        judged = judge(self.match, by, intent)
        if isinstance(judged, Refused):
            return judged
        if isinstance(intent, Clock):
            intent = replace(intent, at=round(time() * 1000))
        if self._save is not None:
            self._save.append(from_intent(by, intent))
        settle(self.match, by, intent, judged)
        self._viewing.refresh()
        closed = self._go_on()
        self.begun.keep_up(intent)
        return Accepted(closed)

    def play_on(self) -> None:
        """Play one turn, where no person is awaited. Raises SaveError if it cannot be saved."""
        if not self.waiting and not self.ended and self.trouble is None:
            self._close_turn()
            self.begun.keep_up()

    def branch(self, path: Path, turn: int, *, fresh: bool) -> "Table | Refused":
        """Return another table that stands where `turn` had just opened, with a save of its own that names its parent.

        This one stays as it is. Raises SaveError if the new save cannot be made.
        """
        if self._save is None:
            return Refused(self.trouble or Message.of("refused.unsaved"))
        back = Rewind(turn, fresh, branch=True)
        judged = judge(self.match, FACILITATOR, back)
        if isinstance(judged, Refused):
            return judged
        save = self._save.branch(path, from_intent(FACILITATOR, back))
        Begun.clear(path)
        Jotted.clear(path)
        judged.papers = deepcopy(judged.papers)  # what is written down here from now on is not written down there
        other = Table(judged, save)
        other._go_on()
        return other

    def tried(self, team: str, orders: Sequence[Order]) -> tuple[Message | None, ...]:
        """What stands against each of some orders, if they were all that lies on the team's tray now."""
        closed = self.closed_to(team)
        if closed is not None:
            return tuple(closed for _ in orders)
        return tried(self.match.scenario, self.match.book, self.match.state, team, orders)

    def closed_to(self, team: str) -> Message | None:
        """Why a team can lay nothing now; None if it can."""
        judged = judge(self.match, FACILITATOR, Seal(team))
        return judged.reason if isinstance(judged, Refused) else None

    def view(self, team: str | None) -> View:
        """What a team may know now; None for the public."""
        return self._viewing.view(team)

    def unopened(self, team: str) -> tuple[Choice, ...]:
        """What a team will be shown once it has been heard of, or sorted: for the facilitator alone."""
        return unopened(offered(self.match, team))

    def console(self) -> Console:
        """What the facilitator sees."""
        return console(self.match, self._viewing.view)

    def story(self, team: str | None) -> tuple[Bulletin, ...]:
        """Return the bulletin of every turn that is over, as a team may read it; None for the public."""
        return self._viewing.story(team)

    def locked(self, who: str) -> bool:
        """Whether a team's screen, or the facilitator's, has a PIN."""
        return who in self.match.papers.locks

    def unlocks(self, who: str, pin: str) -> bool:
        """Whether a PIN opens a team's screen, or the facilitator's; any does where none is set."""
        lock = self.match.papers.locks.get(who)
        return lock is None or pins.opens(lock, pin)

    def mistyped(self, who: str) -> int:
        """How often in a row a wrong PIN was typed for a team, or for the facilitator."""
        return self.match.papers.mistyped.get(who, 0)

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is played now, rulings included."""
        return self.match.scenario

    @property
    def written(self) -> Scenario:
        """The scenario in writing: what was ruled is in it, but no inject is fired, held or skipped there."""
        return self.match.edition.written

    @property
    def seed(self) -> int:
        """The seed of its dice."""
        return self.match.seed

    @property
    def decides(self) -> bool:
        """Whether the table decides in this turn."""
        return self.match.decides

    @property
    def clock(self) -> Clock | None:
        """What was last written down of the clock."""
        return self.match.papers.clock

    @property
    def whole(self) -> int:
        """Seconds that each round has; 0 without a clock."""
        return self.match.papers.whole

    @property
    def clocked(self) -> bool:
        """Whether the clock was written down in this turn."""
        return self.match.papers.clocked == self.match.turn

    @property
    def shared(self) -> bool:
        """Whether people have sat at several teams: the screen then hides something from some of them, to the end."""
        return len(self.match.sat) > 1

    @property
    def waiting(self) -> tuple[str, ...]:
        """Teams with a person that have not sealed this round."""
        return self.match.waiting

    @property
    def conducted(self) -> bool:
        """Whether a turn closes only when the facilitator says so, by `play_on`."""
        return self.match.papers.conducted

    @property
    def ended(self) -> bool:
        """Whether ENDEX has come."""
        return self.match.ended

    @property
    def digest(self) -> str:
        """Digest of the state, 64 hexadecimal digits."""
        return self.match.digest

    @property
    def head_code(self) -> str:
        """First characters of the save's head, for opaque screens only (hand-over, waiting); empty without a save."""
        return self._save.head_code() if self._save else ""

    @property
    def path(self) -> Path | None:
        """Where the exercise is saved."""
        return self._save.path if self._save else None

    def close(self) -> None:
        """Let go of the save."""
        self.begun.close()
        self.jotted.close()
        if self._save is not None:
            self._save.close()

    def _go_on(self) -> tuple[int, ...]:
        closed = []
        people = any(seat.human for seat in self.match.seats.values())
        while people and not self.conducted and not self.waiting and not self.ended:
            closed.append(self._close_turn())
        return tuple(closed)

    def _close_turn(self) -> int:
        bots = self.match.bots()
        played = self.match.close(bots)
        self._viewing.refresh()
        if self._save is not None:
            self._save.append(from_close(played.turn, bots, played.hash))
        return played.turn
