"""Decks: cards, frames and platforms that scenarios share, and how they come into a scenario."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from engine.language.messages import Message
from engine.scenario.cards import Card
from engine.scenario.cast import Frame, Named
from engine.scenario.fields import Id, Words, Written
from engine.scenario.findings import Finding, Place, did_you_mean, quote
from engine.scenario.listed import listed_decks, with_deck
from engine.scenario.nodes import Keyed, Scalar, build, plain
from engine.scenario.places import Places
from engine.scenario.refusals import refusals
from engine.scenario.shelf import Shelf
from engine.scenario.sources import text_of
from engine.text import Text, one_line


class Deck(Written):
    """Cards, frames and platforms for any crisis; they name nothing of a particular one."""

    schema_version: Literal[1] = Field(description="Version of this format.")
    id: Id = Field(description="Short name; also the file's name.")
    title: Words = Field(description="Title.")
    text: Words | None = Field(None, description="What it is for.")
    platforms: dict[Id, Named] = Field(default_factory=dict, description="Where things are said.")
    frames: dict[Id, Frame] = Field(default_factory=dict, description="How things are put.")
    cards: Annotated[dict[Id, Card], Field(max_length=200)] = Field(
        default_factory=dict, description="What teams may play."
    )


@dataclass(frozen=True, slots=True)
class Dealt:
    """A scenario's tree with its decks: what they add, their texts by id, and what is wrong with them."""

    root: Keyed
    texts: dict[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def deal(root: Keyed, shelf: Shelf) -> Dealt:
    """Add the decks that a scenario lists; what it writes itself goes first, then what an earlier deck holds."""
    dealt = Dealt(root)
    for asked in listed_decks(root):
        dealt = _with_deck(dealt, asked, shelf)
    return dealt


def read_deck(text: str, file: str) -> tuple[Deck | None, Places, tuple[Finding, ...]]:
    """Read a deck by itself, as far as one can without a scenario."""
    tree = build(text, file)
    places = Places(file, tree.root)
    if not isinstance(tree.root, Keyed):
        place = tree.root.place if tree.root else Place(file, 1, 1)
        empty = Finding("YAML009", "error", place, Message.of("deck.empty"), Message.of("deck.empty_hint"))
        return None, places, tree.findings or (empty,)
    try:
        deck = Deck.model_validate(plain(tree.root))
    except ValidationError as error:
        known = {finding.place for finding in tree.findings}
        refused = (finding for finding in refusals(error, Deck, places) if finding.place not in known)
        return None, places, (*tree.findings, *refused)
    return (None if tree.findings else deck), places, tree.findings


def _with_deck(dealt: Dealt, asked: Scalar, shelf: Shelf) -> Dealt:
    deck = str(asked.value)
    found = shelf.find(deck)
    if found is None:
        hint = did_you_mean(deck, shelf.ids())
        return _failed(dealt, Finding("FILE003", "error", asked.place, Message.of("deck.none", deck=quote(deck)), hint))
    if isinstance(found.content, Message):
        message = Message.of("deck.unreadable", file=Text.of(one_line(found.file)), reason=found.content)
        hint = Message.of("file.unreadable_hint")
        return _failed(dealt, Finding("FILE001", "error", asked.place, message, hint))
    text = text_of(found.content, found.file)
    if isinstance(text, Finding):
        return _failed(dealt, text)
    read, places, findings = read_deck(text, found.file)
    if read is None or not isinstance(places.root, Keyed):
        return _failed(dealt, *findings)
    return replace(dealt, root=with_deck(dealt.root, places.root, asked), texts={**dealt.texts, deck: text})


def _failed(dealt: Dealt, *findings: Finding) -> Dealt:
    return replace(dealt, findings=(*dealt.findings, *findings))
