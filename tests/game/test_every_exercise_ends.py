"""Invariant 9: in every reachable state every seated team may seal an empty tray, and every exercise ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.game.conduct import Accepted
from engine.game.intents import PassSeat, Seal
from engine.game.legality import left
from engine.game.seats import BOTS, EMPTY, HUMAN, Seat
from engine.game.table import Table
from engine.kernel.kinds import NONE
from engine.kernel.options import legal
from engine.scenario.nodes import build, plain
from engine.scenario.reader import read_shipped, shipped_ids
from tests.effort import one_in
from tests.game.saved_tables import reading_of
from tests.game.sittings import Sitting, dice_of, read, seatings
from tests.scenario.broken import FERRY
from tests.strategies import playable_data

SEEDS = st.lists(st.integers(0, 2**64 - 1), min_size=3, max_size=3)
PACES = st.sampled_from(["full", "short"])


@one_in(3)
@given(playable_data(), st.data(), SEEDS, PACES)
def test_everybody_may_seal_an_empty_tray_and_the_last_turn_is_the_end(data, more, seeds, pace):
    scenario = read(data)
    seats = more.draw(seatings(scenario))
    for seed in seeds:
        at, dice = Sitting(scenario, seats, seed, pace), dice_of(seed)
        closed = 0
        while not at.match.ended:
            assert closed < scenario.clock.length
            assert at.match.turn == scenario.clock.first + closed
            closed += 1
            awaited = at.match.waiting
            assert at.match.decides or not awaited
            for team in awaited:
                if dice.random() < 0.5:
                    at.fiddle(dice, team)
                assert isinstance(at.seal(team), Accepted)
            assert at.match.waiting == ()
            at.close()
        assert closed == len(at.match.history) == scenario.clock.length


@one_in(3)
@given(playable_data(), st.data(), SEEDS, PACES)
def test_a_table_ends_whoever_comes_and_goes(data, more, seeds, pace):
    reading = reading_of(data)
    for seed in seeds:
        dice, seats = dice_of(seed), more.draw(seatings(reading.scenario))
        table = Table.start(reading, seats, pace=pace, seed=seed)
        for _ in range(6 * len(reading.scenario.teams) * reading.scenario.clock.length):
            if table.ended:
                break
            if dice.random() < 0.3:
                team = dice.choice(sorted(reading.scenario.teams))
                seat = dice.choice([HUMAN, EMPTY, Seat("bot", dice.choice(BOTS))])
                assert isinstance(table.apply(team, PassSeat(team, seat)), Accepted)
            if table.waiting:
                team = dice.choice(table.waiting)
                assert isinstance(table.apply(team, Seal(team)), Accepted)
            else:
                table.play_on()
        for team in table.waiting:  # the dice left some at the table
            table.apply(team, PassSeat(team, EMPTY))
        for _ in range(reading.scenario.clock.length):
            table.play_on()
        assert table.ended
        assert table.view(None).turn == reading.scenario.clock.turns
        assert table.view(None).result is not None


@one_in(4)
@given(playable_data(), st.data(), SEEDS, PACES)
def test_without_people_one_turn_is_played_at_a_time_to_the_end(data, more, seeds, pace):
    reading = reading_of(data)
    for seed in seeds:
        seats = {team: EMPTY if seat == HUMAN else seat for team, seat in more.draw(seatings(reading.scenario)).items()}
        table = Table.start(reading, seats, pace=pace, seed=seed)
        for turn in range(reading.scenario.clock.first, reading.scenario.clock.turns + 1):
            assert (table.ended, table.view(None).turn) == (False, turn)
            table.play_on()
        assert table.ended


@pytest.mark.parametrize("bot", [*BOTS, None])
@pytest.mark.parametrize("cards", [True, False])
def test_where_nobody_holds_a_card_the_trays_stay_empty_and_the_exercise_ends(cards, bot):
    data = plain(build(FERRY, "ferry.yaml").root)
    for team in data["teams"].values():
        team |= {"holds": [], "red_lines": {}}
    if not cards:
        data |= {"cards": {}, "injects": {}}
    reading = reading_of(data)
    assert "USE014" in {finding.code for finding in reading.findings}
    table = Table.start(reading, dict.fromkeys(reading.scenario.teams, Seat("bot", bot) if bot else HUMAN), seed=1)
    while not table.ended:
        for team in table.waiting:
            assert table.view(team).choices == ()
            assert isinstance(table.apply(team, Seal(team)), Accepted)
        table.play_on()
    assert all((turn.orders == NONE).all() for turn in table.match.history)


SHIPPED = st.sampled_from(shipped_ids()).map(lambda name: read_shipped(name).scenario)


@one_in(4)
@given(st.one_of(SHIPPED, playable_data().map(read)), st.data(), SEEDS)
def test_a_bot_lays_nothing_that_a_person_could_not(scenario, more, seeds):
    seats = {team: more.draw(st.sampled_from(BOTS).map(lambda name: Seat("bot", name))) for team in scenario.teams}
    for seed in seeds:
        at = Sitting(scenario, seats, seed)
        while not at.match.ended:
            bots, mask = at.match.bots(), legal(at.match.book, at.match.state)[0]
            assert at.match.allows(at.match.turn, bots)
            for team, tray in bots.items():
                assert len({order.card for order in tray}) == len(tray) <= at.match.book.slots
                assert all(mask[at.match.book.laid.index((team, *order))] for order in tray)
                assert min(left(at.match.book, at.match.state, team, tray)) >= 0
            at.close()
