"""The machine's world: everything that is so in a batch of games, as arrays with a leading game axis."""

from dataclasses import dataclass, fields
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from engine.kernel.lattice import Bools, Indices, Reals

Small = NDArray[np.int8]
Dates = NDArray[np.int16]
Sums = NDArray[np.int64]

LEAF = 2048
"""Games in one leaf of the digest; workers take whole leaves."""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """State of a batch at one moment. Only `change` makes a new one.

    Axes: G game, M meter, N narrative, S side, T team, A audience, H held card (a team and a card), F flag,
    I inject, W way (an effect that travels), D turns ahead, L red line, K slot, P platform, C class of comments,
    V position, half: half of a pair. Dates are 0 for never.
    """

    turn: int
    meters: Reals  # [G, M] amounts
    slant: Reals  # [G, N, S] coefficients
    stage: Small  # [G, N] 0 cyber, 1 grassroots, 2 public
    above: Small  # [G, N] turns above the threshold of the stage
    block: Small  # [G, N] 0 none, 1..3 blocked, 4..6 rebound
    repeats: Small  # [G, H] recent uses, 0..3
    open: Bools  # [G, H] not locked
    spent: Bools  # [G, H] played, and may be played once
    flags: Bools  # [G, F]
    fired: Dates  # [G, I] turn in which it fired
    dated: Dates  # [G, I] date that was set
    met: Bools  # [G, I] an expected answer was given
    underway: Reals  # [G, W, D] scale of what arrives in 1..D turns
    hearing: Small  # [G, T, A] heard this turn, known from the next: 1 asked, 2 listened to
    heard: Dates  # [G, T, A] turn in which what was listened to became known
    depth: Small  # [G, T, A] how long they have been listened to, 0..3
    polled: Dates  # [G, T, A] turn of the last poll
    sorting: Bools  # [G, T] the flood of comments is being sorted
    sorted: Dates  # [G, T] turn in which it was sorted
    sharing: Bools  # [G, T, T] from, to
    polls: Reals  # [G, T, A * S] last known opinion
    answered: Bools  # [G, T, N] story answered at the last decision
    treated: Bools  # [G, T, C] comments treated at the last decision
    offered: Bools  # [G, half] kept waiting since the last decision
    prepared: Bools  # [G, H]
    tended: Dates  # [G, H] turn in which the card was last kept up, and 1; 0 for never
    suspended: Dates  # [G, T, P] last turn of suspension
    exposed: Dates  # [G, T] last turn of exposure
    stated: Dates  # [G, V] turn in which a position that binds was stated, and 1; 0 for none
    broken: Dates  # [G, V] the same of the position that was last broken
    cut: Reals  # [G, N] cut of the crowd this turn, coefficients
    discord: Bools  # [G, S] hard and soft at once this turn
    crossed: Bools  # [G, L]
    risk: Sums  # [G, T] risks faced so far, in 1/65536
    struck: Bools  # [G, T] lost control this turn
    laid: Dates  # [G, T, K] options laid this turn in ascending order, then -1 for none
    waiting: Dates  # [G, T, K] those of them that take effect next turn
    played: Dates  # [G, T, 2K] options that took effect this turn in ascending order, then -1 for none
    outcome: Small  # [G, T, 2K] what came of each: 0 success, 1 partial, 2 backfire, 3 kept waiting, -1 for none
    leaked: Bools  # [G, T, 2K]

    @property
    def games(self) -> int:
        """Number of games in the batch."""
        return len(self.meters)


ARRAYS = tuple(field.name for field in fields(State) if field.name != "turn")


def frozen(state: State) -> State:
    """The same state, its arrays closed to writing: nobody changes it by what they read from it."""
    for name in ARRAYS:
        getattr(state, name).flags.writeable = False
    return state


def picked(state: State, games: Indices) -> State:
    """Some games of a batch, in any order; the same game may be taken several times, to play it on in several ways."""
    return frozen(State(turn=state.turn, **{name: getattr(state, name)[games] for name in ARRAYS}))


def joined(states: list[State]) -> State:
    """Batches at the same turn as one batch, in order."""
    if len(states) == 1:
        return states[0]
    arrays = {name: np.concatenate([getattr(state, name) for state in states]) for name in ARRAYS}
    return frozen(State(turn=states[0].turn, **arrays))


def leaf_hash(state: State) -> bytes:
    """SHA-256 of a state: every array as little-endian 64-bit integers, amounts and coefficients in 2^-16."""
    digest = sha256(state.turn.to_bytes(8, "little"))
    for name in ARRAYS:
        array = getattr(state, name)
        whole = np.rint(array * 65536.0) if array.dtype == np.float64 else array
        digest.update(name.encode() + np.ascontiguousarray(whole).astype("<i8").tobytes())
    return digest.digest()


def digest(leaves: list[bytes]) -> str:
    """Digest of a run: SHA-256 over the hashes of its leaves, in order, in hexadecimal."""
    return sha256(b"".join(leaves)).hexdigest()
