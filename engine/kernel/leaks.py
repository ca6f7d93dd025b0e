"""What is written down can surface: orders that are not public leak, the more often while an account is phished."""

import numpy as np

from engine.kernel import chance, effects
from engine.kernel.change import Proposals
from engine.kernel.checks import Laid
from engine.kernel.lattice import RISK_BITS, Bools, times
from engine.kernel.moment import Moment
from engine.kernel.rulebook import Rulebook
from engine.kernel.standing import hottest
from engine.kernel.state import State

CERTAIN = 1 << RISK_BITS


def leak(moment: Moment, state: State, laid: Laid, result: Proposals) -> Bools:
    """Propose what leaks do; return the orders that leaked, [order]."""
    book = moment.book
    leaked = np.zeros(len(laid.game), dtype=bool)
    here = np.flatnonzero(book.options.leaks[laid.option])
    if state.turn == 0 or not len(here):
        return leaked
    game, option = laid.game[here], laid.option[here]
    usual = CERTAIN * book.number["leak_chance"]
    often = min(CERTAIN, float(np.rint(usual * book.number["leak_exposed"])))
    exposed = state.exposed[game, book.options.team[option]] >= state.turn
    dice = chance.roll(moment.key[game], book.options.faces.leak[option]) & np.uint64(CERTAIN - 1)
    leaked[here] = dice.astype(np.int64) < np.where(exposed, often, usual)
    _surface(book, state, _only(laid, leaked), result)
    return leaked


def _only(laid: Laid, which: Bools) -> Laid:
    return Laid(laid.game[which], laid.option[which], laid.story[which], laid.cell[which])


def _surface(book: Rulebook, state: State, laid: Laid, result: Proposals) -> None:
    game, option = laid.game, laid.option
    team, side, cause = book.options.team[option], book.options.side[option], book.options.leak[option]
    cost = np.full(len(game), book.number["leak_credibility"])
    result.single(game, book.at.credibility.start + team, cause, cost)
    story = hottest(book, state).story[game, side]
    hot = story >= 0
    heat = times(effects.room(book, state)[game[hot], story[hot]], book.number["leak_heat"])
    result.single(game[hot], book.at.heat.start + story[hot], cause[hot], heat)
