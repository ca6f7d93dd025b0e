"""The public board as lines: what its screen shows, for a screen reader or a slow line."""

from collections.abc import Sequence

from engine.game.reports import Curve, Played
from engine.game.view import Letter, SeatLine, View
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.plain.bulletin import front, order_line
from tui.plain.curves import curves
from tui.plain.heard import story_line
from tui.plain.page import INDENT, said, wrap
from tui.plain.result import sides
from tui.plain.room import gauges
from tui.posted import body_of, endex_of, fresh_of, hottest, is_seen, latest, mattered, polls_title, stated, truths
from tui.talk import pledge_of
from tui.words import moment_of, sits_of, team_of, turn_of, turn_title

_DEEP = "    "


def head(view: View, lang: str) -> list[str]:
    """Say which exercise it is, how far it is, and in the end what each side came to."""
    when = say(lang, Message.of("plain.moment", turn=turn_of(view), moment=moment_of(view.moment)))
    lines = ["", *wrap(say(lang, Message.of("plain.heading", title=view.title)))]
    lines += wrap(when[:1].upper() + when[1:], first=INDENT, rest=INDENT)
    lines += said(lang, Message.of(endex_of(view))) if view.ended else []
    lines += said(lang, Message.of("plain.board.held")) if view.ended and not view.result else []
    return lines + (sides(view.result, lang) if view.result else [])


def sections(view: View, lang: str) -> list[str]:
    """Tell what has happened and how it stands, each part below its heading."""
    news = [] if view.peacetime else [line for each in latest(view) for line in _letter(each, lang)]
    before = wrap((view.peacetime or view.summary).in_language(lang), first=INDENT, rest=INDENT)
    nobody = said(lang, Message.of("board.no_positions")) if view.turn else []
    courses = [Curve("", Message.of("meter.published", name=poll.name), poll.course) for poll in view.polls]
    found = (
        ("board.retaken", said(lang, view.retaken) if view.retaken else []),
        ("board.before", before if view.peacetime else []),
        ("plain.board.news", news),
        ("front.title", front(view.front, lang)),
        ("board.done", _done(mattered(view), lang)),
        ("board.positions", said(lang, *map(pledge_of, stated(view))) or nobody),
        ("board.stories", [line for each in hottest(view) for line in story_line(each, lang)] or _quiet(lang)),
        (polls_title(view), [*curves(courses, lang, "")[1:], *said(lang, *_truths(view))]),
        ("board.meters", gauges(view, lang, is_seen)),
        ("board.truth", gauges(view, lang, truths(view).__contains__)),
    )
    return [line for code, lines in found if lines for line in ["", *said(lang, Message.of(code), indent=""), *lines]]


def seats(view: View) -> dict[str, Message]:
    """Say of each team whether it has sealed, or who else sits there; at ENDEX nobody has anything to decide."""
    fresh = fresh_of(view)
    return {} if view.ended else {seated.team: _seat(seated, fresh) for seated in view.table}


def seals(view: View, wanted: Sequence[Message], lang: str) -> list[str]:
    """Tell of these seats, below how many have sealed."""
    people = [seated for seated in view.table if seated.human]
    many = Message.of("board.sealed", n=sum(seated.sealed for seated in people), all=len(people))
    anew = said(lang, Message.of("pin.anew_title"), indent="") if view.reopened and not view.ended else []
    shown = people and not view.ended
    return anew + (said(lang, many, indent="") if shown else []) + said(lang, *wanted)


def _seat(seated: SeatLine, fresh: frozenset[str]) -> Message:
    sits = sits_of(seated.seat)
    if seated.human:
        sits = Message.of("screen.handover.sealed" if seated.sealed else "screen.handover.waits")
    elif seated.team in fresh:
        sits = Message.of("seat.now", seat=sits)
    return Message.of("plain.board.seat", team=team_of(seated), sits=sits)


def _letter(letter: Letter, lang: str) -> list[str]:
    """Tell what reached everybody, below when, and who sent it."""
    code = "plain.letter_from" if letter.sender else "plain.letter"
    moment, turn = moment_of(letter.moment), turn_title(letter.turn)
    line = Message.of(code, moment=moment, name=letter.name, sender=letter.sender or Text.of(""), turn=turn)
    body = body_of(letter)
    return said(lang, line) + (wrap(body.in_language(lang), first=_DEEP, rest=_DEEP) if body else [])


def _truths(view: View) -> list[Message]:
    """Say at ENDEX of each opinion that was polled what the last poll said, and what people think in truth."""
    return [
        Message.of("board.truth_of", name=it.name, turn=it.turn, value=it.value, error=it.error, truth=it.truth)
        for it in view.polls
        if it.truth is not None
    ]


def _done(orders: Sequence[Played], lang: str) -> list[str]:
    return [line for order in orders for line in order_line(order, lang)]


def _quiet(lang: str) -> list[str]:
    return said(lang, Message.of("board.quiet"))
