"""Invariant 1: a game is the same, bit for bit, alone or in any batch, and in any process."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from engine.scenario.reader import read_shipped, shipped_ids
from tests.effort import one_in
from tests.kernel.batches import differences, scripts
from tests.strategies import scenarios

ROOT = Path(__file__).parents[2]
SHIPPED = st.sampled_from(shipped_ids()).map(lambda name: read_shipped(name).scenario)

ONE_DIGEST = """
from engine.game.seats import Seat
from engine.scenario.reader import read_shipped, shipped_ids
from engine.tools.leaves import play_leaf, prepare
for name in shipped_ids():
    scenario = read_shipped(name).scenario
    seats = {team: Seat("bot", bot) for team, bot in zip(scenario.teams, ["random", "smart", "hawk"] * 3)}
    print(play_leaf(prepare(scenario, seats, "full", 7, 9), 0).leaves[0].hex())
"""


@one_in(2)
@given(scripts(scenarios()), st.integers(0, 10**6), st.integers(0, 6))
def test_a_game_of_a_batch_of_seven_is_the_same_game_alone(script, first, game):
    together, alone = script.play(first, 7), script.play(first + game, 1)
    for step, (batch, single) in enumerate(zip(together, alone, strict=True)):
        assert differences(batch, single, slice(game, game + 1)) == [], step


@one_in(6)
@given(scripts(scenarios()), st.integers(0, 10**6), st.integers(1, 512))
def test_a_batch_that_is_split_gives_the_same_games(script, first, cut):
    whole, left, right = script.play(first, 513), script.play(first, cut), script.play(first + cut, 513 - cut)
    for batch, one, other in zip(whole, left, right, strict=True):
        assert differences(batch, one, slice(0, cut)) == []
        assert differences(batch, other, slice(cut, 513)) == []


@one_in(15)
@given(scripts(SHIPPED), st.integers(0, 100), st.integers(0, 512))
def test_a_game_of_what_is_shipped_is_the_same_in_a_batch_of_513(script, first, game):
    together, alone = script.play(first, 513), script.play(first + game, 1)
    for batch, single in zip(together, alone, strict=True):
        assert differences(batch, single, slice(game, game + 1)) == []


@one_in(3)
@given(scripts(scenarios()), st.integers(0, 1000), st.integers(0, 6))
def test_the_ledger_of_a_game_is_the_same_in_a_batch_and_alone(script, first, game):
    _, together = script.record(first, 7)
    _, alone = script.record(first + game, 1)
    assert sorted(together.entries(script.book, game)) == sorted(alone.entries(script.book))


def test_processes_with_other_hash_seeds_agree_on_every_shipped_scenario():
    said = []
    for seed in ("0", "1", "4711"):
        command = [sys.executable, "-c", ONE_DIGEST]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        said.append(subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout)
    assert said[0].split()
    assert len(said[0].split()) == len(shipped_ids())
    assert len(set(said)) == 1
