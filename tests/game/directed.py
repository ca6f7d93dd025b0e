"""A table at which one person sits with bots, and a facilitator who steps in."""

from engine.game.conduct import Accepted
from engine.game.intents import (
    FACILITATOR,
    Seal,
)
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.scenario.reader import read_shipped

TORCH = read_shipped("torch_and_supermarket")


BOTS = {team: Seat("bot", "random") for team in TORCH.scenario.teams}


def table(save=None, seats=BOTS, human="retailer"):
    return Table.start(TORCH, {**seats, human: HUMAN}, seed=5, save=save)


def seal(at, times=1, team="retailer"):
    for _ in range(times):
        assert isinstance(at.apply(team, Seal(team)), Accepted)


def direct(at, intent):
    came = at.apply(FACILITATOR, intent)
    assert isinstance(came, Accepted), came
    return came


def status_of(at, inject):
    match = at.match
    return int(match.state.fired[0, match.book.msel.index(inject)])
