import asyncio
from dataclasses import replace
from functools import partial

import pytest
from textual.events import Key

from engine.game.folder import default_folder
from engine.game.match import begin
from engine.game.seats import BOTS, HUMAN
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped
from engine.scenario.shelf import shipped_ids
from tests.tui import shelves
from tests.tui.screens import SMALL, played, settled, shipped, shown
from tui.actions import action
from tui.app import GoldenHour
from tui.launch import CYCLE, open_table, usual
from tui.offers import Library
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.asking import Asking
from tui.screens.panels.reading import Reading
from tui.screens.room import RoomScreen
from tui.screens.start import StartScreen
from tui.widgets.names import PART, form, visible
from tui.widgets.wording import Tongue
from tui.words import like_of, sits_of

start = partial(shelves.start, size=SMALL)


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


def test_an_exercise_is_chosen_arranged_begun_left_and_resumed():
    second = read_shipped("first_hour").scenario.clock.first + 1

    async def steps(app, pilot):
        assert isinstance(app.screen, StartScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, LobbyScreen)
        await press(pilot, "s")
        assert isinstance(app.screen_stack[1], RoomScreen)
        await press(pilot, "escape", "s", "y", "s", "s")
        assert isinstance(app.screen, RoomScreen)
        assert app.screen._view.turn == second

    async def again(app, pilot):
        await press(pilot, "r")
        await settled(pilot)
        assert isinstance(app.screen, RoomScreen)
        assert app.screen._view.turn == second

    start(steps)
    start(again)
    (saved,) = Library.found().saves
    assert saved.path.parent == default_folder()


def test_two_quick_keys_in_the_lobby_begin_one_exercise():
    async def steps(app, pilot):
        await press(pilot, "enter")
        for _ in range(2):
            app.post_message(Key("s", "s"))
        await pilot.pause()
        assert isinstance(app.screen_stack[1], RoomScreen)

    start(steps)
    (saved,) = Library.found().saves
    Table.resume(saved.path).close()


def test_a_table_that_is_there_is_let_go_when_another_begins():
    setup = usual(shipped("first_hour"), shipped("first_hour").scenario)
    first, second = (open_table(replace(setup, save=default_folder() / f"{name}.ghx")) for name in ("a", "b"))

    async def steps(app, pilot):
        for table in (first, second):
            app.post_message(LobbyScreen.Begun(table, "none"))
            await pilot.pause()
        Table.resume(first.path).close()

    start(steps)


def test_a_new_exercise_knows_nothing_of_what_the_cards_of_the_last_one_taught():
    async def go():
        app = GoldenHour(played(1, "embassy"), "en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            before = replace(app.course.at_table.view("embassy"), choices=())
            assert app.course.glossary.of(before)
            app.on_result_screen_again()
            await pilot.pause()
            assert isinstance(app.screen, StartScreen)
            assert app.course.glossary.of(before) == {}

    asyncio.run(go())


def test_nothing_to_resume_is_said():
    async def steps(app, pilot):
        await press(pilot, "r")
        assert "No exercise has been saved yet." in shown(app)

    start(steps)


def test_a_file_that_is_no_exercise_is_refused_with_words():
    default_folder().mkdir(parents=True)
    (default_folder() / "torn.ghx").write_text("[b]not a save")

    async def steps(app, pilot):
        await press(pilot, "r")
        assert isinstance(app.screen, StartScreen)
        assert app.screen.query_one("#note").visual.plain

    start(steps)


def test_seats_pace_and_seed_are_decided_in_the_lobby():
    async def steps(app, pilot):
        await press(pilot, "down", "enter")
        lobby = app.screen
        first = next(iter(lobby._setup.seats))
        seen = []
        for _ in CYCLE:
            seen.append(str(lobby._setup.seats[first]))
            await press(pilot, "right")
        assert seen == [str(each) for each in CYCLE]
        await press(pilot, "down", "left")
        assert str(lobby._setup.seats[list(lobby._setup.seats)[1]]) == "human"  # one key away from where it was
        await press(pilot, "right", "up")
        assert str(lobby._setup.seats[list(lobby._setup.seats)[1]]) == "bot:prudent"
        assert str(lobby._setup.seats[first]) == "human"
        await press(pilot, "p")
        assert lobby._setup.pace == "short"
        await press(pilot, "d")
        assert isinstance(app.screen, Asking)
        await press(pilot, "4", "x", "enter")
        assert "4x is not a seed" in shown(app)
        await press(pilot, "backspace", "2", "enter")
        assert lobby._setup.seed == 42
        await press(pilot, "d", "7", "escape")
        assert lobby._setup.seed == 42
        await press(pilot, "m", "3", "space", "1", "enter")
        assert "“3 1” is no number of minutes" in shown(app)
        assert lobby._setup.minutes == 0
        await press(pilot, "backspace", "backspace", "enter")
        assert lobby._setup.minutes == 3
        await press(pilot, "escape")
        assert isinstance(app.screen, StartScreen)

    start(steps)


def test_an_exercise_that_the_command_line_sets_up_opens_with_its_content_note():
    setup = usual(reading := read_shipped("first_hour"), reading.scenario)

    async def go():
        app = GoldenHour(open_table(setup), "en", setup)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, Reading)
            told = " ".join(shown(app).split())
            assert setup.scenario.content_note.in_language("en") in told
            assert setup.scenario.title.in_language("en") in told
            await press(pilot, "escape", "escape")
            assert isinstance(app.screen, RoomScreen)
        app.let_go()

    asyncio.run(go())


def test_the_start_counts_the_round_before_the_crisis():
    for scenario in (read_shipped(name).scenario for name in shipped_ids()):
        for pace in ("full", "short") if scenario.clock.short else ("full",):
            match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), pace, 1)
            assert len(scenario.clock.rounds(pace)) == match.decisions_left


@pytest.mark.parametrize("lang", ["en", "id"])
def test_everything_that_is_named_by_a_key_has_words(lang):
    assert {f"bot:{bot}" for bot in BOTS} | {"human", "empty"} == {str(each) for each in CYCLE}
    for written in map(str, CYCLE):
        assert say(lang, sits_of(written))
        assert say(lang, like_of(written))
    for name in PART.values():
        assert say(lang, name)
    for name in ("listen", "guidance", "post", "reply", "correction", "statement", "aid", "meet", "measure"):
        assert say(lang, form(name))
    for name in ("public", "parties", "covert"):
        assert say(lang, visible(name))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lobby_tells_what_can_be_learnt_and_which_seats_to_merge_or_drop_first(lang):
    every = (read_shipped(name).scenario for name in shipped_ids())
    scenario = next(each for each in every if each.merges and each.learning_objectives)

    async def go():
        app = GoldenHour(None, lang)
        async with app.run_test(size=(100, 60)) as pilot:
            await pilot.pause()
            app.push_screen(LobbyScreen(Tongue(lang), usual(read_shipped(scenario.id), scenario)))
            await pilot.pause()
            assert say(lang, action("learn").name) in shown(app)
            await press(pilot, "i")
            told = " ".join(app.screen.marked_words().plain.split())
            for goal in scenario.learning_objectives:
                assert " ".join(goal.in_language(lang).split()) in told
            for teams in (*scenario.merges, scenario.drop_first):
                assert all(scenario.teams[team].name.in_language(lang) in told for team in teams)
        app.let_go()

    asyncio.run(go())
