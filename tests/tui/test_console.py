"""What is found, copied and left at the facilitator's console."""

import asyncio
import signal
from dataclasses import replace
from multiprocessing import active_children

import pytest
from textual.command import CommandList

from engine.game.intents import FACILITATOR, Note
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from engine.tools import forecast
from engine.tools.forecast import outlook
from tests.beside import how_it_ended
from tests.tui.chairs import CHAIR, FIRST, SECOND, fill, play, press, sit, state_of
from tests.tui.idle import until
from tests.tui.scenes import SCENES, at
from tests.tui.screens import WIDE, shown, table_of, teams_of
from tui.screens.console import ConsoleScreen
from tui.screens.palette import lines_of
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.form import FormPanel
from tui.screens.panels.reading import Reading
from tui.screens.peeked import PeekedScreen
from tui.screens.room import RoomScreen
from tui.widgets.ahead import Fan
from tui.widgets.desks import Desks
from tui.widgets.futures import Ahead, in_short, turn_row
from tui.widgets.msel import Msel
from tui.widgets.notes import Notes
from tui.widgets.overview import Overview
from tui.widgets.wording import Tongue

LARGE = "comment_storm"
LEAST_OF_NOTES, LEAST_OF_FAN = 4, 38


async def find(pilot, typed):
    """Type into the palette, wait until it has found something, and do that."""
    await pilot.press("ctrl+p", *typed)
    palette = pilot.app.screen
    await until(pilot, lambda: palette.query_one(CommandList).option_count and not palette._show_busy)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not palette)
    await pilot.pause()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("typed", ["nine cit", "sembilan kota"])
def test_an_inject_is_found_by_a_part_of_its_name_in_either_language_and_marked(typed, lang):
    async def look(app, pilot):
        await pilot.press("2")
        await find(pilot, typed)
        assert isinstance(app.screen, ConsoleScreen)
        assert app.screen.query_one(Msel).marked.inject == "nine_cities"
        assert app.screen.query_one(Overview).at == "msel"

    at(SCENES["console"], look, lang)


def test_an_inject_that_is_found_is_fired_once_that_is_confirmed():
    async def steps(app, pilot, table):
        later = next(entry for entry in table.console().msel if entry.state == "later")
        await press(pilot, *CHAIR)
        await find(pilot, f"fire {later.name}".lower())
        assert isinstance(app.screen, Confirm)
        await press(pilot, "y")
        assert state_of(table, later.inject) == "fired"

    sit(steps, play(table_of(FIRST, SECOND)))


def test_a_meter_that_is_found_stands_in_the_form_that_moves_it():
    async def look(app, pilot):
        await find(pilot, "move sales")
        assert isinstance(app.screen, FormPanel)
        assert app.screen.typed["meter"] == "MercaNova’s sales in Velmar"

    at(SCENES["console"], look)


def test_a_team_that_is_found_is_marked():
    async def look(app, pilot):
        names = {desk.team: str(desk.view.team_name) for desk in app.screen._known.desks}
        await find(pilot, names["ministry"].lower())
        assert app.screen.query_one(Desks).marked == "ministry"

    at(SCENES["console"], look)


def test_what_there_are_many_of_is_listed_only_once_something_is_typed():
    async def look(app, pilot):  # noqa: ARG001 - nothing is pressed
        lines = lines_of(app.screen)
        listed = {name for line in lines if not line.typed_only for name in line.names}
        typed = {name for line in lines if line.typed_only for name in line.names}
        for dial in app.screen._known.dials:
            assert not any(app.tongue.plain(dial.name) in name for name in listed)
            assert any(app.tongue.plain(dial.name) in name for name in typed)

    at(SCENES["console"], look)


@pytest.mark.parametrize(("key", "region"), [("1", "msel"), ("2", "desks"), ("3", "ahead"), ("4", "log")])
def test_each_region_of_the_console_is_copied(key, region):
    async def look(app, pilot):
        await pilot.press(key, "c")
        await pilot.pause()
        assert app.screen.query_one(Overview).at == region
        assert app.clipboard.strip()
        if region == "msel":
            marked = app.screen.query_one(Msel).marked
            assert str(marked.text).split()[-1] in app.clipboard

    at(SCENES["console"], look)


def test_the_question_before_a_turn_is_closed_is_copied():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, *CHAIR, "r", "c")
        assert isinstance(app.screen, Confirm)
        assert "sealed" in app.clipboard

    sit(steps)


def test_before_the_crisis_the_console_says_why_an_inject_cannot_fire_instead_of_computing():
    table = table_of(*teams_of(LARGE), scenario=LARGE)

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR)
        asked = app.screen.query_one(Msel).marked.inject
        app.screen.learn(asked, outlook(table.match, asked, games=4))
        told = app.screen.query_one(Fan).rows.whole().plain
        assert "cannot fire now" in " ".join(told.split())
        assert say("en", Message.of("fan.computing")) not in told

    sit(steps, table, size=WIDE)


