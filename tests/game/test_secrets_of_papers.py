"""Invariant 5 for what is written down beside the orders: others' reasons, forecasts, notes and PINs change no view."""

from hypothesis import given
from hypothesis import strategies as st

from engine.game.conduct import Accepted, apply
from engine.game.intents import FACILITATOR, Because, Foresee, Note, SetPin
from engine.text import Text
from tests.effort import one_in
from tests.game.sittings import Sitting, dice_of, people, read, traceable_data

SEEDS = st.lists(st.integers(0, 2**64 - 1), min_size=2, max_size=2)
LOCKS = ["0" * 32 + ":" + "1" * 64, "2" * 32 + ":" + "3" * 64]


@one_in(4)
@given(traceable_data(), SEEDS)
def test_what_a_team_writes_down_is_its_own(data, seeds):
    scenario = read(data)
    for seed in seeds:
        at, dice = Sitting(scenario, people(scenario), seed), dice_of(seed)
        while not at.match.ended:
            at.everybody_lays(dice)
            before = at.views()
            for me in scenario.teams:
                percent = dice.randint(0, 100)
                assert isinstance(at.apply(Foresee(me, percent)), Accepted) == at.match.decides
                for order in at.match.tray(me):
                    assert isinstance(at.apply(Because(me, order.card, Text.of(f"since {seed}"))), Accepted)
                after = at.views()
                assert {team for team in before if after[team] != before[team]} <= {me}
                if at.match.decides and (before[me].question is not None or at.match.tray(me)):
                    assert after[me] != before[me]  # and what is its own, it sees
                assert after[me].foreseen == (percent if at.match.decides else None)
                before = after
            at.close()


@one_in(4)
@given(traceable_data(), SEEDS)
def test_notes_and_pins_change_no_view_but_that_one_is_set(data, seeds):
    scenario = read(data)
    for seed in seeds:
        at, dice = Sitting(scenario, people(scenario), seed), dice_of(seed)
        for _ in range(3):
            if at.match.ended:
                break
            before = at.views()
            team = dice.choice(sorted(scenario.teams))
            note = Note(Text.of("they hesitate"), team=team, hot_wash=dice.random() < 0.5)
            assert isinstance(apply(at.match, FACILITATOR, note), Accepted)
            assert at.views() == before
            assert isinstance(apply(at.match, FACILITATOR, SetPin(team, LOCKS[0])), Accepted)
            locked = at.views()
            assert isinstance(apply(at.match, FACILITATOR, SetPin(team, LOCKS[1])), Accepted)
            assert at.views() == locked
            assert isinstance(apply(at.match, FACILITATOR, SetPin(team, "")), Accepted)
            assert at.views() == before
            at.close()
