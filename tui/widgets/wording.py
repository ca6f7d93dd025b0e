"""How words reach a screen: the one place where a message or outside text becomes something that is drawn.

Textual reads a `str` as markup, and markup can act. So nothing here or above hands it one: words become
`Content`, which is drawn letter by letter, and `Said` is the only plain widget that shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.content import Content
from textual.visual import Visual
from textual.widgets import Static

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import one_line, printable

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Words


class Tongue(NamedTuple):
    """A language to speak in."""

    lang: str

    def whole(self, words: Words, style: str = "") -> Content:
        """Return the words with their line ends, as inert content."""
        return Content.styled(printable(self._raw(words)), style)

    def line(self, words: Words, style: str = "") -> Content:
        """Return the words on one line, as inert content."""
        return Content.styled(one_line(self._raw(words)), style)

    def plain(self, words: Words) -> str:
        """Return the words on one line, for searching and the clipboard; never for drawing."""
        return one_line(self._raw(words))

    def _raw(self, words: Words) -> str:
        return say(self.lang, words) if isinstance(words, Message) else words.in_language(self.lang)


class Said(Static):
    """A piece of a screen that shows content, and refuses what could be markup."""

    def __init__(self, content: Visual | None = None, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(inert(content or Content("")), id=id, classes=classes, markup=False)

    def update(self, content: Any = "", *, layout: bool = True) -> None:  # noqa: ANN401 - as in Static
        """Show something else. Raises TypeError for anything but content."""
        super().update(inert(content), layout=layout)


def inert(content: Any) -> Visual:  # noqa: ANN401 - it is here to find out
    """Return `content` if it can only be drawn; raise TypeError for a str or anything else."""
    if isinstance(content, Visual):
        return content
    raise TypeError(f"words must come as Content, not as {type(content).__name__}")
