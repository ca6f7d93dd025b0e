"""The glossary: a list of the words of the exercise and of what exercises teach; Enter explains one.

It is the same for everybody and at any time, so it tells nothing of anybody's cards.
"""

from collections.abc import Iterable
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.language.messages import Message
from engine.scenario.glossary import Concept, concepts, explained, words
from tui.screens.finds import Found
from tui.screens.panel import Panel
from tui.screens.panels.reading import Reading, show_paper
from tui.screens.place import Place
from tui.widgets.keys import ARROWS
from tui.widgets.papers import Paper
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Lay, cut, paragraph, stack
from tui.widgets.wording import Said, Tongue


class GlossaryPanel(Panel[None]):
    """One row a word."""

    place = "picking"

    def compose(self) -> ComposeResult:
        """Title, words, keys."""
        with Vertical(classes="paper"):
            title = self.tongue.line(Message.of("action.glossary"), "bold $accent")
            yield Said(title, classes="paper-title")
            yield Rows("pick", id="glossary")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the words in, by name."""
        rows = self.query_one(Rows)
        sections = (("glossary.words", words()), ("glossary.concepts", concepts()))
        rows.show([row for head, names in sections for row in self._section(Message.of(head), names)])
        rows.focus()

    def _section(self, head: Message, names: Iterable[str]) -> list[Row]:
        title = self.tongue.line(head, "$muted")
        named = sorted(names, key=lambda name: self.tongue.plain(explained(name).name).casefold())
        return [
            Row(head.code, lambda width: cut(title, width), stop=False),
            *(Row(name, self._set(explained(name))) for name in named),
        ]

    def _set(self, what: Concept) -> Lay:
        return lambda width: cut(self.tongue.line(what.name), width)

    def marked_words(self) -> Content:
        """Return the marked word."""
        return self.query_one(Rows).read()

    def action_pick(self) -> None:
        """Explain this one."""
        marked = self.query_one(Rows).marked
        if marked is not None:
            show_paper(self.app, Reading(self.tongue, partial(entry_paper, what=explained(marked))))


def entry_paper(tongue: Tongue, what: Concept) -> Paper:
    """Return a word of the glossary: what it means, where the game shows it, and where that is from."""

    def lay(width: int) -> Content:
        lines = paragraph(tongue.line(what.text), width)
        if what.shown:
            lines += [EMPTY, *paragraph(tongue.line(Message.of("glossary.shown", text=what.shown)), width)]
        if what.source:
            lines += [EMPTY, *paragraph(tongue.line(Message.of("plain.source", source=what.source), "$muted"), width)]
        return stack(lines)

    return tongue.line(what.name), lay


def found_in_glossary(place: Place[object]) -> Iterable[Found]:
    """Let every word of the glossary be found once something is typed."""
    for kind, names in (("find.word", words()), ("find.concept", concepts())):
        for name in sorted(names):
            paper = partial(entry_paper, what=explained(name))
            run = partial(_read, place, paper)
            yield Found(explained(name).name, Message.of(kind), run, typed_only=True)


def _read(place: Place[object], paper: partial[Paper]) -> None:
    show_paper(place.app, Reading(place.tongue, paper))
