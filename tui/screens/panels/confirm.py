"""A question that is answered with yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Event, Key

from engine.language.messages import Message
from tui.screens.panel import Panel
from tui.widgets.typeset import COPIED, Fitted, stack
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from tui.quiet import Quiet
    from tui.widgets.papers import Written

SOON = 0.1  # seconds


class Confirm(Panel[bool]):
    """Ask; the answer is the result. Where there is `quiet` to wait for, it is heard only after that."""

    place = "confirm"

    def __init__(self, tongue: Tongue, written: Written, quiet: Quiet | None = None) -> None:
        super().__init__(tongue)
        self._written, self._quiet = written, quiet
        self._listens = quiet is None

    def compose(self) -> ComposeResult:
        """Question, what speaks for a second thought, keys."""
        title, lay = self._written(self.tongue)
        with Vertical(classes="paper"):
            yield Said(title.stylize("bold $accent"), classes="paper-title")
            yield Said(Fitted(lay), classes="paper-text")
            yield from self.foot()

    def fill(self) -> None:
        """Listen from now on, or once there was quiet: who types a word does not answer with one of its letters."""
        self._listen()

    def _listen(self) -> None:
        self._listens = self._listens or self._quiet is None or self._quiet.here
        if not self._listens:
            self.set_timer(SOON, self._listen)
        elif self.query("#note"):
            self.tell(None)

    async def on_event(self, event: Event) -> None:
        """Mind each key that comes too early, and say so."""
        if isinstance(event, Key) and self._quiet and not self._listens:
            self._quiet.hear()
            self.tell(Message.of("screen.confirm.quiet"), grave=False)
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do not agree before."""
        return (self._listens or action not in {"yes", "take"}) and super().check_action(action, parameters)

    def marked_words(self) -> Content:
        """Return the question."""
        title, lay = self._written(self.tongue)
        return stack([title, lay(COPIED)])

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer

    def action_take(self) -> None:
        """There is no number to take: yes."""
        self.action_yes()

    def action_no(self) -> None:
        """No."""
        self.dismiss(False)  # noqa: FBT003 - the answer
