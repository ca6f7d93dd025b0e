"""The board's pieces for a large screen: the clock and the heat of stories in numbers that are seen from afar."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.ending import Result
from engine.game.view import FrontPage, Story, View
from engine.language.messages import Message
from engine.text import Text
from tui.timing import MINUTE, clock_words
from tui.widgets.numerals import high, low
from tui.widgets.public import APART, course_of, hottest, more_of, seals
from tui.widgets.typeset import EMPTY, Cell, as_many, columns, cut, listed, meter, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import heat_of, stage_of, trend_of

NAME = 14
"""Cells of a side's name above its score, where the score takes fewer."""
HEAT = 12
"""Cells of a story's heat."""


def clock(tongue: Tongue, left: int, *, running: bool) -> Content:
    """Return what is left of the round; where the clock stands, it says so below."""
    style = "$danger" if left == 0 else "$accent" if running else "$muted"
    words = clock_words(left, running=running)
    below = tongue.line(words, "$muted") if words and not running else EMPTY
    return stack([*high(f"{left // MINUTE:02}:{left % MINUTE:02}", style), below])


def scores(tongue: Tongue, result: Result) -> Content:
    """Return what each side came to in the end, below its name."""
    told = []
    for name, score, _ in result.sides:
        number = high(str(score), "$accent")
        said = cut(tongue.line(name, "bold"), max(number[0].cell_length, NAME))
        width = max(said.cell_length, number[0].cell_length)
        told.append([_wide(piece, width) for piece in (said, *number)])
    return stack([listed(row, APART) for row in zip(*told, strict=True)])


def _wide(piece: Content, width: int) -> Content:
    return Content.assemble(piece, " " * (width - piece.cell_length))


def stories(tongue: Tongue, view: View, width: int, height: int) -> Content:
    """Return the hottest stories, each with its heat as a number that is seen from afar."""
    pieces = [[*_story(tongue, view, story, width), EMPTY] for story in hottest(view)]
    quiet = tongue.line(Message.of("board.quiet"), "$muted")
    return stack(as_many(pieces, height, more_of(tongue)) or [quiet])


def _story(tongue: Tongue, view: View, story: Story, width: int) -> list[Content]:
    course = course_of(view, story)
    words = [heat_of(story.heat), stage_of(story.stage), trend_of(story.trend)]
    beside = [
        tongue.line(story.name, "bold"),
        Content.assemble(meter(story.heat / 100, max(width // 3, 6), "$accent"), "  ", course),
        listed([tongue.line(each) for each in words]).stylize("$muted"),
    ]
    number = low(str(story.heat), "$accent")
    return [columns(width, [Cell(left, HEAT), Cell(right)], 1) for left, right in zip(number, beside, strict=True)]


def front(tongue: Tongue, pages: Sequence[FrontPage], width: int, most: int) -> Content:
    """Return the headline of each side in so many lines at most, with whose press it is before it."""
    widest = max((tongue.line(page.paper).cell_length for page in pages), default=0)
    lines = []
    for page in pages:
        paper = tongue.line(page.paper, "$muted")
        head = Content.assemble(paper, " " * (widest + 2 - paper.cell_length))
        first, *more = paragraph(tongue.line(page.headline, "bold"), width - head.cell_length, most=most)
        lines += [Content.assemble(head, first), *(Content.assemble(" " * head.cell_length, each) for each in more)]
    return stack(lines)


def foot(tongue: Tongue, view: View, file: Text, width: int) -> Content:
    """Return who has sealed, and which save is shown, beside that where there is room."""
    *lines, last = seals(tongue, view, width).split("\n", allow_blank=True)
    named = cut(tongue.line(file, "$muted"), width)
    if last and last.cell_length + named.cell_length + 2 > width:
        lines, last = [*lines, last], EMPTY
    return stack([*lines, columns(width, [Cell(last), Cell(named, named.cell_length, right=True)])])
