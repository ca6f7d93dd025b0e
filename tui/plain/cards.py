"""The cards as a numbered list: 3 is a card, 3b the same card with its second target."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from engine.game.hand import group_of
from engine.game.view import Choice, View
from engine.language.catalogue import between, say
from engine.language.messages import Message
from engine.text import Text
from tui.plain.naming import called
from tui.plain.page import columns, wrap
from tui.words import cost_of, odds_of, short_of, told

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBERED = re.compile(r"(\d{1,6})\s*([a-z]?)(?:\s+(.*))?", re.IGNORECASE)
_MARK, _NAME, _COST, _ODDS = 6, 28, 17, 25
_INDENT = " " * _MARK


@dataclass(frozen=True, slots=True)
class Listed:
    """A card with its number, and its choices: one for each target."""

    number: int
    choices: tuple[Choice, ...]

    @property
    def first(self) -> Choice:
        """Any of the choices, for what they have in common."""
        return self.choices[0]

    @property
    def open(self) -> bool:
        """Whether it can be laid toward any target, or is."""
        return any(choice.why_not is None or choice.on_tray for choice in self.choices)

    def mark(self, choice: Choice) -> str:
        """Return the number to type for a choice, as 3 or 3b."""
        if len(self.choices) == 1:
            return str(self.number)
        place = self.choices.index(choice)
        return f"{self.number}{_LETTERS[place]}" if place < len(_LETTERS) else str(self.number)


def listed(view: View) -> tuple[Listed, ...]:
    """Return the cards by their numbers, which are the same through the whole exercise."""
    by_number: dict[int, list[Choice]] = {}
    for choice in view.choices:
        by_number.setdefault(choice.number, []).append(choice)
    return tuple(Listed(number, tuple(choices)) for number, choices in sorted(by_number.items()))


def pick(view: View, lang: str, typed: str) -> Choice | Message:
    """Return the choice that was typed, by number and target or by name; or what is missing."""
    found = _card(view, lang, typed)
    if isinstance(found, Message):
        return found
    card, target = found
    if len(card.choices) == 1 and (not target or (numbered(typed) and target.casefold() == _LETTERS[0])):
        return card.first
    if not target:
        return Message.of("plain.which_target", card=card.first.name, targets=_targets(card))
    if len(target) == 1 and target.casefold() in _LETTERS[: len(card.choices)]:
        return card.choices[_LETTERS.index(target.casefold())]
    if len(target) == 1 and numbered(typed):
        if len(card.choices) == 1:
            return Message.of("plain.no_targets", card=card.first.name)
        return Message.of("plain.no_target", card=card.first.name, typed=Text.of(target), targets=_targets(card))
    places = called(target, lang, ((str(n), each.target_name or each.name) for n, each in enumerate(card.choices)))
    if len(places) == 1:
        return card.choices[int(places[0])]
    if len(card.choices) == 1:
        return _left_over(target)
    if not places:
        echo = Text.said_back(target)
        return Message.of("plain.no_target", card=card.first.name, typed=echo, targets=_targets(card))
    return Message.of("plain.which_target", card=card.first.name, targets=_targets(card))


def numbered(typed: str) -> bool:
    """Say whether a card was named by its number."""
    return typed.strip()[:1].isdigit()


def pick_card(view: View, lang: str, typed: str) -> Listed | Message:
    """Return the card that was typed, by number or by name, whatever its target."""
    found = _card(view, lang, typed)
    return found if isinstance(found, Message) else found[0]


def name_of(choice: Choice, lang: str) -> str:
    """Name a card, and its target if one is chosen."""
    return between(told(lang, part) for part in (choice.name, choice.target_name) if part is not None)


def table_of(cards: Iterable[Listed], lang: str, *, every: bool = False, short: bool = False) -> list[str]:
    """List cards under the names of their groups, with cost, odds and in a few words what stands against them.

    Targets of a card that can be aimed at none of them are left out, unless `every` one is wanted; `short` names them
    in a line.
    """
    lines: list[str] = []
    group = ""
    for card in cards:
        if group_of(card.first) != group:
            group = group_of(card.first)
            lines += ["", say(lang, Message.of(f"group.{group}"))]
        lines += _short(card, lang) if short else _card_lines(card, lang, every=every)
    return lines


def _card(view: View, lang: str, typed: str) -> tuple[Listed, str] | Message:
    cards = listed(view)
    numbered = _NUMBERED.fullmatch(typed.strip())
    if numbered:
        number = int(numbered[1])
        named = next((card for card in cards if card.number == number), None)
        if named is None:
            return _no_card(view, number)
        letter, rest = numbered[2], (numbered[3] or "").strip()
        return _left_over(rest) if letter and rest else (named, letter or rest)
    if not typed.strip():
        return Message.of("plain.which_card")
    words = typed.split()
    for last in range(len(words), 0, -1):  # what is left over may be the target
        found = _called(" ".join(words[:last]), cards, lang)
        if len(found) == 1:
            return found[0], " ".join(words[last:])
    return Message.of("plain.no_such_card", typed=Text.said_back(typed))


def _no_card(view: View, number: int) -> Message:
    """Say that a card is yet to come, or that the team has no such card."""
    if number in view.unheard:
        return Message.of("plain.card_unheard", number=number)
    if number in view.unsorted:
        return Message.of("plain.card_unsorted", number=number)
    last = max((*view.unheard, *view.unsorted, *(choice.number for choice in view.choices)), default=0)
    return Message.of("plain.no_card", number=number, last=last)


def _left_over(typed: str) -> Message:
    """Say what was not read, rather than drop it."""
    return Message.of("plain.left_over", typed=Text.said_back(typed))


def _called(typed: str, cards: tuple[Listed, ...], lang: str) -> list[Listed]:
    found = called(typed, lang, ((card.first.card, card.first.name) for card in cards))
    return [card for card in cards if card.first.card in found]


def _targets(card: Listed) -> tuple[Message, ...]:
    return tuple(
        Message.of("plain.target", mark=card.mark(each), target=each.target_name or each.name) for each in card.choices
    )


def _card_lines(card: Listed, lang: str, *, every: bool) -> list[str]:
    if len(card.choices) == 1:
        choice = card.first
        return _row(_title(choice, lang, target=True), card.mark(choice), choice, lang)
    title = _title(card.first, lang, target=False)
    reasons = {choice.why_not and short_of(choice.why_not) for choice in card.choices}
    alike = None not in reasons and len(reasons) == 1 and not any(choice.on_tray for choice in card.choices)
    if alike and not every:
        return _row(title, str(card.number), card.first, lang)
    lines = wrap(title, first=f"{card.number:>4}  ", rest=_INDENT)
    for choice in card.choices:
        lines += _row(told(lang, choice.target_name or choice.name), card.mark(choice), choice, lang)
    return lines


def _short(card: Listed, lang: str) -> list[str]:
    """Give a card with all its targets in a row, and the targets below; odds that differ are those of the best one."""
    aimed = [choice for choice in card.choices if choice.why_not is None or choice.on_tray]
    if len(aimed) <= 1 or len(card.choices) == 1:
        return _card_lines(card, lang, every=False)
    best = max(aimed, key=lambda choice: (choice.on_tray, choice.odds.low + choice.odds.high))
    letters = {each: card.mark(each)[len(str(card.number)) :] for each in aimed}
    at = letters[best] if len({each.odds for each in aimed}) > 1 else ""
    lines = _row(_title(card.first, lang, target=False), str(card.number), best, lang, at)
    named = tuple(
        Message.of("plain.target_short", mark=letter, target=each.target_name or each.name)
        for each, letter in letters.items()
    )
    return lines + wrap(say(lang, Message.of("plain.targets", targets=named)), first=_INDENT, rest=_INDENT)


def _row(name: str, mark: str, choice: Choice, lang: str, at: str = "") -> list[str]:
    if choice.on_tray:
        name = say(lang, Message.of("plain.on_tray", card=Text.of(name)))
    cost = say(lang, cost_of(choice.hours, choice.budget))
    if choice.answers:
        name = f"! {name}"
    odds = f"{at}: {say(lang, odds_of(choice.odds))}" if at else say(lang, odds_of(choice.odds))
    if choice.why_not and not choice.on_tray:
        odds = say(lang, Message.of("plain.short_not_now", reason=short_of(choice.why_not)))
    return columns(((name, _NAME), (cost, _COST), (odds, _ODDS)), first=f"{mark:>4}  ")


def _title(choice: Choice, lang: str, *, target: bool) -> str:
    """Name a card with its platform, and with its target where it has only one."""
    parts = (choice.name, choice.platform, choice.target_name if target else None)
    return between(told(lang, part) for part in parts if part is not None)
