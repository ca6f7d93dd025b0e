"""The words by which a card is found: name, text, targets, platform, power, what it does, and what it teaches.

All but its text count in every language, whichever is shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from engine.game.view import Choice, Words
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import Text, sought
from tui.screens.concepts import named
from tui.widgets.names import POWER, form
from tui.words import told

APART = "\n"  # between two words that have nothing to do with each other
BEGUN, CALLED, ALSO_CALLED = range(3)
"""Ranks: of the first letters of words of its name, of its name in the language shown, and of one in another."""
GONE = {"refused.spent", "refused.done", "refused.closed", "refused.peacetime", "refused.lapsed"}
"""Why a card will not be laid any more."""


def rank(lang: str, choices: Sequence[Choice], typed: str) -> int | None:
    """Say how far what can be said of a card, whose choices these are, must be read to find every word that was typed.

    BEGUN where words of its name begin so, CALLED where it is named so in the language shown, ALSO_CALLED in another;
    more for all else. None if it is not found.
    """
    wanted = sought(typed).split()
    name = sought(told(lang, choices[0].name))
    if all(any(word.startswith(part) for word in name.split()) for part in wanted):
        return BEGUN
    read = ""
    for far, words in enumerate(_words(lang, choices), CALLED):
        read += words
        if all(part in read for part in wanted):
            return far
    return None


def order(choices: Sequence[Choice], far: int) -> tuple[bool, bool, int]:
    """Return by what cards that are found are sorted: those that are so named first, of these what can be laid yet."""
    return far > ALSO_CALLED, gone(choices), far


def gone(choices: Sequence[Choice]) -> bool:
    """Whether a card, whose choices these are, has had its time: such cards stand below the others."""
    against = [choice.why_not for choice in choices if not choice.on_tray and choice.why_not is not None]
    return len(against) == len(choices) and against[0].code in GONE


def other_names(lang: str, choices: Sequence[Choice]) -> tuple[str, ...]:
    """Return what a card is called in the languages that are not shown."""
    return tuple(told(each, choices[0].name) for each in LANGUAGES if each != lang)


def teaching(choices: Iterable[Choice]) -> Mapping[str, tuple[Text, ...]]:
    """Return the cards of a hand that teach each concept, by the concept's id."""
    found: dict[str, dict[str, Text]] = {}
    for choice in choices:
        for concept in choice.teaches:
            found.setdefault(concept, {})[choice.card] = choice.name
    return {concept: tuple(cards.values()) for concept, cards in found.items()}


def _words(lang: str, choices: Sequence[Choice]) -> Iterator[str]:
    """Yield the name, the names in other languages, what else it is known by in all of them, and its text as shown."""
    face = choices[0]
    yield _apart([told(lang, face.name)])
    yield _apart(other_names(lang, choices))
    aims = [each.target_name for each in choices if each.target_name is not None]
    known: list[Words] = [*([face.platform] if face.platform else []), *aims]
    known += [POWER[face.power], *named(face.teaches).values(), *_does(face)]
    yield _apart(told(each, words) for words in known for each in LANGUAGES)  # who learns it may know the other word
    yield _apart([told(lang, face.text)] if face.text else [])


def _apart(words: Iterable[str]) -> str:
    return sought("".join(f"{each}{APART}" for each in words))


def _does(face: Choice) -> tuple[Message, ...]:
    social = (POWER[None],) if face.kind == "social_media" else ()
    return (form(face.form), *social)
