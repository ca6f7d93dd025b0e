"""Coach marks: a tutorial of any facilitator's teaches the table itself, on the screens and line by line."""

import io
from dataclasses import replace

import pytest

from engine.compiler.findings import proved
from engine.game.intents import Lay, Seal
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped, read_text
from engine.scenario.shelf import shipped_file
from tests.tui.chairs import press, sit
from tests.tui.idle import until
from tests.tui.screens import SMALL, WIDE, shown, table_of
from tui.coaching import Coaching
from tui.plain.looking import Looking
from tui.plain.terminal import Terminal
from tui.screens.bulletin import BulletinScreen
from tui.settings import Kept, Settings, keep, read
from tui.widgets.coach import Coach

TUTORIAL = "first_hour"
TEAM = "consulate"


def tutorial():
    return table_of(TEAM, scenario=TUTORIAL)


def box(app):
    """What the box says, or nothing."""
    coach = app.screen_stack[1].query_one(Coach)
    return " ".join(coach.visual.at(WIDE[0]).plain.split()) if coach.display else ""


def said(hint, lang="en"):
    return " ".join(hint.text.in_language(lang).split())


def own(marks):
    """The small scenario of the guide with hints of somebody's own."""
    source = shipped_file("ferry_rumour")[0].decode() + "\ncoach:\n" + marks
    reading = proved(read_text(source.encode(), "mine.yaml"))
    seats = {team: HUMAN if team == "embassy" else Seat("bot", "prudent") for team in reading.scenario.teams}
    return Table.start(reading, seats, seed=7)


def test_a_hint_is_given_at_its_turn_to_its_team_and_to_no_other():
    table = tutorial()
    assert {hint.at for hint in table.view(TEAM).hints} == {"inbox", "cards", "tray", "seal"}
    assert table.view("library").hints == table.view(None).hints == ()
    table.apply(TEAM, Seal(TEAM))
    assert {hint.at for hint in table.view(TEAM).hints} == {"standing", "stories", "cards"}


def test_hints_come_one_after_the_other_and_those_of_the_tray_wait_for_an_order():
    async def steps(app, pilot, table):
        first, second, third, fourth = table.view(TEAM).hints
        await press(pilot, "escape")
        assert said(first) in box(app)
        await press(pilot, "h")
        assert said(second) in box(app)
        await press(pilot, "h")
        assert box(app) == ""
        await press(pilot, "h")
        assert say("en", Message.of("coach.none")) in shown(app)
        await press(pilot, "4", "enter", "enter")
        assert said(third) in box(app)
        await press(pilot, "h")
        assert said(fourth) in box(app)

    sit(steps, tutorial())


def test_a_click_puts_a_hint_away_and_hints_can_be_switched_off_and_on_again():
    async def steps(app, pilot, table):
        first, second, *_ = table.view(TEAM).hints
        await press(pilot, "escape")
        await pilot.click("#coach")
        await pilot.pause()
        assert said(second) in box(app)
        await press(pilot, "f6")
        assert box(app) == ""
        assert not app._settings.hints
        await press(pilot, "f6")
        assert said(first) in box(app)

    sit(steps, tutorial())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE, (160, 48)])
def test_a_hint_covers_nothing_and_lights_up_what_it_speaks_of(size, lang):
    async def steps(app, pilot, _):
        await press(pilot, "escape")
        if lang != app.screen.tongue.lang:
            await press(pilot, "f2")
        for key in ("1", "2", "3", "4", "enter", "enter", "h", "h", "h"):
            await press(pilot, key)
            room = app.screen_stack[1]
            coach = room.query_one(Coach)
            if coach.display:
                drawn = [each for each in room.query("Region, .keys") if each.display]
                assert not any(coach.region.overlaps(each.region) for each in drawn), key
                assert coach.region.bottom < size[1]
                assert len(room.query(".-pointed")) == 1
            else:
                assert not room.query(".-pointed")

    sit(steps, tutorial(), size=size)


def test_what_was_put_away_does_not_come_back_in_another_exercise(tmp_path):
    file = tmp_path / "settings.json"
    view = tutorial().view(TEAM)

    def coaching():
        return Coaching(lambda: read(file).settings, lambda settings: keep(file, settings))

    first, second, *_ = view.hints
    assert coaching().due(view)[0] == first
    coaching().learn(view, first)
    assert coaching().due(view)[0] == second
    assert read(file) == Kept(Settings(learnt=(f"{TUTORIAL}:1",)), file)
    assert coaching().turn() is False
    assert coaching().due(view) == ()
    assert coaching().turn() is True
    assert coaching().due(view)[0] == first


