"""The plots of a team's numbers over the turns, and the table that plain mode prints instead."""

import subprocess
import sys
from dataclasses import replace

import pytest

from engine.game.view import Curve, Point
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from engine.text import Text
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, played, shown, teams_of
from tui.gauges import value_of
from tui.plain.curves import curves
from tui.plain.page import WIDTH, cells_of
from tui.screens.panels.plots import Plots, note
from tui.widgets.plot import Plot
from tui.widgets.rows import Rows
from tui.widgets.standing import gauge_row, taken_beside
from tui.widgets.wording import Tongue

TEAM = teams_of()[0]


def poll(turns):
    points = tuple(Point(turn, turn, 9 if turn % 2 else None) for turn in range(1, turns + 1))
    return Curve("islanders.samudra", Text.of("Islanders on Samudra"), points)


def test_the_plot_that_opens_first_is_of_the_number_that_is_marked():
    async def look(app, pilot):
        assert isinstance(app.screen, Plots)
        marked = app.screen.query_one(Rows).marked
        assert marked == "islanders.samudra"
        assert app.screen.query_one(Plot)._curve.meter == marked
        await pilot.press("up")
        await pilot.pause()
        assert app.screen.query_one(Plot)._curve.meter == app.screen.query_one(Rows).marked != marked

    at(SCENES["plots"], look)


def test_a_poll_is_drawn_with_a_bar_for_its_error_and_the_error_is_explained():
    async def look(app, pilot):
        assert "│" in shown(app)
        assert say("en", Message.of("screen.plots.error")).split(":")[0] in " ".join(shown(app).split())
        await pilot.press("home")
        await pilot.pause()
        assert "±" not in app.screen.query_one("#plot-note").visual.at(80).plain

    at(SCENES["plots"], look)


def test_a_plot_takes_no_key_and_no_mouse_of_its_own():
    async def look(app, pilot):
        plot = app.screen.query_one(Plot)
        assert not plot.can_focus
        assert not plot._bindings.key_to_bindings
        before = plot._y_max
        await pilot.click(Plot)
        await pilot.press("plus", "left", "r")
        await pilot.pause()
        assert plot._y_max == before
        assert isinstance(app.screen, Plots)

    at(SCENES["plots"], look)


def test_plots_are_drawn_without_colours(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def look(app, _):
        assert "●" in shown(app)

    at(SCENES["plots"], look, size=SMALL)


@pytest.mark.parametrize("points", [1, 2, 40])
def test_any_number_of_turns_can_be_plotted(points):
    async def look(app, pilot):
        app.screen.query_one(Plot).show(poll(points))
        await pilot.pause()
        assert "●" in shown(app)

    at(SCENES["plots"], look, size=SMALL)


def test_the_result_plots_what_was_hidden_until_the_end():
    async def look(app, pilot):
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, Plots)
        assert "islanders.samudra" in app.screen._curves

    at(SCENES["result"], look)


def test_the_library_that_draws_is_loaded_when_a_plot_is_wanted():
    code = "import sys, tui.app, tui.screens.room, tui.screens.result; print('textual_plot' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_mode_prints_every_number_of_every_turn_within_the_page(lang):
    view = played(3, TEAM).view(TEAM)
    lines = curves(view.curves, lang, "")
    assert max(map(cells_of, lines)) <= WIDTH
    numbers = [number for line in lines for number in line.split() if number.lstrip("-±").isdigit()]
    assert len(numbers) >= sum(len(curve.points) for curve in view.curves)
    risk = view.curves[0]
    (only,) = [line for line in curves(view.curves, lang, "risk") if say(lang, risk.name).split()[0] in line]
    assert only.split()[-len(risk.points) :] == [str(point.value) for point in risk.points]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_mode_calls_the_point_after_the_last_turn_by_what_it_is(lang):
    ended = played(99, TEAM)
    turns = [point.turn for point in ended.view(None).curves[0].points]
    named = [[*map(str, turns[:-1]), "ENDEX"], list(map(str, turns))]
    for view, want in ((ended.view(None), named[0]), (played(len(turns) - 2, TEAM).view(TEAM), named[1][:-1])):
        lines = curves(view.curves, lang, "")
        assert max(map(cells_of, lines)) <= WIDTH
        heads = [line.split()[1:] for line in lines if line.split()[:1] == [say(lang, Message.of("plain.curves.turn"))]]
        assert [turn for head in heads for turn in head] == want


