"""The bulletin as lines: the orders that mattered most, and every meter that moved, with its reasons."""

from collections.abc import Iterable, Sequence

from engine.game.talk import Story
from engine.game.view import Bulletin, Change, FrontPage, Played, View, Words
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.gauges import silence_of, sources_of, story_starts, unmoved_of
from tui.joined import carrying, hidden_in, is_spent, strongest, together
from tui.means import BUDGET, HOURS
from tui.plain.detail import term_line
from tui.plain.naming import called
from tui.plain.page import INDENT, columns, said, wrap
from tui.rules import behind
from tui.words import SHOWN, crossed_of, goes_on, heard_by, listeners, moment_of, span_of, told, turn_name, turn_title

FEW_ORDERS = 3
_MEANS = tuple(Message.of(f"means.{each}") for each in (HOURS, BUDGET))  # of a team
FEW_CHANGES = 8
_FEW_REASONS = 3
_DEEP = "     "


def orders(bulletin: Bulletin, view: View, lang: str, *, more: Message | None) -> list[str]:
    """Tell one turn of a view: its date, the orders, and who lost control.

    `more` is the command that shows the rest when only the three that mattered most are told, or all of the
    reader's own team if these are more; None tells all.
    """
    lines = wrap(say(lang, _turn(bulletin)))
    stands = goes_on(bulletin)
    lines += said(lang, stands) if stands else []
    few = max(FEW_ORDERS, sum(played.team == view.team for played in bulletin.orders))
    shown = bulletin.orders[:few] if more else bulletin.orders
    lines += _listed(shown, view, lang)
    if not bulletin.orders:
        lines += said(lang, Message.of("plain.no_orders"))
    if more and len(bulletin.orders) > len(shown):
        lines += said(lang, Message.of("plain.more_orders", n=len(bulletin.orders) - len(shown), word=more))
    return lines + _crossed(bulletin, lang) + _struck(bulletin, lang)


def front(pages: Sequence[FrontPage], lang: str) -> list[str]:
    """Tell the turns as the press of each side prints them."""
    lines: list[str] = []
    for page in pages:
        lines += said(lang, page.paper) + said(lang, page.headline, indent=_DEEP)
        lines += [line for each in page.lines for line in wrap(say(lang, each), first=_DEEP + "- ", rest=_DEEP + "  ")]
    return lines


def own_orders(view: View, lang: str) -> list[str]:
    """Tell what came of the team's own orders, turn by turn, and which red lines of its own it crossed."""
    lines: list[str] = []
    for each in view.bulletins:
        mine = [played for played in each.orders if played.team == view.team]
        if mine:
            lines += said(lang, goes_on(each) or Message.of("plain.own_orders", turn=turn_name(each.turn)))
            lines += _listed(mine, view, lang)
        lines += _crossed(each, lang)
    return lines


def compact(bulletin: Bulletin, lang: str) -> list[str]:
    """Tell one turn in few lines: for exercises that only bots play."""
    lines = wrap(say(lang, _turn(bulletin)))
    lines += [line for played in bulletin.orders[:FEW_ORDERS] for line in order_line(played, lang)]
    moved = _most(bulletin.changes)[:FEW_ORDERS]
    named = tuple(Message.of("plain.moved", name=_as_text(lang, each), by=each.after - each.before) for each in moved)
    lines += said(lang, Message.of("plain.moved_most", moved=named)) if named else []
    return lines + _struck(bulletin, lang)


