"""The facilitator's chair: what both front ends do with a table when the facilitator asks for it."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from engine.game import pins
from engine.game.answers import Refused
from engine.game.console import Console, Entry
from engine.game.directing import Directing, Fire, Hold, Release, Retract, Rewind, Rule, SetPace, Skip, Unseal
from engine.game.drafts import inject_draft
from engine.game.folder import default_path
from engine.game.intents import FACILITATOR, Clock, Conduct, Intent, NoClock, PassSeat, Seal, SetPin
from engine.game.pacing import change_of_pace, other_pace
from engine.game.seats import Seat
from engine.game.table import Table
from engine.game.view import SeatLine
from engine.language.catalogue import LANGUAGES, between
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.text import Text
from tui.passing import came_of
from tui.timing import MINUTE


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of it: nothing is wrong, or why it was refused, and in which field of the form.

    `told` is what is worth saying when nothing is wrong; `table` is another table at which it goes on. With a
    `doubt` nothing is wrong, but it is asked whether it is meant: then it is done.
    """

    wrong: Message | None = None
    field: str | None = None
    findings: tuple[Finding, ...] = ()
    told: Message | None = None
    table: Table | None = None
    doubt: bool = False

    def saying(self, words: Message | None) -> "Reply":
        """Return it with what is worth saying once it is done: a refusal stays as it is."""
        return self if self.wrong else replace(self, told=words)


DONE = Reply()