def test_only_a_curve_that_has_ended_has_its_last_point_called_so():
    going = poll(3)
    lines = curves([replace(poll(9), ended=True), going], "en", "")
    assert sum("ENDEX" in line for line in lines) == 1
    lines = curves([going], "en", "")
    assert not any("ENDEX" in line for line in lines)


def test_plain_mode_sets_errors_below_polls_and_breaks_a_long_exercise():
    lines = curves([poll(10)], "en", "")
    assert next(line.split() for line in lines if "±" in line) == ["±9"] * 4
    assert sum(line.split()[:1] == ["Turn"] for line in lines) == 2
    assert curves([poll(3)], "en", "no such thing") != curves([poll(3)], "en", "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_speaks_of_its_numbers_and_of_no_bar(lang):
    told = " ".join(" ".join(curves([poll(3)], lang, "")).split())
    assert say(lang, Message.of("plain.curves.error")) in told
    assert say(lang, Message.of("screen.plots.error")) not in told


def test_what_is_plotted_is_said_in_its_unit():
    async def look(app, pilot):
        with_unit = next(curve for curve in app.screen._curves.values() if curve.unit)
        app.screen.query_one(Rows).mark(with_unit.meter)
        await pilot.pause()
        unit = app.tongue.plain(with_unit.unit)
        assert app.screen.query_one("#plot-name").visual.at(80).plain.endswith(f"  {unit}")
        assert f"{with_unit.points[-1].value} {unit}" in app.screen.query_one("#plot-note").visual.at(80).plain

    at(SCENES["plots"], look)


def test_plain_mode_names_the_unit_of_a_meter_beside_its_name():
    curve = Curve("sales", Text.of("Sales"), (Point(1, 93, None),), Text.of("%"))
    assert "Sales (%)" in "\n".join(curves([curve], "en", ""))


def test_a_number_of_the_scenario_without_a_unit_is_told_with_the_end_of_its_scale():
    view = played(2, "embassy", "torch_and_supermarket").view("embassy")
    meters = read_shipped("torch_and_supermarket").scenario.meters
    scaled = [each for each in view.gauges if each.meter in meters and meters[each.meter].unit is None]
    assert scaled
    tongue = Tongue("en")
    taken = taken_beside(tongue, view.gauges, view.turn)
    for gauge in scaled:
        assert say("en", value_of(gauge)) == f"{gauge.value} / 100"
        assert f"{gauge.value}/100" in gauge_row(tongue, gauge, view.turn, 40, taken).plain


def test_in_the_end_the_last_point_is_called_by_its_name_and_told_however_long_the_list_is():
    table = played(8, TEAM)
    curve = next(each for each in table.view(TEAM).curves if each.meter == "risk")
    assert curve.ended
    told = note(Tongue("en"), curve, 34).plain
    assert told.startswith("… ")
    assert " ".join(told.split()).endswith(f"ENDEX: {round(curve.points[-1].value)} %")


def test_a_number_that_was_never_below_nothing_has_no_axis_below_it():
    async def look(app, pilot):
        await pilot.press("t")
        await pilot.pause()
        plot = app.screen.query_one(Plot)
        assert min(point.value for point in plot._curve.points) >= 0
        assert plot._y_min >= 0
        assert "ENDEX" in app.screen.query_one("#margin-bottom").render_line(0).text

    at(SCENES["result"], look)
