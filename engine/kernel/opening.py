"""The opening of a turn: hours renewed, what was under way arrives, injects fire, what was heard becomes known."""

import numpy as np

from engine.kernel import chance, effects
from engine.kernel.change import Marks, Proposals
from engine.kernel.checks import fresh_hearing
from engine.kernel.kinds import LISTENED, NONE
from engine.kernel.lattice import Reals, times
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
    underway = _kept_up(moment, state)
    game, way = np.nonzero(underway[:, :, 0])
    scale = underway[game, way, 0]
    result = Proposals()
    effects.land(book, state, Happening(game, book.ways.row[way], scale), result, looked=False)
    nearer = np.zeros_like(underway)
    nearer[:, :, :-1] = underway[:, :, 1:]
    result.marks["underway"] = nearer
    return result


def _kept_up(moment: Moment, state: State) -> Reals:
    """What is under way, without what posts still had to do that nobody kept up."""
    held = moment.book.ways.post
    posts = np.flatnonzero(held != NONE)
    if not len(posts):
        return state.underway
    since = state.turn + 1 - state.tended[:, held[posts]]
    # Only what arrives now counts: a post that is still to arrive for the first time is not yet stale.
    stale = (since > moment.book.number["post_lasts"]) & (state.underway[:, posts, 0] != 0)
    kept = state.underway.copy()
    kept[:, posts] = np.where(stale[:, :, None], 0.0, kept[:, posts])
    return kept


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
    """What was heard since the last turn opened becomes known, within the error of a poll; then it is shared."""
    result = Proposals()
    asked = state.hearing.any() or state.sorting.any() or state.sharing.any()
    if asked:
        known = _polled(moment, state)
        if state.sharing.any():
            known = _shared(state, known)
        result.marks.update(known)
        result.marks["hearing"] = np.zeros_like(state.hearing)
        result.marks["sorting"] = np.zeros_like(state.sorting)
        result.marks["sharing"] = np.zeros_like(state.sharing)
    return result


def _polled(moment: Moment, state: State) -> Marks:
    book = moment.book
    sides = len(book.sides)
    game, team, audience = np.nonzero(state.hearing)
    listened = state.hearing[game, team, audience] == LISTENED
    columns = audience[:, None] * sides + np.arange(sides)
    dice = chance.roll(moment.key[game][:, None], book.polls.face[team[:, None], columns])
    spread = (dice & _LOW).astype(np.float64) - ((dice >> POLL_BITS) & _LOW).astype(np.float64)
    depth = np.where(fresh_hearing(book, state)[game, team, audience], state.depth[game, team, audience], 0)
    deeper = np.minimum(depth + 1, len(book.polls.narrow))
    error = times(spread / 4096.0, book.number["poll_error"])
    narrow = book.polls.narrow[deeper - 1][:, None]
    error = np.where(listened[:, None], times(error, narrow), error + book.polls.bias[columns])
    polls, polled = state.polls.copy(), state.polled.copy()
    heard, depths, sorted_at = state.heard.copy(), state.depth.copy(), state.sorted.copy()
    opinion = state.meters[:, book.at.opinion][game[:, None], columns]
    polls[game[:, None], team[:, None], columns] = np.clip(opinion + error, -100.0, 100.0)
    polled[game, team, audience] = state.turn
    game, team, audience = game[listened], team[listened], audience[listened]
    heard[game, team, audience] = state.turn
    depths[game, team, audience] = deeper[listened]
    sorted_at[state.sorting] = state.turn
    return {"polls": polls, "polled": polled, "heard": heard, "depth": depths, "sorted": sorted_at}


def _shared(state: State, known: Marks) -> Marks:
    """What teams know once they have heard from one another; of equal dates the first sender's counts."""
    teams = known["polled"].shape[1]
    polls = known["polls"].reshape(*known["polled"].shape, -1)
    new_polls, polled = polls.copy(), known["polled"].copy()
    heard, depth, sorted_at = known["heard"].copy(), known["depth"].copy(), known["sorted"].copy()
    for sender in range(teams):
        told = state.sharing[:, sender, :, None]
        later = told & (known["polled"][:, sender, None, :] > polled)
        new_polls = np.where(later[..., None], polls[:, sender, None], new_polls)
        polled = np.where(later, known["polled"][:, sender, None, :], polled)
        later = told & (known["heard"][:, sender, None, :] > heard)
        depth = np.where(later, known["depth"][:, sender, None, :], depth)
        heard = np.where(later, known["heard"][:, sender, None, :], heard)
        told = state.sharing[:, sender]
        sorted_at = np.where(told, np.maximum(sorted_at, known["sorted"][:, sender, None]), sorted_at)
    flat = new_polls.reshape(known["polls"].shape)
    return {"polls": flat, "polled": polled, "heard": heard, "depth": depth, "sorted": sorted_at}
