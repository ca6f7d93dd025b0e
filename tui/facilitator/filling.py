"""Does what a form asks for: each field is read, the first that cannot be is told, and the chair does the rest."""

from collections.abc import Callable

from engine.game.drafts import Argued, Composed, Moves, argued_draft, composed_draft
from engine.game.intents import Because, Lay, Note, Rewind, Rule
from engine.language.messages import Message
from engine.text import Text, one_line
from tui.facilitator import readers
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.forms import Typed


def fill_in(chair: Chair, form: str, lang: str, typed: Typed) -> Reply:
    """Do what a form of tui.facilitator.forms asks for."""
    return _DOES[form](chair, lang, typed)


def _compose(chair: Chair, lang: str, typed: Typed) -> Reply:
    console = chair.console
    to, moves = readers.teams(console, lang, typed["to"]), readers.moves(console, lang, typed["moves"])
    name = readers.words(typed["name"])
    if isinstance(name, Message):
        return Reply(name, "name")
    if isinstance(to, Message):
        return Reply(to, "to")
    if isinstance(moves, Message):
        return Reply(moves, "moves")
    text = typed["text"] if one_line(typed["text"]) else name
    return chair.rule(composed_draft(chair.table.scenario, Composed(name, text, to, moves)))


def _argue(chair: Chair, lang: str, typed: Typed) -> Reply:
    console = chair.console
    team, name = readers.team(console, lang, typed["team"]), readers.words(typed["name"])
    percent, moves = readers.percent(typed["percent"]), readers.moves(console, lang, typed["moves"])
    if isinstance(team, Message):
        return Reply(team, "team")
    if isinstance(name, Message):
        return Reply(name, "name")
    if isinstance(percent, Message):
        return Reply(percent, "percent")
    if isinstance(moves, Message):
        return Reply(moves, "moves")
    return _argued(chair, Argued(team, name, _reasons(typed), percent, moves))


def _argued(chair: Chair, argued: Argued) -> Reply:
    """Lay an argued order; where it could not be laid, no card is made."""
    closed, view = chair.table.closed_to(argued.team), chair.table.view(argued.team)
    if closed is not None:
        return Reply(closed, "team")
    if view.purse.slots_left <= 0:
        return Reply(Message.of("refused.full", n=len(view.tray)), "team")
    card, draft = argued_draft(chair.table.scenario, argued)
    said = [Because(argued.team, card, Text.of("; ".join(argued.reasons)))] if argued.reasons else []
    return chair.do(Rule(draft), Lay(argued.team, card), *said)


def _reasons(typed: Typed) -> list[str]:
    return [one_line(typed[key]) for key in ("reason1", "reason2", "reason3") if one_line(typed[key])]


def _adjust(chair: Chair, lang: str, typed: Typed) -> Reply:
    dial, by = readers.meter(chair.console, lang, typed["meter"]), readers.amount(typed["by"])
    reason, to = readers.words(typed["reason"]), readers.teams(chair.console, lang, typed["to"])
    if isinstance(dial, Message):
        return Reply(dial, "meter")
    if isinstance(by, Message):
        return Reply(by, "by")
    if isinstance(reason, Message):
        return Reply(reason, "reason")
    if isinstance(to, Message):
        return Reply(to, "to")
    moves = [Moves(dial.meter, by)]
    return chair.rule(composed_draft(chair.table.scenario, Composed(reason, reason, to, moves)))


def _note(chair: Chair, lang: str, typed: Typed) -> Reply:
    console = chair.console
    text, flag = readers.words(typed["text"]), readers.yes(lang, typed["hot_wash"])
    team = readers.team(console, lang, typed["team"]) if typed["team"].strip() else None
    inject = readers.inject(console, lang, typed["inject"]) if typed["inject"].strip() else None
    if isinstance(text, Message):
        return Reply(text, "text")
    if isinstance(team, Message):
        return Reply(team, "team")
    if isinstance(inject, Message):
        return Reply(inject, "inject")
    if isinstance(flag, Message):
        return Reply(flag, "hot_wash")
    return chair.do(Note(Text.of(text.strip()), team, inject, flag))


def _set_clock(chair: Chair, _lang: str, typed: Typed) -> Reply:
    minutes = readers.minutes(typed["minutes"])
    return Reply(minutes, "minutes") if isinstance(minutes, Message) else chair.set_clock(minutes)


def _set_pin(chair: Chair, _lang: str, typed: Typed) -> Reply:
    pin = readers.pin(typed["pin"])
    return Reply(pin, "pin") if isinstance(pin, Message) else chair.lock(pin)


def _rewind(chair: Chair, lang: str, typed: Typed) -> Reply:
    turn, dice = readers.turn(chair.console, typed["turn"]), readers.dice(lang, typed["dice"])
    if isinstance(turn, Message):
        return Reply(turn, "turn")
    if isinstance(dice, Message):
        return Reply(dice, "dice")
    return chair.do(Rewind(turn, fresh=dice == "fresh"))


def _branch(chair: Chair, lang: str, typed: Typed) -> Reply:
    turn, dice = readers.turn(chair.console, typed["turn"]), readers.dice(lang, typed["dice"])
    if isinstance(turn, Message):
        return Reply(turn, "turn")
    if isinstance(dice, Message):
        return Reply(dice, "dice")
    return chair.branch(turn, fresh=dice == "fresh")


_DOES: dict[str, Callable[[Chair, str, Typed], Reply]] = {
    "compose": _compose,
    "argue": _argue,
    "adjust": _adjust,
    "note": _note,
    "set_clock": _set_clock,
    "rewind": _rewind,
    "branch": _branch,
    "set_pin": _set_pin,
}
