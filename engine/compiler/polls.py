"""How audiences are heard, compiled: what asking misses, how far listening on narrows, and the dice of each poll."""

import numpy as np
from numpy.typing import NDArray

from engine.compiler.index import Index
from engine.kernel import chance
from engine.kernel.lattice import Reals, amount, coefficient
from engine.kernel.tables import Polls
from engine.scenario.scenario import Scenario


def polls(scenario: Scenario, order: Index, listening_narrows: float) -> Polls:
    """The table of polls."""
    bias = [amount(scenario.audiences[it].poll_bias.get(side, 0.0)) for it in order.audiences for side in order.sides]
    return Polls(bias=np.array(bias), narrow=_narrow(listening_narrows), face=_poll_faces(order))


def _narrow(listening_narrows: float) -> Reals:
    return np.array([1.0, listening_narrows, coefficient(listening_narrows * listening_narrows)])


def _poll_faces(order: Index) -> NDArray[np.uint64]:
    return np.array(
        [
            [
                chance.face("poll", team, chance.name("meter", f"{audience}.{side}"))
                for audience in order.audiences
                for side in order.sides
            ]
            for team in order.teams
        ],
        dtype=np.uint64,
    )
