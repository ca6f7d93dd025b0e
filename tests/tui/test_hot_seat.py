"""Several people at one screen: PINs, the clock, latecomers, and a second screen."""

import asyncio
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine.game import pins
from engine.game.intents import FACILITATOR, Clock, Lay, Seal, SetPin
from engine.game.load import load
from engine.game.table import Table
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from tests.tui.chairs import CHAIR, FIRST, PIN, SECOND, play, press, sit
from tests.tui.screens import FERRY, WIDE, shown, table_of
from tui.app import GoldenHour
from tui.launch import usual
from tui.screens.bulletin import BulletinScreen
from tui.screens.console import ConsoleScreen
from tui.screens.handover import HandOverScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.pin import ChoosePin, EnterPin
from tui.screens.panels.reading import Reading
from tui.screens.panels.seating import Seating
from tui.screens.room import RoomScreen
from tui.settings import Kept, Settings

ROOT = Path(__file__).parents[2]
OURS = "1234"


def first_order(table, team):
    choice = next(each for each in table.view(team).choices if each.why_not is None)
    return Lay(team, choice.card, choice.target, choice.voice)


def seats_of(table):
    return {line.team: line.seat for line in table.view(None).table}


# PINs.


def test_a_team_sets_a_pin_and_is_asked_for_it_when_it_comes_back():
    async def steps(app, pilot, table):
        await press(pilot, "enter")
        assert isinstance(app.screen, ChoosePin)
        await press(pilot, *"12", "enter")
        assert "4 to 12 digits" in shown(app)
        await press(pilot, *OURS, "enter", *"4321", "enter")
        assert "not the same" in shown(app)
        await press(pilot, *OURS, "enter", *OURS, "enter", "escape", "s", "y")
        assert pins.opens(table.match.papers.locks[FIRST], OURS)
        await press(pilot, "enter", "enter", "escape", "s", "y", "s", "s")
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, EnterPin)
        await press(pilot, *OURS, "enter")
        assert isinstance(app.screen, BulletinScreen)
        assert app.screen._view.team == FIRST

    sit(steps)


def test_another_language_between_the_two_times_still_asks_for_the_second():
    async def steps(app, pilot, table):
        await press(pilot, "enter", *OURS, "enter")
        assert say("en", Message.of("pin.again")) in shown(app)
        await press(pilot, "f2")
        assert say("id", Message.of("pin.again")) in shown(app)
        await press(pilot, *OURS, "enter")
        assert table.locked(FIRST)

    sit(steps)


def test_enter_without_a_digit_is_no_wrong_pin():
    table = table_of(FIRST, SECOND)
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))

    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter")
        assert say("en", Message.of("pin.form")) in shown(app)
        assert table.mistyped(FIRST) == 0
        await press(pilot, *OURS, "enter")
        assert not isinstance(app.screen, EnterPin)

    sit(steps, table)


def test_a_wrong_pin_has_to_wait_longer_each_time_and_nothing_of_it_is_shown():
    table, now = table_of(FIRST, SECOND), [0.0]
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))

    async def steps(app, pilot, table):  # noqa: ARG001 - its lock is asked
        for wait in (2, 4):
            await press(pilot, "enter", *"9999", "enter")
            assert f"Wait {wait} seconds" in shown(app)
            assert "9999" not in shown(app)
            await press(pilot, "escape", "enter", *OURS, "enter")
            assert isinstance(app.screen, EnterPin)
            await press(pilot, "escape")
            now[0] += wait
        await press(pilot, "enter", *OURS, "enter")
        assert isinstance(app.screen, RoomScreen | Reading)

    sit(steps, table, now=lambda: now[0])


