"""Reads what is said of a scenario before it is chosen: some keys of its YAML, without models, checks or arrays.

A library lists many files, and a screen that waits until all of them are proved waits for a second. What is wrong
with a scenario beyond its YAML is found when it is opened, by engine.scenario.reader.
"""

import re
from collections.abc import Iterator
from itertools import chain

from engine.scenario.difficulty import DIFFICULTIES, USUAL
from engine.scenario.findings import Finding
from engine.scenario.head import Head
from engine.scenario.listed import listed_decks, with_deck
from engine.scenario.nodes import Keyed, Listing, Node, Scalar, build
from engine.scenario.places import child
from engine.scenario.rounds import MOST_TURNS, first_turn
from engine.scenario.shelf import Shelf
from engine.scenario.sources import text_of
from engine.text import Text

_LANGUAGE = re.compile("[a-z]{2,3}")


def head_of(source: bytes, file: str, shelf: Shelf) -> Head | tuple[Finding, ...]:
    """Read the head of a scenario from the bytes of its file, or say what is wrong with its YAML.

    What its author forgot is left empty here. Never raises on input.
    """
    text = text_of(source, file)
    if isinstance(text, Finding):
        return (text,)
    tree = build(text, file)
    if tree.findings:
        return tree.findings
    root = tree.root
    difficulty = _word(_at(root, "difficulty"))
    return Head(
        title=_text(_at(root, "title")) or Text.of(file),
        summary=_text(_at(root, "summary")) or Text.of(""),
        difficulty=difficulty if difficulty in DIFFICULTIES else USUAL,
        first=first_turn(peacetime=_at(root, "clock", "peacetime") is not None),
        turns=_number(_at(root, "clock", "turns")),
        hours_per_turn=_number(_at(root, "clock", "hours_per_turn")),
        seats=len(_members(_at(root, "teams"))),
        teaches=frozenset(_taught(root, shelf)),
        coached=bool(_items(_at(root, "coach"))),
        short=tuple(map(_number, _items(_at(root, "clock", "short"))[:MOST_TURNS])),
    )


def _taught(root: Node | None, shelf: Shelf) -> Iterator[str]:
    """Yield what injects teach, and those cards that a team holds, its own or those of a deck."""
    cards = _members(_at(_dealt(root, shelf), "cards"))
    held = {card for team in _members(_at(root, "teams")).values() for card in _words(child(team, "holds"))}
    teaching = chain(_members(_at(root, "injects")).values(), (node for name, node in cards.items() if name in held))
    for node in teaching:
        yield from _words(child(node, "teaches"))


def _dealt(root: Node | None, shelf: Shelf) -> Node | None:
    """Return the tree with what can be read of its decks."""
    if not isinstance(root, Keyed):
        return root
    dealt = root
    for asked in listed_decks(root):
        deck = _deck(str(asked.value), shelf)
        dealt = with_deck(dealt, deck, asked) if isinstance(deck, Keyed) else dealt
    return dealt


def _deck(deck: str, shelf: Shelf) -> Node | None:
    found = shelf.find(deck)
    text = text_of(found.content, found.file) if found is not None and isinstance(found.content, bytes) else None
    tree = build(text, deck) if isinstance(text, str) else None
    return tree.root if tree is not None and not tree.findings else None


def _at(node: Node | None, *path: str) -> Node | None:
    for part in path:
        node = child(node, part) if node is not None else None
    return node


def _members(node: Node | None) -> dict[str, Node]:
    return {key: entry.node for key, entry in node.entries.items()} if isinstance(node, Keyed) else {}


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Listing) else ()


def _words(node: Node | None) -> list[str]:
    return [word for item in _items(node) if (word := _word(item)) is not None]


def _word(node: Node | None) -> str | None:
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


def _number(node: Node | None) -> int:
    value = node.value if isinstance(node, Scalar) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _text(node: Node | None) -> Text | None:
    """Return words in the languages that have some, or None."""
    plain = _word(node)
    if plain is not None:
        return Text.of(plain)
    written = {lang: _word(each) for lang, each in _members(node).items() if _LANGUAGE.fullmatch(lang)}
    said = {lang: words for lang, words in written.items() if words is not None}
    return Text.of(said) if said else None
