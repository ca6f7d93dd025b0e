"""Front pages: the turns since the last decision as the press of each side tells them.

The press knows what the public knows, at ENDEX too. What it makes of that follows from what happened alone: what
matters most comes first, and each side dwells on its own success and on what went wrong for others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from engine.game.bulletins import known_orders
from engine.game.course import Turn
from engine.game.incidents import incidents
from engine.game.knowledge import Knowledge, Ordered
from engine.game.view import Bulletin, Change, FrontPage
from engine.game.words import STAGES
from engine.kernel.kinds import OUTCOMES
from engine.kernel.parley import turn_of
from engine.language.messages import Message, Value
from engine.scenario.openness import may_read
from engine.scenario.scenario import Scenario

LINES = 2
"""Pieces of news below a headline."""
HOT, COOLER = 60, 15
"""From this heat on a story is news by itself; it is so too when it has lost so many points. Our choice."""
WORTH = {
    "lost": 100.0, "agreed": 80.0, "leaked": 75.0, "broken": 70.0, "stage": 55.0, "stated": 45.0, "inject": 42.0,
    "backfire": 40.0, "success": 32.0, "hot": 28.0, "cooled": 24.0, "partial": 12.0, "still": 4.0,
}  # fmt: skip
"""What a piece of news is worth to a press that has no side."""
BIAS = {
    ("success", "own"): 1.25, ("success", "other"): 0.8, ("backfire", "own"): 0.75, ("backfire", "other"): 1.25,
    ("broken", "own"): 0.7, ("broken", "other"): 1.2, ("leaked", "own"): 0.7, ("leaked", "other"): 1.2,
    ("agreed", "own"): 1.1, ("stated", "own"): 1.2,
}  # fmt: skip
"""How much more, or less, it is worth to the press of the side whose doing it was, and to that of others."""
LOUD = {"success": 2, "backfire": 2, "still": 3, "quiet": 3}
"""Kinds of news with several wordings, so that two turns do not read the same."""
NUDGED, ACROSS = 6.0, 60.0
"""What a public meter is worth that hardly moved, and one that went from one end of its range to the other."""
PER_HOUR, LONG = 0.5, 10.0
"""What an order is worth more for each hour that it took, and at most."""
PER_POINT = 0.1
"""What a story is worth more for each point of heat."""


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news: what sort of thing it is, about what, by whose sides, and its worth beyond that of its sort."""

    kind: str
    about: tuple[str, ...]
    values: dict[str, Value] = field(hash=False)
    sides: frozenset[str] = frozenset()
    more: float = 0.0
    below: Message | None = None

    def how(self, side: str) -> str:
        """Whose doing it is, seen from a side."""
        return "any" if not self.sides else "own" if side in self.sides else "other"

    def worth(self, side: str) -> float:
        """What it is worth to the press of a side."""
        return (WORTH.get(self.kind, 0.0) + self.more) * BIAS.get((self.kind, self.how(side)), 1.0)

    def said(self, side: str, turn: int) -> Message:
        """Return it as the press of a side says it."""
        parts = ["front", self.kind, *([self.how(side)] if self.sides else [])]
        wordings = LOUD.get(self.kind)
        return Message.of(".".join([*parts, *([str(turn % wordings + 1)] if wordings else [])]), **self.values)


def front_pages(public: Knowledge, turns: Sequence[Turn], bulletins: Sequence[Bulletin]) -> tuple[FrontPage, ...]:
    """Return the front page of each side over some turns, given their bulletins as the public reads them."""
    if not turns:
        return ()
    news = list(_news(public, turns, bulletins))
    sides = public.match.scenario.sides
    return tuple(_page(side, written.name, news, turns[-1].turn) for side, written in sides.items())


def _page(side: str, name: Value, news: Iterable[News], turn: int) -> FrontPage:
    ranked = sorted(news, key=lambda each: (-each.worth(side), each.kind, each.about))
    told: dict[tuple[str, ...], News] = {}
    for each in ranked:
        told.setdefault(each.about, each)
    first, *rest = [*told.values()] or [News("quiet", (), {})]
    lines = [*([first.below] if first.below else []), *(each.said(side, turn) for each in rest)]
    return FrontPage(Message.of("front.of", side=name), first.said(side, turn), tuple(lines[:LINES]))


def _news(public: Knowledge, turns: Sequence[Turn], bulletins: Sequence[Bulletin]) -> Iterator[News]:
    for turn in turns:
        yield from _lost(public, turn)
        yield from _orders(public, turn)
        yield from _positions(public, turn)
        yield from _injects(public, turn)
    yield from _stories(public, turns)
    yield from _meters(public, bulletins)


