"""All about one card, and about the concepts that cards teach."""

from collections.abc import Iterable, Mapping

from engine.game.hand import groups_of
from engine.game.view import Choice, Term
from engine.language.catalogue import between, say
from engine.language.messages import Message
from engine.scenario.glossary import concept, explained, words
from engine.scenario.glossary import concepts as known_concepts
from engine.text import Text
from tui.plain.cards import Listed, table_of
from tui.plain.naming import called
from tui.plain.page import INDENT, said, wrap
from tui.scripted import marks_of, scripted, sign_of, weighed, weighing
from tui.words import told

_DEEP = "    "


def card(found: Listed, lang: str, only: Choice | None) -> list[str]:
    """Describe a card: what it is, its targets with their odds, the reasons for these, what it teaches."""
    first = found.first
    lines = wrap(say(lang, Message.of("plain.card", number=found.number, name=first.name)))
    if first.text:
        lines += wrap(first.text.in_language(lang), first=INDENT, rest=INDENT)
    facts = [*(Message.of(f"group.{group}") for group in groups_of(first)), Message.of(f"form.{first.form}")]
    facts += [Message.of(f"visible.{first.visible}")]
    facts += [Message.of(f"card.{word}") for word in ("stands", "once") if getattr(first, word)]
    lines += said(lang, Message.of("plain.facts", facts=tuple(facts)))
    lines += [line for fact in _facts(found) for line in said(lang, fact)]
    lines += table_of([found], lang, every=True)[2:]
    lines += said(lang, *scripted(first))
    shown = found.choices if only is None else (only,)
    against = dict.fromkeys(choice.why_not for choice in shown if choice.why_not and not choice.on_tray)
    lines += [line for reason in against for line in said(lang, reason)]
    same = len({choice.moves for choice in shown}) == 1
    lines += _if_it_works(shown[0], lang) if same else []
    for choice in shown:
        lines += _terms(choice, lang, named=len(found.choices) > 1)
        lines += [] if same else _if_it_works(choice, lang)
    marks = tuple(marks_of(term for choice in shown for term in weighing(choice)))
    lines += said(lang, Message.of("plain.marks", marks=marks)) if marks else []
    return lines + (_taught(first.teaches, lang) if first.teaches else [])


def _facts(found: Listed) -> tuple[Message, ...]:
    """Return what a card needs and what it binds to, whichever of its choices is laid."""
    return tuple(dict.fromkeys(fact for choice in found.choices for fact in choice.facts))


def concepts(names: Iterable[str], lang: str, cards: Mapping[str, tuple[Text, ...]]) -> list[str]:
    """Explain concepts of the glossary, with the cards that teach each."""
    lines = [line for name in names for line in _concept(name, lang, cards)]
    return lines or said(lang, Message.of("plain.no_concepts"))


def concept_of(typed: str, cards: Mapping[str, tuple[Text, ...]], lang: str) -> list[str]:
    """Explain the concept that was typed; without one, list those that this team's cards teach."""
    if not typed:
        names = tuple(concept(name).name for name in cards)
        return said(lang, Message.of("plain.concepts", names=names) if names else Message.of("plain.no_concepts"))
    named = [(name, explained(name).name) for name in sorted({*known_concepts(), *words()})]
    found = called(typed, lang, named)
    if len(found) == 1:
        return _concept(found[0], lang, cards)
    among = tuple(name for key, name in named if key in found)
    code = "plain.which_concept" if among else "plain.no_concept"
    return said(lang, Message.of(code, typed=Text.said_back(typed), names=among))


def glossary(typed: str, lang: str) -> list[str]:
    """Explain what was typed; without it, list all that the glossary has."""
    if typed:
        return concept_of(typed, {}, lang)
    lines: list[str] = []
    for head, names in (("glossary.words", words()), ("glossary.concepts", known_concepts())):
        listed = sorted(told(lang, explained(name).name) for name in names)
        lines += ["", *said(lang, Message.of(head)), *wrap(between(listed), first=INDENT, rest=INDENT)]
    return [*lines, "", *said(lang, Message.of("glossary.how"))]


def _concept(name: str, lang: str, cards: Mapping[str, tuple[Text, ...]]) -> list[str]:
    found = explained(name)
    lines = wrap(told(lang, found.name), first=INDENT, rest=INDENT)
    lines += wrap(found.text.in_language(lang), first=_DEEP, rest=_DEEP)
    if found.source:
        lines += said(lang, Message.of("plain.source", source=found.source), indent=_DEEP)
    if name in cards:
        lines += said(lang, Message.of("concept.cards", cards=cards[name]), indent=_DEEP)
    return lines


def _if_it_works(choice: Choice, lang: str) -> list[str]:
    """Tell which meters a success moves, and in which direction."""
    if not choice.moves:
        return []
    moves = between(f"{'▲' if way > 0 else '▼'} {told(lang, name)}" for name, way in choice.moves)
    return wrap(f"{say(lang, Message.of('card.if_it_works'))} {moves}", first=INDENT, rest=_DEEP)


def _terms(choice: Choice, lang: str, *, named: bool) -> list[str]:
    terms = weighing(choice)
    if not terms:
        return []
    reasons = Message.of("card.weighs_in")
    if named and choice.target_name is not None:
        reasons = Message.of("plain.odds_because_at", target=Text.of(told(lang, choice.target_name)))
    return said(lang, reasons) + said(lang, *map(term_line, terms), indent=_DEEP)


def term_line(term: Term) -> Message:
    """Say a reason for odds with its sign."""
    return Message.of("term.signed", sign=Text.of(sign_of(term)), reason=weighed(term))


def _taught(names: Iterable[str], lang: str) -> list[str]:
    return said(lang, Message.of("plain.teaches", names=tuple(concept(name).name for name in names)))
