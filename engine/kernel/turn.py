"""A turn, as the list of its phases. Rules live in the phases; every one of them ends in `change`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.kernel import chance
from engine.kernel.change import Ledger, Proposals, change
from engine.kernel.control import control
from engine.kernel.feedback import feedback
from engine.kernel.lattice import Indices
from engine.kernel.moment import Moment, Paces
from engine.kernel.opening import arrivals, assess, injects, sitrep
from engine.kernel.options import in_order, no_orders, standing_orders
from engine.kernel.resolve import resolve
from engine.kernel.rulebook import Rulebook
from engine.kernel.spread import spread
from engine.kernel.state import State

Phase = Callable[[Moment, State], Proposals]

OPEN: tuple[tuple[str, Phase], ...] = (
    ("sitrep", sitrep),
    ("arrivals", arrivals),
    ("injects", injects),
    ("assess", assess),
)
PEACE = frozenset({"sitrep", "resolve"})
"""What is played in turn 0, before the crisis."""
CLOSE: tuple[tuple[str, Phase], ...] = (
    ("resolve", resolve),
    ("spread", spread),
    ("control", control),
    ("feedback", feedback),
)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """What a batch of games is played with: the rules, the keys of its dice [game], its pace and its ledger.

    `former` are the paces before this one, where it was changed.
    """

    book: Rulebook
    keys: chance.Keys
    pace: str = "full"
    ledger: Ledger | None = None
    former: Paces = ()

    def from_now_on(self, pace: str, turn: int) -> "Batch":
        """Return what is played with after `turn` has closed, if the pace is this one then."""
        if pace == self.pace:
            return self
        return replace(self, pace=pace, former=(*self.former, (self.pace, turn)))

    def decides(self, turn: int) -> bool:
        """Whether the table decides in this turn."""
        return turn in self.book.decisions[self.pace]


def open_turn(batch: Batch, state: State) -> State:
    """Open the next turn: situation, arrivals, injects, and what was heard."""
    orders = no_orders(batch.book, state.games)
    return _play(batch, state, OPEN, orders, state.turn + 1)


def close_turn(batch: Batch, state: State, orders: Indices) -> State:
    """Close the turn with sealed orders [game, team, slot], NONE where a slot is empty.

    In a turn without a decision the orders handed in are not looked at: what stands goes on.
    """
    if not batch.decides(state.turn):
        orders = standing_orders(batch.book, state)
    return _play(batch, state, CLOSE, in_order(orders), state.turn)


def before_control(moment: Moment, state: State) -> State:
    """Return the state in which control is rolled for: orders took effect, stories spread. Nothing is booked."""
    for name, phase in CLOSE:
        if name == "control":
            break
        state = change(moment.book, state, name, phase(moment, state), None)
    return state


def _play(batch: Batch, state: State, phases: tuple[tuple[str, Phase], ...], orders: Indices, turn: int) -> State:
    key = chance.turn_keys(batch.keys, turn)
    moment = Moment(batch.book, key, batch.pace, batch.former, batch.decides(turn), orders)
    for name, phase in phases:
        if turn == 0 and name not in PEACE:
            continue
        state = change(batch.book, state, name, phase(moment, state), batch.ledger)
    return state
