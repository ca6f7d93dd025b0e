"""Reads what a facilitator types into a line of a form: a team, a meter, an amount. Nothing here is drawn."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Literal

from engine.game.conduct import LONGEST_CLOCK
from engine.game.console import Console
from engine.game.drafts import Dial, Moves
from engine.game.pins import is_pin
from engine.game.view import Words
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.findings import nearest
from engine.text import ECHO, Text, one_line, sought
from tui.numbers import whole
from tui.plain.naming import called, meant, words_in
from tui.timing import MINUTE
from tui.words import told

Dice = Literal["same", "fresh"]
Addressed = tuple[str, ...] | Literal["all", "nobody"]

_MINUS = "\u2212"  # as it is set in print
_NUMBER = re.compile(r"[+-]?\d{1,9}([.,]\d{1,2})?")
_PARTS = re.compile(r"[;\n]")
_FEW = 6
LARGEST_CHANGE = 1000
NO_PIN = "0"
"""Takes a PIN away, as it does a clock: an empty line, which is soon sent by accident, takes nothing away."""
_TOO_LARGE = "form.too_large"
LONGEST_MINUTES = LONGEST_CLOCK // MINUTE


def words(typed: str) -> str | Message:
    """Read words that must not be missing."""
    return typed if one_line(typed) else Message.of("form.needed")


def team(console: Console, lang: str, typed: str) -> str | Message:
    """Read one team, by its name in any language or the beginning of it."""
    named = [(desk.team, desk.name) for desk in console.desks]
    return _one(typed, named, lang, "form.which_team", listed=True)


def teams(console: Console, lang: str, typed: str) -> Addressed | Message:
    """Read teams with commas between them; nothing, or the word for all, means all; `-`, or that for nobody, none.

    Where a name holds a comma itself, semicolons stand between them.
    """
    whole = "," in typed and isinstance(team(console, lang, typed.strip()), str)
    parts = [typed] if whole else typed.split(";" if ";" in typed else ",")
    wanted = [part.strip() for part in parts if part.strip()]
    if not wanted or wanted == ["*"] or _is_word("form.all", wanted):
        return "all"
    if wanted in (["-"], [_MINUS]) or _is_word("form.nobody", wanted):
        return "nobody"
    found: list[str] = []
    for part in wanted:
        one = team(console, lang, part)
        if isinstance(one, Message):
            return one
        found.append(one)
    return tuple(dict.fromkeys(found))


def told_to(console: Console, lang: str, typed: str) -> Addressed | Message:
    """Read who is told of something that happens in any case: the same, but nothing means nobody."""
    return teams(console, lang, typed) if typed.strip() else "nobody"


def inject(console: Console, lang: str, typed: str) -> str | Message:
    """Read one inject, by its name in any language or its id."""
    return _one(typed, [(entry.inject, entry.name) for entry in console.msel], lang, "form.which_inject")


def meter(console: Console, lang: str, typed: str) -> Dial | Message:
    """Read one meter, by its name in any language or its id; where none is meant, name those that are most like it."""
    named = [(dial.meter, dial.name) for dial in console.dials]
    found = _one(typed, named, lang, "form.which_meter")
    if isinstance(found, Message) and found.code == "form.not_known":
        return _most_like(typed, named, lang)
    return found if isinstance(found, Message) else next(dial for dial in console.dials if dial.meter == found)


def amount(typed: str) -> float | Message:
    """Read by how much a meter moves: a number that is not 0, nor larger than any range."""
    written = typed.strip().replace(_MINUS, "-")
    value = float(written.replace(",", ".")) if _NUMBER.fullmatch(written) else 0.0
    if abs(value) > LARGEST_CHANGE:
        return Message.of(_TOO_LARGE, typed=_echo(typed), limit=LARGEST_CHANGE)
    return value or Message.of("form.amount")


def moves(console: Console, lang: str, typed: str) -> tuple[Moves, ...] | Message:
    """Read lines of a meter and an amount, as `sales -3; credibility of the embassy +2`; nothing is no move."""
    found: dict[str, Moves] = {}
    for part in _PARTS.split(typed):
        name, _, number = one_line(part).rpartition(" ")
        if not number:
            continue
        by = amount(number)
        if isinstance(by, Message) and by.code == _TOO_LARGE:
            return by
        if not name or isinstance(by, Message):
            return Message.of("form.moves", typed=_echo(part))
        dial = meter(console, lang, name)
        if isinstance(dial, Message):
            return dial
        found[dial.meter] = Moves(dial.meter, by)
    return tuple(found.values())


def percent(typed: str) -> int | Message:
    """Read odds of 1 to 99 percent."""
    return _whole(typed.replace("%", ""), 1, 99, Message.of("form.percent"))


def minutes(typed: str) -> int | Message:
    """Read how many minutes a round takes."""
    return _whole(typed, 0, LONGEST_MINUTES, Message.of("form.minutes"))


def turn(console: Console, typed: str) -> int | Message:
    """Read a turn that has been."""
    wrong = Message.of("form.turn", first=console.first, last=console.last)
    return _whole(typed or str(console.last), console.first, console.last, wrong)


def due(console: Console, typed: str) -> int | Message | None:
    """Read a turn that may still come; nothing means now, or leaves the date as it is."""
    now, last = max(console.public.turn, 1), console.public.turns
    if not typed.strip():
        return None
    return _whole(typed, now, last, Message.of("form.turn", first=now, last=last))


def comes(console: Console, turn: int | None) -> Message | None:
    """Say when an inject comes that is composed for a turn, or for now; None if that is at once."""
    if not console.public.turn and (turn or 1) == 1:
        return Message.of("form.comes_first")
    return Message.of("form.comes", turn=turn) if turn and turn > console.public.turn else None


def dice(lang: str, typed: str) -> Dice | Message:
    """Read whether the same dice or fresh ones are wanted; nothing means the same."""
    named: list[tuple[Dice, str]] = [("same", _of(lang, "form.same")), ("fresh", _of(lang, "form.fresh"))]
    found = meant(typed, named) if typed.strip() else ["same"]
    return next((name for name, _ in named if found == [name]), Message.of("form.dice"))


def yes(lang: str, typed: str) -> bool | Message:
    """Read yes or no; nothing means no."""
    said = typed.strip().casefold()
    if not said:
        return False
    for code, value in (("action.yes.word", True), ("action.no.word", False)):
        if any(_of(tongue, code).casefold().startswith(said) for tongue in (lang, *LANGUAGES)):
            return value
    return Message.of("plain.yes_or_no")


def pin(typed: str) -> str | Message:
    """Read a PIN; nothing leaves it as it is, and NO_PIN takes it away."""
    said = typed.strip()
    return said if said in {"", NO_PIN} or is_pin(said) else Message.of("form.pin")


def _one(
    typed: str, named: Sequence[tuple[str, Words]], lang: str, question: str, *, listed: bool = False
) -> str | Message:
    """Read one by its name in the language, or by one in another where nothing is called that in this one."""
    if not one_line(typed):
        return Message.of("form.needed")
    found = called(typed, lang, named)
    if len(found) == 1:
        return found[0]
    shown = [(key, told(lang, name)) for key, name in named]
    if not found:
        return _unknown(typed, shown, listed=listed)
    among = [(key, name) for key, name in shown if key in found]
    return Message.of(question, names=tuple(_told_apart(among))[:_FEW])


def _told_apart(named: Sequence[tuple[str, str]]) -> Iterator[Text]:
    """Yield the names; the id too of those that are called alike, since that can be typed."""
    names = [name for _, name in named]
    for key, name in named:
        yield Text.of(f"{name} ({key})" if names.count(name) > 1 else name)


def _unknown(typed: str, named: Sequence[tuple[str, str]], *, listed: bool) -> Message:
    """Say that nothing is called that, and what is called nearly so; where little is `listed`, what there is."""
    spelt = {sought(word): name for key, name in named for word in (*words_in(name), key, name)}
    near = nearest(sought(one_line(typed)), spelt)
    if near is not None:
        return Message.of("form.not_known_near", typed=_echo(typed), name=Text.of(spelt[near]))
    if listed:
        names = tuple(Text.of(name) for _, name in named[:_FEW])
        return Message.of("form.not_known_among", typed=_echo(typed), names=names)
    return Message.of("form.not_known", typed=_echo(typed))


def _most_like(typed: str, named: Sequence[tuple[str, Words]], lang: str) -> Message:
    """Say that no meter is called that, and name some, those first whose name or id in any language is most like it."""
    in_all = [(key, told(spoken, name)) for spoken in LANGUAGES for key, name in named]
    spelt = {sought(word): key for key, name in in_all for word in (key, name)}
    near = get_close_matches(sought(one_line(typed, limit=ECHO)), spelt, n=len(spelt), cutoff=0.0)
    keys, names = list(dict.fromkeys(spelt[word] for word in near)), dict(named)
    some = tuple(Text.of(told(lang, names[key])) for key in keys[:_FEW])
    return Message.of("form.not_known_some", typed=_echo(typed), n=len(keys), names=some)


def _whole(typed: str, least: int, most: int, wrong: Message) -> int | Message:
    number = whole(typed.strip(), most)
    return wrong if number is None or number < least else number


def _is_word(code: str, wanted: Iterable[str]) -> bool:
    return [part.casefold() for part in wanted] in [[_of(lang, code).casefold()] for lang in LANGUAGES]


def _of(lang: str, code: str) -> str:
    return say(lang, Message(code))


def _echo(typed: str) -> Text:
    return Text.said_back(typed)
