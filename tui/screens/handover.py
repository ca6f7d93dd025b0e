"""The hand-over: an opaque screen between two teams, until the next one says that it is alone."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Event as TextualEvent
from textual.events import Key

from engine.game.view import SeatLine, View
from engine.language.messages import Message
from engine.text import Text
from tui.locks import REOPENED
from tui.posted import fresh_of
from tui.quiet import Quiet
from tui.screens.place import Place
from tui.timing import clock_words
from tui.widgets.public import facts, figures, seal_of, sits
from tui.widgets.typeset import Cell, Fitted, columns, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import moment_of, team_of, turn_of

WIDE = (110, 30)
SPACED = 5  # teams that leave room for empty lines where there is little
STATE = 18  # cells at least of whether a team has sealed, or of who sits there
WAITING = "…"
SOON = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class HandOver:
    """What everybody at the table may read: to whom the keyboard goes, and how far the round is.

    `public` is the public's view, `code` the mark of the record as it is now. `chaired` says that the facilitator has
    locked the console, `mirrored` that a second screen shows this one; `command` opens the board on it, where it
    shows something else, and is what is copied.
    """

    team: str
    public: View
    code: Callable[[], str]
    chaired: bool
    touched: bool
    mirrored: bool
    command: Text | None


class HandOverScreen(Place[None]):
    """It knows nothing of any team's view. It takes no key before there was quiet: whoever holds one stays outside."""

    place = "handover"

    @dataclass
    class Ready(Place.Asked):
        """The team is alone at the screen; `newcomer` wants to read first what has happened."""

        team: str
        newcomer: bool = False

    def __init__(self, tongue: Tongue, facts: HandOver, quiet: Quiet) -> None:
        super().__init__(tongue)
        self._facts, self._quiet = facts, quiet
        self._listens = False
        self._code = ""
        self._time: tuple[int | None, bool] = (None, False)

    def compose(self) -> ComposeResult:
        """To whom, when, who has sealed, the code, the gate; for a mirrored screen, what the board shows."""
        tongue, public = self.tongue, self._facts.public
        line = next(line for line in public.table if line.team == self._facts.team)
        when = listed([tongue.line(turn_of(public)), tongue.line(moment_of(public.moment))])
        with Horizontal(id="halves"):
            with Vertical(id="gate"):
                yield Said(tongue.line(public.title, "$muted"), classes="centred")
                yield Said(when.stylize("$muted"), classes="centred")
                yield Said(id="gate-clock", classes="centred")
                yield Said(tongue.line(Message.of("screen.handover.to")), classes="centred space")
                yield Said(tongue.line(team_of(line), "bold $accent"), classes="centred")
                yield Said(tongue.line(Message.of("screen.handover.away"), "$muted"), classes="centred")
                table = public.table
                fresh = fresh_of(public)
                told = Fitted(lambda width: seats(tongue, table, line.team, width, fresh))
                yield Said(told, classes="space", id="seals")
                if public.retaken:
                    back = tongue.line(public.retaken, "bold $warning")
                    yield Said(Fitted(lambda width: stack(paragraph(back, width))), classes="space", id="retaken")
                yield Said(classes="space", id="chair")
                yield Said(id="code")
                about = Message.of("screen.handover.code_about")
                yield Said(Fitted(lambda width: stack(paragraph(tongue.line(about, "$muted"), width))), id="code-about")
                yield Said(id="ready", classes="centred space")
            if self._facts.mirrored:
                yield Said(Fitted(lambda width: facts(tongue, public, width)), id="public")
                head = tongue.line(Message.of("board.meters"), "$muted")
                yield Said(Fitted(lambda width: stack([head, figures(tongue, public, width)])), id="figures")
        if self._facts.command:
            opens = Message.of("screen.handover.board", command=self._facts.command)
            yield Said(Fitted(lambda width: stack(paragraph(tongue.line(opens, "$muted"), width))), id="second")
        yield from self.foot()

    def _chair(self) -> Content:
        """Say how far the console is guarded; first, if its PIN was just set anew, that: briefly where need be."""
        if self._facts.public.reopened:
            told = Message.of("pin.anew_brief") if self.has_class("-tight") else REOPENED
            return self.tongue.line(told, "bold $warning")
        locked = "locked" if self._facts.chaired else "late" if self._facts.touched else "open"
        return self.tongue.line(Message.of(f"screen.handover.chair_{locked}"), "$muted")

    def _show_chair(self) -> None:
        chair = self._chair()
        for each in self.query("#chair").results(Said):
            each.update(Fitted(lambda width: stack(paragraph(chair, width))))

    def fill(self) -> None:
        """Show who guards the console, the clock and the code."""
        self._show_chair()
        self._code = ""
        left, running = self._time
        self.tick(left, running=running)
        if not self._listens:
            self._quiet.hear()  # as long as it took to open, nobody could see what a key would do
        self._listen()

    async def on_event(self, event: TextualEvent) -> None:
        """Mind each key that comes before it is said that one is waited for."""
        if isinstance(event, Key) and not self._listens:
            self._quiet.hear()
        await super().on_event(event)

    def mind_held(self, *, first: bool) -> None:
        """The same; until it is said that a key is waited for, nothing needs to be said."""
        if self._listens:
            super().mind_held(first=first)
        else:
            self._quiet.hear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing before that either, not even for a key that was pressed on the screen before."""
        return self._listens and super().check_action(action, parameters)

    def _listen(self) -> None:
        """Once there was quiet, say that a key is waited for; until then, look again soon."""
        self._listens = self._listens or self._quiet.here
        words = self.tongue.line(Message.of("screen.handover.ready"), "bold") if self._listens else Content(WAITING)
        for each in self.query("#ready").results(Said):
            each.update(words)
        if not self._listens:
            self.set_timer(SOON, self._listen)

    def on_resize(self) -> None:
        """Side by side where there is room; closer together where there is none for what stands beside the gate."""
        size = self.app.size
        self.set_class(size.width >= WIDE[0] and size.height >= WIDE[1], "-roomy")
        public = self._facts.public
        more = self._facts.mirrored or self._facts.command is not None or public.retaken is not None
        self.set_class(more and size.height < WIDE[1], "-tight")
        told = public.reopened or public.retaken is not None
        self.set_class(len(public.table) > SPACED or told, "-many")
        self._show_chair()

    def tick(self, left: int | None, *, running: bool) -> None:
        """Show what is left of the round, and the code, which each record changes."""
        self._time = (left, running)
        if not self.query("#gate-clock, #code"):  # all of it is being said in another language
            return
        words = clock_words(left, running=running)
        clock = self.query_one("#gate-clock", Said)
        clock.display = words is not None
        if words:
            clock.update(self.tongue.line(words, "bold $danger" if left == 0 else "bold"))
        self._show_code()

    def _show_code(self) -> None:
        code = self._facts.code()
        for each in self.query("#code, #code-about"):
            each.set_class(not code, "-none")
        if code and code != self._code:
            self._code = code
            said = Message.of("screen.handover.code", code=Text.of(code))
            self.query_one("#code", Said).update(self.tongue.line(said))

    def marked_words(self) -> Content:
        """The command that opens the board."""
        return Content(str(self._facts.command or ""))

    def action_take_seat(self) -> None:
        """The team is there."""
        self.post_message(self.Ready(self._facts.team))

    def action_newcomer(self) -> None:
        """Somebody who comes late is there."""
        self.post_message(self.Ready(self._facts.team, newcomer=True))

    def action_forget_pin(self) -> None:
        """The PIN is forgotten."""
        self.post_message(self.Wish("forget_pin", self._facts.team))


def seats(
    tongue: Tongue, table: Sequence[SeatLine], team: str, width: int, fresh: Collection[str] = frozenset()
) -> Content:
    """Return who sits where, and who has sealed; who sits there anew is said to."""
    rows = []
    for line in table:
        if not line.human:
            state = sits(tongue, line, fresh)
        elif line.team == team and not line.sealed:
            state = Content.assemble(("▸ ", "$accent"), tongue.line(Message.of("screen.handover.now"), "$accent"))
        else:
            state = seal_of(tongue, sealed=line.sealed)
        name = tongue.line(team_of(line), "bold" if line.team == team else "")
        rows.append((name, state))
    named, told = (max(piece.cell_length for piece in column) for column in zip(*rows, strict=True))
    beside = max(STATE, min(told, width - named - 2))
    lines: list[Content] = []
    for name, state in rows:
        first, *rest = paragraph(name, max(width - beside - 2, 1), most=2)
        lines += [columns(width, [Cell(first), Cell(state, beside)]), *rest]
    return stack(lines)
