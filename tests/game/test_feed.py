"""The feed: voices are heard only in their time, the same seed brings the same, and heat makes the crowd louder."""

from dataclasses import replace

import numpy as np
import pytest

from engine.game.feed import LEAST, Feed
from engine.game.match import begin
from engine.game.seats import Seat
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import NONE
from engine.scenario.reader import read_shipped, shipped_ids

TALKATIVE = [name for name in shipped_ids() if len(read_shipped(name).scenario.feed) >= 40]


def played(name, seed):
    """A match of a shipped crisis, turn by turn."""
    scenario = read_shipped(name).scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), "full", seed)
    while not match.ended:
        yield match
        match.close(match.bots())


def at_heat(match, heat):
    """The match with every story at a heat."""
    state, at = match.state, match.book.at.heat
    meters = state.meters.copy()
    meters[:, at] = heat
    match.state = replace(state, meters=meters)
    return Feed(match).now()


@pytest.mark.parametrize("name", TALKATIVE)
def test_a_voice_is_heard_only_while_its_condition_holds(name):
    for match in played(name, 5):
        book, known = match.book, {written.text: voice for voice, written in match.scenario.feed.items()}
        when = dict(book.feed)
        heard = [known[utterance.text] for utterance in Feed(match).now()]
        assert len(set(heard)) == len(heard)
        conditions = [when[voice] for voice in heard if when[voice] != NONE]
        assert all(evaluate(book.expressions[one], match.state)[0] for one in conditions)


@pytest.mark.parametrize("name", TALKATIVE)
def test_the_same_seed_brings_the_same_voices_and_another_brings_others(name):
    one, again, other = (
        [[utterance.text for utterance in Feed(match).now()] for match in played(name, seed)] for seed in (5, 5, 6)
    )
    assert one == again
    assert one != other


@pytest.mark.parametrize("name", TALKATIVE)
def test_a_calm_day_and_a_hot_one_sound_different(name):
    match = next(played(name, 5))
    calm, hot = at_heat(match, 10.0), at_heat(match, 90.0)
    assert LEAST <= len(calm) < len(hot)
    assert len({voice.text for voice in hot} - {voice.text for voice in calm}) > len(hot) / 2


def test_looking_at_the_feed_changes_nothing():
    looked, not_looked = played(TALKATIVE[0], 5), played(TALKATIVE[0], 5)
    for one, other in zip(looked, not_looked, strict=True):
        Feed(one).now()
        assert np.array_equal(one.state.meters, other.state.meters)
