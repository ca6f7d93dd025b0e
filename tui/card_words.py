"""The words by which a card is found: name, text, targets, platform, power, what it does, and what it teaches."""

from collections.abc import Iterable, Mapping, Sequence

from engine.game.view import Choice, Words
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import Text
from tui.screens.concepts import named
from tui.widgets.names import POWER, form
from tui.words import told

APART = "\n"  # between two words that have nothing to do with each other


def is_called(lang: str, choices: Sequence[Choice], typed: str) -> bool:
    """Whether every word that was typed stands in what can be said of a card, which these are the choices of."""
    words = _words(lang, choices)
    return all(part in words for part in typed.casefold().split())


def teaching(choices: Iterable[Choice]) -> Mapping[str, tuple[Text, ...]]:
    """Return the cards of a hand that teach each concept, by the concept's id."""
    found: dict[str, dict[str, Text]] = {}
    for choice in choices:
        for concept in choice.teaches:
            found.setdefault(concept, {})[choice.card] = choice.name
    return {concept: tuple(cards.values()) for concept, cards in found.items()}


def _words(lang: str, choices: Sequence[Choice]) -> str:
    face = choices[0]
    own: list[Words | None] = [face.name, face.text, face.platform, *(each.target_name for each in choices)]
    said = [told(lang, each) for each in own if each is not None]
    kinds: list[Words] = [POWER[face.power], *named(face.teaches).values(), *_does(face)]
    said += [told(each, words) for words in kinds for each in LANGUAGES]  # who learns it may know the other word
    return APART.join(said).casefold()


def _does(face: Choice) -> tuple[Message, ...]:
    social = (POWER[None],) if face.kind == "social_media" else ()
    return (form(face.form), *social)