def test_whoever_leaves_does_not_wait_for_a_look_ahead_that_is_under_way(tmp_path):
    table, before = table_of(FIRST, SECOND, save=tmp_path / "evening.ghx"), set(active_children())

    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is looked at
        await press(pilot, *CHAIR)
        await until(pilot, lambda: set(active_children()) - before)
        (looks,) = set(active_children()) - before
        app.let_go()
        assert await asyncio.to_thread(how_it_ended, looks) == -signal.SIGTERM

    sit(steps, table)


def test_the_brief_is_not_opened_again_by_leaving_the_console():
    table = table_of(FIRST)

    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, "escape", "f5")
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "2", "enter")
        assert isinstance(app.screen, PeekedScreen)
        await press(pilot, "f5", "escape")
        assert isinstance(app.screen, RoomScreen)

    sit(steps, table, lock=False)


@pytest.mark.parametrize("to", ["-", ""])
def test_a_meter_is_moved_and_no_team_is_told(to):
    table = play(table_of(FIRST, SECOND))

    async def steps(app, pilot, table):
        before = {dial.meter: dial.value for dial in table.console().dials}
        letters = {team: table.view(team).inbox for team in (None, FIRST, SECOND)}
        await press(pilot, *CHAIR, "m")
        assert say("en", Message.of("form.hint.told")) in " ".join(shown(app).split())
        await fill(app, pilot, meter="freedom", by="-2", reason="Behind the scenes", to=to)
        after = {dial.meter: dial.value for dial in table.console().dials}
        assert after["freedom"] == before["freedom"] - 2
        assert {team: table.view(team).inbox for team in letters} == letters
        assert "Behind the scenes" in shown(app)
        assert "Behind the scenes" not in repr([table.view(team) for team in letters])

    sit(steps, table)


def test_an_inject_to_nobody_is_composed_and_says_so():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "i")
        app.screen.query_one("#field-to").focus()
        app.screen.query_one("#field-to").value = "nobody"
        await pilot.pause()
        assert "no team" in shown(app)
        await fill(app, pilot, name_en="A quiet change")
        assert isinstance(app.screen, ConsoleScreen)
        (entry,) = [each for each in table.console().msel if str(each.name) == "A quiet change"]
        assert (entry.to, entry.to_all, entry.state) == ((), False, "fired")

    sit(steps)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_row_of_what_may_come_is_cut_in_a_narrow_column(lang):
    fan = forecast.Fan(FIRST, (3, 12), (2.0, 5.0), (10.0, 30.0), (45.0, 60.0), (1.0, 100.0))
    for width in range(24, 61):
        for at_turn in (0, 1):
            row = turn_row(Tongue(lang), fan, fan, at_turn)(width).plain
            assert "…" not in row
            assert row.endswith("%")
            assert width < 26 or "◆" in row


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_an_inject_would_do_stands_first_with_each_meter_by_its_whole_name(lang):
    fan = forecast.Fan(FIRST, (3, 12), (2.0, 5.0), (10.0, 30.0), (45.0, 60.0), (1.0, 12.0))
    then = replace(fan, lost=(1.0, 31.0))
    name = "What the readers of the morning papers think of us"
    effects = (forecast.Effect("sales", Text.of(name), 4.0, -1.0),)
    ahead = Ahead(
        forecast.Outlook(3, (fan,), "storm", (then,), effects), fan, Text.of("Us"), ("storm", Text.of("Rain"))
    )
    for width in (26, 38, 76):
        lines = [row.lay(width).plain for row in in_short(Tongue(lang), ahead)]
        said = [" ".join(line.split()) for line in lines]
        told = next(line for line in said if "+4" in line)
        assert said.index(told) < next(place for place, line in enumerate(said) if "%" in line)
        assert set(name.split()) <= set(told.split())
        assert told.count("-1") == 1
        assert any("31" in line and "12" in line for line in said[:2])


def test_what_may_come_and_the_notes_open_as_papers_and_neither_pane_is_squeezed():
    table = play(table_of(FIRST, SECOND))
    for n in range(12):
        table.apply(FACILITATOR, Note(Text.of(f"Note {n} on how the room took what came.")))

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR)
        marked = app.screen.query_one(Msel).marked.inject
        app.screen.learn(marked, outlook(table.match, marked, games=4))
        await pilot.pause()
        assert say("en", Message.of("fan.no_prediction")) in shown(app)
        assert app.screen.query_one(Notes).rows.size.height >= LEAST_OF_NOTES
        assert app.screen.query_one(Fan).rows.size.width >= LEAST_OF_FAN
        await press(pilot, "4", "enter")
        assert isinstance(app.screen, Reading)
        told = " ".join(app.screen.marked_words().plain.split())
        assert all(f"Note {n} on" in told for n in range(12))
        await press(pilot, "escape", "3", "enter")
        assert isinstance(app.screen, Reading)
        told = " ".join(app.screen.marked_words().plain.split())
        assert say("en", Message.of("fan.about")) in told

    sit(steps, table, size=WIDE)