def changes(bulletins: Sequence[Bulletin], lang: str, *, more: Message | None) -> list[str]:
    """Tell every meter before, after and why over the turns of the bulletins.

    `more` is the command that shows the rest when only those that moved most are told; None tells all.
    """
    merged = together(bulletins)
    moved = [change for change in _most(merged) if abs(change.after - change.before) >= SHOWN]
    shown = moved[:FEW_CHANGES] if more else _most(merged)
    if not shown:
        return said(lang, Message.of("plain.nothing_moved"))
    span = said(lang, Message.of("plain.moved_span", span=span_of(bulletins)))
    head = [say(lang, Message.of(f"plain.column.{name}")) for name in ("meter", "before", "after", "why")]
    lines = span + columns(list(zip(head, _WIDTHS, strict=True)), first=INDENT)
    for change in shown:
        lines += columns(list(zip(_row(change, lang), _WIDTHS, strict=True)), first=INDENT)
    if more and len(moved) > len(shown):
        lines += said(lang, Message.of("plain.more_changes", n=len(moved) - len(shown), word=more))
    return lines


def why(view: View, lang: str, typed: str) -> list[str]:
    """Tell why a meter moved, turn by turn, newest first; or which meters there are to ask about."""
    named = meters(view)
    if not named:
        return said(lang, Message.of("plain.no_history"))
    found = called(typed, lang, named)
    if len(found) != 1:
        code = ("plain.which_meter" if found else "plain.no_meter") if typed else "plain.ask_meter"
        names = [name for key, name in named if key in found or not found]
        among = dict.fromkeys(told(lang, each) for each in ([*names, *_MEANS] if view.team and not found else names))
        question = said(lang, Message.of(code, typed=Text.said_back(typed)))
        return question + [line for name in among for line in wrap(name, first="  - ", rest=_DEEP)]
    rows = view.history.get(found[0], ())
    gauge = next((each for each in view.gauges if each.meter == found[0]), None)
    story = next((each for each in view.stories if _heat(each) == found[0]), None)
    lines = wrap(told(lang, gauge.about), first=INDENT, rest=INDENT) if gauge and gauge.about else []
    silent = silence_of(story) if story and not view.ended else []
    lines += said(lang, *silent, story.about, *story_starts(story)) if story else []
    lines += [line for each in (sources_of(gauge) if gauge else ()) for line in said(lang, each)]
    if not rows:
        return lines + said(lang, unmoved_of(gauge))
    return lines + ledger(rows, lang)


def meters(view: View) -> list[tuple[str, Words]]:
    """Return the numbers that can be asked about, each with its name."""
    named: list[tuple[str, Words]] = [(meter, rows[-1][1].name) for meter, rows in view.history.items() if rows]
    told_of = {meter for meter, _ in named}
    heats = [(_heat(each), Message.of("meter.heat", story=each.name)) for each in view.stories]
    still: list[tuple[str, Words]] = [*((each.meter, each.name) for each in view.gauges), *heats]
    return named + [(meter, name) for meter, name in still if meter not in told_of]


def _heat(story: Story) -> str:
    return f"{story.narrative}.heat"


def ledger(rows: Sequence[tuple[int, Change]], lang: str) -> list[str]:
    """Tell what moved a number, turn by turn, the newest first, and that it is all that did so."""
    head = said(lang, Message.of("ledger.all")) if rows else []
    return head + [line for turn, change in reversed(rows) for line in _explained(turn, change, lang)]


_WIDTHS = (26, 7, 7, 32)


def _turn(bulletin: Bulletin) -> Message:
    code = "plain.turn" if bulletin.turn else "plain.turn_before"
    return Message.of(code, turn=bulletin.turn, moment=moment_of(bulletin.moment))


def _as_text(lang: str, change: Change) -> Text:
    return Text.of(told(lang, change.name))


def _title(played: Played, lang: str) -> Message:
    code = "plain.played" if played.target_name is None else "plain.played_at"
    target = Text.of("" if played.target_name is None else told(lang, played.target_name))
    return Message.of(code, team=played.team_name, card=played.card_name, target=target)


def order_line(played: Played, lang: str) -> list[str]:
    """Tell an order and what came of it."""
    outcome = Message.of(f"outcome.{played.outcome}")
    return said(lang, Message.of("plain.played_line", order=_title(played, lang), outcome=outcome))


