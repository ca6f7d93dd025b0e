"""The state of a batch before its first turn opens."""

import numpy as np

from engine.kernel.kinds import NONE
from engine.kernel.lattice import Reals
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State, frozen


def start_state(book: Rulebook, games: int) -> State:
    """The state of a batch before its first turn opens."""
    teams, audiences, narratives = len(book.teams), len(book.audiences), len(book.narratives)

    def repeated(array: Reals) -> Reals:
        return np.repeat(array[None], games, axis=0)

    opinion = book.start[book.at.opinion]
    return frozen(
        State(
            turn=book.first_turn - 1,
            meters=repeated(book.start),
            slant=repeated(book.slant),
            stage=np.repeat(book.stage[None].astype(np.int8), games, axis=0),
            above=np.zeros((games, narratives), dtype=np.int8),
            block=np.zeros((games, narratives), dtype=np.int8),
            repeats=np.zeros((games, len(book.held)), dtype=np.int8),
            open=np.repeat(book.open[None], games, axis=0),
            spent=np.zeros((games, len(book.held)), dtype=bool),
            flags=np.zeros((games, len(book.flags)), dtype=bool),
            fired=np.zeros((games, len(book.msel)), dtype=np.int16),
            dated=np.zeros((games, len(book.msel)), dtype=np.int16),
            met=np.zeros((games, len(book.msel)), dtype=bool),
            underway=np.zeros((games, len(book.ways.row), book.ways.ahead)),
            hearing=np.zeros((games, teams, audiences), dtype=np.int8),
            heard=np.zeros((games, teams, audiences), dtype=np.int16),
            depth=np.zeros((games, teams, audiences), dtype=np.int8),
            polled=np.zeros((games, teams, audiences), dtype=np.int16),
            sorting=np.zeros((games, teams), dtype=bool),
            sorted=np.zeros((games, teams), dtype=np.int16),
            sharing=np.zeros((games, teams, teams), dtype=bool),
            polls=np.broadcast_to(opinion, (games, teams, len(opinion))).copy(),
            answered=np.zeros((games, teams, narratives), dtype=bool),
            treated=np.zeros((games, teams, len(book.comments.names)), dtype=bool),
            offered=np.zeros((games, len(book.pairs.meet)), dtype=bool),
            prepared=np.zeros((games, len(book.held)), dtype=bool),
            tended=np.zeros((games, len(book.held)), dtype=np.int16),
            suspended=np.zeros((games, teams, len(book.platforms)), dtype=np.int16),
            exposed=np.zeros((games, teams), dtype=np.int16),
            stated=np.zeros((games, len(book.positions.option)), dtype=np.int16),
            broken=np.zeros((games, len(book.positions.option)), dtype=np.int16),
            cut=np.zeros((games, narratives)),
            discord=np.zeros((games, len(book.sides)), dtype=bool),
            crossed=np.zeros((games, len(book.scoring.red_lines.names)), dtype=bool),
            risk=np.zeros((games, teams), dtype=np.int64),
            struck=np.zeros((games, teams), dtype=bool),
            laid=np.full((games, teams, book.slots), NONE, dtype=np.int16),
            waiting=np.full((games, teams, book.slots), NONE, dtype=np.int16),
            played=np.full((games, teams, 2 * book.slots), NONE, dtype=np.int16),
            outcome=np.full((games, teams, 2 * book.slots), NONE, dtype=np.int8),
            leaked=np.zeros((games, teams, 2 * book.slots), dtype=bool),
        )
    )
