"""Who may know what: the one place where a team's knowledge is decided (docs/MODEL.md, "What a team may know")."""

from dataclasses import dataclass

from engine.game.match import Match, Played
from engine.kernel.checks import fresh_hearing
from engine.kernel.ledger import Entry
from engine.kernel.state import State
from engine.scenario.names import TEAM_METERS


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What a team may know of a match; `team` is None for the public. After ENDEX everybody may know everything."""

    match: Match
    team: str | None

    @property
    def side(self) -> str | None:
        """The team's side."""
        return self.match.scenario.teams[self.team].side if self.team else None

    def reads(self, meter: str) -> bool:
        """Whether the exact value of a meter is known."""
        if self.match.ended:
            return True
        scenario = self.match.scenario
        match meter.split("."):
            case ["freedom"] | ["relations", _, _]:
                return True
            case [story, "heat"] if story in scenario.narratives:
                return True
            case [own]:
                known = scenario.meters[own].known_to
                return known == "public" or self.team in known
            case [team, own] if own in TEAM_METERS and team in scenario.teams:
                return team == self.team
            case ["hard" | "soft", side, _]:
                return side == self.side
        return False

    def hears(self, meter: str, state: State) -> bool:
        """Whether a meter is an opinion that the team has listened to lately."""
        first, _, second = meter.partition(".")
        book = self.match.book
        if self.team is None or first not in book.audiences or second not in book.sides:
            return False
        team, audience = book.teams.index(self.team), book.audiences.index(first)
        return bool(fresh_hearing(book, state)[0, team, audience])

    def sees(self, team: str, card: str, target: str | None) -> bool:
        """Whether an order that was carried out is known to have been laid."""
        scenario = self.match.scenario
        if team == self.team or self.match.ended:
            return True
        written = scenario.cards[card]
        if written.visible == "public":
            return True
        if written.visible == "covert" or self.team is None:
            return False
        return self.side in {scenario.teams[team].side, written.aim, self._side_of(target)}

    def receives(self, inject: str) -> bool:
        """Whether an inject reaches the team."""
        to = self.match.scenario.injects[inject].to
        return to == "all" or self.team in to

    def understands(self, played: Played, entry: Entry) -> bool:
        """Whether the cause of a row is known; otherwise it merges with all that is not known."""
        if self.match.ended:
            return True
        match entry.cause.split("/"):
            case ["order", team, card, part]:
                if part in {"cost", "price", "trace", "reply"}:
                    return team == self.team
                return self._saw(self._senders(played, entry.phase, team, card))
            case ["inject", inject, _]:
                return self.receives(inject)
            case ["rule", "listens" | "settles"]:
                return False
            case ["limit"]:
                return self.reads(entry.meter)
        return True

    def _senders(self, played: Played, phase: str, team: str, card: str) -> list[tuple[str, str, str | None]]:
        """Orders from which an effect may come: this turn's, or for what arrives late any earlier one."""
        turns = [played] if phase != "arrivals" else [past for past in self.match.history if past.turn < played.turn]
        return [order for turn in turns for order in orders_of(self.match, turn) if order[:2] == (team, card)]

    def _saw(self, orders: list[tuple[str, str, str | None]]) -> bool:
        return bool(orders) and all(self.sees(*order) for order in orders)

    def _side_of(self, target: str | None) -> str | None:
        scenario = self.match.scenario
        if target in scenario.sides:
            return target
        return scenario.teams[target].side if target in scenario.teams else None


def orders_of(match: Match, played: Played) -> list[tuple[str, str, str | None]]:
    """Orders of a turn as (team, card, target), in order of option."""
    laid = played.orders[played.orders >= 0].tolist()
    return [match.book.laid[option] for option in sorted(laid)]
