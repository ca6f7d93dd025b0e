"""The game without colours (NO_COLOR): the terminal's own letters and ground, with bold, dim and reverse alone."""

from collections.abc import Callable
from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.theme import PALETTES

PLAIN = Style.from_color(RichColor.default(), RichColor.default())
DIM, REVERSE = Style(dim=True), Style(reverse=True)
CLOSE = 0.35  # the difference in brightness below which letters lie behind a panel


class Uncoloured(LineFilter):
    """Draws what has colours of a theme without any.

    What is marked is reversed, as is what is chosen or written at; what a theme makes quieter is dim.
    """

    def __init__(self, theme: Callable[[], str]) -> None:
        """Take the name of the theme each time, since it can change."""
        super().__init__()
        self._theme = theme

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Draw a line."""
        theme = self._theme()
        return [Segment(text, plain(style or Style.null(), theme), control) for text, style, control in segments]


@lru_cache(4096)
def plain(style: Style, theme: str) -> Style:
    """Return a style of a theme without its colours."""
    colours = PALETTES[theme]
    letter, ground = _hex(style.color), _hex(style.bgcolor)
    bar = ground in {colours.faint, colours.muted}  # of scrolling, which is drawn as a ground
    quiet = letter in {colours.muted, colours.faint} or bar or _close(style)
    told = style + PLAIN + (DIM if quiet else Style.null())
    return told + REVERSE if bar or ground in {colours.marked, colours.foreground} else told


def _hex(colour: RichColor | None) -> str:
    return "" if colour is None or colour.is_default else colour.get_truecolor().hex


def _close(style: Style) -> bool:
    if style.color is None or style.bgcolor is None or style.color.is_default or style.bgcolor.is_default:
        return False
    letter, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return abs(letter.brightness - ground.brightness) < CLOSE
