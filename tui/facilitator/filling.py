"""Does what a form asks for: the first field that cannot be read is told, or else the chair does the rest."""

from collections.abc import Callable
from typing import TypeVar

from engine.game.drafts import Argued, Composed, Moves, Reworded, argued_draft, composed_draft, reworded_draft
from engine.game.intents import Because, Lay, Note, Rewind, Rule
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import Text, one_line
from tui.facilitator import readers
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.forms import FORMS, WORDED, Typed, heard, moved_of

Read = TypeVar("Read")
LARGE = 20
"""By so much a meter is moved without being asked again."""


def fill_in(chair: Chair, form: str, lang: str, typed: Typed, *, sure: bool = False) -> Reply:
    """Do what a form of tui.facilitator.forms asks for; whoever is `sure` moves a meter by more than LARGE."""
    console = chair.console
    for field in FORMS[form].fields:
        fine, said = heard(console, lang, field.kind, typed[field.key])
        if not fine and isinstance(said, Message):
            return Reply(said, field.key)
    return (None if sure else _doubt(chair, form, lang, typed)) or _DOES[form](chair, lang, typed)


def _doubt(chair: Chair, form: str, lang: str, typed: Typed) -> Reply | None:
    """Ask once more before a meter is moved a long way: a digit too many is soon typed."""
    console = chair.console
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


def _sure(read: Read | Message) -> Read:
    """Return what a field says, of a form in which every field could be read."""
    if isinstance(read, Message):
        raise TypeError(read.code)
    return read


def _compose(chair: Chair, lang: str, typed: Typed) -> Reply:
    console, name = chair.console, _sure(readers.words(typed["name"]))
    to, moves = _sure(readers.teams(console, lang, typed["to"])), _sure(readers.moves(console, lang, typed["moves"]))
    text = typed["text"] if one_line(typed["text"]) else name
    return chair.rule(composed_draft(chair.table.scenario, Composed(name, text, to, moves)))


def _edit(chair: Chair, lang: str, typed: Typed) -> Reply:
    """Put other words into the inject with the id that stands in `inject`."""
    said = {part: {tongue: typed[f"{part}_{tongue}"] for tongue in LANGUAGES} for part in WORDED}
    spoken = {part: {tongue: words for tongue, words in each.items() if one_line(words)} for part, each in said.items()}
    for part in ("name", "text"):
        if not spoken[part]:
            return Reply(Message.of("form.needed"), f"{part}_{lang}")
    to, turn = _sure(readers.teams(chair.console, lang, typed["to"])), _sure(readers.due(chair.console, typed["turn"]))
    reworded = Reworded(spoken["name"], spoken["text"], spoken["sender"], to, turn)
    return chair.rule(reworded_draft(chair.table.scenario, typed["inject"], reworded))


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
    said = [Because.typed(argued.team, card, "; ".join(argued.reasons))] if argued.reasons else []
    return chair.do(Rule(draft), Lay(argued.team, card), *said)


def _adjust(chair: Chair, lang: str, typed: Typed) -> Reply:
    console, reason = chair.console, _sure(readers.words(typed["reason"]))
    moves = [Moves(_sure(readers.meter(console, lang, typed["meter"])).meter, _sure(readers.amount(typed["by"])))]
    to = _sure(readers.teams(console, lang, typed["to"]))
    return chair.rule(composed_draft(chair.table.scenario, Composed(reason, reason, to, moves)))


def _note(chair: Chair, lang: str, typed: Typed) -> Reply:
    console = chair.console
    team = _sure(readers.team(console, lang, typed["team"])) if typed["team"].strip() else None
    inject = _sure(readers.inject(console, lang, typed["inject"])) if typed["inject"].strip() else None
    text, flag = _sure(readers.words(typed["text"])), _sure(readers.yes(lang, typed["hot_wash"]))
    return chair.do(Note(Text.of(text.strip()), team, inject, flag))


def _set_clock(chair: Chair, _lang: str, typed: Typed) -> Reply:
    return chair.set_clock(_sure(readers.minutes(typed["minutes"])))


def _set_pin(chair: Chair, _lang: str, typed: Typed) -> Reply:
    return chair.lock(_sure(readers.pin(typed["pin"])))


def _rewind(chair: Chair, lang: str, typed: Typed) -> Reply:
    return chair.do(Rewind(_turn(chair, typed), fresh=_fresh(lang, typed)))


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
