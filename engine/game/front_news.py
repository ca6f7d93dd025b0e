"""News of some turns: what became public in them, whose doing each piece is, whom it helps or hurts, and its worth.

It is the same for every press. What each makes of it is for `front_pages` to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.game.bulletins import known_orders
from engine.game.course import Turn
from engine.game.incidents import incidents
from engine.game.knowledge import Knowledge, Ordered
from engine.game.view import Bulletin, Change
from engine.game.words import STAGES
from engine.kernel.kinds import OUTCOMES
from engine.kernel.parley import turn_of
from engine.language.messages import Message, Value
from engine.scenario.injects import Inject
from engine.scenario.openness import may_read
from engine.scenario.scenario import Scenario

WORDINGS = 3
"""Each kind of news has so many wordings, so that two turns, and two sides, do not read the same."""
HOT, COOLER = 60, 15
"""From this heat on a story is news by itself; it is so too when it has lost so many points. Our choice."""
WORTH = {
    "lost": 100.0, "agreed": 80.0, "leaked": 75.0, "broken": 70.0, "stage": 55.0, "stated": 45.0, "inject": 42.0,
    "backfire": 40.0, "success": 32.0, "hot": 28.0, "cooled": 24.0, "partial": 16.0, "still": 8.0, "silent": 4.0,
}  # fmt: skip
"""What a piece of news is worth to a press that has no side."""
BIAS = {
    ("success", "own"): 1.5, ("success", "other"): 0.7, ("partial", "own"): 1.5, ("partial", "other"): 0.7,
    ("backfire", "own"): 1.2, ("broken", "own"): 0.9, ("broken", "other"): 1.1, ("leaked", "own"): 0.9,
    ("leaked", "other"): 1.1, ("agreed", "own"): 1.2, ("agreed", "other"): 0.6, ("stated", "own"): 1.4,
    ("stated", "other"): 0.7, ("silent", "own"): 1.5, ("silent", "other"): 0.5,
    **{(kind, how): by for kind in ("stage", "hot", "still", "cooled")
       for how, by in {"own": 1.5, "ours": 1.3, "other": 0.8, "any": 0.7}.items()},
}  # fmt: skip
"""How much more, or less, it is worth to the press of the side that did or suffers it, and to that of others."""
AT_US = 1.3
"""What it is worth more to the press of the side at which an order of others was directed."""
NUDGED, ACROSS = 6.0, 60.0
"""What a public meter is worth that hardly moved, and one that went from one end of its range to the other."""
PER_HOUR, LONG = 0.5, 10.0
"""What an order is worth more for each hour that it took, and at most."""
PER_POINT = 0.1
"""What a story is worth more for each point of heat."""


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news: what sort of thing it is, about what, and its worth beyond that of its sort.

    `sides` are those whose doing it was, `at` those at which it was directed; `slants` say which sides a story hurts,
    above 0, or helps.
    """

    kind: str
    about: tuple[str, ...]
    values: dict[str, Value] = field(hash=False)
    sides: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    slants: Mapping[str, float] | None = None
    more: float = 0.0
    below: Message | None = None

    def how(self, side: str) -> str | None:
        """Whose it is, seen from a side: its own or that of others; a story also helps it, or touches nobody."""
        if self.slants is not None:
            slant = self.slants.get(side, 0.0)
            hurt = "other" if any(each > 0 for each in self.slants.values()) else "any"
            return "own" if slant > 0 else "ours" if slant < 0 else hurt
        return ("own" if side in self.sides else "other") if self.sides else None

    def concerns(self, side: str) -> bool:
        """Whether a side did it, or suffers it, or has some good of it."""
        return self.how(side) in {"own", "ours"}

    def worth(self, side: str) -> float:
        """What it is worth to the press of a side."""
        here = AT_US if side in self.at - self.sides else 1.0
        return (WORTH.get(self.kind, 0.0) + self.more) * BIAS.get((self.kind, self.how(side) or ""), 1.0) * here

    def wordings(self, side: str, first: int) -> tuple[Message, ...]:
        """Return it as the press of a side may word it, one of the wordings first."""
        how = self.how(side)
        code = ".".join(["front", self.kind, *([how] if how else [])])
        numbers = ((first + step) % WORDINGS + 1 for step in range(WORDINGS))
        return tuple(Message.of(f"{code}.{number}", **self.values) for number in numbers)


