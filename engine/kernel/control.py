"""Losing control: a hazard for each team, shown before the decision and rolled after it."""

import numpy as np
from numpy.typing import NDArray

from engine.kernel import chance, effects
from engine.kernel.change import Proposals
from engine.kernel.lattice import RISK_BITS, RISK_LOW, RISK_ROWS, RISK_STEPS, Indices, Reals, risk, times
from engine.kernel.moment import Moment
from engine.kernel.rulebook import Rulebook
from engine.kernel.standing import hard_traces, hottest, load
from engine.kernel.state import State

TERMS = ("calm", "heat", "stage", "clarity", "backlog", "network", "discord", "hard")


def terms(book: Rulebook, state: State) -> dict[str, Reals]:
    """The terms of the log rate of losing control, each [game, team]."""
    number, at, side = book.number, book.at, book.team_side
    hot = hottest(book, state)
    clear = np.minimum(state.meters[:, at.clarity], number["clarity_cap"])
    pressure = hard_traces(book, state).max(axis=2)[:, side]
    return {
        "calm": np.full((state.games, len(book.teams)), book.log_base),
        "heat": times(hot.heat, number["hazard_heat"])[:, side],
        "stage": times(hot.stage, number["hazard_stage"])[:, side],
        "clarity": times(50.0 - clear, number["hazard_clarity"]),
        "backlog": times(np.maximum(load(book, state) - 0.5, 0.0), number["hazard_backlog"]),
        "network": times(state.meters[:, at.network], number["hazard_network"]),
        "discord": np.where(state.discord, number["hazard_discord"], 0.0)[:, side],
        "hard": times(pressure, number["hazard_hard"]),
    }


def risks(book: Rulebook, state: State) -> NDArray[np.int64]:
    """Chance of losing control in 1/65536, [game, team]."""
    return chances(sum(terms(book, state).values(), np.zeros(1)))


def chances(rate: Reals) -> NDArray[np.int64]:
    """Chance of losing control in 1/65536 at a log rate, of any shape."""
    row = np.clip(np.rint((rate - RISK_LOW) * RISK_STEPS), 0, RISK_ROWS - 1).astype(np.int64)
    return risk()[row]


def control(moment: Moment, state: State) -> Proposals:
    """Roll for each team, and propose what losing control does."""
    book = moment.book
    result = Proposals()
    faced = risks(book, state)
    dice = chance.roll(moment.key[:, None], book.hazard_face) & np.uint64((1 << RISK_BITS) - 1)
    struck = dice.astype(np.int64) < faced
    result.marks.update(
        {
            "risk": state.risk + faced,
            "struck": struck,
        }
    )
    game, team = np.nonzero(struck)
    if len(game):
        _strike(book, state, game, team, result)
    return result


def _strike(book: Rulebook, state: State, game: Indices, team: Indices, result: Proposals) -> None:
    number, at = book.number, book.at
    side = book.team_side[team]
    cause = np.array([book.cause_of[f"rule/control_lost/{name}"] for name in book.teams])[team]
    result.single(game, at.credibility.start + team, cause, np.full(len(game), number["strike_credibility"]))
    story = hottest(book, state).story[game, side]
    hot = story >= 0
    heat = times(effects.room(book, state)[game[hot], story[hot]], number["strike_heat"])
    result.single(game[hot], at.heat.start + story[hot], cause[hot], heat)
    audiences, sides = len(book.audiences), len(book.sides)
    meter = (at.opinion.start + np.arange(audiences)[None, :] * sides + side[:, None]).ravel()
    where = np.repeat(game, audiences)
    opinion = effects.Aimed(where, meter, np.ones(len(meter), dtype=bool), np.full(len(meter), -1))
    whole = np.full(len(meter), number["strike_opinion"])
    result.single(where, meter, np.repeat(cause, audiences), effects.damp(state, book, opinion, whole), whole)
