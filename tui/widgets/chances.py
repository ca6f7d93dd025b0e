"""Odds as words, as numbers and as a bar of three."""

from textual.content import Content

from engine.game.view import Odds
from engine.language.messages import Message
from tui.widgets.typeset import EMPTY, Cell, columns, listed
from tui.widgets.wording import Tongue
from tui.words import chance_of

WIDTH, WORD = 24, 14  # of a word and its numbers in a column, and of the word


def odds_column(tongue: Tongue, odds: Odds) -> Content:
    """Return the word, then a band, or three numbers once they are known: `WIDTH` cells."""
    word = tongue.line(chance_of(odds))
    if odds.certain:
        return columns(WIDTH, [Cell(word, WORD), Cell(EMPTY)], 1)
    return columns(WIDTH, [Cell(word, WORD), Cell(numbers(tongue, odds), WIDTH - WORD - 1)], 1)


def numbers(tongue: Tongue, odds: Odds) -> Content:
    """Return a band, or the three numbers once they are known; nothing for what is certain."""
    if odds.certain:
        return EMPTY
    if not odds.known:
        return tongue.line(Message.of("screen.odds.band", low=odds.low, high=odds.high), "$accent")
    return Content.assemble(
        (f"{odds.success:>2}", "$accent"), f" {odds.partial:>2} ", (f"{odds.backfire:>2}", "$danger")
    )


def spelt(tongue: Tongue, odds: Odds) -> Content:
    """Return the odds in full: the word, and what each number stands for."""
    word = tongue.line(chance_of(odds), "bold")
    if odds.certain:
        return word
    if not odds.known:
        band = Message.of("screen.odds.spelt_band", low=odds.low, high=odds.high)
        return listed([word, tongue.line(band)])
    return listed(
        [
            word,
            tongue.line(Message.of("screen.odds.spelt_success", n=odds.success), "$accent"),
            tongue.line(Message.of("screen.odds.spelt_partial", n=odds.partial), "$muted"),
            tongue.line(Message.of("screen.odds.spelt_backfire", n=odds.backfire), "$danger"),
        ]
    )


def parts(success: int, partial: int, backfire: int, width: int) -> tuple[int, int, int]:
    """Share `width` cells out to backfire, partial success and success; what can happen gets a cell."""
    whole = max(success + partial + backfire, 1)
    worst = max(round(width * backfire / whole), int(backfire > 0))
    best = max(round(width * success / whole), int(success > 0))
    best = min(best, width - worst)
    return worst, width - worst - best, best


def bar(success: int, partial: int, backfire: int, width: int) -> Content:
    """Return three lengths side by side, the worst first: light, half and full, so that they differ without colour."""
    worst, middle, best = parts(success, partial, backfire, width)
    return Content.assemble(("░" * worst, "$danger"), ("▒" * middle, "$muted"), ("█" * best, "$accent"))


def landing(place: float, width: int) -> Content:
    """Return the mark of a draw below a bar of this width; `place` is 0..1 of it, the higher the better."""
    return Content.assemble(" " * min(width - 1, max(0, int(place * width))), ("▲", "bold $foreground"))
