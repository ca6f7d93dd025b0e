"""The gauges of a team: every meter that it knows, exactly, from a poll of its own or from one that was published."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.published import published
from engine.game.standing_view import former, trend
from engine.game.starts import start_of
from engine.game.view import Gauge, Group
from engine.game.words import meter_about, meter_name, meter_unit
from engine.kernel.rulebook import Rulebook
from engine.language.messages import Message


def gauges(knows: Knowledge) -> tuple[Gauge, ...]:
    """Every meter that is known, exactly or from a poll: own, opinions, the mission's and the world's."""
    known = (*_team_gauges(knows), *_opinions(knows), *_others(knows))
    return tuple(replace(each, starts_at=start_of(knows.match, each.meter)) for each in known)


def _exact(knows: Knowledge, meter: str, group: Group) -> Gauge:
    match = knows.match
    place = match.book.meters.index(meter)
    value, before = float(match.state.meters[0, place]), float(former(match).meters[0, place])
    return Gauge(
        meter=meter,
        group=group,
        name=meter_name(match.scenario, meter),
        unit=meter_unit(match.scenario, meter),
        value=round(value),
        error=None,
        trend=trend(value, before),
        as_of=match.turn,
        until=None,
        about=meter_about(match.scenario, meter),
    )


def _team_gauges(knows: Knowledge) -> Iterator[Gauge]:
    if knows.team is None:
        return
    for own in ("credibility", "clarity", "network", "backlog"):
        yield _exact(knows, f"{knows.team}.{own}", "team")
    at_work = [f"{knows.team}.{own}" for own in ("expectation", "file")]
    at_work += [f"{knows.team}.channel.{platform}" for platform in knows.match.scenario.teams[knows.team].channels]
    for meter in at_work:
        gauge = _exact(knows, meter, "team")
        if gauge.value:
            yield gauge


def _opinions(knows: Knowledge) -> Iterator[Gauge]:
    match, book = knows.match, knows.match.book
    for side in sorted(book.sides, key=lambda side: side != knows.side):
        for audience in match.scenario.audiences:
            meter = f"{audience}.{side}"
            if match.ended:
                yield _exact(knows, meter, "opinion" if side == knows.side else "others")
                continue
            read = _published(knows, meter)
            if knows.team is not None:
                column = book.audiences.index(audience) * len(book.sides) + book.sides.index(side)
                yield _closest(_poll(knows, meter, audience, column), read)
            elif read is not None:
                as_printed = published_error(book)
                yield replace(read, name=Message.of("meter.published", name=read.name), error=as_printed)


def _poll(knows: Knowledge, meter: str, audience: str, column: int) -> Gauge:
    match = knows.match
    team, listeners = match.book.teams.index(knows.team or ""), match.book.audiences.index(audience)
    polled = int(match.state.polled[0, team, listeners])
    value = float(match.state.polls[0, team, column])
    before = float(former(match).polls[0, team, column])
    return Gauge(
        meter=meter,
        group="opinion" if meter.endswith(f".{knows.side}") else "others",
        name=meter_name(match.scenario, meter),
        unit=None,
        value=round(value),
        error=poll_error(match.book, match.turn, polled),
        trend=trend(value, before),
        as_of=polled,
        until=_of_use(match, team, listeners),
        about=meter_about(match.scenario, meter),
    )


def _closest(own: Gauge, read: Gauge | None) -> Gauge:
    """What a team goes by: what it learnt itself, unless a poll that was published since errs less."""
    if read is None or own.error is None or read.error is None or own.error <= read.error:
        return own
    return replace(read, group=own.group, until=own.until)


def _published(knows: Knowledge, meter: str) -> Gauge | None:
    """What an institute has published of an opinion, if it has by now, and how far it may be off for today."""
    match, polls = knows.match, published(knows.match, meter)
    if not polls:
        return None
    (turn, value), (_, before) = polls[-1], polls[-2:][0]
    return Gauge(
        meter=meter,
        group="others",
        name=meter_name(match.scenario, meter),
        unit=None,
        value=value,
        error=poll_error(match.book, match.turn, turn),
        trend=trend(value, before),
        as_of=turn,
        until=None,
        about=meter_about(match.scenario, meter),
        published=True,
    )


def poll_error(book: Rulebook, turn: int, polled: int) -> int:
    """Return the largest error of a poll taken in turn `polled`, 0 for none: it widens, up to that of a guess."""
    number = book.number
    return round(min(number["poll_error"] + turn - polled, number["prior_error"]) if polled else number["prior_error"])


def published_error(book: Rulebook) -> int:
    """Return the error that an institute prints beside a poll: that of its day, whatever has come since."""
    return round(book.number["poll_error"])


def _of_use(match: Match, team: int, audience: int) -> int | None:
    """The last turn in which what a team heard of an audience is of use; None where it heard nothing, or long ago."""
    heard, lasts = int(match.state.heard[0, team, audience]), ceil(match.book.number["listening_lasts"])
    return min(heard + lasts - 1, match.book.turns) if heard and match.turn - heard < lasts else None


def _others(knows: Knowledge) -> Iterator[Gauge]:
    scenario = knows.match.scenario
    for meter in scenario.meters:
        if knows.reads(meter):
            yield _exact(knows, meter, "mission")
    yield _exact(knows, "freedom", "world")
    for meter in knows.match.book.meters:
        if meter.startswith("relations."):
            yield _exact(knows, meter, "world")
