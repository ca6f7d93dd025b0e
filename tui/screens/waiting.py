"""The opaque screen on which all have sealed, and the facilitator has yet to close the turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical

from engine.game.view import SeatLine
from engine.language.messages import Message, Words
from engine.text import Text
from tui.screens.directed import Directed, Resolve
from tui.screens.handover import seats
from tui.screens.place import Place
from tui.widgets.typeset import Fitted, listed
from tui.widgets.wording import Said, Tongue
from tui.words import moment_of


@dataclass(frozen=True, slots=True)
class Sealed:
    """What everybody may read while the turn waits."""

    title: Words
    when: Message
    moment: datetime
    table: Sequence[SeatLine]
    head_code: str


class WaitingScreen(Place[None]):
    """It knows nothing of any team's view."""

    place = "waiting"

    def __init__(self, tongue: Tongue, facts: Sealed) -> None:
        super().__init__(tongue)
        self._facts = facts

    def compose(self) -> ComposeResult:
        """What is awaited, when, who has sealed, the code."""
        tongue, facts = self.tongue, self._facts
        when = listed([tongue.line(facts.when), tongue.line(moment_of(facts.moment))])
        with Vertical(id="gate"):
            yield Said(tongue.line(facts.title, "$muted"), classes="centred")
            yield Said(when.stylize("$muted"), classes="centred")
            yield Said(tongue.line(Message.of("waiting.title"), "bold $accent"), classes="centred space")
            yield Said(tongue.line(Message.of("waiting.about"), "$muted"), classes="centred")
            yield Said(Fitted(lambda width: seats(tongue, facts.table, "", width)), classes="space", id="seals")
            if facts.head_code:
                code = Message.of("screen.handover.code", code=Text.of(facts.head_code))
                yield Said(tongue.line(code, "$muted"), classes="centred space")
        yield from self.foot()

    def action_resolve(self) -> None:
        """Close the turn."""
        self.post_message(Directed(self, Resolve()))
