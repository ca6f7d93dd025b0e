"""A whole exercise line by line, on any pair of text streams: for screen readers, pipes and old terminals."""

from contextlib import nullcontext
from typing import Literal, TextIO

from engine.exits import FINE
from engine.game.intents import FACILITATOR
from engine.game.save import SaveError
from engine.game.table import Table
from engine.game.view import SeatLine, View
from engine.language.catalogue import say
from engine.language.messages import Message
from tui.farewell import board_command, resuming
from tui.locks import CHAIR
from tui.passing import news_of
from tui.plain import bulletin, heard
from tui.plain.asks import LeaveError, command
from tui.plain.console import PlainConsole
from tui.plain.desk import Desk
from tui.plain.gate import PlainGate
from tui.plain.page import INDENT, wrap
from tui.plain.telling import Telling
from tui.plain.terminal import Terminal
from tui.review import at_the_end
from tui.signals import kept_going
from tui.timing import RoundClock, Time
from tui.words import sits_of, team_of

TIME = Time()


class PlainTable:
    """The exercise at a keyboard. Build it with a table and the two streams; `run` returns an exit code."""

    def __init__(  # noqa: PLR0913 - each is a fact of how it is opened
        self, table: Table, read: TextIO, write: TextIO, lang: str, time: Time = TIME, *, second: str = "none"
    ) -> None:
        """Open at a table; `second` (of tui.settings.SECONDS) is what a second screen shows."""
        self._table = table
        self._second = second
        self._terminal = Terminal(read, write, lang)
        self._begun = table
        self._timer = RoundClock(time.now)
        self._gate = PlainGate(lambda: self._table, self._terminal, self._timer, time)
        self._telling = Telling(self._terminal)
        self._told = False  # whether the teams have just heard the bulletin together
        self._secret = False  # whether something that only a team may know has been printed

    def run(self) -> int:
        """Play to ENDEX, or until somebody leaves or the input ends: both are fine, the exercise is saved.

        Returns 0; 1 if the save is at fault, 3 if the disk is.
        """
        try:
            with kept_going() if self._terminal.interactive else nullcontext():
                self._open()
                self._gate.keeper.stand()
                self._play()
        except (LeaveError, EOFError, KeyboardInterrupt):
            self._leave()
        except SystemExit:  # a signal
            self._leave()
            raise
        except SaveError as error:
            self._cover()
            self._terminal.say(error.message)
            self._way_back()
            return error.exit_code
        except BaseException:  # a fault of ours
            self._cover()
            raise
        finally:
            if self._table is not self._begun:  # a branch, which nobody else knows of
                self._table.close()
        return FINE

    @property
    def _public(self) -> View:
        return self._table.view(None)

    @property
    def _people(self) -> tuple[SeatLine, ...]:
        return tuple(line for line in self._public.table if line.human)

    def _open(self) -> None:
        view = self._public
        if self._table.shared:
            self._terminal.wipe()  # of what may stand there from before an interruption
        self._terminal.heading(Message.of("plain.title", title=view.title))
        self._terminal.lines(wrap(view.summary.in_language(self._terminal.lang)))
        note = self._table.scenario.content_note
        if note:
            self._terminal.say(Message.of("plain.content_note", note=note))
        self._terminal.say(Message.of("plain.seed", seed=self._table.seed))
        self._terminal.say(Message.of("plain.seats"))
        for line in view.table:
            self._terminal.say(_seat(line), first="  - ")
        command = board_command(self._table, self._terminal.lang) if self._second == "extended" else None
        if command:
            self._terminal.say(Message.of("screen.board.about"))
            self._terminal.lines([f"{INDENT}{command}"])  # to be copied: never broken
        if self._table.trouble:
            self._terminal.say(Message.of("plain.look_only", trouble=self._table.trouble))
        if self._table.notice:
            self._terminal.say(self._table.notice)

    def _play(self) -> None:
        while not self._table.ended or self._end():
            waiting = self._table.waiting
            if waiting:
                self._decide(waiting[0])
            elif self._table.trouble:
                return
            elif self._table.conducted:
                self._wait()
            else:
                self._table.play_on()
                for each in self._public.bulletins:
                    self._terminal.lines(["", *bulletin.compact(each, self._terminal.lang)])

    def _decide(self, team: str) -> None:
        """Let one team decide; when it was the last, tell everybody what came of it."""
        turn, shared = self._public.turn, self._table.shared
        self._gate.keeper.begin_round()
        came = self._hand_over(team) if shared else "in"
        if came == "moved":
            if self._table.ended or self._public.turn != turn:
                self._tell(None)
            return
        if came == "chair":
            self._direct()
            return
        no_chair = Message.of("console.lock_first") if shared and not self._table.console().locked else None
        if not Desk(self._table, self._terminal, team, self._gate).sit(
            moved=not self._told or shared, no_chair=no_chair
        ):
            self._facilitate()
            return
        self._told = self._table.ended or self._public.turn != turn
        if self._told:
            self._tell(team)

    def _wait(self) -> None:
        """Wait for the facilitator to close the turn, behind a wiped screen."""
        self._terminal.wipe()
        self._terminal.say(Message.of("waiting.title"), Message.of("waiting.about"))
        while True:  # what is refused stays to be read
            typed = command(self._terminal, "waiting", Message.of("plain.prompt.waiting"))
            if typed.action.id == "chair":
                if self._gate.claimed():
                    self._direct()
                    return
            elif self._unlocked():
                PlainConsole(self._table, self._terminal, self._timer).resolve()
                self._tell(None)
                return

    def _facilitate(self) -> None:
        """Let the facilitator sit down, once the PIN was typed."""
        if self._gate.claimed():
            self._direct()

    def _direct(self) -> None:
        """Open the console; nothing of it stays, and a turn that was closed there is told."""
        console = PlainConsole(self._table, self._terminal, self._timer)
        self._secret = True
        try:
            closed = console.sit()
        finally:  # somebody may leave from there, after a branch
            self._table, self._told = console.table, False
        self._terminal.wipe()
        if closed:
            self._tell(None)

    def _unlocked(self) -> bool:
        """Ask for the facilitator's PIN, if one is set; return whether it was right."""
        return self._gate.unlocked(FACILITATOR, CHAIR)

    def _hand_over(self, team: str) -> Literal["in", "chair", "moved"]:
        """Wait for the next team: it takes its seat, or the facilitator does, or seats were passed."""
        view = self._table.view(team)
        if self._secret:
            self._terminal.wipe()
        self._secret = True
        self._terminal.forget_typed()
        self._terminal.lines([""])
        self._terminal.say(Message.of("plain.hand_over", team=view.called))
        if self._table.head_code:
            self._terminal.say(Message.of("screen.handover.code", code=self._table.head_code))
            self._terminal.say(Message.of("screen.handover.code_about"))
        self._terminal.say(*news_of(view))
        if self._second == "mirrored":
            self._terminal.lines(["", *heard.in_the_open(self._public, self._terminal.lang)])
        return self._gate.hand_over(team)

    def _tell(self, team: str | None) -> None:
        """Tell the turns since the last decision: what the public saw, or a lone team what it may know."""
        self._gate.keeper.end_round()
        alone = len(self._people) == 1
        if not alone:
            self._terminal.wipe()
        lone = self._people[0].team if alone else None
        if self._telling.bulletin(self._table.view((team or lone) if alone else None)) == "chair":
            self._facilitate()

    def _end(self) -> bool:
        """Tell the result; return whether the facilitator has taken the exercise back."""
        view = self._public
        if view.result is None:
            return False
        self._secret = False
        sat = [each.team for each in view.result.teams if each.human]
        led = self._table.locked(FACILITATOR) and bool(sat)
        self._telling.endex(view.result, self._table.console().notes, led=led)
        if not sat:
            self._terminal.lines([""])
            self._terminal.say(Message.of("plain.digest", digest=self._table.digest))
            return False
        view = at_the_end(view, [self._table.view(team) for team in sat])
        if view.result and self._telling.result(view, view.result) == "chair":
            self._facilitate()
        return not self._table.ended

    def _cover(self) -> None:
        """Where several people share the terminal, leave nothing on it that only one of them may know."""
        if self._secret and self._table.shared:
            self._terminal.wipe()

    def _leave(self) -> None:
        """Say where the exercise is, and how to go on with it."""
        path = self._table.path
        self._cover()
        self._gate.keeper.leave()
        self._terminal.lines([""])
        if self._table.trouble:
            self._terminal.say(Message.of("screen.leave.looked"))
            return
        if path is None:
            self._terminal.say(Message.of("plain.not_saved"))
            return
        self._terminal.say(Message.of("plain.over" if self._table.ended else "plain.saved"))
        self._way_back()

    def _way_back(self) -> None:
        """Give the command that goes on with the exercise, to be copied: it is never broken."""
        if self._table.path is not None:
            resume = resuming(self._table.path, self._terminal.lang, plain=True)
            self._terminal.lines([INDENT + say(self._terminal.lang, resume)])


def _seat(line: SeatLine) -> Message:
    return Message.of("plain.seat", team=team_of(line), side=line.side, seat=sits_of(line.seat))
