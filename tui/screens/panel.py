"""A panel: a place that lies on top of another."""

from textual.screen import ModalScreen

from engine.language.messages import Message
from tui.screens.on_top import OnTop, Result
from tui.screens.place import Place
from tui.widgets.wording import Tongue

AROUND = 8  # lines of a panel beside what is to be read, with one that is told


class Panel(Place[Result], ModalScreen[Result], OnTop[Result]):
    """A place that lies on top of another."""

    AUTO_FOCUS = "*"

    def action_chair(self) -> None:
        """Say how to come to the console from here."""
        self.tell(Message.of("console.close_first"))

    def on_resize(self) -> None:
        """Leave room for the title and the keys, whatever is to be read."""
        self._fit()

    async def speak(self, tongue: Tongue) -> None:
        """The same, in another language."""
        await super().speak(tongue)
        self._fit()

    def tell(self, message: Message | None, *, grave: bool = True) -> None:
        """Say something in as many lines as it takes, without pushing the keys off the screen."""
        super().tell(message, grave=grave)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        told = sum(max(note.size.height - 1, 0) for note in self.query("#note.-said"))
        for body in self.query("VerticalScroll, Rows, .scroll"):
            body.styles.max_height = max(self.app.size.height - AROUND - told, 1)
        if told and self.focused:
            self.focused.call_after_refresh(self.focused.scroll_visible, animate=False)

    def action_back(self) -> None:
        """Close the panel; nothing comes of it."""
        self.dismiss(None)

    def action_close(self) -> None:
        """The same, however the panel goes back."""
        self.action_back()
