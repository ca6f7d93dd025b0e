"""What suits an audience, in words: platform, frame and voice of a card, as far as the team has heard the audience."""

from engine.compiler.odds import fitting
from engine.game.match import Match
from engine.game.view import Term
from engine.kernel.lattice import coefficient
from engine.language.messages import Message
from engine.scenario.cards import Card
from engine.scenario.scenario import Scenario

CLEAR, SLIGHT = 0.25, 0.08
"""Parts of a full fit from which it is a strong reason, and one at all."""


def fits(match: Match, option: int, *, heard: bool) -> tuple[Term, ...]:
    """Return what of a card suits the chosen audience; before it was heard only what would be learnt by listening."""
    _, name, target, voice = match.book.laid[option]
    scenario, card = match.scenario, match.scenario.cards[name]
    named = [(key, _named(scenario, key, card)) for key in fitting(card, voice) if key is not None]
    if not named or target not in scenario.audiences or card.chance == "certain" or card.judged:
        return ()
    if not heard:
        return (Term(Message.of("fit.unheard", parts=tuple(part for _, part in named)), 0),)
    return tuple(_term(part, match.book.number["check_fit"] * _above(scenario, target, key)) for key, part in named)


def _above(scenario: Scenario, audience: str, key: str) -> float:
    known = scenario.audiences[audience].fit
    return coefficient(known[key]) - 0.5 if key in known else 0.0


def _named(scenario: Scenario, key: str, card: Card) -> Message:
    if key == card.platform:
        return Message.of("fit.platform", name=scenario.platforms[key].name)
    if key == card.frame:
        return Message.of("fit.frame", name=scenario.frames[key].name)
    return Message.of("fit.voice", voice=Message.of(f"voice.{key}"))


def _term(part: Message, fit: float) -> Term:
    if abs(fit) < SLIGHT:
        return Term(Message.of("fit.neutral", part=part), 0)
    strength = 2 if abs(fit) >= CLEAR else 1
    return Term(Message.of("fit.suits" if fit > 0 else "fit.jars", part=part), strength if fit > 0 else -strength)
