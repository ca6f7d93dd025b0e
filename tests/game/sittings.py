"""Plays matches of generated scenarios at random, and tells apart the teams that look on."""

import copy
import random
from dataclasses import replace

from hypothesis import strategies as st

from engine.game.conduct import Accepted, apply
from engine.game.intents import Lay, Seal, TakeBack, Undo
from engine.game.match import begin
from engine.game.seats import BOTS, EMPTY, HUMAN, Seat
from engine.game.viewing import Viewing
from engine.scenario.scenario import Scenario
from tests.strategies import playable_data

NAMED = (
    *("sides", "audiences", "narratives", "teams", "meters", "cards", "injects", "platforms", "flags"),
    *("appearances", "comments"),
)
PAPER, SLIP = "m_paper", {"form": "slip", "visible": "parties", "target": {"team": "any"}, "peacetime": "also"}
"""A private note that every team may pass to any other."""


class Sitting:
    """A match with its views, driven by dice."""

    def __init__(self, scenario, seats, seed=0, pace="full"):
        self._look_at(begin(scenario, seats, pace, seed))

    def _look_at(self, match):
        self.match, self.viewing, self.scenario = match, Viewing(match), match.origin.scenario

    def twin(self):
        """Another one that stands where this one stands: they share what nobody can change, and no more."""
        match = self.match
        shared = {id(each): each for each in (match.origin, match.edition, match.book)}
        other = copy.copy(self)
        other._look_at(copy.deepcopy(match, shared))
        return other

    def view(self, team):
        self.viewing.refresh()
        return self.viewing.view(team)

    def views(self):
        return {team: self.view(team) for team in (None, *self.scenario.teams)}

    def apply(self, intent):
        return apply(self.match, intent.team, intent)

    def fiddle(self, dice, team):
        """Lay this and that on a team's tray, take some back, undo; return the intents that were accepted."""
        options = [laid[1:] for laid in self.match.book.laid if laid[0] == team]
        done = []
        for card, target, voice in dice.sample(options, min(len(options), 6)):
            wish = dice.choice([Lay(team, card, target, voice)] * 4 + [Undo(team), TakeBack(team, card)])
            if isinstance(self.apply(wish), Accepted):
                done.append(wish)
        return done

    def seal(self, team):
        return self.apply(Seal(team))

    def everybody_lays(self, dice):
        for team in self.scenario.teams:
            self.fiddle(dice, team)

    def close(self):
        """Seal what is not sealed yet, and close the turn."""
        for team in self.match.waiting:
            self.seal(team)
        return self.match.close(self.match.bots())

    def go(self, dice, turns):
        """Play so many turns, everybody laying at random."""
        for _ in range(turns):
            if not self.match.ended:
                self.everybody_lays(dice)
                self.close()


def people(scenario):
    return dict.fromkeys(scenario.teams, HUMAN)


def seatings(scenario):
    """Persons, bots and nobody, as it comes."""
    seats = st.sampled_from([HUMAN, HUMAN, HUMAN, *(Seat("bot", name) for name in BOTS), EMPTY])
    return st.fixed_dictionaries(dict.fromkeys(scenario.teams, seats))


@st.composite
def traceable_data(draw):
    """Data of a scenario in which every name says what it is the name of, cards are seen by all, some or none,
    more than one team sits, and each may pass notes."""
    data = draw(playable_data())
    for card in data["cards"].values():
        if card["form"] != "slip" and "position" not in card:  # those say who sees them by what they are
            card["visible"] = draw(st.sampled_from(["public", "parties", "parties", "covert"]))
    for audience in data["audiences"].values():
        audience.pop("published_polls", None)  # an opinion that is published is no secret any more
    for kind in NAMED:
        for identity, written in data.get(kind, {}).items():
            written["name"] = f"the {kind} {identity}"
    if len(data["teams"]) == 1:
        only = copy.deepcopy(next(iter(data["teams"].values())))
        data["teams"]["another"] = only | {"name": "the teams another"}
    data["cards"][PAPER] = {"name": f"the cards {PAPER}", "kind": "social_media", "chance": "certain", **SLIP}
    for team in data["teams"].values():
        team["holds"] = [*team["holds"], PAPER]
    return data


def two_teams(dice, scenario):
    """One that looks on, and another."""
    return dice.sample(sorted(scenario.teams), 2)


def open_for_all(view):
    """A view without what is open to everybody at the table anyway: who has sealed."""
    return replace(view, table=tuple(replace(line, sealed=False) for line in view.table))


def read(data):
    return Scenario.model_validate(data)


def dice_of(seed):
    return random.Random(seed)


def become(match, changed):
    """Let meters, by their places, have been so all along in this turn."""
    for name in ("before", "state"):
        state = getattr(match, name)
        meters = state.meters.copy()
        meters[0, list(changed)] = list(changed.values())
        setattr(match, name, replace(state, meters=meters))
