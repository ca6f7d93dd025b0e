import asyncio
import io

from engine.game.intents import FACILITATOR, Clock, Seal
from engine.game.table import Table
from tests.tui.screens import table_of, teams_of
from tui.app import GoldenHour
from tui.facilitator.chair import Chair
from tui.following import Following
from tui.plain.table import PlainTable
from tui.timekeeping import Timekeeper
from tui.timing import RoundClock, Time, clock_words


class Hands:
    """A clock on the wall that a test sets."""

    def __init__(self):
        self.time = 0.0

    def __call__(self):
        return self.time


def test_a_clock_counts_from_what_was_written_down_and_stops_at_nothing():
    wall = Hands()
    clock = RoundClock(wall)
    assert clock.left is None
    clock.follow((240, True))
    wall.time = 61.5
    clock.follow((240, True))
    assert (clock.left, clock.running) == (179, True)
    wall.time = 1000
    assert clock.left == 0


def test_a_clock_that_stands_still_keeps_its_seconds():
    wall = Hands()
    clock = RoundClock(wall)
    clock.follow((90, False))
    wall.time = 500
    assert (clock.left, clock.running) == (90, False)
    clock.follow((90, True))
    wall.time = 510
    assert clock.left == 80


def test_a_clock_says_minutes_and_seconds():
    assert clock_words(None, running=True) is None
    assert dict(clock_words(75, running=False).values) == {"minutes": 1, "seconds": 15}


def test_a_clock_that_is_set_at_the_console_gives_each_later_round_its_whole_time_and_the_board_shows_it(tmp_path):
    wall, team = Hands(), teams_of()[0]
    table = table_of(team, save=tmp_path / "evening.ghx")
    board = Following(table.path, wall)
    board.begin(*board.public())
    clock = RoundClock(wall)
    keeper = Timekeeper(lambda: table, clock, lambda intent: table.apply(FACILITATOR, intent), wall)
    keeper.begin_round()
    Chair(table).set_clock(5)
    clock.follow(table.view(None).clock)
    wall.time += 8
    keeper.note()
    assert table.view(None).clock == (292, True)
    table.apply(team, Seal(team))
    for step, shown in ((keeper.end_round, (300, False)), (keeper.begin_round, (300, True))):
        step()
        assert board.moved()
        board.read()
        assert (board.left, board.runs) == (clock.left, clock.running) == table.view(None).clock == shown
    wall.time += 26
    assert not board.moved()
    assert (board.left, board.runs) == (clock.left, clock.running) == (274, True)
    table.close()


def test_a_clock_is_noted_while_nobody_does_anything_and_the_save_does_not_grow(tmp_path):
    wall, path = Hands(), tmp_path / "evening.ghx"
    table = table_of(teams_of()[0], save=path)
    clock = RoundClock(wall)
    keeper = Timekeeper(lambda: table, clock, lambda intent: table.apply(FACILITATOR, intent), wall)
    table.apply(FACILITATOR, Clock(300, running=True, whole=300))
    keeper.begin_round()
    written = path.read_bytes()
    for _ in range(40):
        wall.time += 1
        keeper.jot()
        left = table.jotted.left
        assert left == clock.left
    assert path.read_bytes() == written
    keeper.pause()
    wall.time += 9
    keeper.jot()
    assert table.jotted.left is None
    table.close()


def test_a_clock_that_is_written_down_again_and_again_loses_nothing():
    wall = Hands()
    table = table_of(teams_of()[0])
    clock = RoundClock(wall)
    keeper = Timekeeper(lambda: table, clock, lambda intent: table.apply(FACILITATOR, intent), wall)
    table.apply(FACILITATOR, Clock(300, running=True, whole=300))
    keeper.begin_round()
    for _ in range(40):
        wall.time += 1.75
        keeper.note()
    assert clock.left == 230


def test_a_board_counts_from_when_the_clock_was_written_down_however_late_it_reads_of_it(tmp_path):
    mine, other, path = Hands(), Hands(), tmp_path / "evening.ghx"
    table = table_of(teams_of()[0], save=path)
    board = Following(path, mine, other)
    board.begin(*board.public())
    for ago, left in ((20, 280), (0, 290), (5000, 270)):  # two walls may disagree, but it lay between two looks
        assert not board.moved()
        mine.time += 20
        table.apply(FACILITATOR, Clock(300, running=True, whole=300))
        other.time = table.clock.at / 1000 + ago
        assert board.moved()
        mine.time += 10  # a large one is read for so long
        board.read()
        assert board.left == left
    known = board.public()
    table.apply(FACILITATOR, Clock(200, running=True))  # while the turns are played again
    other.time = known.clocked / 1000 + 24
    another = Following(path, mine, other)
    another.begin(*known)
    assert another.left == 276
    table.close()


