"""Verbs that do not add: flags, cards, dates, listening, blocks and re-targets; and what is sent to arrive later."""

from dataclasses import dataclass

import numpy as np

from engine.kernel.change import Proposals
from engine.kernel.kinds import NONE, Verb
from engine.kernel.lattice import Indices, Reals, q16
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """Effect rows that happen now. All arrays are [happening]."""

    game: Indices
    row: Indices
    scale: Reals


def send(book: Rulebook, state: State, late: Happening) -> Reals:
    """Put what arrives later on its way, [game, way, turns ahead - 1]."""
    rows, row = book.rows, late.row
    underway = state.underway.copy()
    parts = rows.parts[row]
    scale = np.where(parts > 1, q16(late.scale / parts), late.scale)
    for part in range(int(parts.max())):
        arrives = rows.after[row] + part
        here = (part < parts) & (arrives > 0)
        np.add.at(underway, (late.game[here], rows.way[row[here]], arrives[here] - 1), scale[here])
    return underway


def settings(book: Rulebook, state: State, now: Happening, result: Proposals, *, looked: bool) -> None:
    """Marks of the verbs that do not add: clear beats raise, close beats unlock, the earliest date wins."""
    rows = book.rows
    for verb in np.flatnonzero(np.bincount(rows.verb[now.row])).tolist():
        here = rows.verb[now.row] == verb
        game, row = now.game[here], now.row[here]
        thing, marks = rows.thing[row], result.marks
        match verb:
            case Verb.RAISE | Verb.CLEAR:
                flags = marks.setdefault("flags", state.flags.copy())
                flags[game, thing] = verb == Verb.RAISE
            case Verb.UNLOCK | Verb.CLOSE:
                held = marks.setdefault("open", state.open.copy())
                held[game, thing] = verb == Verb.UNLOCK
            case Verb.SCHEDULE:
                dated = state.dated.copy()
                past = (dated == 0) | (dated + book.injects.span < state.turn + looked)
                dated[past] = np.iinfo(np.int16).max
                np.minimum.at(dated, (game, thing), (state.turn + rows.dated[row]).astype(np.int16))
                untouched = dated == np.iinfo(np.int16).max
                dated[untouched] = state.dated[untouched]
                marks["dated"] = dated
            case Verb.REVEAL | Verb.SORT | Verb.PREPARE | Verb.SHARE | Verb.SUSPEND | Verb.EXPOSE:
                _of_teams(book, state, (game, row), Verb(verb), result)
            case Verb.BLOCK:
                block = marks.setdefault("block", state.block.copy())
                block[game, thing] = 1
            case Verb.RETARGET:
                marks["slant"] = _retarget(book, state, game, row)


def _of_teams(book: Rulebook, state: State, now: tuple[Indices, Indices], verb: Verb, result: Proposals) -> None:
    """What teams hear, share, prepare, and may no longer do."""
    (game, row), rows, marks = now, book.rows, result.marks
    thing, until = rows.thing[row], (state.turn + rows.dated[row]).astype(np.int16)
    game, team, place = _each_team(book, game, rows.team[row])
    match verb:
        case Verb.REVEAL:
            hearing = marks.setdefault("hearing", state.hearing.copy())
            np.maximum.at(hearing, (game, team, thing[place]), rows.number[row[place]].astype(np.int8))
        case Verb.SORT:
            sorting = marks.setdefault("sorting", state.sorting.copy())
            sorting[game, team] = True
        case Verb.PREPARE:
            prepared = marks.setdefault("prepared", state.prepared.copy())
            prepared[game, thing[place]] = True
        case Verb.SHARE:
            sharing = marks.setdefault("sharing", state.sharing.copy())
            sharing[game, team, thing[place]] = True
        case Verb.SUSPEND:
            suspended = marks.setdefault("suspended", state.suspended.copy())
            np.maximum.at(suspended, (game, team, thing[place]), until[place])
        case Verb.EXPOSE:
            exposed = marks.setdefault("exposed", state.exposed.copy())
            np.maximum.at(exposed, (game, team), until[place])
            secured = rows.dated[row[place]] == 0
            exposed[game[secured], team[secured]] = 0


def _each_team(book: Rulebook, game: Indices, team: Indices) -> tuple[Indices, Indices, Indices]:
    """Rows with each team that they mean, NONE being all: game, team, and place of the row; [row x team]."""
    count = np.where(team == NONE, len(book.teams), 1)
    place = np.repeat(np.arange(len(team)), count)
    among = np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)
    return game[place], np.where(team[place] == NONE, among, team[place]), place


def _retarget(book: Rulebook, state: State, game: Indices, row: Indices) -> Reals:
    """Slants after re-targeting: the strongest wins, and a tie of different ones changes nothing."""
    slant = state.slant.copy()
    target = book.rows.thing[row]
    story, strength = book.retargets.story[target], book.rows.number[row]
    cells = (state.games, slant.shape[1])
    best = np.zeros(cells)
    np.maximum.at(best, (game, story), strength)
    wins = strength == best[game, story]
    first, last = np.full(cells, len(book.retargets.slant)), np.full(cells, NONE)
    np.minimum.at(first, (game[wins], story[wins]), target[wins])
    np.maximum.at(last, (game[wins], story[wins]), target[wins])
    games, stories = np.nonzero(first == last)
    new = book.retargets.slant[first[games, stories]]
    slant[games, stories] = np.where(np.isnan(new), slant[games, stories], new)
    return slant
