"""What a card needs and cannot come any more: its turns are over, or a flag stands for good, as its team can tell."""

from dataclasses import dataclass

import numpy as np

from engine.compiler.reach import Interval, Reach
from engine.kernel.options import Obstacle
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import Small, State
from engine.scenario.expressions import Expression
from engine.scenario.names import Address
from engine.scenario.openness import may_follow
from engine.scenario.scenario import Scenario
from engine.scenario.walk import PlacedEffect, effects

_ANY: Interval = float("-inf"), float("inf")


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """A team's cards with what stands against each; it knows the scenario as written, and no ruling on it."""

    written: Scenario
    book: Rulebook
    state: State
    team: str
    obstacles: Small  # [option]

    def lapsed(self, needs: Expression) -> bool:
        """Whether what a card needs can never hold again, from what the team knows; False where it cannot tell."""
        return Reach(self.written, self._whole, self.team).failing(needs.tree) is not None

    def _whole(self, address: Address) -> Interval:
        match address.kind:
            case "turn":
                return self.state.turn, self.book.turns
            case "stage":
                return 0, 2
            case "flag":
                return self._flag(address.name)
            case "meter":
                return _ANY

    def _flag(self, flag: str) -> Interval:
        """Return what a flag may still be: as it is, and the other way where it may be turned, or was in secret."""
        if not may_follow(self.written, flag, self.team):
            return 0, 1
        now = float(self.state.flags[0, self.book.flags.index(flag)])
        turns = "clear" if now else "raise_"
        moves = any(getattr(each.effect, turns) == flag and self._may_come(each) for each in effects(self.written))
        return (0, 1) if moves else (now, now)

    def _may_come(self, placed: PlacedEffect) -> bool:
        """Whether an effect may still take place: not if only this team holds its card, and has had it for good."""
        section, card = placed.path[:2]
        if section != "cards" or placed.effect.after:
            return True
        holders = {team for team, seat in self.written.teams.items() if card in seat.holds}
        return bool(holders - {self.team}) or (bool(holders) and not self._had(str(card)))

    def _had(self, card: str) -> bool:
        """Whether no order of a card of the team can take effect any more."""
        options = [option for option, laid in enumerate(self.book.laid) if laid[:2] == (self.team, card)]
        waits = np.isin(options, self.state.waiting[0]).any()
        return not waits and all(self._is_over(card, Obstacle(self.obstacles[option])) for option in options)

    def _is_over(self, card: str, obstacle: Obstacle) -> bool:
        if obstacle == Obstacle.CLOSED:
            opens = (each.effect.unlock for each in effects(self.written))
            return not any(gate is not None and gate.card == card for gate in opens)
        return obstacle in {Obstacle.SPENT, Obstacle.PEACETIME}
