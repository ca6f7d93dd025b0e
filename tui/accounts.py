"""What can be asked at ENDEX, and what each number of the result is made of: as data, for both front ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.game.ending import Aim, Deed, Ground, Result, Step, TeamResult
from engine.game.view import Change, Played, Term
from engine.language.messages import Message
from engine.text import Text
from tui.gauges import starts_of
from tui.joined import places_of
from tui.review import became, decided, foreseen_steps, judged_steps
from tui.widgets.names import PART
from tui.words import turn_name

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import View, Words

SCORE, TABLE, METER = "score", "table", "meter"
"""The keys about the score as such and about that of all together, and what keys of meters begin with."""
TOTAL, JUDGEMENT, FORECASTS = "total", "judgement", "forecasts"
"""What can be asked of a team beside the parts of its score."""


_TOTAL, _JUDGEMENT = Message.of("why.total"), Message.of("screen.result.judgement")
_TOGETHER = Message.of("why.together")
_NAMED = {TOTAL: _TOTAL, JUDGEMENT: _JUDGEMENT, FORECASTS: Message.of("result.written")}


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask about, under a heading: what it is called, of several parts, and its number where it has one."""

    key: str
    name: tuple[Words, ...]
    number: Message | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that is said, of parts that stand beside each other.

    `tone` is "text", "quiet", "head", "under" for what stands below a head, or what became of an order.
    """

    words: tuple[Words, ...]
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that another is made of, where it starts in the scenario, and what moved it, turn by turn."""

    name: Words
    value: Message
    starts: tuple[Message, ...]
    rows: tuple[tuple[int, Change], ...]


@dataclass(frozen=True, slots=True)
class Doing:
    """What an order did, as the bulletin of its turn told of it."""

    order: Played


Piece = Sentence | Step | Number | Aim | Term | Doing
Block = tuple[Piece, ...]
"""What is read in one go; blocks stand apart."""


@dataclass(frozen=True, slots=True)
class Account:
    """How a number came about."""

    title: tuple[Words, ...]
    blocks: tuple[Block, ...]


def part_key(result: TeamResult, part: str) -> str:
    """Return by which key a part of a team's score is asked about, or its total, its judgement, its forecasts."""
    return f"part/{result.team}/{part}"


def deed_key(result: TeamResult, n: int) -> str:
    """Return by which key the `n`th order of a team is asked about."""
    return f"deed/{result.team}/{n}"


def side_key(n: int) -> str:
    """Return by which key the score of the `n`th side is asked about."""
    return f"{TABLE}/side{n + 1}"


def meter_key(meter: str) -> str:
    """Return by which key a meter is asked about."""
    return f"{METER}/{meter}"


def questions(view: View, result: Result) -> Iterator[tuple[Words | None, list[Question]]]:
    """Yield what can be asked about, each group under its heading: scores, each team, then all meters."""
    whole = [] if result.together is None else [Question(TABLE, (_TOGETHER,), _whole(result.together[0]))]
    sides = [Question(side_key(n), (name,), _whole(score)) for n, (name, score, _) in enumerate(result.sides)]
    yield None, [Question(SCORE, (Message.of("screen.result.how"),))]
    yield Message.of("screen.result.sides"), [*whole, *sides]
    for team in result.teams:
        deeds = enumerate(team.deeds) if team in decided(result) else ()
        yield (
            team.name,
            [
                *_of_the_team(team),
                *(
                    Question(deed_key(team, n), (deed.card_name, turn_name(deed.turn)), _worth(deed))
                    for n, deed in deeds
                ),
            ],
        )
    last = {meter: moves[-1][1] for meter, moves in view.history.items() if moves}
    yield (
        Message.of("why.meters"),
        [Question(meter_key(meter), (change.name,), _whole(change.after)) for meter, change in last.items()],
    )


def _of_the_team(team: TeamResult) -> Iterator[Question]:
    yield Question(part_key(team, TOTAL), (_TOTAL,), _whole(team.score))
    for part in PART:
        if part in team.parts:
            yield Question(part_key(team, part), (PART[part],), _whole(team.parts[part]))
    judged = Message.of("reckon.judged", expected=team.expected, realised=team.realised)
    yield Question(part_key(team, JUDGEMENT), (_JUDGEMENT,), judged)
    if team.misjudged is not None:
        off = Message.of("reckon.figure", n=team.misjudged)
        yield Question(part_key(team, FORECASTS), (Message.of("result.written"),), off)


def _whole(number: float) -> Message:
    return Message.of("screen.moved.value", n=round(number))


def _worth(deed: Deed) -> Message | None:
    worth = deed.expected
    return None if worth is None else Message.of("plain.number", number=round(worth, 1) or 0.0)


def account(view: View, result: Result, key: str) -> Account:
    """Return how the number came about that a key stands for, meters aside; for any other key, the score as such."""
    asked = (_asked_of_team(view, team, key) for team in result.teams)
    return _of_scores(result, key) or next((each for each in asked if each), None) or _of_score()