def test_whoever_typed_a_wrong_pin_waits_though_the_game_is_begun_anew(tmp_path):
    path, now = tmp_path / "evening.ghx", [0.0]
    table = table_of(FIRST, SECOND, save=path)
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))

    async def guess(app, pilot, table):  # noqa: ARG001 - its lock is asked
        for wait in (2, 4):
            await press(pilot, "enter", *"9999", "enter")
            assert f"Wait {wait} seconds" in shown(app)
            await press(pilot, "escape")
            now[0] += wait

    async def again(app, pilot, table):
        await press(pilot, "enter")
        assert "Wait 4 seconds" in shown(app)
        await press(pilot, *OURS)
        now[0] += 2
        app.screen._count()
        await pilot.pause()
        assert "Wait 2 seconds" in shown(app)
        now[0] += 2
        await press(pilot, *OURS, "enter")
        assert isinstance(app.screen, RoomScreen | Reading)
        assert table.mistyped(FIRST) == 0

    sit(guess, table, now=lambda: now[0])
    sit(again, Table.resume(path), now=lambda: now[0])
    assert Table.replay(path).mistyped(FIRST) == 0


def test_the_facilitator_takes_a_pin_away_which_is_written_in_the_save(tmp_path):
    path = tmp_path / "evening.ghx"
    table = table_of(FIRST, SECOND, save=path)
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))

    async def steps(app, pilot, table):
        await press(pilot, "r", *PIN, "enter")
        assert "is written in the record" in " ".join(shown(app).split())
        await press(pilot, "y")
        assert not table.locked(FIRST)
        assert "has no PIN any more" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ChoosePin)

    sit(steps, table)
    last = load(path).records[-1]
    assert last["by"] == FACILITATOR
    assert FIRST in last.values()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_pins_drafts_and_the_clock_outlive_a_killed_process(tmp_path):
    path = tmp_path / "evening.ghx"
    table = table_of(FIRST, SECOND, save=path)
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))
    table.apply(FACILITATOR, Clock(300, running=False, whole=300))
    table.close()
    typed = ["", OURS, "4b", "pause"]
    words = [sys.executable, ROOT / "play.py", "resume", str(path), "--plain", "--lang", "en"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, text=True) as process:
        process.stdin.write("".join(f"{line}\n" for line in typed))
        process.stdin.flush()
        for line in process.stdout:
            if "clock stopped at" in line:
                break
        process.send_signal(signal.SIGKILL)
    resumed = Table.resume(path)

    async def steps(app, pilot, table):
        assert "clock stopped at" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, EnterPin)
        await press(pilot, *OURS, "enter", "escape")
        assert isinstance(app.screen, RoomScreen)
        assert len(table.view(FIRST).tray) == 1
        seconds, running = table.view(None).clock
        assert 200 < seconds <= 300
        assert not running

    sit(steps, resumed)


# The clock.


def timed(seconds=120):
    table = table_of(FIRST, SECOND)
    table.apply(FACILITATOR, Clock(seconds, running=False, whole=seconds))
    return table


def test_the_clock_runs_through_hand_over_and_room_and_stops_in_both():
    now = [0.0]

    async def steps(app, pilot, table):
        async def after(seconds):
            now[0] += seconds
            app.course.hot_seat.tick()
            await pilot.pause()
            return shown(app)

        assert "clock 2:00" in await after(0)
        assert "clock 1:30" in await after(30)
        await press(pilot, "space")
        assert "clock stopped at 1:30" in await after(30)
        await press(pilot, "space", "enter", "enter", "escape")
        assert isinstance(app.screen, RoomScreen)
        assert "clock 1:20" in await after(10)
        await press(pilot, "space")
        assert "clock stopped at 1:20" in await after(30)
        assert table.view(None).clock == (80, False)

    sit(steps, timed(), now=lambda: now[0])


def test_the_clock_goes_on_while_the_facilitator_sits_down_from_a_bulletin_in_the_middle_of_a_round():
    now = [0.0]

    async def steps(app, pilot, table):
        now[0] += 30
        await press(pilot, "enter")
        assert isinstance(app.screen, BulletinScreen)
        await press(pilot, *CHAIR)
        assert isinstance(app.screen, ConsoleScreen)
        now[0] += 30
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)
        clock = app.course.hot_seat.clock
        assert (clock.left, clock.running) == (60, True)
        assert table.view(None).clock[1]

    sit(steps, play(timed()), now=lambda: now[0])


