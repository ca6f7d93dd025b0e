"""How teams and sides stand at the start of a phase: small readings that several rules share."""

from typing import NamedTuple

import numpy as np

from engine.kernel.kinds import NONE
from engine.kernel.lattice import Indices, Reals, ratio
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State


class Hottest(NamedTuple):
    """The hottest story that hurts each side: its index or NONE, its heat, its stage; all [game, side]."""

    story: Indices
    heat: Reals
    stage: Reals


def hottest(book: Rulebook, state: State) -> Hottest:
    """The hottest story that hurts each side; of equal ones the first by name."""
    heat = state.meters[:, book.at.heat]
    hurting = np.where(state.slant > 0, heat[:, :, None], -1.0)
    story = hurting.argmax(axis=1)
    top = np.take_along_axis(hurting, story[:, None, :], axis=1)[:, 0, :]
    stage = np.take_along_axis(state.stage, story, axis=1).astype(np.float64)
    none = top < 0
    return Hottest(np.where(none, NONE, story), np.where(none, 0.0, top), np.where(none, 0.0, stage))


def load(book: Rulebook, state: State) -> Reals:
    """Backlog in turns of hours, [game, team]; 0 for a team without hours."""
    return ratio(state.meters[:, book.at.backlog], book.team_hours[None, :])


def hard_traces(book: Rulebook, state: State) -> Reals:
    """Recent pressure of each side on each aim, [game, side, aim]."""
    sides = len(book.sides)
    return state.meters[:, book.at.hard].reshape(-1, sides, sides)


def soft_traces(book: Rulebook, state: State) -> Reals:
    """Recent attraction of each side toward each aim, [game, side, aim]."""
    sides = len(book.sides)
    return state.meters[:, book.at.soft].reshape(-1, sides, sides)
