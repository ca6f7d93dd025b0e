"""Paper slips: the card numbers that a team wrote down, read as its orders and tried before they are laid."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.game.console import Console
from engine.game.intents import Intent, Lay, Order, Seal, TakeBack
from engine.game.table import Table
from engine.game.view import Choice, View
from engine.language.messages import Message
from engine.scenario.rounds import turn_noun
from engine.text import Text, one_line
from tui.facilitator.chair import Chair, Reply
from tui.plain.cards import listed, pick

_APART = re.compile(r"[\s,;]+")
_NUMBER = re.compile(r"\d{1,3}[a-z]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One card of a slip: what was written, which choice that is, and what stands against it.

    `argued` says that the order is one that was argued for, on no printed card.
    """

    typed: str
    choice: Choice | None
    wrong: Message | None
    argued: bool = False


def written(table: Table, team: str) -> str:
    """Return what lies on a team's tray as it would be written on a slip: what was argued for is on no printed card."""
    view = table.view(team)
    return " ".join(_mark(view, choice) for choice in view.tray if not _argued(table, choice))


def several(typed: str, *, every: bool = True) -> bool:
    """Whether several cards were written, as on a slip: all of it their numbers, or not `every` word of it."""
    first, *more = [part for part in _APART.split(one_line(typed)) if part] or [""]
    found = [bool(_NUMBER.fullmatch(part)) for part in more]
    return bool(_NUMBER.fullmatch(first)) and (bool(found) and all(found) if every else any(found))


def read(table: Table, lang: str, team: str, typed: str, laid: Sequence[Choice] = ()) -> tuple[Line, ...]:
    """Read what is written as it stands, and try its orders together, beside what is `laid` and stays."""
    view = table.view(team)
    found = [(part, _meant(view, lang, part)) for part in _APART.split(one_line(typed)) if part]
    orders = [_order(choice) for choice in (*laid, *(each for _, each in found)) if isinstance(choice, Choice)]
    reasons = iter(table.tried(team, orders)[len(laid) :])
    return tuple(
        Line(part, choice, next(reasons), _argued(table, choice))
        if isinstance(choice, Choice)
        else Line(part, None, choice)
        for part, choice in found
    )


def whole(table: Table, lang: str, team: str, typed: str) -> tuple[Line, ...]:
    """Read a team's slip beside what was argued for and lies on its tray: that stays, though no slip need name it."""
    view, lines = table.view(team), read(table, lang, team, typed)
    named = {line.choice.card for line in lines if line.choice}
    stays = [each for each in view.tray if _argued(table, each) and each.card not in named]
    beside = read(table, lang, team, typed, stays) if stays else lines
    return (*(Line(_mark(view, each), each, None, argued=True) for each in stays), *beside)


def seal(chair: Chair, slips: dict[str, tuple[Line, ...]]) -> Reply:
    """Lay every team's slip, and seal all of them together; where one does not fit, nothing is done."""
    for team, lines in slips.items():
        wrong = next((line.wrong for line in lines if line.wrong), None)
        if wrong:
            return Reply(wrong, team)
    for team, lines in slips.items():
        laid = lay(chair, team, lines)
        if laid.wrong:
            return Reply(laid.wrong, team)
    return chair.do(*(Seal(team) for team in slips))


def lay(chair: Chair, team: str, lines: tuple[Line, ...]) -> Reply:
    """Make a team's tray what its slip says, and seal nothing."""
    return chair.do(*_changes(chair.table.view(team), team, lines))


def lies(table: Table, team: str, lines: tuple[Line, ...]) -> bool:
    """Whether a team's tray is what its slip says."""
    return not any(line.wrong for line in lines) and not _changes(table.view(team), team, lines)


def closes(console: Console, slips: Mapping[str, tuple[Line, ...]]) -> Message:
    """Say what sealing all of these closes, when the table decides next, and whose tray is empty."""
    turn = console.public.turn
    following = next((each for each in console.rounds if each > turn), None)
    names = {desk.team: desk.name for desk in console.desks}
    empty = tuple(names[team] for team, lines in slips.items() if not lines)
    skips = "closes" if following == turn + 1 else "closes_to"
    code = f"umpire.{skips if following else 'closes_last'}"
    about = Message.of(code, n=len(slips), turn=turn_noun(turn), next=following or 0)
    return Message.of("umpire.closes_empty", about=about, teams=empty) if empty else about


def _changes(view: View, team: str, lines: tuple[Line, ...]) -> list[Intent]:
    """Return what makes the tray what the slip says; what lies there already stays."""
    wanted = [_order(line.choice) for line in lines if line.choice]
    lies = [_order(choice) for choice in view.tray]
    back: list[Intent] = [TakeBack(team, order.card) for order in lies if order not in wanted]
    return back + [Lay(team, *order) for order in wanted if order not in lies]


def _meant(view: View, lang: str, part: str) -> Choice | Message:
    if not _NUMBER.fullmatch(part):
        return Message.of("slip.no_number", typed=Text.said_back(part))
    return pick(view, lang, part)


def _argued(table: Table, choice: Choice) -> bool:
    return table.scenario.cards[choice.card].judged


def _mark(view: View, choice: Choice) -> str:
    return next(card for card in listed(view) if card.number == choice.number).mark(choice)


def _order(choice: Choice) -> Order:
    return Order(choice.card, choice.target, choice.voice)
