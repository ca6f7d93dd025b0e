"""Front pages: the turns since the last decision as the press of each side tells them.

The press knows what the public knows, at ENDEX too. What it makes of that follows from what happened alone: what its
own side did or suffers comes first, what others did second, each in its own words.
"""

from collections.abc import Sequence

from engine.game.course import Turn
from engine.game.front_news import News, news_of
from engine.game.knowledge import Knowledge
from engine.game.view import Bulletin, FrontPage
from engine.language.messages import Message, Value

LINES = 2
"""Pieces of news below a headline."""


def front_pages(public: Knowledge, turns: Sequence[Turn], bulletins: Sequence[Bulletin]) -> tuple[FrontPage, ...]:
    """Return the front page of each side over some turns, given their bulletins as the public reads them.

    No two have one headline: where one is taken, another wording is, or else what is worth most after it.
    """
    if not turns:
        return ()
    news, turn = list(news_of(public, turns, bulletins)), turns[-1].turn
    sides, pages = public.match.scenario.sides, dict[str, FrontPage]()
    for place, side in enumerate(sorted(sides)):
        taken = {page.headline for page in pages.values()}
        pages[side] = _page(side, sides[side].name, _ranked(news, side), turn + place, taken)
    return tuple(pages[side] for side in sides)


def _ranked(news: Sequence[News], side: str) -> list[News]:
    """Return what is worth most to the press of a side first; of what is about the same thing, only that."""
    told: dict[tuple[str, ...], News] = {}
    for each in sorted(news, key=lambda each: (-each.worth(side), each.kind, each.about)):
        told.setdefault(each.about, each)
    return [*told.values()] or [News("quiet", (), {})]


def _page(side: str, name: Value, ranked: Sequence[News], wording: int, taken: set[Message]) -> FrontPage:
    said = [(each, words) for each in ranked for words in each.wordings(side, wording)]
    first, headline = next(((each, words) for each, words in said if words not in taken), said[0])
    below = enumerate(_below(side, first, ranked), wording + 1)  # on one page no verb twice in a row
    lines = [each.wordings(side, number)[0] for number, each in below]
    if first.below:
        lines.insert(0 if first.concerns(side) else 1, first.below)
    return FrontPage(Message.of("front.of", side=name), headline, tuple(lines[:LINES]))


def _below(side: str, first: News, ranked: Sequence[News]) -> list[News]:
    """Return what else is told: first what is next of the side's own, then what is most of that of others."""
    rest = [each for each in ranked if each is not first]
    own = [each for each in rest if each.concerns(side)]
    others = [each for each in rest if not each.concerns(side)]
    return [*own[:1], *others[: LINES - 1], *own[1:], *others[LINES - 1 :]]
