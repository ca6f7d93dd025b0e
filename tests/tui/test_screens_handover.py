import asyncio
from dataclasses import replace

import pytest
from textual.app import App
from textual.content import Content

from engine.exits import FAULT
from engine.game.intents import FACILITATOR, Clock
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped, shipped_ids
from engine.text import Text
from tests.tui.screens import SMALL, WIDE, settled, shown, table_of, teams_of
from tests.tui.shared import FIRST, SECOND, press, share
from tui.app import GoldenHour
from tui.ending import EMPTYING
from tui.farewell import board_command
from tui.locks import lock_late
from tui.screens.bulletin import BulletinScreen
from tui.screens.handover import HandOverScreen, seats
from tui.screens.room import RoomScreen
from tui.settings import Kept, Settings
from tui.widgets.banner import Banner, head
from tui.widgets.public import FEW, facts
from tui.widgets.wording import Tongue
from tui.words import sits_of

LARGE = "torch_and_supermarket"
SECRET = "a secret of the first team"


def test_the_gate_names_the_team_who_has_sealed_and_the_code(tmp_path):
    async def steps(app, pilot, table):
        assert isinstance(app.screen, HandOverScreen)
        assert str(table.view(FIRST).team_name) in shown(app)
        assert table.head_code
        assert table.head_code in shown(app)
        await press(pilot, "enter", "enter", "escape", "s", "y")
        assert isinstance(app.screen, HandOverScreen)
        assert "sealed" in shown(app)
        assert table.head_code in shown(app)

    share(steps, save=tmp_path / "shared.ghx")


def test_nothing_of_the_former_team_stays_behind_the_gate():
    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter")
        room = app.screen_stack[1]
        assert isinstance(room, RoomScreen)
        await press(pilot, "escape", "slash", "s", "e", "c", "enter")
        app.copy_to_clipboard(SECRET)
        brief = str(table.view(FIRST).brief).split("\n")[0][:30]
        await press(pilot, "b")
        assert brief in shown(app)
        await press(pilot, "escape", "s", "y")
        assert [type(screen) for screen in app.screen_stack[1:]] == [HandOverScreen]
        assert room not in app.screen_stack
        assert not room.is_attached
        assert app.clipboard.strip() == ""
        assert brief not in shown(app)
        await press(pilot, "enter", "enter", "escape")
        other = app.screen
        assert isinstance(other, RoomScreen)
        assert other is not room
        assert other._view.team == SECOND
        assert brief not in shown(app)

    share(steps)


def test_whoever_leaves_a_shared_screen_leaves_nothing_in_the_clipboard():
    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        await press(pilot, "enter", "enter", "c")
        assert app.clipboard
        await press(pilot, "escape", "q", "y")

    assert share(steps).clipboard.strip() == ""


def test_a_signal_leaves_nothing_in_the_clipboard_either():
    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        await press(pilot, "enter", "enter", "c")
        assert EMPTYING in app.last_words(15)
        app.called_away(15)
        await pilot.pause()

    app = share(steps)
    assert app.clipboard.strip() == ""
    assert EMPTYING not in app.last_words(15)


def test_a_save_that_fails_ends_the_game_with_the_command_that_goes_on(tmp_path):
    path = tmp_path / "shared.ghx"

    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        await press(pilot, "enter", "enter", "escape", "s")
        path.rename(tmp_path / "moved.ghx")
        await press(pilot, "y")

    words = share(steps, save=path).return_value.words
    assert [each.code for each in words] == ["save.changed", "leave.resume"]


def test_no_team_is_named_in_the_bulletin_for_the_whole_table():
    async def steps(app, pilot, table):
        for _ in range(2):
            await press(pilot, "enter", "enter", "escape", "s", "y")
        assert isinstance(app.screen, BulletinScreen)
        assert app.screen._view.team is None
        await press(pilot, "s", "s")
        assert isinstance(app.screen, HandOverScreen)
        assert app.screen._facts.public.turn == table.view(None).turn

    share(steps)


def test_one_person_alone_meets_no_gate():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is pressed
        assert [type(screen) for screen in app.screen_stack if isinstance(screen, HandOverScreen)] == []

    share(steps, FIRST)


def test_nothing_can_be_exported_from_a_palette():
    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        await press(pilot, "ctrl+p", *"screenshot")
        await settled(pilot)
        assert "Nothing here is called that." in shown(app)
        assert not app.ENABLE_COMMAND_PALETTE

    share(steps)