def test_hints_begin_anew_with_another_exercise_and_where_all_were_put_away():
    kept = [Settings(learnt=("other:1",))]
    coaching, view = Coaching(lambda: kept[-1], kept.append), tutorial().view(TEAM)
    for hint in view.hints:
        coaching.learn(view, hint)
    assert coaching.left(view) == ()
    coaching.begin(TUTORIAL)
    assert coaching.left(view) == view.hints
    assert kept[-1].learnt == ("other:1",)
    for hint in view.hints:
        coaching.learn(view, hint)
    assert coaching.again(view)
    assert coaching.left(view) == view.hints
    assert not coaching.again(view)
    assert coaching.turn() is False


def test_the_palette_brings_back_hints_that_were_put_away():
    async def steps(app, pilot, _):
        room = app.screen_stack[1]
        offered = say("en", Message.of("coach.anew"))
        first = said(room._view.hints[0])
        await press(pilot, "enter")
        assert first in box(app)
        assert offered not in [app.tongue.plain(found.name) for found in app.screen.finds()]
        await press(pilot, "h")
        assert first not in box(app)
        again = next(found for found in app.screen.finds() if app.tongue.plain(found.name) == offered)
        again.run()
        await pilot.pause()
        assert first in box(app)

    sit(steps, tutorial(), size=WIDE)


@pytest.mark.parametrize("raw", ['{"learnt": 3}', '{"learnt": ["no key", 1]}', '{"learnt": [["a:1"]]}', '{"hints": 0}'])
def test_hints_that_are_written_down_amiss_are_not_learnt(tmp_path, raw):
    (tmp_path / "settings.json").write_text(raw)
    kept = read(tmp_path / "settings.json")
    assert kept.settings == Settings()
    assert kept.notice


def test_any_scenario_can_coach_by_its_own_yaml():
    mine = "  - {at: stories, text: {en: Hot, id: Panas}}\n"
    table = own(mine + "  - {at: seal, turn: 2, to: [harbour], text: {en: No, id: Tidak}}\n")

    async def steps(app, pilot, _):
        await press(pilot, "escape")
        assert "Hot" in box(app)

    sit(steps, table)
    assert [hint.number for hint in table.view("embassy").hints] == [1]


@pytest.mark.parametrize(
    ("mark", "line"),
    [("{at: nowhere, text: x}", "at"), ("{at: cards, to: [nobody_here], text: x}", "to"), ("{at: cards}", "text")],
)
def test_a_hint_that_cannot_be_given_is_refused_with_its_place(mark, line):
    source = shipped_file("ferry_rumour")[0].decode() + f"\ncoach:\n  - {mark}\n"
    reading = read_text(source.encode(), "mine.yaml")
    assert reading.scenario is None
    assert {finding.place.line for finding in reading.findings if finding.is_error} == {source.count("\n")}, line


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_mode_prints_each_hint_once_and_can_be_told_not_to(lang):
    table, printed = tutorial(), io.StringIO()
    looking = Looking(table, Terminal(io.StringIO(), printed, lang), TEAM)
    looking.arrive(moved=False)
    looking.arrive(moved=False)
    text = " ".join(printed.getvalue().split())
    for hint in table.view(TEAM).hints:
        assert text.count(said(hint, lang)) == 1
    looking.does["hints"]("")
    looking.does["hints"]("")
    looking.arrive(moved=False)
    assert " ".join(printed.getvalue().split()).count(said(table.view(TEAM).hints[0], lang)) == 2


def test_the_tutorial_coaches_in_every_language_and_at_every_turn():
    scenario = read_shipped(TUTORIAL).scenario
    assert {mark.turn for mark in scenario.coach} == set(range(1, scenario.clock.turns + 1))
    assert all(mark.text.missing(LANGUAGES) == () for mark in scenario.coach)


def test_an_order_moves_the_hint_on_and_not_the_view():
    table = tutorial()
    before = table.view(TEAM).hints
    choice = next(each for each in table.view(TEAM).choices if each.why_not is None)
    table.apply(TEAM, Lay(TEAM, choice.card, choice.target, choice.voice))
    view = table.view(TEAM)
    assert view.hints == before
    coaching = Coaching(lambda: Settings(learnt=(f"{TUTORIAL}:1", f"{TUTORIAL}:2")), lambda _: None)
    assert [hint.at for hint in coaching.due(view)] == ["tray", "seal"]
    assert coaching.due(replace(view, tray=())) == ()


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_room_is_left_while_a_hint_still_stands_in_it(size):
    async def steps(app, pilot, table):
        await press(pilot, "escape", "h", "4", "h", "enter", "enter", "h")
        assert box(app)
        turn = table.view(None).turn
        await press(pilot, "s", *"50")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, BulletinScreen))
        assert table.view(None).turn == turn + 1

    sit(steps, tutorial(), size)


def test_a_hint_that_is_to_be_lit_up_when_its_room_is_gone_is_let_be():
    async def steps(app, pilot, table):  # noqa: ARG001 - the table is not looked at
        await press(pilot, "escape")
        coach = app.screen.query_one(Coach)
        assert box(app)
        await press(pilot, "s", "y")
        assert not coach.is_attached
        coach.light_up()

    sit(steps, tutorial())