def news_of(public: Knowledge, turns: Sequence[Turn], bulletins: Sequence[Bulletin]) -> Iterator[News]:
    """Yield all that became public over some turns, given their bulletins as the public reads them."""
    for turn in turns:
        yield from _lost(public, turn)
        yield from _orders(public, turn)
        yield from _positions(public, turn)
        yield from _injects(public, turn)
    yield from _stories(public, turns)
    yield from _meters(public, bulletins)
    yield from _silent(public, turns)


def _lost(public: Knowledge, turn: Turn) -> Iterator[News]:
    match = public.match
    struck = [team for place, team in enumerate(match.book.teams) if turn.after.struck[0, place]]
    for team, incident in zip(struck, incidents(public, turn), strict=True):
        side = match.scenario.teams[team].side
        yield News("lost", ("lost", team), {"team": incident.team}, frozenset({side}), below=incident.what)


def _orders(public: Knowledge, turn: Turn) -> Iterator[News]:
    match, scenario, outcomes = public.match, public.match.scenario, turn.outcomes()
    known = _seen(public, turn)
    became = {order: OUTCOMES[outcomes[match.book.option_of[order[:4]]]] for order in known}
    agreed = {order for order in known if became[order] in {"success", "partial"} and scenario.cards[order.card].pair}
    for order in known:
        team, card = scenario.teams[order.team], scenario.cards[order.card]
        values: dict[str, Value] = {"team": team.name, "card": card.name}
        sides, about, at = frozenset({team.side}), (order.team, order.card), _at(scenario, order)
        other = next((each for each in agreed if order in agreed and each.card == card.pair), None)
        if order.leaked and card.visible != "public":
            yield News("leaked", about, values, sides, at)
        elif other is not None:
            if about < (other.team, other.card):
                partner = scenario.teams[other.team]
                both: dict[str, Value] = {"one": team.name, "two": partner.name, "card": card.name}
                yield News("agreed", about, both, sides | {partner.side})
        elif became[order] in {"success", "partial", "backfire"}:
            yield News(became[order], about, values, sides, at, more=min(card.cost.hours * PER_HOUR, LONG))


def _seen(public: Knowledge, turn: Turn) -> list[Ordered]:
    """Orders of a turn that everybody could see, or that leaked."""
    cards = public.match.scenario.cards
    return [order for order in known_orders(public, turn) if order.leaked or cards[order.card].visible == "public"]


def _at(scenario: Scenario, order: Ordered) -> frozenset[str]:
    """The sides at which an order was directed."""
    team = scenario.teams.get(order.target or "")
    named = {scenario.cards[order.card].aim, team.side if team else order.target}
    return frozenset(each for each in named if each in scenario.sides)


def _silent(public: Knowledge, turns: Sequence[Turn]) -> Iterator[News]:
    """Sides of which nobody did anything that could be seen."""
    scenario = public.match.scenario
    heard = {scenario.teams[order.team].side for turn in turns for order in _seen(public, turn)}
    for side, written in scenario.sides.items():
        if side not in heard:
            yield News("silent", ("silent", side), {"side": written.name}, frozenset({side}))


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
            yield News("inject", ("inject", name), {"news": _told(match.scenario.injects[name])})


def _told(inject: Inject) -> Value:
    """Return who did what, as the author has it; else the inject's name, with who says so."""
    if inject.headline is not None and not inject.headline.blank:
        return inject.headline
    if inject.said_by is not None:
        return Message.of("front.told", sender=inject.said_by, name=inject.name)
    return Message.of("front.untold", name=inject.name)


def _stories(public: Knowledge, turns: Sequence[Turn]) -> Iterator[News]:
    """Stories of which everybody has heard: one that left its stage, became hot or still is, or has cooled."""
    book, before, after = public.match.book, turns[0].before, turns[-1].after
    for place, name in enumerate(book.narratives):
        if name not in public.stories:
            continue
        at = book.at.heat.start + place
        was, heat = float(before.meters[0, at]), float(after.meters[0, at])
        stage = int(after.stage[0, place])
        slants = dict(zip(book.sides, after.slant[0, place].tolist(), strict=True))
        values: dict[str, Value] = {"story": public.match.scenario.narratives[name].name}
        values |= {"side": public.match.scenario.sides[max(book.sides, key=lambda side: slants[side])].name}
        if stage > int(before.stage[0, place]):
            kind, values, more = "stage", values | {"stage": STAGES[stage]}, heat
        elif heat >= HOT:
            kind, more = "hot" if was < HOT else "still", heat
        elif was - heat >= COOLER:
            kind, more = "cooled", was - heat
        else:
            continue
        yield News(kind, ("story", name), values, slants=slants, more=more * PER_POINT)


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
