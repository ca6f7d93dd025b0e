"""What stories and opinions do of themselves: a discrete self-exciting process, and audiences that listen.

Heat after Hawkes (1971), with saturation; see docs/MODEL.md, "Stories and opinion".
"""

import numpy as np

from engine.kernel import effects
from engine.kernel.change import Proposals
from engine.kernel.lattice import Bools, Reals, coefficient, q16, times
from engine.kernel.moment import Moment
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State

_LEAST_CUT = coefficient(-1 / 3)
REBOUND = (4, 6)


def spread(moment: Moment, state: State) -> Proposals:
    """Heat fades and is repeated, opinions move, traces fade, and meters drift."""
    book = moment.book
    result = Proposals()
    _heat(book, state, result)
    _opinion(book, state, result)
    _traces(book, state, result)
    games = np.arange(state.games)
    active = effects.certain(games, np.full(state.games, book.drift_source))
    effects.happen(book, state, active, result)
    return result


def vacuum(book: Rulebook, state: State) -> Bools:
    """Stories that hurt a side and that no team of any side that they hurt has answered, [game, narrative]."""
    hurt = state.slant > 0
    minded = (state.answered & hurt[:, :, book.team_side].transpose(0, 2, 1)).any(axis=1)
    result: Bools = np.any(hurt, axis=2) & ~minded
    return result


def _heat(book: Rulebook, state: State, result: Proposals) -> None:
    at, stories = book.at.heat, len(book.narratives)
    heat, room = state.meters[:, at], effects.room(book, state)
    kept = book.spread.persistence[state.stage]
    result.block(at, np.full(stories, book.cause_of["rule/attention_fades"]), -times(heat, 1.0 - kept))
    repeated = times(times(heat, q16((1.0 - kept) * _crowd(book, state))), room)
    result.block(at, np.full(stories, book.cause_of["rule/the_crowd"]), repeated)
    for (source, target, share), cause in zip(book.spread.feeds, book.spread.feed_cause, strict=True):
        fed = times(times(heat[:, source], share), room[:, target])
        result.block(slice(at.start + target, at.start + target + 1), np.array([cause]), fed[:, None])
    returns = (state.block >= REBOUND[0]) & (state.block <= REBOUND[1])
    if returns.any():
        back = times(times(effects.free(book, state), book.number["block_rebound"]), room)
        result.block(at, np.full(stories, book.cause_of["rule/rebound"]), np.where(returns, back, 0.0))


def _crowd(book: Rulebook, state: State) -> Reals:
    """How strongly the crowd repeats each story this turn, [game, narrative]."""
    number = book.number
    cuts = np.maximum(state.cut, _LEAST_CUT)
    crowd = np.broadcast_to(book.spread.crowd, cuts.shape)
    if state.block.any():
        strength = np.array([0.0, number["block_first"], number["block_second"], number["block_third"], 0, 0, 0])
        closed = 1.0 - effects.free(book, state)
        crowd = q16(crowd * (1.0 - q16(closed * strength[state.block])))
    crowd = q16(crowd * (1.0 - q16(cuts / (1.0 + cuts))))
    return np.where(vacuum(book, state), q16(crowd * (1.0 + number["vacuum"])), crowd)


def _opinion(book: Rulebook, state: State, result: Proposals) -> None:
    at, sides, audiences = book.at.opinion, len(book.sides), len(book.audiences)
    heat = state.meters[:, book.at.heat]
    for story in range(len(book.narratives)):
        slanted = times(heat[:, story, None], state.slant[:, story, :])
        hurt = times(slanted[:, None, :], book.spread.weight[story][:, None])
        cause = np.full(audiences * sides, book.spread.story_cause[story])
        result.block(at, cause, -hurt.reshape(state.games, -1))
    opinion = state.meters[:, at]
    by_audience = opinion.reshape(-1, audiences, sides)
    heard = np.zeros_like(by_audience)
    for source, listener in np.argwhere(book.spread.listens):
        heard[:, listener] += by_audience[:, source] * book.spread.listens[source, listener]
    pulled = times(heard.reshape(state.games, -1), 1.0)
    result.block(at, np.full(audiences * sides, book.cause_of["rule/listens"]), pulled)
    settled = times(book.start[at] - opinion, book.number["opinion_settles"])
    result.block(at, np.full(audiences * sides, book.cause_of["rule/settles"]), settled)


def _traces(book: Rulebook, state: State, result: Proposals) -> None:
    lost = 1.0 - book.number["trace_keep"]
    for at in (book.at.hard, book.at.soft):
        cause = np.full(at.stop - at.start, book.cause_of["rule/trace_fades"])
        result.block(at, cause, -times(state.meters[:, at], lost))
