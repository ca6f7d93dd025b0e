"""What a card binds its team to, and what it needs from others, in words."""

from collections.abc import Iterator, Mapping

import numpy as np

from engine.compiler.orders import PRICED
from engine.game.idle import idle_facts
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.needs import in_words
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import NONE
from engine.kernel.laying import waits
from engine.language.messages import Message, Value
from engine.scenario.cards import Card, Position
from engine.scenario.expressions import Expression

CROSSES, MAY_CROSS = "fact.crosses", "fact.may_cross"
"""Codes of what is told of a card that crosses a red line if it is laid now, for certain or on a condition."""
PRICE = "fact.price"
"""The code of what is told of a card that takes of its team's own meters."""
IN_PART = "fact.in_part"
"""The code of what is told of a card that raises a flag if it works, and does not if it works only in part."""


def facts(match: Match, team: str, option: int, still: Mapping[int, Expression]) -> tuple[Message, ...]:
    """What a team should know of one of its options before it lays it, beside its odds; `still` are those of `idle`."""
    card = match.scenario.cards[match.book.laid[option][1]]
    name = match.book.laid[option][1]
    lines = tuple(_red_lines(match, team, name))
    now = (*idle_facts(match, team, still), *_now(match, option))
    lines = (*lines, *_too_late(match, card), *_in_part(match, card), *_price(match, card))
    return (*lines, *_goes_on(match, card), *_pair(match, option, card), *_always(match, team, card), *now)


def _red_lines(match: Match, team: str, card: str) -> Iterator[Message]:
    """The red lines of its own that a team crosses by laying a card now; where it cannot tell, with the condition."""
    book, knows = match.book, Knowledge(match, team)
    for name, line in match.scenario.teams[team].red_lines.items():
        if card not in line.cards:
            continue
        values: dict[str, Value] = {"line": line.text, "points": round(line.cap)}
        if line.when is not None and not knows.judges(line.when, team):
            yield Message.of(MAY_CROSS, needs=in_words(match.scenario, line.when, team, knows.stories), **values)
            continue
        when = book.scoring.red_lines.when[book.scoring.red_lines.names.index((team, name))]
        if when == NONE or evaluate(book.expressions[when], match.state)[0]:
            yield Message.of(CROSSES, **values)


def _too_late(match: Match, card: Card) -> Iterator[Message]:
    """A card of the last round that does nothing before ENDEX: what it brings comes later, or helps the next round."""
    left = match.book.turns - match.turn
    late = [effect.after > left or effect.reveal is not None or effect.prepare is not None for effect in card.effects]
    if match.decisions_left == 1 and late and all(late):
        yield Message.of("fact.too_late")


def _in_part(match: Match, card: Card) -> Iterator[Message]:
    """What a card brings about if it works, and not if it works only in part: flags that success alone raises."""
    raised = {outcome: _raised(card, outcome) for outcome in ("success", "partial")}
    lacking = [flag for flag in raised["success"] if flag not in raised["partial"]]
    if lacking and card.chance != "certain":
        yield Message.of(IN_PART, flags=tuple(match.scenario.flags[flag].name for flag in lacking))


def _raised(card: Card, outcome: str) -> list[str]:
    """The flags that an outcome raises."""
    return list(dict.fromkeys(each.raise_ for each in card.effects if each.raise_ and each.happens_on(outcome)))


def _price(match: Match, card: Card) -> Iterator[Message]:
    """What an order takes of the team's own meters, and how much more of them if it backfires."""
    more, paid = match.book.number["backfire_price"], []
    for name in PRICED:
        by = float(getattr(card.price, name))
        if by:
            code = "price.paid" if card.chance == "certain" else "price.paid_or"
            paid.append(Message.of(code, meter=Message.of(f"price.{name}"), n=by, worse=by * more))
    if paid:
        yield Message.of(PRICE, paid=tuple(paid))


def _goes_on(match: Match, card: Card) -> Iterator[Message]:
    """A card that stands is paid again in every turn that the round spans, the last one to ENDEX."""
    if card.stands and match.span > 1:
        yield Message.of("fact.stands_endex" if match.decisions_left == 1 else "fact.stands", n=match.span)


def _pair(match: Match, option: int, card: Card) -> Iterator[Message]:
    book, scenario, half = match.book, match.scenario, match.book.options.half[option]
    if card.pair is not None and half != NONE:
        others = np.flatnonzero(np.isin(book.options.half, np.flatnonzero(book.pairs.meet[half])))
        holders = dict.fromkeys(book.laid[other][0] for other in others.tolist())
        names = tuple(scenario.teams[team].name for team in scenario.teams if team in holders)
        yield Message.of("fact.pair", card=scenario.cards[card.pair].name, teams=names)


def _always(match: Match, team: str, card: Card) -> Iterator[Message]:
    if card.position is not None:
        yield _binds(match, card.position, public=card.visible == "public")
        yield from _broken(match, team, card.position)
    if card.treats is not None:
        yield Message.of(f"fact.{card.treats}")
    if card.form == "post" and any(effect.spread > 1 for effect in card.effects):
        yield Message.of("fact.post")
    if card.peacetime == "only":
        yield Message.of("refused.peacetime")


def _binds(match: Match, position: Position, *, public: bool) -> Message:
    """Say for how many turns a position binds, if it is taken now; never for more than are left."""
    if position.lasts > match.book.turns - match.turn:
        return Message.of("fact.position_endex" if public else "fact.promise_endex")
    return Message.of("fact.position" if public else "fact.promise", n=position.lasts)


def _broken(match: Match, team: str, position: Position) -> Iterator[Message]:
    scenario = match.scenario
    if position.broken_by:
        yield Message.of("fact.broken_by", cards=tuple(scenario.cards[card].name for card in position.broken_by))
    if position.broken_when is not None:
        yield Message.of("fact.broken_when", needs=in_words(scenario, position.broken_when, team, match.told()))


def _now(match: Match, option: int) -> Iterator[Message]:
    """What holds while policy is as unclear as it is now, or since the card was prepared."""
    if match.state.prepared[0, match.book.options.held[option]]:
        yield Message.of("fact.prepared")
    elif waits(match.book, match.state, np.zeros(1, dtype=np.int64), np.array([option]))[0]:
        yield Message.of("fact.waits")
