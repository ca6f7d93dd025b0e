"""An app that ends in good order whatever ends it: somebody who leaves, a signal, a terminal that is gone, a fault."""

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from textual.app import App
from textual.driver import Driver

from engine.exits import BY_SIGNAL, FAULT, FINE
from engine.language.messages import Message
from tui import summons
from tui.signals import keep_going, kept_going
from tui.typed.drivers import safe
from tui.widgets.wording import Tongue

if TYPE_CHECKING:  # it is loaded when it is said
    from tui.farewell import Farewell

EMPTIED = " "
"""What takes the place of what was copied: tmux, for one, keeps its buffer where it is asked to hold nothing."""
EMPTYING = "\x1b]52;c;IA==\a"
"""What tells a terminal to do that."""
SIZE = ("COLUMNS", "LINES")
"""Some shells export these, and Textual believes them: it would then not see that the terminal is resized."""


class Ending(App["Farewell"], inherit_bindings=False):
    """It says how to go on, and leaves nothing to be pasted that only one of several people may know."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._tongue = Tongue(lang)

    def get_driver_class(self) -> type[Driver]:
        """Read what is typed in a way that nothing typed can end."""
        return safe(super().get_driver_class())

    def play_out(self) -> int:
        """Run, and say on the terminal what there is to be said in the end. Returns the exit code."""
        farewell = asyncio.run(self.played())
        if farewell is None:
            return self.return_code or FINE
        sys.stdout.write(self._said(farewell))
        return farewell.code

    async def played(self) -> "Farewell | None":
        """Run; a signal that ends the program closes the screens first, so that nothing stays to be read."""
        if "TEXTUAL_DRIVER" not in os.environ:  # at a terminal, not in a browser
            for name in SIZE:
                os.environ.pop(name, None)
        with summons.heard(self.called_away, self.last_words), kept_going():
            self.call_later(keep_going)  # the screen library would let itself be stopped, with all that was copied
            return await self.run_async()

    def leave(self, farewell: "Farewell") -> None:
        """End, and say this."""
        self._forget_copied()
        self.exit(farewell, farewell.code)

    def called_away(self, number: int) -> None:
        """Leave at once, since a signal says so."""
        self.leave(self._called(number))

    def last_words(self, number: int) -> str:
        """Return what a terminal is told from which the screens are gone, though they did not leave it themselves."""
        copied = self.shared and self.clipboard.strip()
        return f"{EMPTYING if copied else ''}{self._said(self._called(number))}"

    def panic(self, *told: object) -> None:
        """Say nothing of what a fault carries: it may hold another team's secrets."""
        from tui.farewell import our_fault, our_fault_elsewhere  # noqa: PLC0415 - only now needed

        kind, _, frames = sys.exc_info()
        self._fail(our_fault(kind, frames) if kind else our_fault_elsewhere(told))

    def _fatal_error(self) -> None:
        from tui.farewell import our_fault  # noqa: PLC0415 - only now needed

        kind, _, frames = sys.exc_info()
        self._fail(our_fault(kind, frames))

    def _fail(self, said: Message) -> None:
        if not self._exit:  # whatever is left while it opens finds but half of itself, which is no fault
            from tui.farewell import Farewell  # noqa: PLC0415 - only now needed

            self._forget_copied()
            self._return_value = Farewell(FAULT, (said, *self.way_back()))
            self._exit = True  # what is opening now would else wait for what is not opened any more
        self._return_code = self._return_value.code if self._return_value else FINE
        self._close_messages_no_wait()

    @property
    def shared(self) -> bool:
        """Whether several people share the screen."""
        return False

    def way_back(self) -> tuple[Message, ...]:
        """Say how to go on."""
        return ()

    def _called(self, number: int) -> "Farewell":
        from tui.farewell import Farewell  # noqa: PLC0415 - only now needed

        return Farewell(BY_SIGNAL + number, self.way_back())

    def _said(self, farewell: "Farewell") -> str:
        from tui.farewell import broken  # noqa: PLC0415 - only now needed

        return "".join(f"{line}\n" for words in farewell.words for line in broken(self._tongue.plain(words)))

    def _forget_copied(self) -> None:
        if self.shared:
            self._wipe()

    def _wipe(self) -> None:
        """Empty the clipboard, before others look at the screen."""
        if self.clipboard.strip():
            self.copy_to_clipboard(EMPTIED)
