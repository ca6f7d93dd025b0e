"""What may be laid: the kernel's judgement in words, for people's trays and for orders that a save says bots gave."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.game.intents import Order
from engine.game.lapsed import Hand
from engine.game.met import Sight
from engine.game.needs import in_words
from engine.kernel.lattice import Indices
from engine.kernel.options import Obstacle, at_hand, hours_of, no_orders, obstacles
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import Small, State
from engine.language.messages import Message
from engine.scenario.scenario import Scenario

Tray = tuple[Order, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """What stands against the options of a team beside its tray: the kernel judges, this says it in words.

    `written` is the scenario without rulings, which its team may not know of; `scenario` has the names to say; `told`
    are the stories that have been heard.
    """

    scenario: Scenario
    written: Scenario
    book: Rulebook
    state: State
    team: str
    tray: Tray
    obstacles: Small  # [option]
    told: frozenset[str]

    def why_not(self, order: Order) -> Message | None:
        """What stands against an order; None if nothing does."""
        option = self.book.option_of.get((self.team, *order))
        return Message.of("refused.not_held") if option is None else self._said(option)

    def _said(self, option: int) -> Message | None:
        match Obstacle(self.obstacles[option]):
            case Obstacle.NOTHING:
                return None
            case Obstacle.CLOSED:
                return self._closed(option)
            case Obstacle.NEEDS:
                return self._needs(option)
            case Obstacle.UNHEARD:
                audience = self.book.audiences[self.book.options.hear_first[option]]
                return Message.of("refused.unheard", audience=self.scenario.audiences[audience].name)
            case Obstacle.CHANNEL:
                return self._channel(option)
            case Obstacle.FULL:
                return Message.of("refused.full", n=self.book.slots)
            case Obstacle.HOURS:
                return Message.of("refused.hours", need=hours(self.book, self.state, [option]), left=self._left()[0])
            case Obstacle.BUDGET:
                need = float(self.book.options.budget[option])
                return Message.of("refused.budget", need=need, left=self._left()[1])
            case obstacle:
                return Message.of(f"refused.{obstacle.name.lower()}")

    def _left(self) -> tuple[float, float]:
        return left(self.book, self.state, self.team, self.tray)

    def _closed(self, option: int) -> Message:
        """A card was never opened, has done what it was there for, or was closed by something that happened."""
        if not self.book.open[self.book.options.held[option]]:
            return Message.of("refused.locked_card")
        card = self.book.laid[option][1]
        closes = (effect.close for effect in self.scenario.cards[card].effects)
        itself = any(gate is not None and gate.card == card for gate in closes)
        return Message.of("refused.done" if itself else "refused.closed")

    def _needs(self, option: int) -> Message:
        card = self.book.laid[option][1]
        needs = self.scenario.cards[card].needs
        if needs is None:
            raise ValueError(f"{card} needs nothing, and is refused for what it needs")
        hand = Hand(self.written, self.book, self.state, self.team, self.obstacles)
        code = "refused.lapsed" if hand.lapsed(needs) else "refused.needs"
        compiled = self.book.expressions[self.book.options.needs[option]]
        met = Sight(self.scenario, self.state, self.team, self.told).met(needs.tree, compiled)
        return Message.of(code, needs=in_words(self.scenario, needs, self.team, self.told, met))

    def _channel(self, option: int) -> Message:
        team, platform = self.book.options.team[option], self.book.options.platform[option]
        name = self.scenario.platforms[self.book.platforms[platform]].name
        until = int(self.state.suspended[0, team, platform])
        if until >= self.state.turn > 0:
            return Message.of("refused.suspended", platform=name, turn=until)
        return Message.of("refused.no_channel", platform=name)


def judge(sight: Sight, book: Rulebook, tray: Tray) -> Judge:
    """Judge the options of a team beside what is on its tray."""
    scenario, state, team = sight.scenario, sight.state, sight.team
    against = obstacles(book, state, _trays(book, team, tray))[0]
    return Judge(scenario, scenario, book, state, team, tray, against, sight.told)


def _trays(book: Rulebook, team: str, tray: Tray) -> Indices:
    trays = no_orders(book, 1)
    trays[0, book.teams.index(team), : len(tray)] = [book.option_of[team, *order] for order in tray]
    return trays


def tried(
    scenario: Scenario, book: Rulebook, state: State, team: str, orders: Sequence[Order]
) -> tuple[Message | None, ...]:
    """What stands against each of some orders, laid one after the other; one that is refused is left out.

    It is said to the facilitator, who knows every story.
    """
    kept: Tray = ()
    reasons, sight = [], Sight(scenario, state, team, frozenset(scenario.narratives))
    for order in orders:
        reason = judge(sight, book, kept).why_not(order)
        kept = kept if reason else (*kept, order)
        reasons.append(reason)
    return tuple(reasons)


def may_lay(scenario: Scenario, book: Rulebook, state: State, team: str, tray: Tray) -> bool:
    """Whether a whole tray may be laid."""
    return not any(tried(scenario, book, state, team, tray))


def left(book: Rulebook, state: State, team: str, tray: Tray) -> tuple[float, float]:
    """Hours and budget that a team has left beside its tray."""
    place = book.teams.index(team)
    at_team, budget = at_hand(book, state, _trays(book, team, tray))
    return float(at_team[0, place]), float(budget[0, place])


def hours(book: Rulebook, state: State, options: list[int]) -> float:
    """Staff hours that options of one game take now, together."""
    option = np.array(options, dtype=np.int64)
    return float(hours_of(book, state, np.zeros_like(option), option).sum())
