"""What the numbers of a card are made of: what the scenario writes of it, and what each reason for its odds does."""

from collections.abc import Iterable

from engine.game.view import Choice, Term
from engine.language.messages import Message
from engine.text import Text
from tui.card_words import gone
from tui.joined import places_of
from tui.words import spelt_cost

SIGNS = {2: ("++", "much_for"), 1: ("+", "for"), 0: ("·", "neither"), -1: ("-", "against"), -2: ("--", "much_against")}
"""Weight of a reason for odds -> its sign, and by what the catalogues say what that means; the most helpful first."""


def scripted(choice: Choice) -> list[Message]:
    """Say what a card takes and why, what its chance is by itself, and in which lines of the scenario both stand.

    Of a card that cannot be laid any more the chance is not told: it would tempt for nothing.
    """
    script, cost = choice.script, spelt_cost(choice.hours, choice.budget)
    if script.shorter:
        full = spelt_cost(script.hours, script.budget)
        said = [Message.of("script.cost_shorter", cost=cost, written=full, reasons=script.shorter)]
    else:
        said = [Message.of("script.cost", cost=cost)]
    written, at = [script.cost_at], "script.cost_at"
    if script.chance is not None and not gone((choice,)):
        said.append(Message.of("script.chance", n=script.chance))
        written, at = [script.cost_at, script.chance_at], "script.at"
    places = places_of(line for line in dict.fromkeys(written) if line)
    return said + [Message.of(at, at=place) for place in places]


def weighed(term: Term) -> Message:
    """Say a reason for odds and, where that can be told, the chance of success that there would be without it."""
    return term.reason if term.without is None else Message.of("term.without", reason=term.reason, n=term.without)


def sign_of(term: Term) -> str:
    """Return the sign of a reason for odds: which way it works, and how strongly."""
    sign, _ = SIGNS[term.weight]
    return sign


def weighing(choice: Choice) -> tuple[Term, ...]:
    """Return what weighs in the odds of a card, and what of it suits its audience; nothing where it is certain."""
    return () if choice.odds.certain else (*choice.terms, *choice.fits)


def marks_of(terms: Iterable[Term]) -> list[Message]:
    """Say what each sign means that stands before one of these reasons, the most helpful first."""
    weights = {term.weight for term in terms}
    marks = (mark for weight, mark in SIGNS.items() if weight in weights)
    return [Message.of(f"mark.{meaning}", sign=Text.of(sign)) for sign, meaning in marks]
