"""What can be asked at ENDEX, and what each number of the result is made of: as data, for both front ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.game.ending import Aim, Deed, Ground, Result, TeamResult
from engine.game.view import Change, Played, Term
from engine.language.messages import Message
from tui.gauges import starts_of
from tui.joined import places_of
from tui.review import became, decided
from tui.widgets.names import PART
from tui.words import turn_name

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import View, Words

SCORE, METER = "score", "meter"
"""The key about the score as such, and what keys of meters begin with."""


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


Piece = Sentence | Number | Aim | Term | Doing
Block = tuple[Piece, ...]
"""What is read in one go; blocks stand apart."""


@dataclass(frozen=True, slots=True)
class Account:
    """How a number came about."""

    title: tuple[Words, ...]
    blocks: tuple[Block, ...]


def part_key(result: TeamResult, part: str) -> str:
    """Return by which key a part of a team's score is asked about."""
    return f"part/{result.team}/{part}"


def deed_key(result: TeamResult, n: int) -> str:
    """Return by which key the `n`th order of a team is asked about."""
    return f"deed/{result.team}/{n}"


def meter_key(meter: str) -> str:
    """Return by which key a meter is asked about."""
    return f"{METER}/{meter}"


def questions(view: View, result: Result) -> Iterator[tuple[Words | None, list[Question]]]:
    """Yield what can be asked about, each group under its heading: the score, each team, then all meters."""
    yield None, [Question(SCORE, (Message.of("screen.result.how"),))]
    for team in result.teams:
        deeds = enumerate(team.deeds) if team in decided(result) else ()
        yield (
            team.name,
            [
                *(_part_question(team, part) for part in PART if part in team.parts),
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


def _part_question(team: TeamResult, part: str) -> Question:
    return Question(part_key(team, part), (PART[part],), _whole(team.parts[part]))


def _whole(number: float) -> Message:
    return Message.of("screen.moved.value", n=round(number))


def _worth(deed: Deed) -> Message | None:
    worth = deed.expected
    return None if worth is None else Message.of("plain.number", number=round(worth, 1) or 0.0)


def account(view: View, result: Result, key: str) -> Account:
    """Return how the number came about that a key stands for, meters aside; for any other key, the score as such."""
    for team in result.teams:
        for part in team.parts:
            if key == part_key(team, part):
                return _of_part(view, team, part)
        for n, deed in enumerate(team.deeds):
            if key == deed_key(team, n):
                return _of_deed(view, team, deed)
    return _of_score()


def _of_score() -> Account:
    """Tell how each part of a score is reckoned."""
    parts = [
        (Sentence((name,), "head"), Sentence((Message.of(f"screen.part.{part}.about"),), "under"))
        for part, name in PART.items()
    ]
    return Account((Message.of("screen.result.how"),), (tuple(line for lines in parts for line in lines),))


def _of_part(view: View, team: TeamResult, part: str) -> Account:
    """Tell what a part of a team's score measures, and every number in it with its ledger."""
    about = Sentence((Message.of(f"screen.part.{part}.about"),), "quiet")
    aims = team.objectives if part == "objectives" else ()
    grounds = ((_number(view, each),) for each in team.grounds.get(part, ()))
    blocks: tuple[Block, ...] = ((about,), aims, *grounds)
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
