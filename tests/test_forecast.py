"""What the facilitator is shown of what may come: it changes nothing, and is made in a process of its own."""

import random
import subprocess
import sys
from concurrent.futures import BrokenExecutor
from multiprocessing import active_children

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game.directing import SetPace
from engine.game.intents import FACILITATOR, Lay, PassSeat, Seal
from engine.game.seats import EMPTY, HUMAN, Seat
from engine.game.table import Table
from engine.scenario.reader import read_shipped
from engine.tools.forecast import PLAYS_ON, WHOLE, Forecaster, outlook, widest
from tests.beside import beside
from tests.effort import one_in
from tests.game.saved_tables import reading_of
from tests.strategies import playable_data

TORCH = read_shipped("torch_and_supermarket")
BOTS = {team: Seat("bot", "random") for team in TORCH.scenario.teams}


def torch(turns=3, save=None):
    at = Table.start(TORCH, {**BOTS, "embassy": HUMAN}, seed=5, save=save)
    for _ in range(turns):
        at.apply("embassy", Seal("embassy"))
    return at


@settings(one_in(3))
@given(data=playable_data(), luck=st.integers(0, 2**32))
def test_looking_ahead_changes_nothing_and_reaches_the_end(data, luck):
    dice = random.Random(luck)
    seats = {team: dice.choice([HUMAN, Seat("bot", "random")]) for team in data["teams"]}
    at = Table.start(reading_of(data), seats, seed=luck)
    inject = dice.choice([None, *sorted(at.match.scenario.injects)])
    while not at.ended:
        before = at.digest
        ahead = outlook(at.match, inject, games=8)
        assert at.digest == before
        assert ahead == outlook(at.match, inject, games=8)
        for fan in (*ahead.fans, *ahead.fans_if_fired):
            assert fan.turns == tuple(range(at.match.turn, at.match.book.turns + 1))
            assert all(0 <= a <= b <= c <= 100 for a, b, c in zip(fan.low, fan.middle, fan.high, strict=True))
            assert list(fan.lost) == sorted(fan.lost)
        if at.waiting:
            at.apply(at.waiting[0], Seal(at.waiting[0]))
        else:
            at.play_on()


def test_firing_an_inject_shows_in_what_may_come():
    ahead = outlook(torch().match, "nine_cities", games=64)
    assert ahead.inject == "nine_cities"
    assert any(effect.meter == "crowd_rule.heat" and effect.next_turn > 0 for effect in ahead.effects)
    assert widest(ahead.fans).team in TORCH.scenario.teams


def test_of_an_inject_that_has_fired_it_is_told_that_it_cannot_fire():
    at = torch(5)
    fired = next(name for name, turn in zip(at.match.book.msel, at.match.state.fired[0].tolist(), strict=True) if turn)
    ahead = outlook(at.match, fired, games=8)
    assert (ahead.inject, ahead.fans_if_fired) == (fired, ())
    assert ahead.refused is not None


def test_another_pace_shows_from_the_next_turn_on():
    at = torch()
    full = outlook(at.match, games=8).fans
    at.apply(FACILITATOR, SetPace("short"))
    short = outlook(at.match, games=8).fans
    assert [fan.middle[0] for fan in short] == [fan.middle[0] for fan in full]
    assert short != full
    at.apply(FACILITATOR, SetPace("full"))
    assert outlook(at.match, games=8).fans == full


def test_people_are_played_on_for_as_a_prudent_bot_plays():
    at = torch()
    ahead = outlook(at.match, games=8)
    at.apply("embassy", PassSeat("embassy", PLAYS_ON))
    assert outlook(at.match, games=8) == ahead
    at.apply(FACILITATOR, PassSeat("embassy", EMPTY))
    assert outlook(at.match, games=8) != ahead


@pytest.mark.parametrize("seed", range(3))
def test_the_dice_of_what_may_come_are_not_those_that_will_fall(seed):
    at = Table.start(TORCH, BOTS, seed=seed)
    while at.match.turn == 0:
        at.play_on()
    ahead = outlook(at.match, games=1)
    while not at.ended:
        at.play_on()
    for place, fan in enumerate(ahead.fans):
        risks = [turn.after.risk[0, place] - turn.opened.risk[0, place] for turn in at.match.history[-len(fan.turns) :]]
        if fan.middle != tuple(round(float(risk) / WHOLE * 100, 1) for risk in risks):
            return
    pytest.fail("what will come was told")


def test_what_is_laid_shows_in_what_may_come_and_so_does_sealing_an_empty_tray():
    at, silent = (Table.start(TORCH, {**BOTS, "embassy": HUMAN, "retailer": HUMAN}, seed=5) for _ in range(2))
    nothing = outlook(at.match, games=8)
    card = next(choice for choice in at.view("embassy").choices if choice.why_not is None)
    at.apply("embassy", Lay("embassy", card.card, card.target, card.voice))
    laid = outlook(at.match, games=8)
    at.apply("embassy", Seal("embassy"))
    assert outlook(at.match, games=8) == laid
    silent.apply("embassy", Seal("embassy"))
    sealed = outlook(silent.match, games=8)
    assert nothing != laid
    assert laid != sealed
    assert sealed != nothing


def test_another_process_sees_the_same_from_the_save(tmp_path):
    at = torch(save=tmp_path / "evening.ghx")
    forecaster = Forecaster()
    try:
        assert forecaster.ask(at.path).result(timeout=60) == outlook(at.match)
    finally:
        forecaster.close()
        at.close()


def test_another_process_takes_the_place_of_one_that_was_killed(tmp_path):
    at, before = torch(save=tmp_path / "evening.ghx"), set(active_children())
    forecaster = Forecaster()
    try:
        asked = forecaster.ask(at.path)
        for process in set(active_children()) - before:
            process.kill()
        assert isinstance(asked.exception(timeout=60), BrokenExecutor)
        assert forecaster.ask(at.path).result(timeout=60) == outlook(at.match)
    finally:
        forecaster.close()
        at.close()


def test_of_a_save_that_was_moved_away_nothing_is_said_and_the_next_question_has_its_answer(tmp_path):
    at = torch(save=tmp_path / "evening.ghx")
    forecaster = Forecaster()
    try:
        assert forecaster.ask(tmp_path / "moved.ghx").result(timeout=60) is None
        assert forecaster.ask(at.path).result(timeout=60) is not None
    finally:
        forecaster.close()
        at.close()


def test_stopping_at_once_ends_no_process_but_its_own(tmp_path):
    at, forecaster = torch(save=tmp_path / "evening.ghx"), Forecaster()
    with beside():
        forecaster.ask(at.path)
        forecaster.stop()
    at.close()


LOOKING = """
import time
from pathlib import Path
from engine.tools.forecast import Forecaster

forecaster = Forecaster()
forecaster.ask(Path("no.ghx")).result()
print("looked", flush=True)
time.sleep(600)
"""


def test_who_looks_ahead_ends_with_a_game_that_is_killed():
    with subprocess.Popen([sys.executable, "-c", LOOKING], stdout=subprocess.PIPE, text=True) as game:
        assert game.stdout is not None
        assert game.stdout.readline() == "looked\n"
        game.kill()
        assert game.stdout.read() == ""  # ends when nobody is left who could write
