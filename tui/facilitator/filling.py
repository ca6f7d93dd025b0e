"""Does what a form asks for: the first field that cannot be read is told, or else the chair does the rest."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from engine.game.directing import Rule
from engine.game.drafts import Argued, Moves, Worded, argued_draft, composed_draft, reworded_draft
from engine.game.intents import FACILITATOR, Because, Lay, Note
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import Text, one_line
from tui.facilitator import readers
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.forms import FORMS, WORDED, Typed, heard, moved_of
from tui.facilitator.losing import lost

Read = TypeVar("Read")
LARGE = 20
"""By so much a meter is moved without being asked again."""


def fill_in(chair: Chair, form: str, lang: str, typed: Typed, *, sure: bool = False) -> Reply:
    """Do what a form of tui.facilitator.forms asks for; whoever is `sure` is not asked whether it is meant."""
    console = chair.console
    for field in FORMS[form].fields:
        fine, said = heard(console, lang, field, typed[field.key])
        if not fine and isinstance(said, Message):
            return Reply(said, field.key)
    return (None if sure else _doubt(chair, form, lang, typed)) or _DOES[form](chair, lang, typed)


def _doubt(chair: Chair, form: str, lang: str, typed: Typed) -> Reply | None:
    """Ask before orders get lost, before words stay as they were in one language, before a meter moves a long way.

    A digit too many is soon typed.
    """
    console = chair.console
    if form == "rewind":
        losing = lost(chair, _turn(chair, typed))
        return Reply(losing, doubt=True) if losing else None
    if form == "edit":
        return _half_reworded(chair, lang, typed)
    moves: tuple[Moves, ...] = ()
    if form == "adjust":
        moves = (Moves(_sure(readers.meter(console, lang, typed["meter"])).meter, _sure(readers.amount(typed["by"]))),)
    elif "moves" in typed:
        moves = _sure(readers.moves(console, lang, typed["moves"]))
    large = [each for each in moves if abs(each.by) > LARGE]
    if not large:
        return None
    said = Message.of("form.large", changes=moved_of(console, large), limit=LARGE)
    return Reply(said, "by" if form == "adjust" else "moves", doubt=True)


def _half_reworded(chair: Chair, lang: str, typed: Typed) -> Reply | None:
    """Name what was put into other words in one language, and stays as it was in another."""
    form, old, left = FORMS["edit"], chair.worded(typed["inject"], lang), list[str]()
    for part in WORDED:
        keys = [f"{part}_{tongue}" for tongue in LANGUAGES]
        both = [key for key in keys if one_line(old[key]) and one_line(typed[key])]
        same = [key for key in both if one_line(typed[key]) == one_line(old[key])]
        left += same if len(same) < len(both) else []
    if not left:
        return None
    names = tuple(form.name(field) for field in form.fields if field.key in left)
    return Reply(Message.of("form.half", fields=names), left[0], doubt=True)


def _sure(read: Read | Message) -> Read:
    """Return what a field says, of a form in which every field could be read."""
    if isinstance(read, Message):
        raise TypeError(read.code)
    return read


def _compose(chair: Chair, lang: str, typed: Typed) -> Reply:
    """Compose an inject; one without a text says what its title says."""
    worded = _worded(chair, lang, typed)
    if not worded.name:
        return Reply(Message.of("form.needed"), f"name_{lang}")
    whole, moves = replace(worded, text=worded.text or worded.name), readers.moves(chair.console, lang, typed["moves"])
    reply = chair.rule(composed_draft(chair.table.scenario, whole, _sure(moves)))
    return reply.saying(readers.comes(chair.console, worded.turn))


def _edit(chair: Chair, lang: str, typed: Typed) -> Reply:
    """Put other words into the inject with the id that stands in `inject`."""
    worded = _worded(chair, lang, typed)
    for part, said in (("name", worded.name), ("text", worded.text)):
        if not said:
            return Reply(Message.of("form.needed"), f"{part}_{lang}")
    return chair.rule(reworded_draft(chair.table.written, typed["inject"], worded))


def _worded(chair: Chair, lang: str, typed: Typed) -> Worded:
    """Return what the fields of an inject say, in the languages in which they say something."""
    name, text, sender = (
        {tongue: said for tongue in LANGUAGES if one_line(said := typed[f"{part}_{tongue}"])} for part in WORDED
    )
    to, turn = _sure(readers.teams(chair.console, lang, typed["to"])), _sure(readers.due(chair.console, typed["turn"]))
    return Worded(name, text, sender, to, turn)


def _argue(chair: Chair, lang: str, typed: Typed) -> Reply:
    """Lay an argued order; where it could not be laid, no card is made."""
    console = chair.console
    argued = Argued(
        team=_sure(readers.team(console, lang, typed["team"])),
        name=_sure(readers.words(typed["name"])),
        reasons=[one_line(typed[key]) for key in ("reason1", "reason2", "reason3") if one_line(typed[key])],
        percent=_sure(readers.percent(typed["percent"])),
        moves=_sure(readers.moves(console, lang, typed["moves"])),
    )
    closed, view = chair.table.closed_to(argued.team), chair.table.view(argued.team)
    if closed is not None:
        return Reply(closed, "team")
    if view.purse.slots_left <= 0:
        return Reply(Message.of("refused.full", n=len(view.tray)), "team")
    card, draft = argued_draft(chair.table.scenario, argued)
    said = [Because(argued.team, card, Text.of("; ".join(argued.reasons)))] if argued.reasons else []
    return chair.do(Rule(draft), Lay(argued.team, card), *said)


def _adjust(chair: Chair, lang: str, typed: Typed) -> Reply:
    console, reason = chair.console, {lang: _sure(readers.words(typed["reason"]))}
    moves = [Moves(_sure(readers.meter(console, lang, typed["meter"])).meter, _sure(readers.amount(typed["by"])))]
    to = _sure(readers.told_to(console, lang, typed["to"]))
    reply = chair.rule(composed_draft(chair.table.scenario, Worded(reason, reason, {}, to), moves))
    return reply if console.public.turn else reply.saying(Message.of("console.adjusts_later"))


def _note(chair: Chair, lang: str, typed: Typed) -> Reply:
    console = chair.console
    team = _sure(readers.team(console, lang, typed["team"])) if typed["team"].strip() else None
    inject = _sure(readers.inject(console, lang, typed["inject"])) if typed["inject"].strip() else None
    text, flag = _sure(readers.words(typed["text"])), _sure(readers.yes(lang, typed["hot_wash"]))
    return chair.do(Note(Text.of(text.strip()), team, inject, flag))


def _set_clock(chair: Chair, _lang: str, typed: Typed) -> Reply:
    return chair.set_clock(_sure(readers.minutes(typed["minutes"])))


def _set_pin(chair: Chair, _lang: str, typed: Typed) -> Reply:
    """Change the lock; an empty line changes nothing."""
    pin = _sure(readers.pin(typed["pin"]))
    locked = chair.table.locked(FACILITATOR)
    if not pin or (pin == readers.NO_PIN and not locked):
        return Reply(told=Message.of("pin.anew_left" if locked else "pin.unset"))
    return chair.unlock() if pin == readers.NO_PIN else chair.lock(pin)


def _rewind(chair: Chair, lang: str, typed: Typed) -> Reply:
    return chair.rewind(_turn(chair, typed), fresh=_fresh(lang, typed))


def _branch(chair: Chair, lang: str, typed: Typed) -> Reply:
    return chair.branch(_turn(chair, typed), fresh=_fresh(lang, typed))


def _turn(chair: Chair, typed: Typed) -> int:
    return _sure(readers.turn(chair.console, typed["turn"]))


def _fresh(lang: str, typed: Typed) -> bool:
    return _sure(readers.dice(lang, typed["dice"])) == "fresh"


_DOES: dict[str, Callable[[Chair, str, Typed], Reply]] = {
    "compose": _compose,
    "edit": _edit,
    "argue": _argue,
    "adjust": _adjust,
    "note": _note,
    "set_clock": _set_clock,
    "rewind": _rewind,
    "branch": _branch,
    "set_pin": _set_pin,
}
