"""A flood of comments: classes that look alike until sorted, and what answering, removing and leaving them does."""

import numpy as np

from engine.kernel.change import Proposals
from engine.kernel.checks import Laid
from engine.kernel.effects import Active
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import ANSWERED, KEPT_WAITING, LEFT, REMOVED, TREATMENTS
from engine.kernel.lattice import Bools, Indices, Reals, q12, q16, ratio, times
from engine.kernel.rulebook import Rulebook
from engine.kernel.standing import load
from engine.kernel.state import State


def numbers(book: Rulebook, state: State) -> Reals:
    """How many comments of each class there are beside the others, [game, class]."""
    result = np.zeros((state.games, len(book.comments.names)))
    for place, expression in enumerate(book.comments.share):
        result[:, place] = q12(np.maximum(evaluate(book.expressions[expression], state), 0.0))
    return result


def source(book: Rulebook, team: Indices, comments: Indices, treatment: Indices | int) -> Indices:
    """Place of the source of what treating, or leaving, a class does for a team."""
    classes = len(book.comments.names)
    result: Indices = book.comments.first + (team * classes + comments) * len(TREATMENTS) + treatment
    return result


def treat(book: Rulebook, state: State, laid: Laid, active: Active, result: Proposals) -> Active:
    """Book the relief that treating comments gives; return what it does to the classes, weighted; [order]."""
    flood = book.comments
    here = np.flatnonzero(flood.treats[laid.option] & (active.outcome != KEPT_WAITING))
    game, option = laid.game[here], laid.option[here]
    crowd = numbers(book, state)[game]
    chosen = crowd * flood.chosen[option]
    of_chosen = chosen.sum(axis=1)
    focus = np.minimum(times(ratio(of_chosen, crowd.sum(axis=1)), book.number["triage_focus"]), 1.0)
    hours = np.where(flood.removes[option], book.number["remove_hours"], book.number["reply_hours"])
    backlog = book.at.backlog.start + book.options.team[option]
    result.single(game, backlog, flood.cause[option], -times(focus, hours))
    weight = ratio(chosen, of_chosen[:, None])
    order, comments = np.nonzero(chosen > 0)
    kind = np.where(flood.removes[option[order]], REMOVED, ANSWERED)
    where = here[order]
    return Active(
        game[order],
        source(book, book.options.team[option[order]], comments, kind),
        active.outcome[where],
        active.gain[where],
        q16(active.fade[where] * weight[order, comments]),
        active.synergy[where],
    )


def treated(book: Rulebook, state: State, laid: Laid, *, decided: bool) -> Bools:
    """Classes that each team has treated since the last decision, [game, team, class]."""
    result = np.zeros_like(state.treated) if decided else state.treated.copy()
    here = np.flatnonzero(book.comments.treats[laid.option])
    order, comments = np.nonzero(book.comments.chosen[laid.option[here]])
    where = here[order]
    result[laid.game[where], book.options.team[laid.option[where]], comments] = True
    return result


def leave(book: Rulebook, state: State) -> Active:
    """What the comments do that nobody treated, as sources at work."""
    crowd = numbers(book, state)
    share = ratio(crowd, crowd.sum(axis=1, keepdims=True))
    pressed = np.minimum(load(book, state), 1.0)
    on_duty = np.zeros(len(book.teams), dtype=bool)
    on_duty[book.comments.duty] = True
    scale = q16(share[:, None, :] * pressed[:, :, None])
    game, team, comments = np.nonzero(~state.treated & on_duty[None, :, None] & (scale > 0))
    ones = np.ones(len(game))
    outcome = np.zeros(len(game), dtype=np.int64)
    at_work = source(book, team, comments, LEFT)
    return Active(game, at_work, outcome, ones, scale[game, team, comments], np.zeros(len(game)))
