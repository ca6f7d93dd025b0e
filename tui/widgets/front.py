"""Front pages: the headline that the press of each side prints, with what else it tells below."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.view import FrontPage
from tui.widgets.typeset import EMPTY, hanging, paragraph, rule, stack
from tui.widgets.wording import Tongue

BULLET = Content.styled("  · ", "$muted")


def front_pages(tongue: Tongue, pages: Sequence[FrontPage], width: int) -> Content:
    """Return the front pages one below the other."""
    lines = [line for page in pages for line in [*front_page(tongue, page, width), EMPTY]]
    return stack(lines[:-1])


def front_page(tongue: Tongue, page: FrontPage, width: int) -> list[Content]:
    """Return one front page: whose press, the headline, and the other news."""
    head = rule(width, tongue.line(page.paper, "$muted")).stylize_before("$faint")
    news = [line for each in page.lines for line in hanging(BULLET, tongue.line(each, "$muted"), width)]
    return [head, *paragraph(tongue.line(page.headline, "bold $accent"), width), *news]
