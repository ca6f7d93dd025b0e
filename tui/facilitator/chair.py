"""The facilitator's chair: what both front ends do with a table when the facilitator asks for it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.game import pins
from engine.game.conduct import Refused
from engine.game.console import Console, Entry
from engine.game.drafts import Argued, Composed, Moves, argued_draft, composed_draft, inject_draft
from engine.game.folder import default_path
from engine.game.intents import (
    FACILITATOR,
    Because,
    Clock,
    Conduct,
    Fire,
    Hold,
    Intent,
    Lay,
    Note,
    PassSeat,
    Release,
    Rewind,
    Rule,
    Seal,
    SetPace,
    SetPin,
    Skip,
    Unseal,
)
from engine.game.seats import HUMAN, Seat, parse_seat
from engine.game.table import Table
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.text import Text, one_line
from tui.facilitator import readers
from tui.facilitator.forms import Typed
from tui.launch import next_seat

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of it: nothing is wrong, or why it was refused, and in which field of the form.

    `told` is what is worth saying when nothing is wrong; `table` is another table at which it goes on.
    """

    wrong: Message | None = None
    field: str | None = None
    findings: tuple[Finding, ...] = ()
    told: Message | None = None
    table: Table | None = None


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

    # Injects.

    def fire(self, inject: str) -> Reply:
        """Let it fire now."""
        return self.do(Fire(inject))

    def hold(self, inject: str) -> Reply:
        """Hold it, or release it if it is held or was skipped."""
        entry = self.entry(inject)
        barred = entry is not None and entry.state in {"held", "skipped"}
        return self.do(Release(inject) if barred else Hold(inject))

    def skip(self, inject: str) -> Reply:
        """Leave it out."""
        return self.do(Skip(inject))

    def written(self, inject: str) -> str:
        """Return it as YAML, to be rewritten."""
        return inject_draft(self.table.match.scenario, inject)

    def rule(self, text: str) -> Reply:
        """Add a fragment."""
        return self.do(Rule(text))

    # Forms.

    def fill_in(self, form: str, lang: str, typed: Typed) -> Reply:
        """Do what a form of tui.facilitator.forms asks for."""
        does = {
            "compose": self._compose,
            "argue": self._argue,
            "adjust": self._adjust,
            "note": self._note,
            "set_clock": self._set_clock,
            "rewind": self._rewind,
            "branch": self._branch,
            "set_pin": self._set_pin,
        }
        return does[form](lang, typed)

    def _compose(self, lang: str, typed: Typed) -> Reply:
        console = self.console
        to, moves = readers.teams(console, lang, typed["to"]), readers.moves(console, lang, typed["moves"])
        name = readers.words(typed["name"])
        if isinstance(name, Message):
            return Reply(name, "name")
        if isinstance(to, Message):
            return Reply(to, "to")
        if isinstance(moves, Message):
            return Reply(moves, "moves")
        text = typed["text"] if one_line(typed["text"]) else name
        return self.rule(composed_draft(self.table.match.scenario, Composed(name, text, to, moves)))

    def _argue(self, lang: str, typed: Typed) -> Reply:
        console = self.console
        team, name = readers.team(console, lang, typed["team"]), readers.words(typed["name"])
        percent, moves = readers.percent(typed["percent"]), readers.moves(console, lang, typed["moves"])
        if isinstance(team, Message):
            return Reply(team, "team")
        if isinstance(name, Message):
            return Reply(name, "name")
        if isinstance(percent, Message):
            return Reply(percent, "percent")
        if isinstance(moves, Message):
            return Reply(moves, "moves")
        return self._argued(Argued(team, name, _reasons(typed), percent, moves))

    def _argued(self, argued: Argued) -> Reply:
        """Lay an argued order; where it could not be laid, no card is made."""
        closed, view = self.table.closed_to(argued.team), self.table.view(argued.team)
        if closed is not None:
            return Reply(closed, "team")
        if view.slots_left <= 0:
            return Reply(Message.of("refused.full", n=len(view.tray)), "team")
        card, draft = argued_draft(self.table.match.scenario, argued)
        said = [Because(argued.team, card, Text.of("; ".join(argued.reasons)))] if argued.reasons else []
        return self.do(Rule(draft), Lay(argued.team, card), *said)

    def _adjust(self, lang: str, typed: Typed) -> Reply:
        dial, by = readers.meter(self.console, lang, typed["meter"]), readers.amount(typed["by"])
        reason = readers.words(typed["reason"])
        if isinstance(dial, Message):
            return Reply(dial, "meter")
        if isinstance(by, Message):
            return Reply(by, "by")
        if isinstance(reason, Message):
            return Reply(reason, "reason")
        moves = [Moves(dial.meter, by)]
        return self.rule(composed_draft(self.table.match.scenario, Composed(reason, reason, "all", moves)))

    def _note(self, lang: str, typed: Typed) -> Reply:
        console = self.console
        text, flag = readers.words(typed["text"]), readers.yes(lang, typed["hot_wash"])
        team = readers.team(console, lang, typed["team"]) if typed["team"].strip() else None
        inject = readers.inject(console, lang, typed["inject"]) if typed["inject"].strip() else None
        if isinstance(text, Message):
            return Reply(text, "text")
        if isinstance(team, Message):
            return Reply(team, "team")
        if isinstance(inject, Message):
            return Reply(inject, "inject")
        if isinstance(flag, Message):
            return Reply(flag, "hot_wash")
        return self.do(Note(Text.of(text.strip()), team, inject, flag))

    # The clock, the pace, who sits where.

    def _set_clock(self, _lang: str, typed: Typed) -> Reply:
        minutes = readers.minutes(typed["minutes"])
        if isinstance(minutes, Message):
            return Reply(minutes, "minutes")
        return self.do(Clock(minutes * SECONDS, running=minutes > 0))

    def pause(self, left: int | None) -> Reply:
        """Stop the clock with so many seconds left, or let it run again."""
        shown = self.console.public.clock
        if shown is None or left is None:
            return Reply(Message.of("console.no_clock"))
        return self.do(Clock(left, running=not shown[1] and left > 0))

    def pace(self) -> Reply:
        """Change from the next turn on whether every turn is decided, or the author's turns only."""
        console = self.console
        coming = console.next_pace or console.pace
        return self.do(SetPace("full" if coming == "short" else "short"))

    def conduct(self) -> Reply:
        """Change whether the turn waits for the facilitator when all have sealed."""
        return self.do(Conduct(not self.table.conducted))

    def unseal(self, team: str) -> Reply:
        """Give a team its orders back."""
        return self.do(Unseal(team))

    def sit(self, team: str) -> Reply:
        """Let the next kind of seat sit at a team: a person, a bot, nobody, and round again."""
        now = parse_seat(next(line.seat for line in self.console.public.table if line.team == team))
        return self.do(PassSeat(team, next_seat(now if isinstance(now, Seat) else HUMAN)))

    def _set_pin(self, _lang: str, typed: Typed) -> Reply:
        pin = readers.pin(typed["pin"])
        if isinstance(pin, Message):
            return Reply(pin, "pin")
        return self.do(SetPin(FACILITATOR, pins.lock_of(pin) if pin else ""))

    def opens(self, pin: str) -> bool:
        """Whether a PIN opens the chair; without a lock every one does."""
        lock = self.table.match.papers.locks.get(FACILITATOR)
        return lock is None or pins.opens(lock, pin.strip())

    # Time.

    def resolve(self) -> Reply:
        """Seal what lies there for those who have not, and close the turn, and those after it that nobody decides."""
        waiting = self.table.waiting
        sealed = self.do(*(Seal(team) for team in waiting))
        if sealed.wrong or (waiting and not self.table.conducted):
            return sealed  # the last seal has closed it
        self.table.play_on()
        while not self.table.ended and not self.table.match.decides:
            self.table.play_on()
        return DONE

    def _rewind(self, lang: str, typed: Typed) -> Reply:
        turn, dice = readers.turn(self.console, typed["turn"]), readers.dice(lang, typed["dice"])
        if isinstance(turn, Message):
            return Reply(turn, "turn")
        if isinstance(dice, Message):
            return Reply(dice, "dice")
        return self.do(Rewind(turn, fresh=dice == "fresh"))

    def _branch(self, lang: str, typed: Typed) -> Reply:
        turn, dice = readers.turn(self.console, typed["turn"]), readers.dice(lang, typed["dice"])
        if isinstance(turn, Message):
            return Reply(turn, "turn")
        if isinstance(dice, Message):
            return Reply(dice, "dice")
        other = self.table.branch(self._free_path(), turn, fresh=dice == "fresh")
        if isinstance(other, Refused):
            return Reply(other.reason)
        return Reply(told=Message.of("console.branched", path=Text.of(str(other.path))), table=other)

    def _free_path(self) -> Path:
        """Return a free name beside the save that is left."""
        moment = datetime.now()  # noqa: DTZ005 - the hour on the wall, for a name
        usual = default_path(self.table.match.scenario.id, moment)
        folder = self.table.path.parent if self.table.path else usual.parent
        path, number = folder / usual.name, 1
        while path.exists():
            number += 1
            path = folder / f"{usual.stem[:44]}-{number}{usual.suffix}"
        return path


def _reasons(typed: Typed) -> list[str]:
    return [one_line(typed[key]) for key in ("reason1", "reason2", "reason3") if one_line(typed[key])]
