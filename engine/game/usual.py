"""What usually comes of a turn: some exercises of bots alone, played once, against which a fair question is chosen.

They are played with dice of their own by the scenario as its author wrote it, but for what only some may know of it: so
nothing in them depends on what anybody at the table wants, is like or has done. They are the same in every process.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np

from engine.compiler.book import compile_book
from engine.game.bots.round import bots_round
from engine.game.course import Origin
from engine.game.seats import Seat
from engine.kernel import chance
from engine.kernel.lattice import Bools, Indices, Reals
from engine.kernel.rulebook import Rulebook
from engine.kernel.start import start_state
from engine.kernel.state import Small
from engine.kernel.turn import Batch, close_turn, open_turn
from engine.scenario.cast import Audience, Team
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario

BOTS = ("prudent", "random")
"""Ways of playing: where a meter stood as it does now, it was played about as well."""
GAMES = 64
"""Exercises that are played in each of these ways."""
NEAR = 24
"""So many of them, in which a meter stood nearest, are looked at; our choice."""


SECRET_OF_AUDIENCES = ("opinion", "fit", "poll_bias")
SECRET_OF_TEAMS = ("objectives", "red_lines", "mission", "credibility", "clarity", "network", "backlog", "file")
"""What a scenario says that not everybody knows: in these exercises it is the usual."""

Cast = TypeVar("Cast", Audience, Team)


@dataclass(frozen=True, slots=True, eq=False)
class Usual:
    """Many exercises of bots: meters and stages as each turn opened and at ENDEX, and who lost control in each turn."""

    book: Rulebook
    pace: Pace
    meters: Reals  # [turn, game, meter], turns from `first`, and ENDEX
    stage: Small  # [turn, game, narrative], the same
    struck: Bools  # [turn, game, team], turns alone

    def at(self, turn: int) -> int:
        """The place of a turn in these arrays: the last one is ENDEX, and peacetime, where there is any, turn 0."""
        return turn - (self.book.turns + 2 - len(self.meters))

    def until(self, turn: int) -> int:
        """The turn that opens with the next decision after this one; the one after the last for ENDEX."""
        later = [each for each in self.book.decisions[self.pace] if each > turn]
        return min(later, default=self.book.turns + 1)

    def moves(self, turn: int, meter: str, now: float) -> Reals:
        """How a meter moved from this turn to the next decision, in whole points as screens print them, [near game]."""
        place = self.book.meters.index(meter)
        before, after = self.meters[self.at(turn), :, place], self.meters[self.at(self.until(turn)), :, place]
        near = _nearest(np.abs(before - now))
        return np.rint(after[near]) - np.rint(before[near])

    def climbs(self, turn: int, story: str, stage: int, heat: float) -> float:
        """Share of the exercises in which a story that stood alike gained a stage."""
        place, meter = self.book.narratives.index(story), self.book.meters.index(f"{story}.heat")
        before, after = self.stage[self.at(turn), :, place], self.stage[self.at(self.until(turn)), :, place]
        apart = np.abs(self.meters[self.at(turn), :, meter] - heat) + 1000.0 * np.abs(before - float(stage))
        near = _nearest(apart)
        return float(np.mean((after > before)[near]))

    def strikes(self, turn: int, side: str) -> float:
        """Share of the exercises in which anybody on a side lost control."""
        own = self.book.team_side == self.book.sides.index(side)
        lost = self.struck[self.at(turn) : self.at(self.until(turn))][:, :, own]
        return float(np.mean(lost.any(axis=(0, 2))))


def usual(origin: Origin) -> Usual:
    """Return what usually comes of the turns of an exercise."""
    return _expected(_Asked(origin.scenario, origin.pace))


class _Asked:
    """What is asked about: this very scenario, since to compare all of two takes long."""

    def __init__(self, scenario: Scenario, pace: Pace) -> None:
        self.scenario, self.pace = scenario, pace

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.scenario is other.scenario and self.pace == other.pace

    def __hash__(self) -> int:
        return hash((id(self.scenario), self.pace))


@lru_cache(maxsize=8)
def _expected(asked: _Asked) -> Usual:
    """Return what everybody may expect: those that differ in secrets alone are played once."""
    return _played(_Script(_as_known(asked.scenario), asked.pace))


@dataclass(frozen=True, slots=True)
class _Script:
    """What is played; scenarios that are alike are the same."""

    scenario: Scenario
    pace: Pace

    def __hash__(self) -> int:
        return hash((self.scenario.id, frozenset(self.scenario.cards), frozenset(self.scenario.teams), self.pace))


@lru_cache(maxsize=8)
def _played(script: _Script) -> Usual:
    book = compile_book(script.scenario).book
    seated = [_exercises(script, book, bot) for bot in BOTS]
    meters, stage, struck = (np.concatenate(each, axis=1) for each in zip(*seated, strict=True))
    return Usual(book, script.pace, meters, stage, struck)


def _as_known(scenario: Scenario) -> Scenario:
    cast = {
        "audiences": _usual(scenario.audiences, SECRET_OF_AUDIENCES),
        "teams": _usual(scenario.teams, SECRET_OF_TEAMS),
    }
    return scenario.model_copy(update=cast)


def _usual(cast: Mapping[str, Cast], secret: tuple[str, ...]) -> dict[str, Cast]:
    """Return audiences or teams with the defaults in place of what is secret about them."""
    return {
        name: each.model_copy(
            update={what: type(each).model_fields[what].get_default(call_default_factory=True) for what in secret}
        )
        for name, each in cast.items()
    }


def _exercises(script: _Script, book: Rulebook, bot: str) -> tuple[Reals, Small, Bools]:
    """Play some exercises with the same bot in every seat."""
    keys = chance.games(chance.name("usual", f"{script.scenario.id}:{bot}"), 0, GAMES)
    batch, state = Batch(book, keys, script.pace), start_state(book, GAMES)
    seats = dict.fromkeys(book.teams, Seat("bot", bot))
    opened, struck = [], []
    while state.turn < book.turns:
        state = open_turn(batch, state)
        opened.append(state)
        state = close_turn(batch, state, bots_round(batch, state, seats))
        struck.append(state.struck)
    opened.append(state)
    return np.stack([each.meters for each in opened]), np.stack([each.stage for each in opened]), np.stack(struck)


def _nearest(apart: Reals) -> Indices:
    return np.argsort(apart, kind="stable")[:NEAR]
