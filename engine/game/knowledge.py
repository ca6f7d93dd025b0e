"""Who may know what of a game: what the scenario leaves open (engine.scenario.openness), and what has happened.

Nothing else decides it (docs/MODEL.md, "What a team may know"). What a name of a condition stands for is decided below
it, in engine.game.untold, since engine.game.met asks that too, of which a match is made.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from engine.game.causes import KINDS, kind_of
from engine.game.course import Turn
from engine.game.match import Match
from engine.game.untold import tells
from engine.kernel.checks import fresh_hearing
from engine.kernel.kinds import KEPT_WAITING, OUTCOMES, Outcome
from engine.kernel.ledger import LIMIT, Entry
from engine.kernel.options import sorted_lately
from engine.kernel.parley import turn_of
from engine.kernel.state import State
from engine.scenario.expressions import Expression
from engine.scenario.names import Address, resolve
from engine.scenario.openness import may_hear


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What a team may know of a match; `team` is None for the public. After ENDEX everybody may know everything."""

    match: Match
    team: str | None
    stories: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Note which stories anybody has heard by now."""
        object.__setattr__(self, "stories", self.match.told())

    @property
    def side(self) -> str | None:
        """The team's side."""
        return self.match.scenario.teams[self.team].side if self.team else None

    def reads(self, meter: str) -> bool:
        """Whether the exact value of a meter is known."""
        return self.tells(Address("meter", meter))

    def judges(self, when: Expression | None, own: str) -> bool:
        """Whether the team can tell if a condition holds: it may know what every name in it stands for."""
        addresses = (resolve(self.match.scenario, name.parts, own) for name in when.names()) if when else ()
        return all(address is None or self.tells(address) for address in addresses)

    def tells(self, address: Address) -> bool:
        """Whether it is known what a name of a condition stands for."""
        return tells(self.match.scenario, address, self.team, self.stories, ended=self.match.ended)

    def hears(self, meter: str, state: State) -> bool:
        """Whether a meter is an opinion that the team has listened to lately."""
        first, _, second = meter.partition(".")
        book = self.match.book
        if self.team is None or first not in book.audiences or second not in book.sides:
            return False
        team, audience = book.teams.index(self.team), book.audiences.index(first)
        return bool(fresh_hearing(book, state)[0, team, audience])

    def polled(self, before: State, after: State) -> set[str]:
        """Opinions of which a poll of the team moved between two states, however it came to it."""
        if self.team is None or self.match.ended:
            return set()
        book, team = self.match.book, self.match.book.teams.index(self.team)
        moved = np.flatnonzero(before.polls[0, team] != after.polls[0, team])
        return {book.meters[book.at.opinion.start + column] for column in moved.tolist()}

    def sees(self, order: "Ordered") -> bool:
        """Whether an order that took effect is known to have been laid."""
        return order.leaked or self.hears_of(order.team, order.card, order.target)

    def hears_of(self, team: str, card: str, target: str | None) -> bool:
        """Whether such an order would be known without a leak."""
        return self.match.ended or may_hear(self.match.scenario, self.team, team, card, target)

    def knows_of_statement(self, option: int, turn: int) -> bool:
        """Whether a position that was stated in a turn is known: that one leaked, or it was said to the team."""
        leaked = any(option in played.leaked() for played in self.match.history if played.turn == turn)
        return leaked or self.hears_of(*self.match.book.laid[option][:3])

    def receives(self, inject: str) -> bool:
        """Whether an inject reaches the team."""
        return self.match.scenario.injects[inject].reaches(self.team)

    def understands(self, played: Turn, entry: Entry) -> bool:
        """Whether a row may be told: its cause is known, and with it all that its amount depends on.

        Otherwise it merges with all that is not known.
        """
        return self.match.ended or (self._knows_cause(played, entry) and self._reads_all(entry))

    def _reads_all(self, entry: Entry) -> bool:
        """Whether the team may read every meter that the amount of a row and its condition read."""
        book = self.match.book
        read = () if entry.cause == LIMIT else book.reads[entry.cause, entry.option]
        return all(self.reads(book.meters[place]) for place in read)

    def _knows_cause(self, played: Turn, entry: Entry) -> bool:
        kind, (_, *names) = KINDS.get(kind_of(entry.cause)), entry.cause.split("/")
        match kind.known_to if kind else "nobody":
            case "everybody":
                return True
            case "owner":
                return names[0] == self.team
            case "witnesses":
                return self._saw(self._senders(self._sent(played, entry), entry.option))
            case "told":
                return self.knows_of_statement(entry.option, self._stated(played, entry.option))
            case "receivers":
                return self.receives(names[0])
            case "sorters":
                return names[-1] == self.team and self.sorts(played.opened)
            case "readers":
                return self.reads(entry.meter)
        return False

    def became(self, played: Turn, entry: Entry) -> Outcome | None:
        """What came of the order behind a row; None if not all orders are known that it may come of, or they differ."""
        kind, turns = KINDS.get(kind_of(entry.cause)), self._sent(played, entry)
        if kind is None or not kind.scaled or not self._saw(self._senders(turns, entry.option)):
            return None
        came = {turn.outcomes()[entry.option] for turn in turns if entry.option in turn.outcomes()}
        return OUTCOMES[came.pop()] if len(came) == 1 else None

    def _sent(self, played: Turn, entry: Entry) -> list[Turn]:
        """The turns in which the order may have taken effect from which a row of a turn comes."""
        if entry.phase != "arrivals":
            return [played]
        return [turn for turn in self.match.history if turn.turn < played.turn]

    def sorts(self, state: State) -> bool:
        """Whether the team knows the classes of a flood of comments."""
        book = self.match.book
        return self.team is not None and bool(sorted_lately(book, state)[0, book.teams.index(self.team)])

    def _senders(self, turns: list[Turn], option: int) -> list["Ordered"]:
        """Orders of these turns from which an effect of an option may come."""
        laid = self.match.book.laid[option]
        return [order for turn in turns for order in orders_of(self.match, turn) if order[:4] == laid]

    def _stated(self, played: Turn, option: int) -> int:
        """The turn in which a position had been stated that was kept or broken in a turn."""
        if played.outcomes().get(option, KEPT_WAITING) != KEPT_WAITING:
            return played.turn
        return turn_of(int(played.opened.stated[0, self.match.book.options.position[option]]))

    def _saw(self, orders: list["Ordered"]) -> bool:
        return bool(orders) and all(self.sees(order) for order in orders)


class Ordered(NamedTuple):
    """An order that took effect: whose, what, at what, in whose voice, and whether it leaked."""

    team: str
    card: str
    target: str | None
    voice: str
    leaked: bool


def orders_of(match: Match, played: Turn) -> list[Ordered]:
    """Orders that took effect in a turn, in order of option."""
    took_effect, leaked = played.orders[played.orders >= 0].tolist(), played.leaked()
    named = ((option, *match.book.laid[option]) for option in sorted(took_effect))
    return [Ordered(team, card, target, voice, option in leaked) for option, team, card, target, voice in named]
