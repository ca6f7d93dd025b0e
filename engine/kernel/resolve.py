"""Resolution: every order of the turn is checked against the same state, and all take effect together."""

import numpy as np
from numpy.typing import NDArray

from engine.kernel import checks, effects, flood, parley
from engine.kernel.change import Marks, Proposals
from engine.kernel.checks import Laid
from engine.kernel.kinds import BACKFIRE, KEPT_WAITING, NONE, Form
from engine.kernel.lattice import Bools, Indices, Reals, q16, times
from engine.kernel.laying import laying
from engine.kernel.leaks import leak
from engine.kernel.moment import Moment
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State

MOST_REPEATS = 3


def resolve(moment: Moment, state: State) -> Proposals:
    """Propose what the orders do."""
    book = moment.book
    result = Proposals()
    played = laying(moment, state, result)
    laid = checks.lay(book, state, played)
    waits = parley.kept_waiting(book, laid, state.games)
    in_discord = checks.discord(book, laid, state.games) | checks.slips_of_tongue(book, state, laid, moment.key)
    odds = checks.terms(book, state, laid, in_discord)
    outcome = np.where(waits, KEPT_WAITING, checks.outcomes(book, laid, odds, moment.key))
    gain = np.array([1.0, book.number["outcome_partial"], book.number["outcome_backfire"], 0.0])[outcome]
    fade = book.fade[state.repeats[laid.game, book.options.held[laid.option]]]
    active = effects.Active(laid.game, laid.option, outcome, gain, fade, odds.synergy)
    if book.comments.names:
        active = effects.together([active, flood.treat(book, state, laid, active, result)])
    effects.happen(book, state, active, result)
    _backfires(book, state, laid, outcome, result)
    leaked = leak(moment, state, laid, result)
    result.marks.update(
        {
            "discord": in_discord,
            "cut": _cuts(book, state, laid, gain),
            "met": _meets(book, state, laid),
            "played": played.astype(np.int16),
            "outcome": _in_slots(state, laid, outcome),
            "tended": _tended(book, state, laid),
            "offered": parley.offered(book, state, laid, waits, decided=moment.decided),
            "leaked": _in_slots(state, laid, leaked) > 0,
            **_done(moment, state, _only(laid, ~waits), result.marks["spent"]),
        }
    )
    return result


def _only(laid: Laid, which: Bools) -> Laid:
    return Laid(laid.game[which], laid.option[which], laid.story[which], laid.cell[which])


def _in_slots(state: State, laid: Laid, values: Indices | Bools) -> NDArray[np.int8]:
    result = np.full(state.outcome.shape, NONE, dtype=np.int8)
    result.ravel()[laid.cell] = values
    return result


def _done(moment: Moment, state: State, laid: Laid, spent: Bools) -> Marks:
    """What is so once these orders have taken effect."""
    book, decided = moment.book, moment.decided
    return {
        "answered": _answers(book, state, laid, decided=decided),
        "treated": flood.treated(book, state, laid, decided=decided),
        "stated": parley.stated(book, state, laid),
        **_uses(book, state, laid, spent),
    }


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


def _tended(book: Rulebook, state: State, laid: Laid) -> NDArray[np.int16]:
    """When each card was last kept up: played, or maintained with all the others of the team; and 1."""
    tended = state.tended.copy()
    held = book.options.held[laid.option]
    tended[laid.game, held] = state.turn + 1
    here = np.flatnonzero(book.options.form[laid.option] == Form.MAINTAIN)
    if len(here):
        team = np.array([book.teams.index(name) for name, _ in book.held])
        order, card = np.nonzero(book.options.team[laid.option[here]][:, None] == team)
        tended[laid.game[here[order]], card] = state.turn + 1
    return tended


def _uses(book: Rulebook, state: State, laid: Laid, spent: Bools) -> Marks:
    """Recent uses of each card, and cards that are spent."""
    held = book.options.held[laid.option]
    repeats = np.maximum(state.repeats - 1, 0)
    repeats[laid.game, held] = np.minimum(state.repeats[laid.game, held] + 1, MOST_REPEATS)
    spent = spent.copy()
    spent[laid.game, held] |= book.once[held]
    return {"repeats": repeats, "spent": spent}