def test_without_a_clock_no_later_round_has_one_and_it_comes_back_when_it_is_set(tmp_path):
    wall, team = Hands(), teams_of()[0]
    path = tmp_path / "evening.ghx"
    table = table_of(team, save=path)
    clock = RoundClock(wall)
    keeper = Timekeeper(lambda: table, clock, lambda intent: table.apply(FACILITATOR, intent), wall)
    Chair(table).set_clock(5)
    keeper.begin_round()
    Chair(table).set_clock(0)
    for _ in range(2):
        keeper.end_round()
        keeper.begin_round()
        assert (table.view(None).clock, clock.left) == (None, None)
        table.apply(team, Seal(team))
    table.close()
    table = Table.resume(path)
    assert (table.clock, table.whole) == (None, 0)
    Chair(table).set_clock(4)
    keeper.begin_round()
    assert clock.left == 240
    table.close()


def test_a_clock_that_runs_when_a_table_is_left_is_written_down_and_stands_where_it_is_opened_again(tmp_path):
    wall, teams, path = Hands(), teams_of(), tmp_path / "evening.ghx"
    table = table_of(*teams, save=path)
    table.apply(FACILITATOR, Clock(120, running=False, whole=120))
    app = GoldenHour(table, "en", now=wall)

    async def play(app, steps):
        async with app.run_test() as pilot:
            await pilot.pause()
            await steps(pilot)

    async def leave(pilot):
        assert table.view(None).clock == (120, True)
        wall.time += 10
        await pilot.press("q", "y")

    asyncio.run(play(app, leave))
    app.let_go()
    board = Following(path, wall)
    board.begin(*board.public())
    assert (board.left, board.runs) == (110, False)
    wall.time += 60

    async def come_back(pilot):
        assert not board.moved()
        clock = back.course.hot_seat.clock
        assert (clock.left, clock.running) == (board.left, board.runs) == (110, False)
        await pilot.press("space")
        assert board.moved()
        board.read()
        wall.time += 10
        assert board.left == 100
        assert (clock.left, clock.running) == (100, True)

    back = GoldenHour(Table.resume(path), "en", now=wall)
    asyncio.run(play(back, come_back))
    back.let_go()


def test_the_board_of_a_killed_exercise_and_the_exercise_that_goes_on_have_one_clock(tmp_path):
    wall, teams, path = Hands(), teams_of(), tmp_path / "evening.ghx"
    table = table_of(*teams, save=path)
    table.apply(FACILITATOR, Clock(270, running=True, whole=270))
    clock = RoundClock(wall)
    keeper = Timekeeper(lambda: table, clock, lambda intent: table.apply(FACILITATOR, intent), wall)
    clock.follow(table.view(None).clock)
    for _ in range(3):
        wall.time += 9
        keeper.tick()
    table.close()  # as a killed process leaves it: the save knows of no second that has passed
    other = Hands()
    other.time = table.clock.at / 1000 + 27
    board = Following(path, wall, other)  # opened as it is killed
    board.begin(*board.public())
    other.time = 0
    assert board.left == 243
    wall.time += 43
    assert board.left == 200

    async def go():
        async with app.run_test() as pilot:
            await pilot.pause()
            assert board.moved()
            board.read()
            assert (app.course.hot_seat.clock.left, board.left, board.runs) == (243, 243, False)
            await pilot.press("space")
            assert board.moved()
            board.read()
            wall.time += 20
            assert (app.course.hot_seat.clock.left, board.left, board.runs) == (223, 223, True)

    app = GoldenHour(Table.resume(path), "en", now=wall)
    asyncio.run(go())
    app.let_go()


def test_who_leaves_plain_mode_leaves_a_clock_that_stands(tmp_path):
    wall, path = Hands(), tmp_path / "evening.ghx"
    table = table_of(*teams_of(), save=path)
    table.apply(FACILITATOR, Clock(120, running=False, whole=120))

    class Slow(io.StringIO):
        def readline(self, _size=-1):
            wall.time += 10
            return "quit\n"

    PlainTable(table, Slow(), io.StringIO(), "en", Time(wall)).run()
    table.close()
    assert Table.resume(path).view(None).clock == (110, False)


def test_a_turn_that_is_taken_back_begins_with_its_whole_time_as_every_turn_does():
    wall, team = Hands(), teams_of()[0]
    table = table_of(team)
    clock = RoundClock(wall)
    keeper = Timekeeper(lambda: table, clock, lambda intent: table.apply(FACILITATOR, intent), wall)
    Chair(table).set_clock(5)
    table.apply(team, Seal(team))
    keeper.end_round()
    keeper.begin_round()
    for turn in (2, 2, 1):
        wall.time += 200
        keeper.note()
        assert table.view(None).clock == (100, True)
        assert Chair(table).rewind(turn, fresh=False).wrong is None
        assert table.view(None).clock == (300, False)
        keeper.begin_round()
        assert table.view(None).clock == (300, True)
