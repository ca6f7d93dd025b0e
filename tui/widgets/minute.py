"""What a latecomer must know in a minute, set beside the heads."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.view import Bulletin, View, Words
from engine.language.messages import Message
from tui.newcomer import in_a_minute
from tui.widgets.papers import Paper
from tui.widgets.typeset import Cell, columns, paragraph, stack
from tui.widgets.wording import Tongue

HEAD = 14  # cells


def minute_paper(tongue: Tongue, view: View, past: Sequence[Bulletin]) -> Paper:
    """Return what happened so far and what is due, for one team."""
    title = tongue.line(Message.of("newcomer.title", team=view.called))
    parts = in_a_minute(view, past)

    def lay(width: int) -> Content:
        return stack([line for head, pieces in parts for line in _part(tongue, head, pieces, width)])

    return title, lay


def _part(tongue: Tongue, head: Message, pieces: Sequence[Words], width: int) -> list[Content]:
    room = max(width - HEAD - 2, 1)
    lines = [line for piece in pieces for line in paragraph(tongue.line(piece), room)]
    heads = [tongue.line(head, "bold $accent"), *[Content("")] * len(lines)]
    return [columns(width, [Cell(first, HEAD), Cell(line)]) for first, line in zip(heads, lines, strict=False)]
