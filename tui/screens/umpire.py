"""The umpire's grid: one row a team, card numbers typed from paper slips, checked as typed, sealed together."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from engine.game.begun import TRAY
from engine.game.intents import FACILITATOR
from engine.game.load import SaveError
from engine.language.messages import Message
from tui.facilitator import slips
from tui.facilitator.chair import Chair
from tui.facilitator.slips import Line as Slip
from tui.screens.directed import Closed, Directed, Failed, Return
from tui.screens.fields import Fields
from tui.screens.panels.confirm import Confirm
from tui.widgets.banner import Banner, clock
from tui.widgets.keys import ARROWS, Keys
from tui.widgets.papers import said_paper
from tui.widgets.slips import BRIEF, leaves, slip_lines
from tui.widgets.typeset import Fitted, paragraph, parts, running, stack
from tui.widgets.wording import Said, Tongue
from tui.widgets.writing import Line
from tui.words import sits_of, team_of, turn_of

ROOMY = 30
"""Lines of a terminal that show all of every slip."""


class UmpireScreen(Fields[None]):
    """It knows every team's orders: only the facilitator may see it."""

    place = "umpire"

    def __init__(self, tongue: Tongue, chair: Chair) -> None:
        """Open the grid, with what was typed into it before and lies on no tray."""
        super().__init__(tongue)
        self._chair, self._own = chair, chair.table.begun.of(FACILITATOR)
        self._known = console = chair.console
        self._roomy = True
        self._seats = {line.team: line for line in console.public.table}
        self.typed = {
            desk.team: self._own.line(TRAY, desk.team) or _and_more(slips.written(chair.table, desk.team))
            for desk in console.desks
            if self._seats[desk.team].human and not desk.sealed and console.decides
        }

    def compose(self) -> ComposeResult:
        """Head, a row for each team, foot."""
        tongue, view = self.tongue, self._known.public
        title = Message.of("umpire.title")
        yield Banner(tongue, view.title, title, *clock(tongue, turn_of(view), view.moment))
        yield Said(tongue.line(Message.of("umpire.how"), "$muted"), classes="situation")
        with Vertical(id="slips"):
            for team, seated in self._seats.items():
                with Horizontal(classes="slip"):
                    with Vertical(classes="slip-team"):
                        yield Said(tongue.line(team_of(seated), "bold"))
                        if team in self.typed:
                            yield Said(id=f"left-{team}")
                    with Vertical(classes="slip-typed"):
                        yield self._input(team)
                        if team in self.typed:
                            yield Said(classes="slip-note", id=f"slip-{team}")
        yield from self.foot([(ARROWS, Message.of("screen.hint.team"))])

    def _input(self, team: str) -> Line | Said:
        if team in self.typed:
            return Line(self.typed[team], id=f"field-{team}")
        sealed = team in {desk.team for desk in self._known.desks if desk.sealed}
        words = Message.of("screen.handover.sealed") if sealed else sits_of(self._seats[team].seat)
        if not self._known.decides:
            words = Message.of("desks.no_round")
        return Said(self.tongue.line(words, "$muted"))

    def fill(self) -> None:
        """Begin with the first team; where the facilitator closes the turns, sealing does not."""
        if self._known.conducted:
            self.query_one(Keys).say("seal_all", Message.of("umpire.seal_only"))
        for team in self.typed:
            self._note(team)
        if self.typed:
            self.write_in(next(iter(self.typed)))

    def on_input_changed(self, event: Line.Changed) -> None:
        """Check what is typed."""
        team = (event.input.id or "").removeprefix("field-")
        if team in self.typed:
            if self.typed[team] != event.value:
                self.tell(None)  # what was refused is no longer what stands there
                self._own.write(TRAY, team, event.value)
            self.typed[team] = event.value
            self._note(team)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Lay what stands on a slip once another one is typed, or keep it: a power cut must not take it."""
        team = (event.widget.id or "").removeprefix("field-")
        if team in self.typed:
            self._lay(team)

    def _lay(self, team: str) -> None:
        """Lay a slip that fits; keep what stands on the others."""
        table, lines = self._chair.table, self._read(team)
        if table.ended or table.view(None).turn != self._known.public.turn:
            return
        if not any(line.wrong for line in lines):
            try:
                slips.lay(self._chair, team, lines)
            except SaveError as error:
                self.post_message(Directed(self, Failed(error)))
        lies = slips.lies(table, team, lines)  # where its team may change it
        self._own.write(TRAY, team, None if lies else self.typed[team])
        self._own.leave()

    def _read(self, team: str) -> tuple[Slip, ...]:
        return slips.whole(self._chair.table, self.tongue.lang, team, self.typed[team])

    def on_resize(self, event: events.Resize) -> None:
        """Show all teams at once: where there is little room, more than a line only of the one that is typed."""
        self._roomy = event.size.height >= ROOMY
        self.set_class(not self._roomy, "-dense")
        self._note_all()

    def on_descendant_focus(self) -> None:
        """Show more of the slip that is typed now."""
        if not self._roomy:
            self._note_all()

    def _note_all(self) -> None:
        for team in self.typed:
            if self.query(f"#slip-{team}"):
                self._note(team)

    def _note(self, team: str) -> None:
        lines, tongue = self._read(team), self.tongue
        view = next(desk.view for desk in self._known.desks if desk.team == team)
        typed_now = self.focused is not None and self.focused.id == f"field-{team}"
        most = None if self._roomy or typed_now else BRIEF
        left = leaves(tongue, lines, view)
        self.query_one(f"#slip-{team}", Said).update(
            Fitted(
                lambda width: stack(
                    [
                        *slip_lines(tongue, lines, width, most=most),
                        *(paragraph(left, width) if left and self._roomy else []),
                    ]
                )
            )
        )
        beside = self.query_one(f"#left-{team}", Said)
        beside.display = bool(left) and not self._roomy
        beside.update(Fitted(lambda width: stack(running(parts(left), width))))

    def action_back(self) -> None:
        """Go back to the console; what could not be laid is kept for this turn."""
        for team in self.typed:
            self._lay(team)
        self.post_message(Directed(self, Return()))

    def action_seal_all(self) -> None:
        """Seal all of them together, once that is meant where it closes the turn; or go to what does not fit."""
        if not self.typed:
            self.tell(Message.of("umpire.nobody"))
            return
        slips_in = {team: self._read(team) for team in self.typed}
        team = next((team for team, lines in slips_in.items() if any(line.wrong for line in lines)), None)
        if team is not None or self._known.conducted:
            self._seal()
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes:
                self._seal()

        title, about = Message.of("umpire.sure"), slips.closes(self._known, slips_in)
        self.app.push_screen(Confirm(self.tongue, lambda spoken: said_paper(spoken, title, about)), answered)

    def _seal(self) -> None:
        turn = self._known.public.turn
        try:
            reply = slips.seal(self._chair, {team: self._read(team) for team in self.typed})
        except SaveError as error:
            self.post_message(Directed(self, Failed(error)))
            return
        if reply.wrong is None:
            self.post_message(Directed(self, self._step_after(turn)))
            return
        self._known = self._chair.console
        name = self._seats[reply.field or next(iter(self.typed))].name
        self.tell(Message.of("umpire.refused", team=name, reason=reply.wrong))
        if reply.field:
            self.write_in(reply.field)

    def _step_after(self, turn: int) -> Closed | Return:
        """Tell what came of it where the last seal has closed the turn; else go back to the console."""
        table = self._chair.table
        if table.ended or table.view(None).turn != turn:
            return Closed()
        return Return(Message.of("umpire.sealed", n=len(self.typed)))


def _and_more(written: str) -> str:
    """Leave room behind the last number: one that is typed next would else be read with it as one."""
    return f"{written} " if written else ""
