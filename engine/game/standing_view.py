"""How a team stands: the situation in a line, stories, gauges and the risk of losing control, as it may know them."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.published import published
from engine.game.retaken import retaken
from engine.game.starts import start_of
from engine.game.view import Gauge, Group, Letter, Story
from engine.game.words import STAGES, meter_about, meter_name
from engine.kernel.kinds import NONE
from engine.kernel.rulebook import Rulebook
from engine.kernel.standing import hottest
from engine.kernel.state import State
from engine.language.messages import Message

BLOCKED = range(1, 4)
MOVES = 1.0


def former(match: Match) -> State:
    """Return the state to which trends compare: the last turn in which the table decided, as it stood for that."""
    return next((played.opened for played in reversed(match.history) if played.decided), match.before)


def trend(now: float, before: float, least: float = MOVES) -> int:
    """Return where a number is going: -1, 0 or 1."""
    return 0 if abs(now - before) < least else 1 if now > before else -1


def stories(match: Match, team: str | None) -> tuple[Story, ...]:
    """Every story that has been told, the hottest first."""
    told = match.told()
    book, state, then = match.book, match.state, former(match)
    side = book.sides.index(match.scenario.teams[team].side) if team else None
    mates = [place for place in range(len(book.teams)) if book.team_side[place] == side]
    found = []
    for place, name in enumerate(book.narratives):
        if name not in told:
            continue
        written, at = match.scenario.narratives[name], book.at.heat.start + place
        heat = float(state.meters[0, at])
        slant = float(state.slant[0, place, side]) if side is not None else 0.0
        found.append(
            Story(
                narrative=name,
                name=written.name,
                text=written.text,
                heat=round(heat),
                trend=trend(heat, float(then.meters[0, at])),
                stage=int(state.stage[0, place]),
                blocked=int(state.block[0, place]) in BLOCKED,
                hurts_us=slant > 0,
                helps_us=slant < 0,
                hurts=tuple(
                    match.scenario.sides[hurt].name
                    for at_side, hurt in enumerate(book.sides)
                    if at_side != side and state.slant[0, place, at_side] > 0
                ),
                answered=any(state.answered[0, mate, place] for mate in mates),
                about=_stages(book, int(state.stage[0, place])),
                starts_at=start_of(match, f"{name}.heat"),
                hurts_at=start_of(match, f"{name}.hurts"),
                by_us=team is not None and bool(state.answered[0, book.teams.index(team), place]),
            )
        )
    return tuple(sorted(found, key=lambda story: -story.heat))


def _stages(book: Rulebook, stage: int) -> Message:
    number = book.number
    return Message.of(
        "about.stages",
        stage=STAGES[stage],
        grassroots=number["stage_up_grassroots"],
        public=number["stage_up_public"],
        down=number["stage_down"],
        n=int(number["stage_turns"]),
    )


def situation(match: Match, team: str | None, inbox: tuple[Letter, ...]) -> tuple[Message, ...]:
    """What matters now, in a line: what was taken back, what is due, what hurts most; never nothing for a team."""
    back = retaken(match) if team is not None else None
    found = [*([back] if back else []), *([Message.of("situation.peacetime")] if match.turn == 0 else [])]
    if match.next_pace and match.next_pace != match.pace:
        found.append(Message.of(f"situation.then_{match.next_pace}"))
    if match.decides and match.decisions_left == 1:
        found.append(Message.of("situation.last_round"))
    returned = match.returned.get(team or "", ())
    if returned:
        cards = tuple(match.scenario.cards[order.card].name for order in returned)
        found.insert(0, Message.of("tray.returned", cards=cards))
    if team is not None:
        due = sum(
            letter.answer_by is not None
            and letter.answer_by >= match.turn
            and not letter.answered
            and bool(letter.answers)
            for letter in inbox
        )
        if due:
            found.append(Message.of("situation.due", n=due))
        side = match.book.sides.index(match.scenario.teams[team].side)
        story = int(hottest(match.book, match.state).story[0, side])
        if story != NONE and match.book.narratives[story] in match.told():
            written = match.scenario.narratives[match.book.narratives[story]]
            stage = STAGES[int(match.state.stage[0, story])]
            found.append(Message.of("situation.story", story=written.name, stage=stage))
    return tuple(found or ([_calm(match, team)] if team is not None else []))


def _calm(match: Match, team: str) -> Message:
    """Say what is the most talked of where nothing is due and no story hurts, or that nothing presses."""
    hottest_of_all = next(iter(stories(match, team)), None)
    if hottest_of_all is None or not hottest_of_all.heat:
        return Message.of("situation.calm")
    code = "situation.story_helps" if hottest_of_all.helps_us else "situation.story_other"
    return Message.of(code, story=hottest_of_all.name, stage=STAGES[hottest_of_all.stage])


def gauges(knows: Knowledge) -> tuple[Gauge, ...]:
    """Every meter that is known, exactly or from a poll: own, opinions, the mission's and the world's."""
    known = (*_team_gauges(knows), *_opinions(knows), *_others(knows))
    return tuple(replace(each, starts_at=start_of(knows.match, each.meter)) for each in known)


def _exact(knows: Knowledge, meter: str, group: Group) -> Gauge:
    match = knows.match
    place = match.book.meters.index(meter)
    value, before = float(match.state.meters[0, place]), float(former(match).meters[0, place])
    own = match.scenario.meters.get(meter)
    return Gauge(
        meter=meter,
        group=group,
        name=meter_name(match.scenario, meter),
        unit=own.unit if own else None,
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
