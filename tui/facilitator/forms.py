"""The forms that a facilitator fills in: their fields, and what each field understands. Both front ends show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.game.console import Console
from engine.game.drafts import LONGEST_NAME, LONGEST_TEXT, Dial, Moves
from engine.game.view import Words
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import LIMIT
from tui.facilitator import readers
from tui.words import amount

Kind = Literal[
    "words", "text", "team", "teams", "told", "team_or_none", "inject_or_none", "meter", "amount", "moves", "would",
    "percent", "minutes", "turn", "due", "coming", "dice", "yes", "pin", "spoken",
]  # fmt: skip
WORDED = {"name": LONGEST_NAME, "text": LONGEST_TEXT, "sender": LONGEST_NAME}
"""Parts of an inject that are written in each language, and of how many letters each may be."""
LONGEST = 400
"""Letters of a field that is read and not kept, such as the name of a meter."""
Typed = Mapping[str, str]
"""What was typed, by field."""


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a form, which takes `longest` letters; `tall` is one for several lines.

    `hidden` is one that nobody may read over a shoulder.
    """

    key: str
    kind: Kind
    longest: int = LONGEST
    tall: bool = False

    @property
    def hidden(self) -> bool:
        """Whether what is typed must not be seen."""
        return self.kind == "pin"


@dataclass(frozen=True, slots=True)
class Form:
    """Fields under a title; their words follow from the ids."""

    id: str
    fields: tuple[Field, ...]

    @property
    def title(self) -> Message:
        """What the form does."""
        return Message.of(f"action.{self.id}")

    def name(self, field: Field) -> Message:
        """What a field is called."""
        return Message.of(f"form.{'inject' if field in _INJECT else self.id}.{field.key}")

    def hint(self, field: Field) -> Message:
        """What may be written into a field; of an inject that is composed, what is said without a text."""
        kind = "as_titled" if self.id == "compose" and field.tall else field.kind
        return Message.of(f"form.hint.{kind}")


_INJECT = (
    *(Field(f"{part}_{lang}", "text" if part == "sender" else "spoken", longest, tall=part == "text")
      for part, longest in WORDED.items() for lang in LANGUAGES),
    Field("to", "teams"), Field("turn", "due"), Field("turn", "coming"),
)  # fmt: skip
"""What an inject says, to whom and when: the same words, whether it is rewritten or composed."""


def _form(name: str, *fields: Field) -> Form:
    return Form(name, fields)


FORMS = {
    form.id: form
    for form in (
        _form("compose", *(field for field in _INJECT if field.kind != "due"), Field("moves", "moves")),
        _form("edit", *(field for field in _INJECT if field.kind != "coming")),
        _form("argue", Field("team", "team"), Field("name", "words", LONGEST_NAME),
              *(Field(f"reason{number}", "text", LONGEST_NAME) for number in (1, 2, 3)),
              Field("percent", "percent"), Field("moves", "would")),
        _form("adjust", Field("meter", "meter"), Field("by", "amount"), Field("reason", "words", LONGEST_NAME),
              Field("to", "told")),
        _form("note", Field("text", "words", LIMIT, tall=True), Field("team", "team_or_none"),
              Field("inject", "inject_or_none"), Field("hot_wash", "yes")),
        _form("set_clock", Field("minutes", "minutes")),
        _form("rewind", Field("turn", "turn"), Field("dice", "dice")),
        _form("branch", Field("turn", "turn"), Field("dice", "dice")),
        _form("set_pin", Field("pin", "pin")),
    )
}  # fmt: skip


def heard(console: Console, lang: str, field: Field, typed: str) -> tuple[bool, Words | None]:
    """Return whether a field can be taken as it is, and what was understood, or what is missing or too much."""
    if len(typed) > field.longest:  # what a scenario says may be longer than what can be written here
        return False, Message.of("form.long", most=field.longest, n=len(typed))
    return _understood(console, lang, field.kind, typed)


def _understood(console: Console, lang: str, kind: Kind, typed: str) -> tuple[bool, Words | None]:
    match kind:
        case "words":
            found = readers.words(typed)
            return (False, found) if isinstance(found, Message) else (True, None)
        case "team" | "team_or_none" | "teams" | "told":
            return _teams(console, lang, kind, typed)
        case "inject_or_none":
            return _inject(console, lang, typed)
        case "meter":
            dial = readers.meter(console, lang, typed)
            if isinstance(dial, Message):
                return False, dial
            return True, Message.of("form.meter_now", name=dial.name, value=amount(round(dial.value, 1)))
        case "moves":
            return _moves(console, lang, typed)
        case "would":
            return _would(console, lang, typed)
        case "percent":
            return _odds(console, typed)
        case "turn" | "due" | "coming":
            return _dated(console, kind, typed)
    return _plain(lang, kind, typed)


