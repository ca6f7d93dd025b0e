"""Invariant 5, of what is so and not of what is laid: no view depends on an opinion that nobody has told the team."""

import pytest

from engine.compiler.book import compile_book
from engine.game.conduct import Accepted, apply
from engine.game.intents import Lay, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.language.messages import Message
from engine.scenario.reader import read_shipped, shipped_ids
from engine.scenario.scenario import Scenario
from tests.game.sittings import become

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
    become(match, {match.book.meters.index(name.replace("__", ".")): value for name, value in meters.items()})


def view(match, team):
    return Viewing(match).view(team)


def reasons(match, team, meter):
    """What a team was told of a meter in the last turn that is over."""
    changes = [change for change in view(match, team).bulletins[-1].changes if change.meter == meter]
    return {reason.cause: reason.amount for change in changes for reason in change.reasons}


def by_order(match, team, card):
    named = Message.of("cause.card.plain", card=match.scenario.cards[card].name)
    return Message.of("cause.order", team=match.scenario.teams[team].name, card=named)


@pytest.mark.parametrize("opinion", [3.0, 40.0, -40.0, 99.75])
def test_what_an_order_does_to_an_opinion_is_told_as_it_was_written(opinion):
    match = at_table()
    close(match, Lay("ours", "hear", "folk"))
    set_secretly(match, folk__us=opinion)
    close(match, Lay("ours", "speak"))
    assert reasons(match, "ours", "folk.us")[by_order(match, "ours", "speak")] == 1.25


def speaking(by, **more):
    """The country, in which what the card does to the opinion of folk is written so."""
    speak = {**COUNTRY["cards"]["speak"], "effects": [{"shift": {"opinion_of": "own", "among": "folk", **by}, **more}]}
    return {"cards": COUNTRY["cards"] | {"speak": speak}}


@pytest.mark.parametrize(
    ("by", "more", "is_told"),
    [
        ({"by": "3 + ours.clarity / 10"}, {}, True),
        ({"by": "tale.heat / 10"}, {"when": "ours.credibility > 10"}, True),
        ({"by": 2}, {"when": "press.us > -50"}, False),
        ({"by": "theirs.clarity / 10"}, {}, False),
        ({"by": "press.us + 3"}, {}, False),
        ({"by": "10%"}, {}, False),
        ({"to": 50}, {}, False),
        ({"to": 50, "by": 2}, {}, False),
    ],
)
def test_an_amount_is_told_to_those_who_may_read_all_that_it_depends_on(by, more, is_told):
    match = at_table(**speaking(by, **more))
    close(match, Lay("ours", "hear", "folk"))
    close(match, Lay("ours", "speak"))
    assert (by_order(match, "ours", "speak") in reasons(match, "ours", "folk.us")) == is_told


@pytest.mark.parametrize("name", shipped_ids())
def test_no_shipped_crisis_lets_anybody_work_out_a_secret_from_a_meter(name):
    reading = read_shipped(name)
    assert compile_book(reading.scenario).leaks == ()


def test_what_people_give_after_the_wave_does_not_tell_what_they_think():
    told = []
    for opinion in (14.0, 19.5):
        match = begin(read_shipped("after_the_wave").scenario, seats_of("after_the_wave"), "full", 1)
        while match.turn < 2:
            close(match)
        set_secretly(match, lysara_public__samudra=opinion)
        close(match)
        told.append([view(match, team) for team in (None, *match.scenario.teams)])
    assert told[0] == told[1]


def seats_of(name):
    return dict.fromkeys(read_shipped(name).scenario.teams, HUMAN)


SALES = {"name": "Sales", "start": 50, "range": [0, 100]}


@pytest.mark.parametrize(
    ("meter", "line"),
    [
        (SALES | {"each_turn": [{"by": "folk.us / 10", "because": "people buy"}]}, "each_turn.0.by"),
        (SALES | {"each_turn": [{"by": 1, "because": "x"}, {"by": "ours.network", "because": "y"}]}, "each_turn.1.by"),
        (SALES | {"known_to": ["theirs"], "each_turn": [{"by": "hard.us.them", "because": "z"}]}, "each_turn.0.by"),
    ],
)
def test_a_meter_that_moves_by_what_its_readers_may_not_know_is_found(meter, line):
    compiled = compile_book(Scenario.model_validate(COUNTRY | {"meters": {"sales": meter}}))
    ((path, message),) = compiled.leaks
    assert ".".join(map(str, path)) == f"meters.sales.{line}"
    assert message.code == "compile.leak"


@pytest.mark.parametrize(
    "meter",
    [
        SALES | {"each_turn": [{"by": 1, "when": "folk.us > 10", "because": "a step, which the author lets be known"}]},
        SALES | {"each_turn": [{"by": "0.1 * (100 - sales) + tale.heat / 50", "because": "all of it is in the open"}]},
        SALES | {"known_to": ["ours"], "each_turn": [{"by": "ours.network / 10", "because": "theirs to know"}]},
        SALES | {"known_to": [], "each_turn": [{"by": "folk.us / 10", "because": "nobody sees it"}]},
    ],
)
def test_a_meter_that_moves_by_what_its_readers_may_know_is_not(meter):
    assert compile_book(Scenario.model_validate(COUNTRY | {"meters": {"sales": meter}})).leaks == ()


PROMISE = {
    "name": "Promise",
    "kind": "move",
    "power": "soft",
    "form": "slip",
    "visible": "parties",
    "chance": "certain",
    "target": {"team": ["theirs"]},
    "position": {"lasts": 2, "broken_by": ["speak"]},
}


def promising(seed, turns_that_break):
    """Promise in turns 1 and 4, break it in some; by turn, which promises leaked and what the public saw."""
    ours = {**COUNTRY["teams"]["ours"], "holds": ["promise", "speak"]}
    cards = COUNTRY["cards"] | {"promise": PROMISE}
    changed = {"teams": COUNTRY["teams"] | {"ours": ours}, "cards": cards, "model": {"leak_chance": 0.5}}
    scenario = Scenario.model_validate(COUNTRY | changed)
    match, leaks = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", seed), {}
    while match.turn < 6:
        turn = match.turn
        wishes = [Lay("ours", "promise", "theirs")] * (turn in {1, 4}) + [Lay("ours", "speak")] * (
            turn in turns_that_break
        )
        played = close(match, *wishes)
        if turn in {1, 4}:
            leaks[turn] = bool(played.leaked())
        yield turn, leaks, [pledge.state for pledge in view(match, None).pledges]


def test_only_the_promise_that_leaked_is_in_the_open_and_none_before_or_after_it():
    seen = set()
    for seed in range(12):
        for turn, leaks, told in promising(seed, set()):
            now = {1: 1, 4: 4}.get(turn)
            binds, kept = now is not None and leaks[now], any(leaks[at] for at in leaks if at != now)
            assert told == (["binds"] if binds else ["kept"] if kept else [])
        seen.add(tuple(leaks.values()))
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("breaks", "first", "second", "kept"),
    [({1}, 1, 1, 4), ({2}, 1, 1, 4), ({5}, None, 4, 1), ({2, 5}, 1, 4, None)],
)
def test_a_promise_that_was_broken_or_kept_is_in_the_open_where_that_one_leaked(breaks, first, second, kept):
    for seed in range(12):
        for turn, leaks, told in promising(seed, breaks):
            if turn in {2, 3}:
                early = ["kept"] * (first is None and leaks[1])
                assert told == (["broken"] if first and leaks[first] else early)
            if turn == 5:
                assert told == (["broken"] if leaks[second] else ["kept"] * bool(kept and leaks[kept]))
