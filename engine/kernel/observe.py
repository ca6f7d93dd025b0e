"""Observation: what each team may know of a batch, as arrays. Bots, odds and screens are made from this alone."""

from dataclasses import dataclass

import numpy as np

from engine.kernel.checks import fresh_hearing
from engine.kernel.lattice import Bools, Indices, Reals
from engine.kernel.options import crossing, hours, legal
from engine.kernel.parley import invited
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import Small, State


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """What one team may know. G game, N narrative, A audience, S side, O option of the team.

    Heat, stages, freedom, relations and slants are in the open; of opinions a team has its polls, of other teams
    nothing.
    """

    team: int
    turn: int
    decided: int  # turns with a decision left, this one counted
    clarity: Reals  # [G]
    hours: Reals  # [G]
    budget: Reals  # [G]
    heat: Reals  # [G, N]
    slant: Reals  # [G, N] on the own side
    heard: Bools  # [G, A] listened to lately
    hard: Reals  # [G, S] recent pressure of the own side on each aim
    soft: Reals  # [G, S] recent attraction of the own side toward each aim
    repeats: Small  # [G, O] recent uses of the card
    legal: Bools  # [G, O]
    crosses: Bools  # [G, O] would cross a red line of the team if laid now
    options: Indices  # [O] option indices of the rulebook
    takes: Reals  # [G, O] staff hours
    invited: Bools  # [G, O] halves of a pair whose other half was kept waiting last turn


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """What observations of several teams at one moment are cut from."""

    book: Rulebook
    state: State
    decisions_left: int
    legal: Bools
    crossing: Bools
    heard: Bools
    takes: Reals
    invited: Bools


def overview(book: Rulebook, state: State, decisions_left: int) -> Overview:
    """Prepare the observations of a moment; `decisions_left` counts the present turn."""
    return Overview(
        book=book,
        state=state,
        decisions_left=decisions_left,
        legal=legal(book, state),
        crossing=crossing(book, state),
        heard=fresh_hearing(book, state),
        takes=hours(book, state),
        invited=invited(book, state),
    )


def observe(moment: Overview, team: int) -> Observation:
    """Cut out of a batch what one team may know."""
    book, state = moment.book, moment.state
    at, side, meters = book.at, book.team_side[team], state.meters
    sides = len(book.sides)
    own = np.flatnonzero(book.options.team == team)
    shape = (-1, sides, sides)
    return Observation(
        team=team,
        turn=state.turn,
        decided=moment.decisions_left,
        clarity=meters[:, at.clarity.start + team],
        hours=meters[:, at.hours.start + team],
        budget=meters[:, at.budget.start + team],
        heat=meters[:, at.heat],
        slant=state.slant[:, :, side],
        heard=moment.heard[:, team],
        hard=meters[:, at.hard].reshape(shape)[:, side],
        soft=meters[:, at.soft].reshape(shape)[:, side],
        repeats=state.repeats[:, book.options.held[own]],
        legal=moment.legal[:, own],
        crosses=moment.crossing[:, own],
        options=own,
        takes=moment.takes[:, own],
        invited=moment.invited[:, own],
    )