def _lost(public: Knowledge, turn: Turn) -> Iterator[News]:
    match = public.match
    struck = [team for place, team in enumerate(match.book.teams) if turn.after.struck[0, place]]
    for team, incident in zip(struck, incidents(public, turn), strict=True):
        side = match.scenario.teams[team].side
        yield News("lost", ("lost", team), {"team": incident.team}, frozenset({side}), below=incident.what)


def _orders(public: Knowledge, turn: Turn) -> Iterator[News]:
    match, scenario, outcomes = public.match, public.match.scenario, turn.outcomes()
    known = [order for order in known_orders(public, turn) if order.leaked or _is_public(scenario, order)]
    became = {order: OUTCOMES[outcomes[match.book.option_of[order[:4]]]] for order in known}
    agreed = {order for order in known if became[order] in {"success", "partial"} and scenario.cards[order.card].pair}
    for order in known:
        team, card = scenario.teams[order.team], scenario.cards[order.card]
        values: dict[str, Value] = {"team": team.name, "card": card.name}
        sides, about = frozenset({team.side}), (order.team, order.card)
        other = next((each for each in agreed if order in agreed and each.card == card.pair), None)
        if order.leaked and card.visible != "public":
            yield News("leaked", about, values, sides)
        elif other is not None:
            if about < (other.team, other.card):
                partner = scenario.teams[other.team]
                both: dict[str, Value] = {"one": team.name, "two": partner.name, "card": card.name}
                yield News("agreed", about, both, sides | {partner.side})
        elif became[order] in {"success", "partial", "backfire"}:
            yield News(became[order], about, values, sides, min(card.cost.hours * PER_HOUR, LONG))


def _is_public(scenario: Scenario, order: Ordered) -> bool:
    return scenario.cards[order.card].visible == "public"


def _positions(public: Knowledge, turn: Turn) -> Iterator[News]:
    """Positions that were stated or broken in a turn, in public."""
    match, scenario, before, after = public.match, public.match.scenario, turn.opened, turn.after
    for place, option in enumerate(match.book.positions.option.tolist()):
        if not match.book.positions.public[place]:
            continue
        team, card, *_ = match.book.laid[option]
        written = scenario.teams[team]
        values: dict[str, Value] = {"team": written.name, "card": scenario.cards[card].name}
        stated, broken = int(after.stated[0, place]), int(after.broken[0, place])
        if broken and broken != before.broken[0, place] and public.knows_of_statement(option, turn_of(broken)):
            yield News("broken", (team, card), values, frozenset({written.side}))
        elif stated and stated != before.stated[0, place] and public.knows_of_statement(option, turn_of(stated)):
            yield News("stated", (team, card), values, frozenset({written.side}))


def _injects(public: Knowledge, turn: Turn) -> Iterator[News]:
    match = public.match
    if turn.turn <= 0:  # nothing fires before the crisis, and what has not fired yet is marked with 0
        return
    for place, name in enumerate(match.book.msel):
        if int(turn.after.fired[0, place]) == turn.turn and public.receives(name):
            yield News("inject", ("inject", name), {"name": match.scenario.injects[name].name})


def _stories(public: Knowledge, turns: Sequence[Turn]) -> Iterator[News]:
    """Stories of which everybody has heard: one that left its stage, became hot or still is, or has cooled."""
    book, before, after = public.match.book, turns[0].before, turns[-1].after
    for place, name in enumerate(book.narratives):
        if name not in public.stories:
            continue
        at = book.at.heat.start + place
        was, heat = float(before.meters[0, at]), float(after.meters[0, at])
        stage, story = int(after.stage[0, place]), public.match.scenario.narratives[name].name
        if stage > int(before.stage[0, place]):
            yield News("stage", ("story", name), {"story": story, "stage": STAGES[stage]}, more=heat * PER_POINT)
        elif heat >= HOT:
            yield News("hot" if was < HOT else "still", ("story", name), {"story": story}, more=heat * PER_POINT)
        elif was - heat >= COOLER:
            yield News("cooled", ("story", name), {"story": story}, more=(was - heat) * PER_POINT)


def _meters(public: Knowledge, bulletins: Sequence[Bulletin]) -> Iterator[News]:
    scenario, book = public.match.scenario, public.match.book
    spans: dict[str, tuple[Change, float, float]] = {}
    for bulletin in bulletins:
        for change in bulletin.changes:
            first = spans[change.meter][1] if change.meter in spans else change.before
            spans[change.meter] = (change, first, change.after)
    for meter, (change, before, after) in spans.items():
        by = round(after) - round(before)
        if not by or meter.endswith(".heat") or not may_read(scenario, meter, None):
            continue
        at = book.meters.index(meter)
        share = abs(after - before) / float(book.high[at] - book.low[at])
        values: dict[str, Value] = {"meter": change.name, "before": round(before), "after": round(after)}
        yield News("up" if by > 0 else "down", ("meter", meter), values, more=min(NUDGED + ACROSS * share, ACROSS))
