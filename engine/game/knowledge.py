"""Who may know what: the one place where a team's knowledge is decided (docs/MODEL.md, "What a team may know")."""

from dataclasses import dataclass

from engine.game.match import Match, Played
from engine.game.words import TEAM_METERS
from engine.kernel.checks import fresh_hearing
from engine.kernel.state import State


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
            case ["freedom"] | [_, "heat"] | ["relations", _, _]:
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

    def understands(self, played: Played, cause: str, meter: str) -> bool:
        """Whether the cause of a row is known; otherwise it merges with all that is not known."""
        if self.match.ended:
            return True
        match cause.split("/"):
            case ["order", team, card, part]:
                return self._understands_order(played, team, card, part)
            case ["inject", inject, _]:
                return self.receives(inject)
            case ["rule", "listens" | "settles"]:
                return False
            case ["limit"]:
                return self.reads(meter)
        return True

    def _understands_order(self, played: Played, team: str, card: str, part: str) -> bool:
        if part in {"cost", "price", "trace", "reply"}:
            return team == self.team
        laid = {option[2] for option in orders_of(self.match, played) if option[:2] == (team, card)}
        # An effect that arrives late was laid in an earlier turn.
        targets = laid or {
            option[2]
            for earlier in self.match.history
            for option in orders_of(self.match, earlier)
            if option[:2] == (team, card)
        }
        return any(self.sees(team, card, target) for target in targets)

    def _side_of(self, target: str | None) -> str | None:
        scenario = self.match.scenario
        if target in scenario.sides:
            return target
        return scenario.teams[target].side if target in scenario.teams else None


def orders_of(match: Match, played: Played) -> list[tuple[str, str, str | None]]:
    """Orders of a turn as (team, card, target), in order of option."""
    laid = played.orders[played.orders >= 0].tolist()
    return [match.book.laid[option] for option in sorted(laid)]
