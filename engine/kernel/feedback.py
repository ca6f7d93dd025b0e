"""The end of a turn: inboxes, silence and its price, missed answers, and the ladder that stories climb."""

import numpy as np
from numpy.typing import NDArray

from engine.kernel import effects, flood, parley
from engine.kernel.change import Proposals
from engine.kernel.kinds import NONE, Form
from engine.kernel.lattice import q16, times
from engine.kernel.moment import Moment
from engine.kernel.rulebook import Rulebook
from engine.kernel.standing import Hottest, hottest
from engine.kernel.state import State

TOP = 2
LAST_AGE = 6


def feedback(moment: Moment, state: State) -> Proposals:
    """Propose what the turn leaves behind."""
    book = moment.book
    result = Proposals()
    hot = hottest(book, state)
    _backlog(book, state, hot, result)
    _credibility(book, state, hot, result)
    _expectations(moment, state, result)
    _files(book, state, result)
    _ladder(book, state, result)
    parley.keep_or_break(moment, state, result)
    at_work = [*_missed(moment, state), *([flood.leave(book, state)] if book.comments.names else [])]
    if at_work:
        effects.happen(book, state, effects.together(at_work), result)
    return result


def _backlog(book: Rulebook, state: State, hot: Hottest, result: Proposals) -> None:
    at, teams = book.at.backlog, len(book.teams)
    inbound = book.number["inbox_base"] + times(hot.heat, book.number["inbox_heat"])[:, book.team_side]
    result.block(at, np.full(teams, book.cause_of["rule/inbox"]), inbound)
    result.block(at, np.full(teams, book.cause_of["rule/unspent_hours"]), -state.meters[:, book.at.hours])
    if book.team_channels.any():
        channels = (state.meters[:, book.at.channel].reshape(state.suspended.shape) > 0).sum(axis=2)
        upkeep = np.where(book.team_channels, channels * book.number["channel_upkeep"], 0.0)
        result.block(at, np.full(teams, book.cause_of["rule/upkeep"]), upkeep)


def _credibility(book: Rulebook, state: State, hot: Hottest, result: Proposals) -> None:
    at, teams, side = book.at.credibility, len(book.teams), book.team_side
    story = np.maximum(hot.story, 0)[:, side]
    games = np.arange(state.games)[:, None]
    spoke = state.answered[games, np.arange(teams)[None, :], story]
    mates = np.zeros((state.games, len(book.sides)), dtype=bool)
    for team in range(teams):
        mates[:, side[team]] |= spoke[:, team]
    lighter = mates[:, side] | laid_form(book, state, Form.WITHHOLD)
    price = np.where(lighter, book.number["silence_shared"], book.number["silence_credibility"])
    expected = state.meters[:, book.at.expectation]
    price = times(price, 1.0 + q16(expected * book.number["expectation_price"]))
    silent = ~spoke & (hot.heat > 0)[:, side]
    named = np.array([book.cause_of[f"rule/silence/{name}"] for name in book.narratives], dtype=np.int64)
    game, whose = np.nonzero(silent)
    result.single(game, at.start + whose, named[story[game, whose]], -price[game, whose])
    back = times(book.start[at] - state.meters[:, at], book.number["credibility_return"])
    result.block(at, np.full(teams, book.cause_of["rule/credibility_returns"]), back)


def laid_form(book: Rulebook, state: State, form: Form) -> NDArray[np.bool_]:
    """Teams of whom an order of this form took effect this turn, [game, team]."""
    there = state.played != NONE
    there[there] = book.options.form[state.played[there]] == form
    result: NDArray[np.bool_] = there.any(axis=2)
    return result


def _expectations(moment: Moment, state: State, result: Proposals) -> None:
    """Who answers is expected to answer again, and fast."""
    book = moment.book
    if moment.decided:
        at = book.at.expectation
        fades = -times(state.meters[:, at], book.number["expectation_fade"])
        moved = np.where(state.answered.any(axis=2), book.number["expectation_rise"], fades)
        result.block(at, np.full(len(book.teams), book.cause_of["rule/expectations"]), moved)


def _files(book: Rulebook, state: State, result: Proposals) -> None:
    """A case file fades, unless somebody keeps it."""
    at = book.at.file
    if state.meters[:, at].any():
        fades = -times(state.meters[:, at], book.number["file_fade"])
        kept = laid_form(book, state, Form.MAINTAIN)
        result.block(at, np.full(len(book.teams), book.cause_of["rule/file_fades"]), np.where(kept, 0.0, fades))


def _missed(moment: Moment, state: State) -> list[effects.Active]:
    """Injects whose last turn to answer has come at the pace of this turn, and had not come by the turn before."""
    book, msel = moment.book, np.arange(len(moment.book.msel))

    def has_come(pace: str, turn: int) -> NDArray[np.bool_]:
        last = book.injects.deadline[pace][msel, state.fired]
        come: NDArray[np.bool_] = (last > 0) & (last <= turn)
        return come

    first = moment.former[-1][1] + 1 if moment.former else 0
    before = [*moment.former, *([(moment.pace, state.turn - 1)] if first < state.turn else [])]
    missed = has_come(moment.pace, state.turn) & ~state.met
    for pace, turn in before:
        missed &= ~has_come(pace, turn)
    game, inject = np.nonzero(missed)
    return [effects.certain(game, book.injects.missed + inject)] if len(game) else []


def _ladder(book: Rulebook, state: State, result: Proposals) -> None:
    """Stages rise after some turns above their threshold, fall below another; blocks grow older."""
    number = book.number
    heat = state.meters[:, book.at.heat]
    threshold = np.array([number["stage_up_grassroots"], number["stage_up_public"], np.inf])[state.stage]
    above: NDArray[np.int8] = np.where(heat > threshold, state.above + 1, 0).astype(np.int8)
    rises = above >= number["stage_turns"]
    falls = heat < number["stage_down"]
    stage = np.clip(state.stage + rises - falls, 0, TOP).astype(np.int8)
    above[rises] = 0
    block = np.where((state.block > 0) & (state.block < LAST_AGE), state.block + 1, 0).astype(np.int8)
    result.marks.update(
        {
            "stage": stage,
            "above": above,
            "block": block,
        }
    )
