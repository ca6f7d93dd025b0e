"""Invariant 5, of what is so and not of what is laid: no view depends on an opinion that nobody has told the team."""

from dataclasses import replace

import pytest

from engine.game.conduct import Accepted, apply
from engine.game.intents import Lay, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.language.messages import Message
from engine.scenario.scenario import Scenario

COUNTRY = {
    "schema_version": 1,
    "id": "two_rooms",
    "title": "Two rooms",
    "summary": "One listens and speaks, the other looks on.",
    "clock": {"starts": "2031-04-10 08:00", "hours_per_turn": 24, "turns": 6},
    "sides": {"us": {"name": "Us"}, "them": {"name": "Them"}},
    "audiences": {"folk": {"name": "Folk", "opinion": {"us": 10}}, "press": {"name": "Press"}},
    "narratives": {"tale": {"name": "Tale", "heat": 30, "hurts": {"us": 1.0}}},
    "teams": {
        "ours": {
            "name": "Ours",
            "side": "us",
            "level": "embassy",
            "brief": "",
            "hours": 40,
            "holds": ["hear", "speak"],
        },
        "theirs": {"name": "Theirs", "side": "them", "level": "citizens", "brief": "", "hours": 40, "holds": ["hear"]},
    },
    "cards": {
        "hear": {
            "name": "Hear",
            "kind": "social_media",
            "form": "listen",
            "visible": "covert",
            "chance": "certain",
            "target": {"audience": "any"},
            "effects": [{"reveal": {"audience": "target"}}],
        },
        "speak": {
            "name": "Speak",
            "kind": "social_media",
            "form": "post",
            "chance": "certain",
            "effects": [{"shift": {"opinion_of": "own", "among": "folk", "by": 1.25}}],
        },
    },
}


def at_table(**changed):
    scenario = Scenario.model_validate(COUNTRY | changed)
    return begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 1)


def close(match, *wishes):
    for wish in wishes:
        assert isinstance(apply(match, wish.team, wish), Accepted)
    for team in match.waiting:
        apply(match, team, Seal(team))
    return match.close({})


def set_secretly(match, **meters):
    """Let meters have been otherwise all along in this turn; names have a double underscore for their point."""
    values = match.state.meters.copy()
    for name, value in meters.items():
        values[0, match.book.meters.index(name.replace("__", "."))] = value
    match.before, match.state = replace(match.before, meters=values), replace(match.state, meters=values)


def view(match, team):
    return Viewing(match).view(team)


def reasons(match, team, meter):
    """What a team was told of a meter in the last turn that is over."""
    changes = [change for change in view(match, team).bulletins[-1].changes if change.meter == meter]
    return {reason.cause: reason.amount for change in changes for reason in change.reasons}


def by_order(match, team, card):
    return Message.of("cause.order", team=match.scenario.teams[team].name, card=match.scenario.cards[card].name)


@pytest.mark.parametrize("opinion", [3.0, 40.0, -40.0, 99.75])
def test_what_an_order_does_to_an_opinion_is_told_as_it_was_written(opinion):
    match = at_table()
    close(match, Lay("ours", "hear", "folk"))
    set_secretly(match, folk__us=opinion)
    close(match, Lay("ours", "speak"))
    assert reasons(match, "ours", "folk.us")[by_order(match, "ours", "speak")] == 1.25
