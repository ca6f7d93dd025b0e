"""The opening of a turn: hours renewed, what was under way arrives, injects fire, what was heard becomes known."""

import numpy as np

from engine.kernel import chance, effects
from engine.kernel.change import Proposals
from engine.kernel.lattice import times
from engine.kernel.moment import Moment
from engine.kernel.settings import Happening
from engine.kernel.state import State

POLL_BITS = np.uint64(12)
_LOW = np.uint64(0xFFF)


def sitrep(moment: Moment, state: State) -> Proposals:
    """Hours are renewed."""
    book = moment.book
    result = Proposals(turn=state.turn + 1)
    hours = state.meters[:, book.at.hours]
    result.block(book.at.hours, np.full(len(book.teams), book.cause_of["rule/hours_renewed"]), book.team_hours - hours)
    return result


def arrivals(moment: Moment, state: State) -> Proposals:
    """What was sent in earlier turns and is due now takes hold; the rest comes a turn nearer."""
    book = moment.book
    if not state.underway.any():
        return Proposals()
    game, way = np.nonzero(state.underway[:, :, 0])
    scale = state.underway[game, way, 0]
    result = Proposals()
    effects.land(book, state, Happening(game, book.way_row[way], scale), result, looked=False)
    nearer = np.zeros_like(state.underway)
    nearer[:, :, :-1] = state.underway[:, :, 1:]
    result.marks["underway"] = nearer
    return result


def injects(moment: Moment, state: State) -> Proposals:
    """Injects that are due and whose condition holds fire, all at once."""
    book = moment.book
    msel, turn = book.injects, state.turn
    by_date = (msel.turn > 0) & (msel.turn <= turn) & (turn <= msel.until)
    dated = (state.dated > 0) & (state.dated <= turn) & (turn <= state.dated + msel.span)
    game, inject = np.nonzero((by_date | dated) & (state.fired == 0))
    fires = effects.holds(book, state, msel.when[inject], game)
    game, inject = game[fires], inject[fires]
    if not len(game):
        return Proposals()
    active = effects.certain(game, msel.first + inject)
    result = Proposals()
    effects.happen(book, state, active, result)
    fired = state.fired.copy()
    fired[game, inject] = turn
    result.marks["fired"] = fired
    return result


def assess(moment: Moment, state: State) -> Proposals:
    """What was heard since the last turn opened becomes known, within the error of a poll."""
    book = moment.book
    result = Proposals()
    if not state.hearing.any():
        return result
    sides = len(book.sides)
    game, team, audience = np.nonzero(state.hearing)
    columns = audience[:, None] * sides + np.arange(sides)
    dice = chance.roll(moment.key[game][:, None], book.poll_face[team[:, None], columns])
    spread = (dice & _LOW).astype(np.float64) - ((dice >> POLL_BITS) & _LOW).astype(np.float64)
    error = times(spread / 4096.0, book.number["poll_error"])
    polls, heard = state.polls.copy(), state.heard.copy()
    opinion = state.meters[:, book.at.opinion][game[:, None], columns]
    polls[game[:, None], team[:, None], columns] = np.clip(opinion + error, -100.0, 100.0)
    heard[game, team, audience] = state.turn
    result.marks.update(
        {
            "polls": polls,
            "heard": heard,
            "hearing": np.zeros_like(state.hearing),
        }
    )
    return result
