"""Opens the facilitator's forms and pages, which go on where they were left, even by a power cut."""

from collections.abc import Callable
from typing import Any

from engine.game.begun import Own, Parts
from engine.game.intents import FACILITATOR
from engine.game.view import Words
from engine.language.messages import Message
from tui.facilitator import filling
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.forms import FORMS, heard
from tui.screens.panels.editor import Editor
from tui.screens.panels.form import Does, FormPanel
from tui.screens.place import Place
from tui.widgets.wording import Tongue

SECRET = {"set_pin"}
PAGE = "page"
Do = Callable[[Callable[[], Reply], Message | None], Reply]
"""Does something, shows what came of it, and says so where it was done."""


class Drafting:
    """The panels that lie on a screen."""

    def __init__(self, screen: Place[Any], chair: Chair, do: Do) -> None:
        self._screen, self._chair, self._do = screen, chair, do

    @property
    def _own(self) -> Own:
        return self._chair.table.begun.of(FACILITATOR)

    def drop(self, name: str) -> None:
        """Forget what was typed into a form and not sent."""
        self._own.fill(name, "", None)

    def form(self, tongue: Tongue, name: str, **start: str) -> None:
        """Open a form, with what was typed into it before, or else with this; `inject` says what it is about."""
        about = start.get("inject", "") if name == "edit" else ""
        own, fresh = self._own, {field.key: start.get(field.key, "") for field in FORMS[name].fields}

        def sent(spoken: Tongue, typed: Parts, sure: bool) -> Reply:  # noqa: FBT001 - the panel hands it over
            reply = self._do(
                lambda: filling.fill_in(self._chair, name, spoken.lang, {"inject": about, **typed}, sure=sure),
                Message.of(f"console.done_{name}"),
            )
            if not reply.wrong:
                own.fill(name, about, None)
            return reply

        def typed(parts: Parts) -> None:
            if name not in SECRET:
                own.fill(name, about, parts if parts != fresh and any(parts.values()) else None)

        def closed(done: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            own.leave()
            if not done and own.filled(name, about) and panel.typed != begun:
                self._screen.tell(Message.of("console.draft_kept"), grave=False)

        does = Does(sent, typed, own.leave)
        known = own.filled(name, about) or fresh
        panel = FormPanel(tongue, FORMS[name], known, lambda *asked: heard(self._chair.console, *asked), does)
        begun = dict(panel.typed)
        self._screen.app.push_screen(panel, closed)

    def page(self, tongue: Tongue, name: str, title: Words, written: str) -> None:
        """Open a page of YAML, as it was left before, or else as it is written."""
        own = self._own

        def ruled(text: str) -> Reply:
            reply = self._do(lambda: self._chair.rule(text), Message.of("console.done_rule"))
            if not reply.wrong:
                own.write(PAGE, name, None)
            return reply

        def typed(text: str) -> None:
            own.write(PAGE, name, None if text == written else text)

        begun = own.line(PAGE, name)
        panel = Editor(tongue, title, written if begun is None else begun, ruled, typed)
        self._screen.app.push_screen(panel, lambda _: own.leave())
