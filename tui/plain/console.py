"""The facilitator at the keyboard, line by line: everything that the console does, and the umpire's slips."""

from collections.abc import Callable, Mapping
from functools import partial

from engine.game.intents import FACILITATOR
from engine.game.table import Table
from engine.language.messages import Message
from tui.actions import action
from tui.facilitator import filling, readers
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.closing import close, doubt_of_closing
from tui.passing import passing_of
from tui.plain import briefing
from tui.plain.asks import command, confirm
from tui.plain.foreseeing import looked_ahead
from tui.plain.inquiry import NO_START, fill_in, write
from tui.plain.lacking import lacking
from tui.plain.noting import noted
from tui.plain.sitting import read_seat, who_may_sit
from tui.plain.terminal import Terminal
from tui.plain.umpire import PlainUmpire
from tui.timing import RoundClock

_FORMS = ("compose", "argue", "adjust", "rewind", "branch", "set_pin")


class PlainConsole:
    """`sit` returns when the facilitator leaves, or has closed a turn; `table` is then where the exercise goes on."""

    def __init__(self, table: Table, terminal: Terminal, timer: RoundClock) -> None:
        self._chair, self._terminal, self._timer = Chair(table), terminal, timer
        self._does: dict[str, Callable[[str], object]] = {
            "fire": self._fire,
            "hold": partial(self._inject, self._chair.hold),
            "skip_inject": self._skip,
            "retract": lambda _: self._retract(),
            "edit": self._edit,
            "edit_all": self._edit_all,
            "rule": lambda _: self._write("", "rule"),
            "note": self._note,
            "unseal": partial(self._team, self._chair.unseal),
            "sit": self._sit,
            "run_clock": lambda _: self._done(self._chair.pause(self._timer.left)),
            "set_clock": self._set_clock,
            "set_pace": lambda _: self._pace(),
            "conduct": lambda _: self._done(self._chair.conduct()),
            "msel": lambda _: self._part("msel"),
            "desks": lambda _: self._part("desks"),
            "log": lambda _: self._part("log"),
            "ahead": self._ahead,
            "peek": self._peek,
            **{name: partial(self._form, name) for name in _FORMS},
        }

    @property
    def table(self) -> Table:
        """The table that the chair stands at, which a branch changes."""
        return self._chair.table

    @property
    def _lang(self) -> str:
        return self._terminal.lang

    def sit(self) -> bool:
        """Show the console and do what is typed; return whether that closed a turn, perhaps for the second time."""
        self._terminal.heading(Message.of("console.title"))
        for name in ("msel", "desks"):
            self._part(name)
        while True:
            self._timer.follow(self._chair.console.public.clock)
            self._terminal.lines(["", *briefing.status(self._chair.console, self._timer, self._lang)])
            place = "over" if self.table.ended else "console"
            typed = command(self._terminal, place, Message.of("plain.prompt.console"))
            before = self._stands
            if typed.action.id == "leave_chair":
                return False
            if typed.action.id == "resolve":
                self.resolve()
            elif typed.action.id == "umpire":
                self._umpire()
            elif how := lacking(self._chair.console, typed):
                self._terminal.say(how)
            else:
                self._does[typed.action.id](typed.rest)
            if self._stands > before and typed.action.id in {"resolve", "umpire"}:
                return True

    @property
    def _stands(self) -> tuple[int, bool]:
        return self.table.view(None).turn, self.table.ended

    def _part(self, name: str) -> None:
        self._terminal.heading(action(name).name)
        found = {"msel": briefing.msel, "desks": briefing.teams, "log": briefing.log}
        self._terminal.lines(found[name](self._chair.console, self._lang))

    def _done(self, reply: Reply, done: Message | None = None) -> bool:
        said_so = reply.wrong or reply.told or done or Message.of("console.done_rule")
        self._terminal.say(said_so)
        if reply.table:
            self._chair.table.close()
            self._chair.table = reply.table
        return reply.wrong is None

    # Injects and teams.

    def _inject(self, does: Callable[[str], Reply], rest: str) -> None:
        found = readers.inject(self._chair.console, self._lang, rest)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif self._done(does(found)):
            entry = self._chair.entry(found)
            self._terminal.lines(briefing.inject(entry, self._lang) if entry else [])

    def _fire(self, rest: str) -> None:
        """Let an inject fire now, if that is meant; what may not fire is refused without a question."""
        found = readers.inject(self._chair.console, self._lang, rest)
        entry = None if isinstance(found, Message) else self._chair.entry(found)
        if entry and entry.state != "fired" and self.table.match.turn:
            self._terminal.lines(briefing.inject(entry, self._lang))
            sure = Message.of("console.fire_about", inject=entry.name)
            if confirm(self._terminal, (sure,), Message.of("plain.fire_anyway")):
                self._done(self._chair.fire(entry.inject))
        else:
            self._inject(self._chair.fire, rest)

    def _skip(self, rest: str) -> None:
        """Leave an inject out, if that is meant."""
        found = readers.inject(self._chair.console, self._lang, rest)
        entry = None if isinstance(found, Message) else self._chair.entry(found)
        if entry and entry.state not in {"fired", "skipped"}:
            sure = Message.of("console.skip_sure", inject=entry.name)
            if not confirm(self._terminal, (sure,), Message.of("plain.skip_anyway")):
                return
        self._inject(self._chair.skip, rest)

    def _retract(self) -> None:
        """Take back the last intervention of this turn, if that is meant."""
        undone = self._chair.console.undone
        about = Message.of("console.retract_about", what=undone) if undone else None
        if about is None or confirm(self._terminal, (about,), Message.of("plain.retract_anyway")):
            self._done(self._chair.retract())

    def _team(self, does: Callable[[str], Reply], rest: str) -> None:
        found = readers.team(self._chair.console, self._lang, rest)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif self._done(does(found)):
            self._part("desks")

    def _sit(self, rest: str) -> None:
        """Let somebody else sit at a team, if what is said of that is meant; where nobody is named, say who may."""
        team, _, who = rest.rpartition(" ")
        seat = read_seat(who.casefold())
        if team and not isinstance(seat, Message):
            found = readers.team(self._chair.console, self._lang, team)
            sat = (line for line in self._chair.console.public.table if line.team == found)
            guarded = self.table.locked(FACILITATOR)
            doubt = [passing_of(line, seat, guarded=guarded) for line in sat]
            if not doubt or confirm(self._terminal, doubt, Message.of("plain.pass_seat")):
                self._team(lambda each: self._chair.sit((each, seat)), team)
        else:
            self._terminal.say(seat if team and isinstance(seat, Message) else Message.of("plain.sit.how"))
            self._terminal.lines(who_may_sit(self._lang))

    def _peek(self, rest: str) -> None:
        console, lang = self._chair.console, self._lang
        team, inject = readers.team(console, lang, rest), readers.inject(console, lang, rest)
        if not isinstance(team, Message):
            self._terminal.lines(briefing.seen(self._chair.table.view(team), lang))
        elif not isinstance(inject, Message):
            entry = self._chair.entry(inject)
            self._terminal.lines(briefing.inject(entry, lang) if entry else [])
        else:
            self._terminal.say(team)

    def _edit(self, rest: str) -> None:
        found = self._to_rewrite(rest)
        if found:
            self._form("edit", start=self._chair.worded(found, self._lang))

    def _edit_all(self, rest: str) -> None:
        found = self._to_rewrite(rest)
        if found:
            self._write(self._chair.written(found), "rule")

    def _to_rewrite(self, rest: str) -> str | None:
        """Return the inject that is meant, or say why none can be rewritten."""
        found = readers.inject(self._chair.console, self._lang, rest)
        entry = None if isinstance(found, Message) else self._chair.entry(found)
        if entry is None or entry.state == "fired":
            self._terminal.say(found if isinstance(found, Message) else Message.of("refused.fired"))
            return None
        return entry.inject

    def _write(self, text: str, name: str) -> None:
        reply = write(self._terminal, text, self._chair.rule)
        if reply:
            self._done(reply, Message.of(f"console.done_{name}"))

    # Forms.

    def _form(self, name: str, _rest: str = "", start: Mapping[str, str] = NO_START) -> None:
        reply = fill_in(self._chair, self._terminal, name, start)
        if reply:
            self._done(reply, Message.of(f"console.done_{name}"))

    def _note(self, rest: str) -> None:
        """Write something down: in one line, or field by field where that has no text."""
        fields = noted(rest)
        if not fields["text"]:
            self._form("note", start={key: said for key, said in fields.items() if said})
            return
        flagged = readers.yes(self._lang, fields["hot_wash"]) is True
        done = Message.of("plain.note.flagged" if flagged else "console.done_note")
        self._done(filling.fill_in(self._chair, "note", self._lang, fields), done)

    def _set_clock(self, rest: str) -> None:
        if rest:
            reply = filling.fill_in(self._chair, "set_clock", self._lang, {"minutes": rest})
            self._done(reply, Message.of("console.done_set_clock"))
        else:
            self._form("set_clock")

    # Time.

    def resolve(self) -> None:
        """Close the turn, for those who have not sealed with what lies on their trays, if that is meant."""
        doubt = doubt_of_closing(self._chair)
        if doubt is None or confirm(self._terminal, (doubt,), Message.of("plain.resolve_anyway")):
            reply = close(self._chair)
            self._terminal.say(*(each for each in (reply.wrong, reply.told) if each))

    def _pace(self) -> None:
        """Change the pace, if what comes of that is meant; where it cannot be changed, say so without a question."""
        about = self._chair.change_of_pace
        if about is None or confirm(self._terminal, (about,), Message.of("plain.pace_anyway")):
            self._done(self._chair.pace())

    def _umpire(self) -> None:
        """Seal what the teams' slips say."""
        reply = PlainUmpire(self._chair, self._terminal).seal()
        if reply:
            self._done(reply)

    def _ahead(self, rest: str) -> None:
        """Look ahead from the save. That takes a while, shows that it goes on, and can be stopped."""
        if self.table.path is None or self.table.ended:
            self._terminal.say(Message.of("fan.ended" if self.table.ended else "fan.unsaved"))
            return
        console = self._chair.console
        found = readers.inject(console, self._lang, rest) if rest else None
        if isinstance(found, Message):
            self._terminal.say(found)
            return
        outlook = looked_ahead(self._terminal, self.table.path, found)
        if outlook is not None:
            entry = self._chair.entry(found) if found else None
            self._terminal.lines(briefing.ahead(outlook, console, entry.name if entry else None, self._lang))
