"""The facilitator conducts: seats, pace, clock, seals, turns taken back and closed, branches."""

from engine.game import pins
from engine.game.intents import FACILITATOR, Conduct, Lay, Seal, SetPin
from engine.game.seats import BOTS
from tests.tui.chairs import CHAIR, FIRST, PIN, SECOND, fill, play, press, sit
from tests.tui.idle import until
from tests.tui.screens import shown, table_of
from tui.facilitator.chair import Chair
from tui.screens.bulletin import BulletinScreen
from tui.screens.console import ConsoleScreen
from tui.screens.handover import HandOverScreen
from tui.screens.over import OverScreen
from tui.screens.panels.confirm import Confirm
from tui.screens.result import ResultScreen
from tui.screens.waiting import WaitingScreen
from tui.widgets.rows import Rows


def test_seats_and_pace_and_who_closes_the_turn_change_with_a_key():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "2", "down", "s", "right", "s")
        assert [line.seat for line in table.view(None).table] == ["human", "bot:prudent"]
        await press(pilot, "w")
        assert table.conducted
        await press(pilot, "p")
        assert isinstance(app.screen, Confirm)
        assert table.console().next_pace is None
        turns = next(part for part in Chair(table).change_of_pace.inside() if part.code == "pace.to_short").get("turns")
        assert f"turns only: {', '.join(map(str, turns[:-1]))}" in shown(app)
        await press(pilot, "escape")
        assert table.console().next_pace is None
        await press(pilot, "p", "enter")
        assert table.console().next_pace == "short"

    sit(steps)


def test_a_particular_bot_is_chosen_for_the_marked_team():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "2", "down", "s")
        for bot in BOTS:
            assert bot in shown(app)
        await press(pilot, "space")
        while app.screen.query_one(Rows).marked != "bot:smart":
            await press(pilot, "down")
        await press(pilot, "enter", "s")
        assert isinstance(app.screen, ConsoleScreen)
        assert [line.seat for line in table.view(None).table] == ["human", "bot:smart"]

    sit(steps)


def test_the_clock_is_set_runs_and_stops():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "space")
        assert "No clock" in shown(app)
        await press(pilot, "t")
        await fill(app, pilot, minutes="4")
        assert table.view(None).clock == (240, True)
        await press(pilot, "space")
        seconds, running = table.view(None).clock
        assert 200 < seconds <= 240
        assert not running
        assert " stopped at" in shown(app)

    sit(steps)


def test_sealed_orders_are_given_back():
    table = table_of(FIRST, SECOND)
    table.apply(FIRST, Seal(FIRST))

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "2")
        assert [shown(app).count(words) for words in ("without any order", "nothing laid yet")] == [1, 1]
        await press(pilot, "u")
        assert table.waiting == (FIRST, SECOND)
        assert [shown(app).count(words) for words in ("without any order", "nothing laid yet")] == [0, 2]
        await press(pilot, "u")
        assert "not sealed" in shown(app)

    sit(steps, table)


# Turns.


def test_a_turn_is_taken_back_and_the_table_stands_there():
    table = play(table_of(FIRST, SECOND), 3)

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "z")
        await fill(app, pilot, turn="2", dice="fresh")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await press(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        assert table.match.turn == 2
        assert table.match.takes == {2: 1}
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)

    sit(steps, table)


def test_an_exercise_that_has_ended_is_taken_back_from_its_result():
    table = play(table_of(FIRST, SECOND), 9)
    assert table.ended

    async def steps(app, pilot, table):
        assert isinstance(app.screen, ResultScreen)
        await press(pilot, *CHAIR, "n")
        await fill(app, pilot, text="well done")
        assert isinstance(app.screen, OverScreen)
        await press(pilot, "z")
        await fill(app, pilot, turn="4")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await press(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)
        assert table.match.turn == 4

    sit(steps, table)


def test_a_branch_goes_on_in_a_save_of_its_own(tmp_path):
    table = play(table_of(FIRST, SECOND, save=tmp_path / "evening.ghx"), 3)

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "b")
        await fill(app, pilot, turn="2")
        assert isinstance(app.screen, ConsoleScreen)
        other = app.course.at_table
        assert other is not table
        assert (other.match.turn, table.match.turn) == (2, 4)
        assert other.path.parent == tmp_path
        assert other.path != table.path

    sit(steps, table)


def test_a_conducted_turn_waits_on_an_opaque_screen_until_it_is_closed():
    table = table_of(FIRST, SECOND)
    table.apply(FACILITATOR, Conduct(on=True))

    async def steps(app, pilot, table):
        for _ in range(2):
            await press(pilot, "enter", "enter", "escape", "s", "y")
        assert isinstance(app.screen, WaitingScreen)
        assert table.match.turn == 1
        await press(pilot, "r", *PIN, "enter")
        assert isinstance(app.screen, BulletinScreen)
        assert app.screen._view.team is None
        assert table.match.turn == 2
        await press(pilot, "s", "s")
        assert isinstance(app.screen, HandOverScreen)

    sit(steps, table)


def test_only_the_facilitator_closes_a_turn_that_waits_behind_a_pin_and_is_told_which_turns_ran_by():
    table = table_of(FIRST, SECOND, pace="short")
    following = min(table.match.later)
    assert following > 2
    table.apply(FACILITATOR, Conduct(on=True))
    table.apply(FACILITATOR, SetPin(FACILITATOR, pins.lock_of("2468")))
    play(table)

    async def steps(app, pilot, table):
        await press(pilot, "r")
        assert table.match.turn == 1
        await press(pilot, *"2468", "enter")
        assert table.match.turn == following
        assert "Nobody decided in turn" in shown(app)

    sit(steps, table)


def test_closing_the_turn_seals_what_lies_there():
    async def steps(app, pilot, table):
        choice = next(choice for choice in table.view(SECOND).choices if choice.why_not is None)
        table.apply(SECOND, Lay(SECOND, choice.card, choice.target, choice.voice))
        await press(pilot, *CHAIR, "r")
        assert str(table.view(FIRST).team_name) in shown(app)
        await press(pilot, "y")
        assert table.match.turn == 2
        assert isinstance(app.screen, BulletinScreen)
        assert choice.card in [order.card for order in table.view(SECOND).bulletins[0].orders]

    sit(steps)