def _listed(orders: Iterable[Played], view: View, lang: str) -> list[str]:
    """Tell orders by number, and below one with which the team listened when it will know what it heard."""
    listening, lines = listeners(view), []
    for number, played in enumerate(orders, 1):
        lines += _played(number, played, lang)
        if heard_by(played, listening):
            lines += said(lang, Message.of("screen.bulletin.listening"), indent=_DEEP)
    return lines


def _played(number: int, played: Played, lang: str) -> list[str]:
    outcome = Message.of(f"outcome.{played.outcome}")
    check = Message.of(
        _check_code(played),
        success=played.success,
        partial=played.partial,
        backfire=played.backfire,
        roll=played.roll or 0,
        outcome=outcome,
    )
    lines = wrap(say(lang, _title(played, lang)), first=f"{number:>3}. ", rest=_DEEP)
    lines += said(lang, check, indent=_DEEP)
    if played.roll is not None and played.terms:
        made = tuple(term_line(term) for term in played.terms)
        lines += said(lang, Message.of("plain.odds_were_made", reasons=made), indent=_DEEP)
    lines += said(lang, Message.of("screen.bulletin.asked"), indent=_DEEP) if played.asks else []
    if played.leaked:
        lines += said(lang, Message.of("screen.outcome.leaked"), indent=_DEEP)
    did = tuple(
        Message.of("plain.moved", name=Text.of(told(lang, name)), by=by)
        for name, by in played.changes
        if abs(by) >= SHOWN
    )
    if did:
        lines += said(lang, Message.of("plain.did", changes=did), indent=_DEEP)
    cut = (Message.of("plain.beyond", name=name, n=much) for name, much in played.beyond if much >= SHOWN)
    lines += said(lang, *cut, indent=_DEEP)
    return lines


def _check_code(played: Played) -> str:
    """Return how an outcome is told: with its draw, without chance, or without the odds that only others know."""
    if played.roll is not None:
        return "plain.rolled"
    return "plain.unchecked" if played.success else "plain.outcome"


def _crossed(bulletin: Bulletin, lang: str) -> list[str]:
    return said(lang, *crossed_of(bulletin.crossed))


def _struck(bulletin: Bulletin, lang: str) -> list[str]:
    lines = []
    for struck in bulletin.struck:
        lines += said(lang, Message.of("plain.struck", team=struck.team, what=struck.what))
        if struck.weighed:
            lines += said(lang, Message.of("plain.because", reasons=struck.weighed), indent=_DEEP)
    return lines


def _most(found: Iterable[Change]) -> list[Change]:
    """Put what moved most first, and last the means that were spent."""
    return sorted(found, key=lambda each: (is_spent(each), -abs(each.after - each.before), each.meter))


def _row(change: Change, lang: str) -> tuple[str, str, str, str]:
    causes, left, amount = strongest(change, _FEW_REASONS)
    parts = tuple(Message.of("plain.reason", cause=reason.cause, amount=reason.amount) for reason in causes)
    if left:
        parts += (Message.of("reasons.more", n=left, amount=amount),)
    before, after = (say(lang, Message.of("plain.number", number=each)) for each in (change.before, change.after))
    reasons = say(lang, Message.of("plain.reasons", reasons=parts)) if parts else ""
    return told(lang, change.name), before, after, reasons


def _explained(turn: int, change: Change, lang: str) -> list[str]:
    head = Message.of(
        "plain.change", turn=turn_title(turn), name=_as_text(lang, change), before=change.before, after=change.after
    )
    lines = said(lang, head)
    for reason in carrying(change):
        row = Message.of("plain.reason_row", cause=reason.cause, amount=reason.amount)
        if at := behind(reason):
            row = Message.of("plain.reason_at", row=row, at=at)
        lines += wrap(say(lang, row), first=_DEEP, rest=_DEEP + "      ")
    small = hidden_in(change)
    return lines + (said(lang, Message.of("reasons.small", n=small), indent=_DEEP) if small else [])
