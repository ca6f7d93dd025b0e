"""What the facilitator sees, as lines: the MSEL, the teams, notes and interventions, what may come."""

from engine.game.console import Console, Desk, Entry
from engine.game.ending import Observation
from engine.game.view import SeatLine, View, Words
from engine.language.catalogue import between, say
from engine.language.messages import Message
from engine.tools.forecast import Outlook, widest
from tui.facilitator.words import (
    Act,
    acts_of,
    addressed_of,
    became_of,
    brief_of,
    clock_of,
    dated_of,
    facts_of,
    log_of,
    nothing_on,
)
from tui.fans import lost_then, range_of
from tui.plain import heard, room
from tui.plain.cards import listed
from tui.plain.page import INDENT, columns, said, wrap
from tui.timing import RoundClock
from tui.words import chance_of, left_of, sits_of, team_of, told

_DEEP = "    "
_NAME, _STATE = 46, 24


def status(console: Console, timer: RoundClock, lang: str) -> list[str]:
    """Say how the room is run, in fewer words where all of them do not fit on one line."""
    clock = () if console.public.ended else (clock_of(timer),)
    facts = (*clock, *facts_of(console))
    whole, brief = (said(lang, Message.of("plain.status", facts=each)) for each in (facts, tuple(map(brief_of, facts))))
    return whole if len(whole) == 1 else brief


def msel(console: Console, lang: str) -> list[str]:
    """List every inject, turn by turn."""
    lines: list[str] = []
    turn: int | None = -1
    for entry in console.msel:
        if entry.turn != turn:
            turn = entry.turn
            code = "no_date" if turn is None else "turn_now" if turn == console.public.turn else "turn"
            lines += ["", *said(lang, Message.of(f"msel.{code}", turn=turn or 0), indent="")]
        lines += columns(((told(lang, entry.name), _NAME), (say(lang, became_of(entry)), _STATE)), first=INDENT)
    return lines or said(lang, Message.of("msel.none"))


def inject(entry: Entry, lang: str) -> list[str]:
    """Give all of an inject."""
    lines = wrap(told(lang, entry.name)) + said(lang, dated_of(entry), addressed_of(entry))
    lines += wrap(told(lang, entry.sender), first=INDENT, rest=INDENT) if entry.sender else []
    return lines + wrap(entry.text.in_language(lang), first=INDENT, rest=INDENT)


def teams(console: Console, lang: str) -> list[str]:
    """Give every team with its orders, sealed or not."""
    seats = {line.team: line for line in console.public.table}
    return [line for desk in console.desks for line in _team(desk, seats[desk.team], lang, decides=console.decides)]


def _team(desk: Desk, seat: SeatLine, lang: str, *, decides: bool) -> list[str]:
    state = sits_of(seat.seat)
    if seat.human and decides:
        state = Message.of("screen.handover.sealed" if desk.sealed else "screen.handover.waits")
    lines = ["", *columns(((told(lang, team_of(seat)), _NAME), (say(lang, state), _STATE)))]
    numbers = {card.number: card for card in listed(desk.view)}
    for choice in desk.view.tray:
        name = between(told(lang, part) for part in (choice.name, choice.target_name) if part is not None)
        row = ((numbers[choice.number].mark(choice), 4), (name, _NAME), (say(lang, chance_of(choice.odds)), 20))
        lines += columns(row, first=INDENT)
        reason = desk.view.rationales.get(choice.card)
        lines += wrap(told(lang, reason), first=_DEEP, rest=_DEEP) if reason else []
        if slip := desk.view.slips.get(choice.card):
            lines += said(lang, Message.of("tray.slip", text=slip), indent=_DEEP)
    if seat.human and decides and not desk.view.tray:
        lines += said(lang, nothing_on(desk))
    if desk.returned:
        lines += said(lang, Message.of("desks.returned", cards=desk.returned))
    if seat.human and decides:
        lines += said(lang, left_of(desk.view.purse))
    return lines


def seen(view: View, lang: str) -> list[str]:
    """Give what a team sees in its room."""
    parts = (room.situation, heard.inbox, heard.stories, room.standing, room.objectives, room.cards, room.tray)
    return [line for part in parts for line in ["", *part(view, lang)]]


def log(console: Console, lang: str) -> list[str]:
    """Give notes and interventions, the latest turn first; at ENDEX, before them what is for the hot wash."""
    flagged, acts = log_of(console.notes, console.interventions, ended=console.public.ended)
    lines = [_told(act) for act in acts]
    if flagged:
        first = [Message.of("log.hot_wash"), *map(_noted, flagged)]
        lines = [*first, *([Message.of("log.rest"), *lines] if lines else [])]
    return said(lang, *(lines or [Message.of("log.none")]))


def acts(console: Console, turn: int, lang: str) -> list[str]:
    """Give what the facilitator did in a turn and noted of it, in order; nothing where there is nothing."""
    found = [_told(act) for act in acts_of(console.notes, console.interventions) if act.turn == turn]
    return ["", *said(lang, Message.of("replay.facilitator"), *found)] if found else []


def _told(act: Act) -> Message:
    if isinstance(act.said, Observation):
        return _noted(act.said)
    return Message.of("plain.note", turn=act.turn, text=act.said)


def _noted(note: Observation) -> Message:
    about = tuple(each for each in (note.team, note.inject) if each)
    code = "plain.note_flagged" if note.hot_wash else "plain.note"
    said_so = Message.of("plain.note_about", about=about, text=note.text) if about else note.text
    return Message.of(code, turn=note.turn, text=said_so)


def ahead(outlook: Outlook, console: Console, name: Words | None, lang: str) -> list[str]:
    """Say how the risk may go on for the team in the greatest danger, and what an inject would do."""
    fan = widest(outlook.fans)
    team = next(desk.name for desk in console.desks if desk.team == fan.team)
    lines = said(lang, Message.of("fan.of", team=team))
    for at, turn in enumerate(fan.turns):
        risk = range_of(fan.low[at], fan.high[at])
        row = Message.of("plain.fan", turn=turn, risk=risk, share=round(fan.lost[at]))
        lines += said(lang, row, indent=_DEEP)
    lines += said(lang, Message.of("fan.lost", share=round(fan.lost[-1])))
    fired = next((each for each in outlook.fans_if_fired if each.team == fan.team), None)
    if name is not None and outlook.refused:
        lines += said(lang, Message.of("fan.refused", inject=name, reason=outlook.refused))
    if name is not None and fired is not None:
        lines += said(lang, Message.of("fan.if_fired", inject=name))
        lines += said(lang, lost_then(fan.lost[-1], fired.lost[-1]), indent=_DEEP)
        for each in outlook.effects:
            effect = Message.of("fan.effect", next_turn=each.next_turn, endex=each.endex)
            lines += columns(((told(lang, each.name), 40), (say(lang, effect), 32)), first=_DEEP)
    return lines + said(lang, Message.of("fan.about"))
