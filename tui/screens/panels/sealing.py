"""The question before sealing: what is about to be sealed, what speaks for a second look, and a forecast."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from engine.game.intents import CERTAIN
from engine.game.view import View
from engine.language.messages import Message
from tui.screens.panel import Panel
from tui.widgets.papers import seal_paper
from tui.widgets.typeset import COPIED, EMPTY, Fitted, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.widgets.writing import Line, Number


@dataclass(frozen=True, slots=True)
class Sealed:
    """The team seals; `percent` is what it says to the question, None where it says nothing new."""

    percent: int | None


class Sealing(Panel[Sealed]):
    """The result is None where the team does not seal. Digits are the forecast; an empty one is none."""

    place = "confirm"

    def __init__(self, tongue: Tongue, view: View, begun: str, heard: Callable[[str], None]) -> None:
        """Ask, with the forecast as it was `begun`; `heard` is told with every digit."""
        super().__init__(tongue)
        self._view, self._heard = view, heard
        self._typed = begun

    def compose(self) -> ComposeResult:
        """What is sealed, the question of this round, keys."""
        title, lay = seal_paper(self.tongue, self._view)
        with Vertical(classes="paper"):
            yield Said(title.stylize("bold $accent"), classes="paper-title")
            with Vertical(classes="scroll"):
                yield Said(Fitted(lay), classes="paper-text")
            if self._view.question is not None:
                asked = self.tongue.line(Message.of("forecast.ask", question=self._view.question))
                about = self.tongue.line(Message.of("screen.forecast.about"), "$muted")
                yield Said(
                    Fitted(lambda width: stack([*paragraph(asked, width), *paragraph(about, width)])),
                    id="asked",
                    classes="paper-text",
                )
                with Horizontal(id="percent"):
                    yield Number(self._typed, longest=len(str(CERTAIN)), digits=True, id="forecast")
                    yield Said(self.tongue.line(Message.of("screen.forecast.percent"), "$muted"))
            yield from self.foot()

    def on_input_changed(self, event: Line.Changed) -> None:
        """Keep what was typed, whatever the language."""
        self._typed = event.value
        self._heard(event.value)

    def marked_words(self) -> Content:
        """Return what is about to be sealed, whole."""
        title, lay = seal_paper(self.tongue, self._view)
        return stack([title, EMPTY, lay(COPIED)])

    def action_yes(self) -> None:
        """Seal, with the forecast that was typed, if one was."""
        if no_percent(self._typed):
            self.tell(no_percent(self._typed))
            return
        said = int(self._typed) if self._typed else None
        self.dismiss(Sealed(None if said == self._view.foreseen else said))

    def action_take(self) -> None:
        """Take the number and ask on: who ends a number with Enter has not decided to seal."""
        if no_percent(self._typed):
            self.tell(no_percent(self._typed))
        elif self._typed:
            self.tell(Message.of("screen.seal.taken", n=int(self._typed)), grave=False)
        else:
            asked = self._view.question is not None
            self.tell(Message.of("screen.seal.nothing_taken" if asked else "screen.seal.not_by_enter"), grave=False)

    def action_no(self) -> None:
        """Go on deciding."""
        self.dismiss(None)


def said_of(view: View) -> str:
    """Return the forecast that stands, as it is typed; "" for none."""
    return "" if view.foreseen is None else str(view.foreseen)


def no_percent(typed: str) -> Message | None:
    """Return what is wrong with a forecast in digits, if something is; nothing at all is fine."""
    return Message.of("refused.percent") if typed and int(typed) > CERTAIN else None