class Chair:
    """The facilitator at a table. Everything raises SaveError when the save refuses."""

    def __init__(self, table: Table) -> None:
        self.table = table

    @property
    def console(self) -> Console:
        """What the facilitator sees now."""
        return self.table.console()

    def entry(self, inject: str) -> Entry | None:
        """The inject of the MSEL with this id."""
        return next((entry for entry in self.console.msel if entry.inject == inject), None)

    def do(self, *intents: Intent) -> Reply:
        """Do these things one after the other, up to the first that is refused."""
        for intent in intents:
            answer = self.table.apply(FACILITATOR, intent)
            if isinstance(answer, Refused):
                return Reply(answer.reason, findings=answer.findings)
        return DONE

    def _ruled(self, ruling: Directing) -> Reply:
        """Do what can be taken back alone, and say it in the words in which it could be."""
        reply, undone = self.do(ruling), self.console.undone
        return reply.saying(Message.of("console.ruled", what=undone) if undone else None)

    # Injects.

    def fire(self, inject: str) -> Reply:
        """Let it fire now."""
        return self._ruled(Fire(inject))

    def hold(self, inject: str) -> Reply:
        """Hold it, or release it if it is held or was skipped."""
        entry = self.entry(inject)
        barred = entry is not None and entry.state in {"held", "skipped"}
        return self._ruled(Release(inject) if barred else Hold(inject))

    def skip(self, inject: str) -> Reply:
        """Leave it out."""
        return self._ruled(Skip(inject))

    def retract(self) -> Reply:
        """Take back the last intervention of this turn, and say which it was."""
        undone = self.console.undone
        return self.do(Retract()).saying(Message.of("console.retracted", what=undone) if undone else None)

    def worded(self, inject: str, lang: str) -> dict[str, str]:
        """Return its words, to whom it goes and when it is due, as they stand in the form that changes them."""
        old, teams = self.table.written.injects[inject], self.table.written.teams
        parts = {"name": old.name, "text": old.text, "sender": old.sender}
        said = {
            f"{part}_{tongue}": dict(words.versions).get(tongue, "") if words else ""
            for part, words in parts.items()
            for tongue in LANGUAGES
        }
        to = {"all": "", "nobody": "-"}.get(old.to) if isinstance(old.to, str) else None
        named = between(teams[team].name.in_language(lang) for team in old.to) if to is None else to
        return {**said, "to": named, "turn": str(old.turn or ""), "inject": inject}

    def written(self, inject: str) -> str:
        """Return it as YAML, to be rewritten."""
        return inject_draft(self.table.written, inject)

    def rule(self, text: str) -> Reply:
        """Add a fragment."""
        return self.do(Rule(text))

    # The clock, the pace, who sits where.

    def pause(self, left: int | None) -> Reply:
        """Stop the clock with so many seconds left, or let it run again."""
        shown = self.console.public.clock
        if shown is None or left is None:
            return Reply(Message.of("console.no_clock"))
        clock = Clock(left, running=not shown[1] and left > 0)
        code = "console.clock_runs" if clock.running else "console.clock_stands"
        told = Message.of(code, minutes=left // MINUTE, seconds=left % MINUTE)
        return self.do(clock).saying(told)

    def pace(self) -> Reply:
        """Change from the next turn on whether every turn is decided, or the author's turns only."""
        return self._ruled(SetPace(other_pace(self.table.match)))

    @property
    def change_of_pace(self) -> Message | None:
        """What would come of that; None where it would be refused."""
        return change_of_pace(self.table.match)

    def conduct(self) -> Reply:
        """Change whether the turn waits for the facilitator when all have sealed."""
        conducted = not self.table.conducted
        told = Message.of("intervention.conduct_on" if conducted else "intervention.conduct_off")
        return self.do(Conduct(conducted)).saying(Message.of("console.ruled", what=told))

    def set_clock(self, minutes: int) -> Reply:
        """Give this round so many minutes from now, and each later one as many; 0 is no clock for all of them."""
        if not minutes:
            return self.do(NoClock()).saying(Message.of("console.clock_off"))
        seconds = minutes * MINUTE
        return self.do(Clock(seconds, running=True, whole=seconds))

    def lock(self, pin: str) -> Reply:
        """Lock the chair with a PIN."""
        return self.do(SetPin(FACILITATOR, pins.lock_of(pin)))

    def unlock(self) -> Reply:
        """Take the lock away, where nobody else shares the screen."""
        if self.table.shared:
            return Reply(Message.of("pin.kept"), "pin")
        return self.do(SetPin(FACILITATOR, "")).saying(Message.of("pin.taken_away"))

    def unseal(self, team: str) -> Reply:
        """Give a team its orders back."""
        told = Message.of("intervention.unseal", team=self.table.scenario.teams[team].name)
        return self.do(Unseal(team)).saying(Message.of("console.ruled", what=told))

    def sit(self, *passed: tuple[str, Seat]) -> Reply:
        """Let a person, a bot or nobody sit at each of these teams from now on: one that is refused keeps none back."""
        lines = {line.team: line for line in self.console.public.table}
        done, refused = list[tuple[SeatLine, Seat]](), list[tuple[SeatLine, Message]]()
        for team, seat in passed:
            wrong = self.do(PassSeat(team, seat)).wrong
            if wrong is None:
                done.append((lines[team], seat))
            else:
                refused.append((lines[team], wrong))
        said = came_of(done, refused)
        return Reply(told=said) if done else Reply(said)

    # Time.

    def resolve(self) -> Reply:
        """Seal what lies there for those who have not, and close the turn, and those after it that nobody decides."""
        waiting = self.table.waiting
        sealed = self.do(*(Seal(team) for team in waiting))
        if sealed.wrong or (waiting and not self.table.conducted):
            return sealed  # the last seal has closed it
        self.table.play_on()
        while not self.table.ended and not self.table.decides:
            self.table.play_on()
        return DONE

    def rewind(self, turn: int, *, fresh: bool) -> Reply:
        """Take all back to where a turn had just opened; its round has its whole time, as every round that begins."""
        reply, whole = self.do(Rewind(turn, fresh=fresh)), self.table.whole
        if reply.wrong or not whole:
            return reply
        clock = self.do(Clock(whole, running=False, whole=whole))
        return clock.saying(Message.of("console.rewound", minutes=whole // MINUTE))

    def branch(self, turn: int, *, fresh: bool) -> Reply:
        """Go on from an earlier turn at another table, whose save lies beside this one."""
        other = self.table.branch(self._free_path(), turn, fresh=fresh)
        if isinstance(other, Refused):
            return Reply(other.reason)
        return Reply(told=Message.of("console.branched", path=Text.of(str(other.path))), table=other)

    def _free_path(self) -> Path:
        """Return a free name beside the save that is left."""
        moment = datetime.now()  # noqa: DTZ005 - the hour on the wall, for a name
        usual = default_path(self.table.scenario.id, moment)
        folder = self.table.path.parent if self.table.path else usual.parent
        path, number = folder / usual.name, 1
        while path.exists():
            number += 1
            path = folder / f"{usual.stem[:44]}-{number}{usual.suffix}"
        return path