def _of_scores(result: Result, key: str) -> Account | None:
    """Tell how the score of all together or of a side is made of those of its teams."""
    if key == TABLE and result.together is not None:
        score, grade = result.together
        rule = Message.of("screen.result.rule_together")
        title = Message.of("result.together", score=score, grade=Text.of(grade))
        return Account((title,), ((Sentence((rule,), "quiet"),), result.whole))
    for n, (name, score, _) in enumerate(result.sides):
        if key == side_key(n):
            return Account((name, _whole(score)), (result.sides_reckoned[n],))
    return None


def _asked_of_team(view: View, team: TeamResult, key: str) -> Account | None:
    blocks: dict[str, tuple[Block, ...]] = {
        TOTAL: (team.total, *filter(None, map(_cap_of, team.red_lines))),
        JUDGEMENT: (judged_steps(team),),
        FORECASTS: (foreseen_steps(team),),
    }
    for what, named in _NAMED.items():
        if key == part_key(team, what):
            return Account((team.name, named), blocks[what])
    for part in team.parts:
        if key == part_key(team, part):
            return _of_part(view, team, part)
    for n, deed in enumerate(team.deeds):
        if key == deed_key(team, n):
            return _of_deed(view, team, deed)
    return None


def _of_score() -> Account:
    """Tell how each part of a score is reckoned."""
    parts = [
        (Sentence((name,), "head"), Sentence((Message.of(f"screen.part.{part}.about"),), "under"))
        for part, name in PART.items()
    ]
    return Account((Message.of("screen.result.how"),), (tuple(line for lines in parts for line in lines),))


def _written(aim: Aim) -> Block:
    """Say in which line of the scenario stands what an objective is worth."""
    places = places_of([aim.written] if aim.written else [])
    return tuple(Sentence((Message.of("aim.written", at=at),), "under") for at in places)


def _cap_of(line: Aim) -> Block:
    """Say of a red line at how many points it caps its side once it is crossed, and in which line of the scenario."""
    places = places_of([line.written] if line.written else [])
    cap = tuple(Sentence((Message.of("aim.cap", n=line.points, at=at),), "under") for at in places)
    return (Sentence((line.text,)), *cap) if cap else ()


def _of_part(view: View, team: TeamResult, part: str) -> Account:
    """Tell what a part of a team's score measures, and every number in it with its ledger."""
    about = Sentence((Message.of(f"screen.part.{part}.about"),), "quiet")
    aims = tuple(piece for aim in team.objectives for piece in (aim, *_written(aim))) if part == "objectives" else ()
    grounds = ((_number(view, each),) for each in team.grounds.get(part, ()))
    blocks: tuple[Block, ...] = ((about,), aims, team.reckoned.get(part, ()), *grounds)
    named = Message.of("why.part", name=PART[part], n=team.parts[part])
    return Account((team.name, named), tuple(block for block in blocks if block))


def _number(view: View, ground: Ground) -> Number:
    starts = tuple(starts_of(ground.starts_at))
    return Number(ground.name, _whole(ground.value), starts, tuple(view.history.get(ground.meter, ())))


def _of_deed(view: View, team: TeamResult, deed: Deed) -> Account:
    """Tell what an order was worth by the odds and as it came out, what made its odds, and what it did."""
    played = _played(view, team.team, deed)
    target = () if deed.target_name is None else (deed.target_name,)
    about: Block = (
        Sentence((team.name, *target, turn_name(deed.turn)), "quiet"),
        Sentence((became(deed),), deed.outcome),
    )
    worth: Block = (*(Sentence((each,)) for each in reckoned(deed)), *(played.terms if played else ()))
    did: Block = (Sentence((Message.of("why.did"),), "head"), Doing(played)) if played and played.changes else ()
    at: Block = tuple(Sentence((each,), "quiet") for each in places_of([deed.written] if deed.written else []))
    return Account((deed.card_name,), tuple(block for block in (about, worth, did, at) if block))


def reckoned(deed: Deed) -> list[Message]:
    """Say how the worth of an order comes about: its chances times what each outcome is worth, then what was drawn."""
    if deed.odds is None or deed.expected is None or deed.drawn is None:
        return [Message.of("why.unchecked")]
    (success, partial, backfire), (_, half, less) = deed.odds, deed.worth
    odds = Message.of(
        "why.by_odds", success=success, partial=partial, backfire=backfire, half=half, less=less, worth=deed.expected
    )
    return [odds, Message.of("why.as_drawn", worth=deed.drawn, luck=round(deed.drawn - deed.expected, 2) + 0.0)]


def _played(view: View, team: str, deed: Deed) -> Played | None:
    """Return an order as the bulletin of its turn told of it, if it did."""
    orders: Iterable[Played] = (
        order
        for told in view.past
        for bulletin in told.bulletins
        if bulletin.turn == deed.turn
        for order in bulletin.orders
    )
    wanted = (team, deed.card, deed.target_name, deed.outcome)
    return next((each for each in orders if (each.team, each.card, each.target_name, each.outcome) == wanted), None)
