"""Which parts of a condition are met, as its team can tell: comparisons and flags that `and` and `or` join."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.game.untold import tells
from engine.kernel.expressions import Operation, Tree, evaluate
from engine.kernel.state import State
from engine.scenario.expressions import JOINING, Binary, Name, Node, names_in
from engine.scenario.names import resolve
from engine.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What a team can tell of conditions in the state of one game before ENDEX; `told` are the stories heard."""

    scenario: Scenario
    state: State
    team: str
    told: frozenset[str]

    def met(self, written: Node, compiled: Tree) -> frozenset[Node]:
        """Return the parts of a condition that hold now and of which the team may read all.

        Before the crisis it is told of none, for that would tell what is to come.
        """
        if not self.state.turn:
            return frozenset()
        parts = _parts(written, compiled)
        return frozenset(part for part, tree in parts if self._reads(part) and evaluate(tree, self.state)[0])

    def _reads(self, part: Node) -> bool:
        return all(self._is_open(name) for name in names_in(part))

    def _is_open(self, name: Name) -> bool:
        address = resolve(self.scenario, name.parts, self.team)
        return address is not None and tells(self.scenario, address, self.team, self.told, ended=False)


def _parts(written: Node, compiled: Tree) -> Iterator[tuple[Node, Tree]]:
    """Walk a condition beside what the compiler made of it, which joins its parts in the same places."""
    if isinstance(written, Binary) and written.operator in JOINING and isinstance(compiled, Operation):
        yield from _parts(written.left, compiled.left)
        yield from _parts(written.right, compiled.right)
    else:
        yield written, compiled