def _plain(lang: str, kind: Kind, typed: str) -> tuple[bool, Words | None]:
    """What needs no echo: numbers and choices of two."""
    read: object = None
    match kind:
        case "amount":
            read = readers.amount(typed)
        case "minutes":
            read = readers.minutes(typed)
            if read == 0:
                return True, Message.of("console.clock_off")
        case "dice":
            read = readers.dice(lang, typed)
        case "yes":
            read = readers.yes(lang, typed)
        case "pin":
            read = readers.pin(typed)
    return (False, read) if isinstance(read, Message) else (True, None)


def _dated(console: Console, kind: Kind, typed: str) -> tuple[bool, Words | None]:
    """A turn that has been, or one that may still come, and what comes of choosing it."""
    read = readers.turn(console, typed) if kind == "turn" else readers.due(console, typed)
    if isinstance(read, Message):
        return False, read
    if kind == "coming":
        return True, readers.comes(console, read)
    return True, _lands(console, read) if kind == "turn" and read is not None else None


def _teams(console: Console, lang: str, kind: Kind, typed: str) -> tuple[bool, Words | None]:
    names = {desk.team: desk.name for desk in console.desks}
    if kind in {"team_or_none", "told"} and not typed.strip():
        return True, None
    if kind in {"teams", "told"}:
        several = readers.told_to(console, lang, typed) if kind == "told" else readers.teams(console, lang, typed)
        if isinstance(several, Message):
            return False, several
        if several in {"all", "nobody"}:
            return True, Message.of(f"form.to_{several}")
        return True, Message.of("form.understood", names=tuple(names[team] for team in several))
    one = readers.team(console, lang, typed)
    return (False, one) if isinstance(one, Message) else (True, Message.of("form.understood", names=(names[one],)))


def _inject(console: Console, lang: str, typed: str) -> tuple[bool, Words | None]:
    if not typed.strip():
        return True, None
    found = readers.inject(console, lang, typed)
    if isinstance(found, Message):
        return False, found
    name = next(entry.name for entry in console.msel if entry.inject == found)
    return True, Message.of("form.understood", names=(name,))


def _moves(console: Console, lang: str, typed: str) -> tuple[bool, Words | None]:
    found = readers.moves(console, lang, typed)
    if isinstance(found, Message):
        return False, found
    parts = moved_of(console, found)
    return True, Message.of("form.understood", names=parts) if parts else None


def _odds(console: Console, typed: str) -> tuple[bool, Words | None]:
    """Say how the odds of an order that was argued for are split."""
    read = readers.percent(typed)
    if isinstance(read, Message):
        return False, read
    success, partial, backfire = console.judged.splits[read - 1]
    return True, Message.of("form.split", success=success, partial=partial, backfire=backfire)


def _would(console: Console, lang: str, typed: str) -> tuple[bool, Words | None]:
    """Say what each outcome of an order that was argued for would move."""
    found = readers.moves(console, lang, typed)
    if isinstance(found, Message):
        return False, found
    names, judged = {dial.meter: dial.name for dial in console.dials}, console.judged
    parts = tuple(
        Message.of(
            "form.would", name=names[each.meter], full=each.by, part=each.by * judged.partial,
            back=each.by * judged.backfire,
        )
        for each in found
    )  # fmt: skip
    code = "form.would_turned" if any(each.by < 0 for each in found) else "form.would_all"
    return True, Message.of(code, moves=parts, credibility=judged.credibility) if parts else None


def moved_of(console: Console, moves: Sequence[Moves]) -> tuple[Message, ...]:
    """Say where each of these meters stands, and where it would."""
    dials = {dial.meter: dial for dial in console.dials}
    return tuple(_moved(dials[each.meter], each.by) for each in moves)


def _moved(dial: Dial, by: float) -> Message:
    before, after = (amount(round(value, 1)) for value in (dial.value, dial.moved(by)))
    return Message.of("form.moves_to", name=dial.name, before=before, after=after)


def _lands(console: Console, turn: int) -> Message | None:
    """Say in which turn the table decides next, where that is not the one that is asked for."""
    following = next((each for each in console.rounds if each >= turn), turn)
    return Message.of("form.lands", turn=turn, next=following) if following != turn else None
