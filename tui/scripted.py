"""What the numbers of a card are made of: what the scenario writes of it, and what each reason for its odds does."""

from collections.abc import Iterable

from engine.game.view import Choice, Term
from engine.language.messages import Message
from tui.card_words import gone
from tui.joined import places_of
from tui.words import cost_of


def scripted(choice: Choice) -> list[Message]:
    """Say what a card takes and why, what its chance is by itself, and in which lines of the scenario both stand.

    Of a card that cannot be laid any more the chance is not told: it would tempt for nothing.
    """
    script, cost = choice.script, cost_of(choice.hours, choice.budget)
    if script.shorter:
        written = cost_of(script.hours, script.budget)
        said = [Message.of("script.cost_shorter", cost=cost, written=written, reasons=script.shorter)]
    else:
        said = [Message.of("script.cost", cost=cost)]
    checked = script.chance is not None and not gone((choice,))
    if checked:
        said.append(Message.of("script.chance", n=script.chance or 0))
    places = places_of(line for line in dict.fromkeys((script.cost_at, script.chance_at if checked else None)) if line)
    return said + [Message.of("script.at" if checked else "script.cost_at", at=at) for at in places]


def weighed(term: Term) -> Message:
    """Say a reason for odds and, where that can be told, the chance of success that there would be without it."""
    return term.reason if term.without is None else Message.of("term.without", reason=term.reason, n=term.without)


SIGNS = {2: "plus2", 1: "plus1", 0: "zero", -1: "minus1", -2: "minus2"}
"""Weight of a reason for odds -> the name of its sign in the catalogues."""


def weighing(choice: Choice) -> tuple[Term, ...]:
    """Return what weighs in the odds of a card, and what of it suits its audience; nothing where it is certain."""
    return () if choice.odds.certain else (*choice.terms, *choice.fits)


def marks_of(terms: Iterable[Term]) -> list[Message]:
    """Say what each sign means that stands before one of these reasons, the most helpful first."""
    weights = {term.weight for term in terms}
    return [Message.of(f"mark.{SIGNS[weight]}") for weight in SIGNS if weight in weights]
