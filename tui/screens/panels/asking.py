"""A panel with one line to write in: a word to search for, a seed, a reason, a forecast."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from engine.language.messages import Message
from engine.text import one_line
from tui.screens.panel import Panel
from tui.widgets.typeset import Fitted, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.widgets.writing import LONGEST, Line


class Asking(Panel[str]):
    """The result is what was written, or None. `heard` is told with every letter; `about` stands below the title.

    `wrong` says what is wrong with what was written, if something is: the panel then stays.
    """

    place = "asking"

    def __init__(  # noqa: PLR0913 - each has a name
        self,
        tongue: Tongue,
        title: Message,
        heard: Callable[[str], None] | None = None,
        *,
        about: Message | None = None,
        start: str = "",
        longest: int = LONGEST,
        digits: bool = False,
        wrong: Callable[[str], Message | None] = lambda _: None,
    ) -> None:
        super().__init__(tongue)
        self._title, self._about, self._heard, self._wrong = title, about, heard, wrong
        self._typed, self._longest, self._digits = start, longest, digits
        self._refused = False

    def compose(self) -> ComposeResult:
        """Title, line, keys."""
        with Vertical(classes="strip"):
            title = self.tongue.line(self._title, "bold $accent")
            yield Said(Fitted(lambda width: stack(paragraph(title, width))), classes="paper-title")
            yield Line(self._typed, longest=self._longest, digits=self._digits)
            if self._about:
                yield Said(self.tongue.line(self._about, "$muted"), classes="asking-about")
            yield from self.foot()

    def fill(self) -> None:
        """Write on where it was."""
        self.query_one(Line).focus()

    def on_input_changed(self, event: Line.Changed) -> None:
        """Pass it on; what was wrong with it is no longer what stands there."""
        if self._refused:
            self._refused = False
            self.tell(None)
        self._typed = one_line(event.value)
        if self._heard:
            self._heard(self._typed)

    def action_done(self) -> None:
        """That is all, unless something is wrong with it."""
        written = one_line(self.query_one(Line).value)
        wrong = self._wrong(written)
        if wrong:
            self._refused = True
            self.tell(wrong)
        else:
            self.dismiss(written)
