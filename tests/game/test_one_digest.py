"""Invariants 1 and 2 from the outside: one exercise between bots has one digest, however it is played."""

import random

import pytest

from engine.game.seats import BOTS, Seat, parse_seats
from engine.game.table import Table
from engine.scenario.nodes import build, plain
from engine.scenario.reader import find, read_text, shipped_ids
from engine.tools.simulate import Plan, simulate
from tests.game.saved_tables import written_out
from tests.kernel.test_simultaneous import shuffled

SMALL = "ferry_rumour"
CRISES = ("after_the_wave", "comment_storm", "last_bus_from_karath", "torch_and_supermarket")


def bots(scenario, offset):
    return {team: Seat("bot", BOTS[(offset + place) % len(BOTS)]) for place, team in enumerate(sorted(scenario.teams))}


def data_of(reading):
    return plain(build(reading.source, "shipped.yaml").root)


def digest_of(table):
    while not table.ended:
        table.play_on()
    table.close()
    return table.digest


@pytest.mark.parametrize("pace", ["full", "short"])
@pytest.mark.parametrize("name", shipped_ids())
def test_simulating_one_game_playing_it_and_replaying_it_give_one_digest(name, pace, tmp_path):
    reading, path = find(name), tmp_path / "evening.ghx"
    seats = bots(reading.scenario, 3)
    plan = Plan(reading.scenario, seats, pace=pace, seed=7, games=1)
    played = digest_of(Table.start(reading, seats, pace=pace, seed=7, save=path))
    assert simulate(plan)["digest"] == played == Table.replay(path).digest


@pytest.mark.parametrize(("seed", "name"), enumerate(CRISES))
def test_a_shuffled_file_is_the_same_exercise(seed, name):
    reading = find(name)
    data = shuffled(data_of(reading), random.Random(seed))
    other = read_text(written_out(data), "shuffled.yaml")
    seats = dict.fromkeys(reading.scenario.teams, Seat("bot", "random"))
    tables = [Table.start(it, seats, seed=seed) for it in (reading, other)]
    digests = [digest_of(table) for table in tables]
    assert digests[0] == digests[1]
    hashes = [[turn.hash for turn in table.match.history] for table in tables]
    assert hashes[0] == hashes[1]


@pytest.mark.parametrize(("when", "fires"), [("1 == 1", True), ("1 == 2", False), ("true", True), ("false", False)])
def test_a_condition_that_always_holds_fires_and_one_that_never_does_does_not(when, fires):
    data = data_of(find(SMALL))
    data["injects"]["b_probe"] = {"name": "probe", "text": "probe", "turn": 2, "until": 3, "when": when}
    reading = read_text(written_out(data), "probe.yaml")
    table = Table.start(reading, parse_seats("", reading.scenario.teams, Seat("bot", "random")), seed=1)
    turns = []
    while not table.ended:
        table.play_on()
        turns.append({letter.turn for letter in table.view(None).inbox if letter.inject == "b_probe"})
    assert turns[-1] == ({2} if fires else set())
