"""What a team finds by a word: cards, what it can read in its room, concepts and commands, each with what to type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from engine.game.view import View, Words
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.scenario.glossary import concepts, explained, words
from engine.text import Text
from tui.actions import action, actions_at
from tui.card_words import ALSO_CALLED, BEGUN, order, other_names, rank
from tui.plain.cards import Listed, listed, table_of
from tui.plain.page import said
from tui.search import CLOSE, fit
from tui.sought import readable
from tui.words import told

_MOST = 8
_DEEP = "      "


class _Hit(NamedTuple):
    kind: Message
    word: Message | None  # the command that shows it, with its name; None where the name is the command
    name: Words
    names: tuple[Words, ...]


def found(view: View, lang: str, typed: str) -> list[str]:
    """Tell what is called so, cards first and the best first; what is called nearly so where nothing else is."""
    if not typed.strip():
        return said(lang, Message.of("plain.which_word"))
    cards = [(far, card) for card in _in_hand(view) if (far := rank(lang, card.choices, typed)) is not None]
    others = _ranked(typed, view, close=False)
    if cards or others:
        return _cards(sorted(cards, key=_order), lang) + _others(others, lang)
    lines = said(lang, Message.of("plain.not_found", typed=Text.said_back(typed)))
    near = [card for card in listed(view) if fit(typed, _all(card.first.name))]
    others = _ranked(typed, view, close=True)
    if near or others:
        lines += said(lang, Message.of("plain.found_near"))
    return lines + _cards([(BEGUN, card) for card in near[:_MOST]], lang) + _others(others, lang)


def _in_hand(view: View) -> list[Listed]:
    """Return the cards in the order in which the screens show them."""
    by_number = {card.number: card for card in listed(view)}
    return [by_number[number] for number in dict.fromkeys(choice.number for choice in view.choices)]


def _order(found: tuple[int, Listed]) -> tuple[bool, bool, int]:
    far, card = found
    return order(card.choices, far)


def _cards(ranked: Iterable[tuple[int, Listed]], lang: str) -> list[str]:
    lines: list[str] = []
    for far, card in ranked:
        lines += table_of([card], lang)[2:]
        if far == ALSO_CALLED:
            for name in other_names(lang, card.choices):
                lines += said(lang, Message.of("plain.also_called", name=Text.of(name)), indent=_DEEP)
    return lines


def _others(hits: Iterable[_Hit], lang: str) -> list[str]:
    lines: list[str] = []
    for each in hits:
        shown = each.name if each.word is None else Message.of("plain.found_by", word=each.word, name=each.name)
        lines += said(lang, Message.of("plain.found", kind=each.kind, typed=shown), indent="  - ")
    return lines


def _ranked(typed: str, view: View, *, close: bool) -> list[_Hit]:
    """Return what fits best first; `close` also takes words that are only like what was typed."""
    scored = [(fit(typed, (text for name in hit.names for text in _all(name))), hit) for hit in _hits(view)]
    fitting = [(worth, hit) for worth, hit in scored if worth > (0 if close else CLOSE)]
    return [hit for _, hit in sorted(fitting, key=lambda each: -each[0])[:_MOST]]


def _hits(view: View) -> Iterable[_Hit]:
    why, concept = action("why").word, action("concept").word
    for each in readable(view):
        yield _Hit(each.sort, why, each.name, (each.name,))
    for key in sorted({*concepts(), *words()}):
        name = explained(key).name
        yield _Hit(Message.of("find.concept"), concept, name, (name,))
    for does in actions_at("room"):
        if does.word:
            yield _Hit(Message.of("find.command"), None, does.word, (does.word, does.name))


def _all(name: Words) -> tuple[str, ...]:
    return tuple(told(lang, name) for lang in LANGUAGES)
