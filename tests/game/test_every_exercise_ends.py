"""Invariant 9: every seated team can always go on, at the least with an empty tray, and every exercise ends."""

from hypothesis import given
from hypothesis import strategies as st

from engine.game.intents import Lay, Seal
from engine.game.match import Accepted, begin
from engine.game.seats import BOTS, EMPTY, HUMAN, Seat
from tests.strategies import scenarios

SEATS = st.sampled_from([HUMAN, EMPTY, *(Seat("bot", bot) for bot in BOTS)])


@given(scenarios(), st.sampled_from(["full", "short"]), st.integers(0, 2**64 - 1), st.data())
def test_every_exercise_goes_on_and_ends(scenario, pace, seed, data):
    seats = {team: data.draw(SEATS) for team in scenario.teams}
    match = begin(scenario, seats, pace, seed)
    for turn in range(1, scenario.clock.turns + 1):
        assert not match.ended
        assert match.turn == turn
        for team in match.waiting:
            lay_something(match, team, data)
            assert match.apply(team, Seal(team)) == Accepted()
        assert match.waiting == ()
        match.close(match.bots())
    assert match.ended
    assert len(match.history) == scenario.clock.turns


def lay_something(match, team, data):
    """Whatever the match says may be laid, it takes."""
    for owner, card, target in match.book.laid:
        if owner == team and match.why_not(team, card, target) is None and data.draw(st.booleans()):
            assert match.apply(team, Lay(team, card, target)) == Accepted()
