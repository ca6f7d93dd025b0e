"""Resolution: every order of the turn is checked against the same state, and all take effect together."""

import numpy as np
from numpy.typing import NDArray

from engine.kernel import checks, effects
from engine.kernel.change import Marks, Proposals
from engine.kernel.checks import Laid
from engine.kernel.lattice import Indices, Reals, q16, times
from engine.kernel.moment import Moment
from engine.kernel.rulebook import BACKFIRE, NONE, Rulebook
from engine.kernel.state import State

MOST_REPEATS = 3


def resolve(moment: Moment, state: State) -> Proposals:
    """Propose what the orders do."""
    book = moment.book
    laid = checks.lay(book, state, moment.orders)
    in_discord = checks.discord(book, laid, state.games)
    odds = checks.terms(book, state, laid, in_discord)
    outcome = checks.outcomes(book, laid, odds, moment.key)
    gain = np.array([1.0, book.number["outcome_partial"], book.number["outcome_backfire"]])[outcome]
    held = book.options.held[laid.option]
    fade = book.fade[state.repeats[laid.game, held]]
    active = effects.Active(laid.game, laid.option, outcome, gain, fade, odds.synergy)
    result = Proposals()
    effects.happen(book, state, active, result)
    _backfires(book, state, laid, outcome, result)
    result.marks.update(
        {
            "discord": in_discord,
            "cut": _cuts(book, state, laid, gain),
            "answered": _answers(book, state, laid, decided=moment.decided),
            "met": _meets(book, state, laid),
            "crossed": _crosses(book, state, laid),
            "laid": moment.orders.astype(np.int16),
            "outcome": _outcomes(state, laid, outcome),
            **_uses(book, state, laid.game, held),
        }
    )
    return result


def _outcomes(state: State, laid: Laid, outcome: Indices) -> NDArray[np.int8]:
    result = np.full(state.outcome.shape, NONE, dtype=np.int8)
    result.ravel()[laid.cell] = outcome
    return result


def _backfires(book: Rulebook, state: State, laid: Laid, outcome: Indices, result: Proposals) -> None:
    here = (outcome == BACKFIRE) & (laid.story >= 0)
    game, story = laid.game[here], laid.story[here]
    heat = times(effects.room(book, state)[game, story], book.number["backfire_heat"])
    result.single(game, book.at.heat.start + story, book.options.backfire[laid.option[here]], heat)


def _cuts(book: Rulebook, state: State, laid: Laid, gain: Reals) -> Reals:
    """What answers and presence take from the crowd, [game, narrative]."""
    here = (gain > 0) & (laid.story >= 0)
    amounts = q16(gain[here] * book.options.cut[laid.option[here]])
    narratives = len(book.narratives)
    cells = laid.game[here] * narratives + laid.story[here]
    total: Reals = np.bincount(cells, amounts, state.games * narratives).astype(np.float64)
    return total.reshape(state.games, narratives)


def _answers(book: Rulebook, state: State, laid: Laid, *, decided: bool) -> NDArray[np.bool_]:
    answered = np.zeros_like(state.answered) if decided else state.answered.copy()
    here = book.options.answers[laid.option] & (laid.story >= 0)
    answered[laid.game[here], book.options.team[laid.option[here]], laid.story[here]] = True
    return answered


def _meets(book: Rulebook, state: State, laid: Laid) -> NDArray[np.bool_]:
    met = state.met.copy()
    answers = np.flatnonzero(book.injects.answers[laid.option])
    order, inject = np.nonzero(book.injects.meets[laid.option[answers]])
    game = laid.game[answers[order]]
    met[game, inject] |= state.fired[game, inject] > 0
    return met


def _crosses(book: Rulebook, state: State, laid: Laid) -> NDArray[np.bool_]:
    crossed = state.crossed.copy()
    acts = np.flatnonzero(book.red_lines.any[laid.option])
    order, line = np.nonzero(book.red_lines.option[laid.option[acts]])
    game = laid.game[acts[order]]
    holds = effects.holds(book, state, book.red_lines.when[line], game)
    crossed[game[holds], line[holds]] = True
    return crossed


def _uses(book: Rulebook, state: State, game: Indices, held: Indices) -> Marks:
    """Recent uses of each card, and cards that are spent."""
    repeats = np.maximum(state.repeats - 1, 0)
    repeats[game, held] = np.minimum(state.repeats[game, held] + 1, MOST_REPEATS)
    spent = state.spent.copy()
    spent[game, held] |= book.once[held]
    return {"repeats": repeats, "spent": spent}
