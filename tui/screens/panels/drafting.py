"""Opens the facilitator's forms and pages, and keeps what was begun and not sent as long as the console is open."""

from collections.abc import Callable, Mapping
from typing import Any

from engine.game.view import Words
from engine.language.messages import Message
from tui.facilitator import filling
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.forms import FORMS, heard
from tui.screens.panels.editor import Editor
from tui.screens.panels.form import FormPanel
from tui.screens.place import Place
from tui.widgets.wording import Tongue

SECRET = {"set_pin"}
Do = Callable[[Callable[[], Reply], Message | None], Reply]
"""Does something, shows what came of it, and says so where it was done."""


class Drafting:
    """The panels that lie on a screen."""

    def __init__(self, screen: Place[Any], chair: Chair, do: Do) -> None:
        self._screen, self._chair, self._do = screen, chair, do
        self._forms: dict[tuple[str, str], Mapping[str, str]] = {}
        self._pages: dict[str, str] = {}

    def drop(self, name: str) -> None:
        """Forget what was typed into a form and not sent."""
        self._forms.pop((name, ""), None)

    def form(self, tongue: Tongue, name: str, **start: str) -> None:
        """Open a form, with what was typed into it before, or else with this; `inject` says what it is about."""
        about = start.get("inject", "") if name == "edit" else ""

        def sent(spoken: Tongue, typed: Mapping[str, str], sure: bool) -> Reply:  # noqa: FBT001 - the panel hands it over
            reply = self._do(
                lambda: filling.fill_in(self._chair, name, spoken.lang, {"inject": about, **typed}, sure=sure),
                Message.of(f"console.done_{name}"),
            )
            if not reply.wrong:
                self._forms.pop((name, about), None)
            return reply

        def closed(done: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if not done and name not in SECRET and any(panel.typed.values()):
                self._forms[name, about] = panel.typed
                if panel.typed != begun:
                    self._screen.tell(Message.of("console.draft_kept"), grave=False)

        known = self._forms.get((name, about), start)
        panel = FormPanel(tongue, FORMS[name], known, lambda *asked: heard(self._chair.console, *asked), sent)
        begun = dict(panel.typed)
        self._screen.app.push_screen(panel, closed)

    def page(self, tongue: Tongue, name: str, title: Words, written: str) -> None:
        """Open a page of YAML, as it was left before, or else as it is written."""

        def ruled(text: str) -> Reply:
            reply = self._do(lambda: self._chair.rule(text), Message.of("console.done_rule"))
            if not reply.wrong:
                self._pages.pop(name, None)
            return reply

        def closed(done: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if not done and panel.written != written:
                self._pages[name] = panel.written

        panel = Editor(tongue, title, self._pages.get(name, written), ruled)
        self._screen.app.push_screen(panel, closed)
