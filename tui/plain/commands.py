"""Understands what was typed: a word of the registry or its first letters, and what follows it."""

from dataclasses import dataclass
from difflib import get_close_matches

from engine.game.folder import SUFFIX
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tui.actions import action, actions_at
from tui.registry.action import Action

NEAR = 0.7
"""How like a word must be that somebody may have meant: a wrong guess could end the round."""
_SIGNS = {"?": "help", "/": "search"}
_OF_FILES = "./\\_"  # what is in names of files and ids, and in no command
_NUMBERED = {"room": "lay", "start": "choose"}


@dataclass(frozen=True, slots=True)
class Command:
    """What to do, and what was typed after the word."""

    action: Action
    rest: str


def understand(lang: str, place: str, line: str) -> Command | Message:
    """Return the command that a line gives at a place of the registry, or what is wrong with it.

    An empty line is the action on the Enter key; a number alone lays or chooses, a file alone is opened. Words
    are taken in every language, since who has changed it may want to change it back; their first letters in the
    language and in English.
    """
    typed = line.casefold().split()
    if not typed:
        return _on_enter(place)
    if place in _NUMBERED and typed[0][0].isdigit():
        return Command(action(_NUMBERED[place]), line.strip())
    if line.strip()[0] in _SIGNS:
        return _signed(lang, place, line.strip())
    found = _named(lang, place, typed)
    if len(found) == 1:
        chosen, used = found[0]
        return Command(chosen, " ".join(line.split()[used:]))
    if found:
        words = tuple(each.word for each, _ in found if each.word)
        return Message.of("plain.ambiguous", typed=_echo(typed[0]), words=words)
    if place == "start" and any(sign in line for sign in _OF_FILES):
        return Command(action("resume" if line.endswith(SUFFIX) else "choose"), line.strip())
    return _unknown(lang, place, typed[0])


def words_of(lang: str, place: str) -> tuple[str, ...]:
    """Return every command word at a place, in the language."""
    return tuple(say(lang, each.word) for each in actions_at(place) if each.word)


def _on_enter(place: str) -> Command | Message:
    enter = next((each for each in actions_at(place) if each.key == "enter" and each.word and not each.takes), None)
    return Command(enter, "") if enter else Message.of("plain.nothing_typed")


def _signed(lang: str, place: str, line: str) -> Command | Message:
    chosen = action(_SIGNS[line[0]])
    return Command(chosen, line[1:].strip()) if place in chosen.where else _unknown(lang, place, line[0])


def _named(lang: str, place: str, typed: list[str]) -> list[tuple[Action, int]]:
    """Return the actions that are meant, with how many typed words name them: an exact word goes first."""
    exact: list[tuple[Action, int]] = []
    begun: list[tuple[Action, int]] = []
    for each in actions_at(place):
        if each.word is None:
            continue
        also = {spoken: say(spoken, each.also) if each.also else None for spoken in LANGUAGES}
        for spoken in dict.fromkeys((lang, *LANGUAGES)):
            word = say(spoken, each.word).split()
            if typed[0] in {word[0], also[spoken]} or typed[0] in each.key.split(","):
                exact.append((each, _used(typed, word)))
                break
            if word[0].startswith(typed[0]) and spoken in {lang, LANGUAGES[0]}:
                begun.append((each, _used(typed, word)))
                break
    return exact or begun


def _used(typed: list[str], word: list[str]) -> int:
    """Count the typed words that belong to a word of several, as in `take back 3`."""
    used = 1
    while used < min(len(typed), len(word)) and word[used].startswith(typed[used]):
        used += 1
    return used


def _unknown(lang: str, place: str, typed: str) -> Message:
    near = get_close_matches(typed, words_of(lang, place), n=1, cutoff=NEAR)
    if near:
        return Message.of("plain.unknown_near", typed=_echo(typed), word=Text.of(near[0]))
    if place in action("chair").where and any(typed in words_of(spoken, "console") for spoken in LANGUAGES):
        return Message.of("plain.unknown_chair", typed=_echo(typed))
    if place == "room":
        return Message.of("plain.unknown_search", typed=_echo(typed))
    return Message.of("plain.unknown", typed=_echo(typed))


def _echo(typed: str) -> Text:
    return Text.said_back(typed)
