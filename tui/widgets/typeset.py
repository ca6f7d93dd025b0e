"""Setting words into columns and paragraphs by the width that there is, counted in cells of the terminal."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

Lay = Callable[[int], Content]

EMPTY = Content("")
DOT = Content(" · ")
TIE = "\ue000"
"""Stands for a space at which no line may be broken, while lines are: for private use, so no Text holds it."""
ENDING = re.compile(r"(?<=[^\W\d_]) (?=\d+(?:[.,:;)]+(?:\s|$)|$))")
"""The space between a word and a number that ends a clause, as in `turn 5.`"""
SPARE = 24
"""Cells of a line from which such a number is tied to its word: in less, the two might have to be broken."""
COPIED = 100
"""Cells of a line where it is copied."""
LOOSE = f" .,;:·(\u201c\u2018{TIE}"
"""What is not left standing before an ellipsis."""


class Fitted(Visual):
    """Content that is set anew for each width it is drawn at."""

    def __init__(self, lay: Lay) -> None:
        self._lay = lay
        self._width = -1
        self._content = EMPTY

    def at(self, width: int) -> Content:
        """Return the content for this width."""
        if width != self._width:
            self._width, self._content = width, self._lay(width)
        return self._content

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw it."""
        wide = max(width, 1)  # Textual asks, where there is no room, and cannot break lines at 0
        return self.at(wide).render_strips(wide, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Take what there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines at this width."""
        wide = max(width, 1)
        return self.at(wide).get_height(rules, wide)


class Filled(Visual):
    """Content that is set for the width and the height that there is; its widget must have a height of its own."""

    def __init__(self, lay: Callable[[int, int], Content]) -> None:
        self._lay = lay

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw it."""
        wide, high = max(width, 1), max(height or 1, 1)
        return self._lay(wide, high).render_strips(wide, high, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Take what there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Take a line; the style sheet says more."""
        return 1


class Cell(NamedTuple):
    """Content in a column `width` cells wide; width 0 takes what the others leave."""

    content: Content
    width: int = 0
    right: bool = False


def columns(width: int, cells: Sequence[Cell], gap: int = 2) -> Content:
    """Set cells side by side on one line, each cut to its width with an ellipsis."""
    fixed = sum(cell.width for cell in cells) + gap * (len(cells) - 1)
    flexible = sum(1 for cell in cells if not cell.width)
    left = max(width - fixed, 0) // max(flexible, 1)
    parts: list[Content] = []
    for cell in cells:
        parts += [_fit(cell, cell.width or left), Content(" " * gap)]
    return Content.assemble(*parts[:-1]).truncate(width)


def _fit(cell: Cell, width: int) -> Content:
    if width <= 0:
        return EMPTY
    if cell.right:
        return cell.content.right(width, ellipsis=True)
    return cut(cell.content, width).truncate(width, pad=True)


def wide_enough(least: int, contents: Iterable[Content]) -> int:
    """Return how many cells a column needs in which none of these is cut, as no number may be; `least` at least."""
    return max((least, *(content.cell_length for content in contents)))


def parts(content: Content) -> list[Content]:
    """Take content apart at the dots between its parts, in none of which a line is broken."""
    return [tie(part) for part in content.split(DOT.plain)]


def cut(content: Content, width: int) -> Content:
    """Cut content that is too long, with an ellipsis: after a whole word, where that takes no more than half of it.

    Words in letters that take two cells are broken anywhere, as they are where they are read.
    """
    if content.cell_length <= width or width <= 1:
        return content.truncate(width, ellipsis=True)
    kept = content.truncate(width - 1).plain
    space = max(kept.rfind(" "), kept.rfind(TIE))
    broken = content.plain[len(kept)] not in {" ", TIE} and not _is_wide(kept[space + 1 :])
    if broken and cell_len(kept[: max(space, 0)]) * 2 >= cell_len(kept):
        kept = kept[:space]
    kept = kept.rstrip(LOOSE) or kept
    return content.truncate(cell_len(kept) + 1, ellipsis=True)


def _is_wide(words: str) -> bool:
    """Whether letters that take two cells stand among these."""
    return cell_len(words) > len(words)


def apart(width: int, left: Content, right: Content, sign: Content = EMPTY) -> Content:
    """Set one piece at the left margin, after a sign, and one at the right; the left one may take a second line."""
    room = max(width - right.cell_length - 2, 0) if right else width
    first, *more = hanging(sign, left, room, most=2)
    return stack([columns(width, [Cell(first, room), Cell(right, right.cell_length)]) if right else first, *more])


def paragraph(content: Content, width: int, *, indent: int = 0, most: int = 0) -> list[Content]:
    """Wrap content to `width`, each line indented; with `most`, cut to that many lines with an ellipsis."""
    room = max(width - indent, 1)
    lines = _ended([_loose(line) for line in _tied(content, room).wrap(room)], room, most)
    return [Content.assemble(" " * indent, line) for line in lines]


def running(parts: Iterable[Content], width: int, *, most: int = 0) -> list[Content]:
    """Wrap parts that run on from line to line: the dot stands at the end of a line too, or two were read as one."""
    room = max(width, 1)
    return _ended([_untied(line) for line in _tied(listed(parts), room).wrap(room)], room, most)


def _ended(lines: list[Content], room: int, most: int) -> list[Content]:
    """Return lines, at most so many where that is not 0: the last then ends with an ellipsis.

    It is filled up with a word that was too long for the rest of it, where that may be broken.
    """
    if most and len(lines) > most:
        last, following = lines[most - 1].rstrip(LOOSE), lines[most].plain.split()
        if following and _is_wide(following[0]):
            last = cut(listed([last, lines[most]], Content(" ")), room)
            return [*lines[: most - 1], last]
        last = Content.assemble(last, "…") if last.cell_length < room else cut(Content.assemble(last, " …"), room)
        return [*lines[: most - 1], last]
    return lines


def tie(content: Content, spaces: int = -1) -> Content:
    """Tie the words of a piece together, all or the first ones, so that no paragraph breaks a line between them."""
    return Content(content.plain.replace(" ", TIE, spaces), list(content.spans))


def _tied(content: Content, room: int) -> Content:
    """Tie each dot between two parts, percent sign, and number that ends a clause to what is before it.

    No line begins with one of them.
    """
    tied = content.plain.replace(DOT.plain, TIE + DOT.plain[1:]).replace(" %", f"{TIE}%").replace(" ± ", f"{TIE}±{TIE}")
    tied = tied.replace("\u00a0", TIE)
    return Content(ENDING.sub(TIE, tied) if room >= SPARE else tied, list(content.spans))


def _loose(line: Content) -> Content:
    """Untie what is on one line now; the dot between two parts is not needed where a line ends between them."""
    if line.plain.endswith(TIE + DOT.plain.strip()):
        line = line[: -len(DOT.plain.rstrip())]
    return _untied(line)


def _untied(line: Content) -> Content:
    return Content(line.plain.replace(TIE, " "), list(line.spans))


def hanging(first: Content, rest: Content, width: int, *, most: int = 0) -> list[Content]:
    """Set a paragraph whose first line starts with `first` and whose others are indented below it."""
    indent = first.cell_length
    if indent >= width:
        return [first.truncate(width), *paragraph(rest, width, most=most)]
    lines = paragraph(rest, width, indent=indent, most=most)
    return [Content.assemble(first, lines[0][indent:]), *lines[1:]] if lines else [first]


def stack(lines: Iterable[Content]) -> Content:
    """Set lines one below the other."""
    return _between(list(lines), Content("\n"))


def listed(parts: Iterable[Content], between: Content = DOT) -> Content:
    """Set the parts that are not empty on one line, with a dot between them."""
    return _between([part for part in parts if part], between)


def whole(parts: Sequence[Content], width: int, between: Content = DOT) -> Content:
    """Set as many of the parts on one line as fit without being cut, and say with dots that there are more."""
    told = [part for part in parts if part]
    for count in range(len(told), 0, -1):
        line = _between([*told[:count], *([Content("…")] if count < len(told) else [])], between)
        if line.cell_length <= width:
            return line
    return cut(told[0], width) if told else EMPTY


def _between(parts: Sequence[Content], between: Content) -> Content:
    """Join parts. `Content.join` would count the separator into the width once too often."""
    pieces = [piece for part in parts for piece in (between, part)]
    return Content.assemble(*pieces[1:])


def meter(share: float, width: int, style: str = "", empty: str = "$faint") -> Content:
    """Return a bar `width` cells long of which `share` (0..1) is full: one cell at least, where there is anything."""
    full = max(round(max(0.0, min(1.0, share)) * width), int(share > 0))
    return Content.assemble(("█" * full, style), ("░" * (width - full), empty))


def rule(width: int, title: Content, note: Content = EMPTY) -> Content:
    """Return a heading: the title, as many parts of a note as fit, and a line to the margin."""
    while True:
        head = listed([title, note.stylize_before("$muted")], Content("  "))
        if head.cell_length <= width - 2:
            break
        if not note:
            head = cut(title, max(width - 2, 1))
            break
        note = note[: max(note.plain.rfind(DOT.plain), 0)]
    return Content.assemble(head, " ", "─" * max(width - head.cell_length - 1, 0))
