"""The hand-over: an opaque screen between two teams, until the next one says that it is alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as Event

from engine.game.view import SeatLine
from engine.language.messages import Message
from engine.text import Text
from tui.screens.place import Place
from tui.widgets.names import seat
from tui.widgets.typeset import Cell, Fitted, columns, listed, stack
from tui.widgets.wording import Said, Tongue
from tui.words import moment_of

HUMAN = "human"


@dataclass(frozen=True, slots=True)
class HandOver:
    """What everybody at the table may read: to whom the keyboard goes, and how far the round is."""

    title: Text
    team: str
    team_name: Text
    when: Message
    moment: datetime
    table: tuple[SeatLine, ...]
    head_code: str


class HandOverScreen(Place[None]):
    """It knows nothing of any team's view."""

    place = "handover"

    @dataclass
    class Ready(Event):
        """The team is alone at the screen."""

        team: str

    def __init__(self, tongue: Tongue, facts: HandOver) -> None:
        super().__init__(tongue)
        self._facts = facts

    def compose(self) -> ComposeResult:
        """To whom, when, who has sealed, the code, the gate."""
        tongue, facts = self.tongue, self._facts
        with Vertical(id="gate"):
            yield Said(tongue.line(facts.title, "$muted"), classes="centred")
            yield Said(
                listed([tongue.line(facts.when), tongue.line(moment_of(facts.moment))]).stylize("$muted"),
                classes="centred",
            )
            yield Said(tongue.line(Message.of("screen.handover.to")), classes="centred space")
            yield Said(tongue.line(facts.team_name, "bold $accent"), classes="centred")
            yield Said(tongue.line(Message.of("screen.handover.away"), "$muted"), classes="centred")
            yield Said(Fitted(lambda width: seats(tongue, facts.table, facts.team, width)), classes="space", id="seals")
            if facts.head_code:
                code = Message.of("screen.handover.code", code=Text.of(facts.head_code))
                yield Said(tongue.line(code, "$muted"), classes="centred space")
            yield Said(tongue.line(Message.of("screen.handover.ready"), "bold"), classes="centred space")
        yield from self.foot()

    def action_take_seat(self) -> None:
        """The team is there."""
        self.post_message(self.Ready(self._facts.team))


def seats(tongue: Tongue, table: Sequence[SeatLine], team: str, width: int) -> Content:
    """Return who sits where, and who has sealed."""
    lines = []
    for line in table:
        if line.seat != HUMAN:
            state = tongue.line(seat(line.seat), "$muted")
        elif line.sealed:
            state = Content.assemble(("✓ ", "$accent"), tongue.line(Message.of("screen.handover.sealed")))
        elif line.team == team:
            state = Content.assemble(("▸ ", "$accent"), tongue.line(Message.of("screen.handover.now"), "$accent"))
        else:
            state = Content.assemble(("○ ", "$muted"), tongue.line(Message.of("screen.handover.waits"), "$muted"))
        name = tongue.line(line.name, "bold" if line.team == team else "")
        lines.append(columns(width, [Cell(name), Cell(state, 18)]))
    return stack(lines)