def test_a_crash_says_where_and_nothing_of_what_was_at_hand(capsys):
    async def go():
        app = GoldenHour(table_of(FIRST, SECOND), "en")
        try:
            async with app.run_test(size=SMALL) as pilot:
                await pilot.pause()
                app.copy_to_clipboard(SECRET)
                app.call_later(crash, SECRET)
                await pilot.pause()
        except ZeroDivisionError:
            return app
        raise AssertionError("it did not crash")

    app = asyncio.run(go())
    farewell = app.return_value
    said = " ".join(app.tongue.plain(words) for words in farewell.words)
    assert farewell.code == FAULT
    assert app.clipboard.strip() == ""
    assert "ZeroDivisionError" in said
    assert "test_screens_handover.py" in said
    printed = capsys.readouterr()
    for told in (said, printed.out, printed.err):
        assert SECRET not in told
        assert "1 / 0" not in told


def crash(secret):
    at_hand = secret
    raise ZeroDivisionError(at_hand)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_command_that_opens_the_board_is_shown_whole_and_copied_beside_the_news_of_a_late_pin(tmp_path, lang):
    folder = tmp_path / "a_folder_with_a_long_name_of_its_own" / "and_another_one_below_it_that_is_long_too"
    folder.mkdir(parents=True)
    table = table_of(*teams_of(LARGE), scenario=LARGE, save=folder / "shared.ghx")
    for intent in (*lock_late("2468"), Clock(252, running=False)):
        table.apply(FACILITATOR, intent)
    command = board_command(table, lang)

    async def go():
        app = GoldenHour(table, lang, kept=Kept(Settings(second="extended")))
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, HandOverScreen)
            assert "".join(str(command).split()) in "".join(shown(app).split())
            assert say(lang, Message.of("pin.anew_brief")) in " ".join(shown(app).split())
            await press(pilot, "c")
            assert app.clipboard == str(command)

    try:
        asyncio.run(go())
    finally:
        table.close()


def six_at_the_table():
    """A large crisis with a sixth team, whose name is as long as one can be that still has to fit."""
    reading = read_shipped("comment_storm")
    first, *_ = reading.scenario.teams.values()
    sixth = first.model_copy(update={"name": Text.of("Sixth desk of Distant Affairs")})
    scenario = reading.scenario.model_copy(update={"teams": {**reading.scenario.teams, "sixth": sixth}})
    return Table.start(replace(reading, scenario=scenario), dict.fromkeys(scenario.teams, HUMAN), seed=5)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_six_teams_stand_at_the_hand_over_and_where_seats_are_passed(size):
    table = six_at_the_table()

    async def go():
        app = GoldenHour(table, "en")
        async with app.run_test(size=size) as pilot:
            for keys in ((), ("g",)):
                await pilot.press(*keys)
                await pilot.pause()
                for line in table.view(None).table:
                    assert line.name.in_language("en") in shown(app)

    asyncio.run(go())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", shipped_ids())
def test_what_a_mirrored_screen_tells_before_a_crisis_is_cut_nowhere(name, lang):
    view = table_of(*teams_of(name), scenario=name).view(None)
    for width in (51, 64):
        told = facts(Tongue(lang), view, width).plain
        assert "…" not in told
        for gauge in view.gauges[:FEW]:
            assert Tongue(lang).plain(gauge.name) in told


def test_a_seat_is_told_whole_where_the_names_leave_room_for_it():
    line = replace(table_of(FIRST).view(None).table[0], seat="bot:prudent")
    said = seats(Tongue("id"), [line], "", 64, {line.team}).plain
    assert "…" not in said
    assert said.rstrip().endswith(Tongue("id").plain(Message.of("seat.now", seat=sits_of(line.seat))))
    assert len(said) <= 64


@pytest.mark.parametrize("width", [80, 100, 120])
def test_the_head_of_a_screen_cuts_the_title_before_the_name_of_the_team(width):
    team, moment = "Council of the Seven Coastal Islands", [Content("x" * 50), Content("x" * 8)]
    said = head(
        Tongue("en"), Text.of("The Torch and the Supermarket of Long Names"), Text.of(team), moment, width
    ).plain
    assert team in said
    assert len(said) <= width


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_head_of_a_screen_keeps_the_turn_beside_the_clock_and_shortens_the_longest_name(lang):
    name = "The Interministerial Council of the Seven Outer Coastal Islands"

    class Shown(App):
        def compose(self):
            turn = Content(say(lang, Message.of("screen.turn_of", turn=12, turns=14)))
            yield Banner(Tongue(lang), Text.of("The Torch"), Text.of(name), Content("x" * 50), turn)

    async def go():
        app = Shown()
        async with app.run_test(size=SMALL) as pilot:
            app.query_one(Banner).tick(Content(say(lang, Message.of("clock.paused", minutes=12, seconds=34))))
            await pilot.pause()
            line = shown(app).split("\n")[0]
            assert say(lang, Message.of("screen.turn_of", turn=12, turns=14)) in line
            assert "12" in line.split("34")[0]
            assert "The Interministerial" in line

    asyncio.run(go())