def test_the_end_of_the_time_is_said_and_forces_nobody():
    now = [0.0]

    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter", "escape")
        now[0] += 500
        app.course.hot_seat.tick()
        await pilot.pause()
        assert "nobody is forced" in shown(app)
        assert "time is up" in shown(app)
        assert table.waiting == (FIRST, SECOND)
        assert table.apply(FIRST, first_order(table, FIRST))
        await press(pilot, "s", "y", "enter", "enter", "escape", "s", "y")
        assert isinstance(app.screen, BulletinScreen)
        assert table.view(None).clock == (120, False)
        await press(pilot, "s", "s")
        assert table.view(None).clock == (120, True)

    sit(steps, timed(), now=lambda: now[0])


def test_without_a_clock_the_pause_says_so():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, "space")
        assert "There is no clock" in shown(app)

    sit(steps)


# Who comes late.


def test_a_latecomer_reads_in_a_minute_what_its_own_team_may_know():
    table = table_of(FIRST, SECOND)
    for _ in range(3):
        for team in table.waiting:
            table.apply(team, first_order(table, team))
            table.apply(team, Seal(team))
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))

    async def steps(app, pilot, table):
        await press(pilot, "n")
        assert isinstance(app.screen, EnterPin)
        await press(pilot, *OURS, "enter")
        assert isinstance(app.screen, Reading)
        told = " ".join(shown(app).split())
        assert say("en", Message.of("newcomer.so_far")) in told
        own, other = (str(table.view(team).objectives[0].text)[:20] for team in (FIRST, SECOND))
        assert own in told
        assert other not in told
        await press(pilot, "escape")
        assert isinstance(app.screen, BulletinScreen)  # which the others have read too
        await press(pilot, "s", "s")
        assert isinstance(app.screen, RoomScreen)

    sit(steps, table, size=WIDE)


# Names, and a second screen.


def in_the_lobby(steps, kept=None):
    setup = replace(usual(reading := read_shipped(FERRY), reading.scenario), seed=7)

    async def go():
        app = GoldenHour(None, "en", setup, kept)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, LobbyScreen)
            await steps(app, pilot)
        app.let_go()

    asyncio.run(go())


def test_names_are_given_in_the_lobby_and_stand_beside_the_teams_everywhere():
    async def steps(app, pilot):
        await press(pilot, "down", "n", *"Dewi", "enter", "s")  # where a bot sat, a person does who is named
        assert isinstance(app.screen, HandOverScreen)
        table = app.course.at_table
        assert [str(line.people) for line in table.view(None).table][1] == "Dewi"
        named = f"{table.view(None).table[1].name} (Dewi)"
        assert named in shown(app)
        await press(pilot, "g")
        assert isinstance(app.screen, Seating)
        assert named in shown(app)
        await press(pilot, "escape", *("f5", *PIN, "enter", *PIN, "enter"))
        assert isinstance(app.screen, ConsoleScreen)
        assert "(Dewi)" in shown(app)  # on a line of its own
        await press(pilot, "escape")
        await press(pilot, "enter", "enter", "escape", "s", "y")
        assert "Dewi" in shown(app)

    in_the_lobby(steps)


@pytest.mark.parametrize("presses", [0, 1, 2])
def test_a_second_screen_is_mirrored_extended_or_none(presses):
    async def steps(app, pilot):
        await press(pilot, "down", "backspace", *["x"] * presses)
        await press(pilot, "s")
        seen = app._settings.second
        assert isinstance(app.screen, HandOverScreen)
        story = str(next(each.name for each in app.course.at_table.view(None).stories))
        assert (story in shown(app)) == (seen == "mirrored")
        assert (" board " in shown(app)) == (seen == "extended")
        seconds.append(seen)

    seconds = []
    in_the_lobby(steps, Kept(Settings()))
    assert seconds == [("none", "mirrored", "extended")[presses]]
