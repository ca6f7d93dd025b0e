"""The board follows an exercise that is played elsewhere, and shows what the public may know, and nothing else."""

import asyncio
from dataclasses import replace

import pytest

from engine.exits import FAULT
from engine.game.directing import Rewind
from engine.game.intents import FACILITATOR, Clock, Lay, Name, Seal
from engine.game.table import Table
from engine.game.view import Point, Poll
from engine.text import Text
from tests.hostile import HOSTILE
from tests.tui.idle import looked
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, WIDE, nothing_happens, poisoned, shown, table_of, teams_of
from tui.board import Board
from tui.posted import mattered
from tui.screens.board import BoardScreen
from tui.settings import Kept
from tui.talk import pledge_of
from tui.widgets.lettering import large
from tui.widgets.multiples import BESIDE, FAR, LABEL, multiple
from tui.widgets.names import BECAME, brief
from tui.widgets.numerals import high, low
from tui.widgets.public import title
from tui.widgets.wording import Tongue
from tui.words import moment_of, turn_of

PAGES = 12
"""Pages that are turned: no board has more."""


def board(path, table, steps, size=WIDE, now=None):
    async def go():
        app = Board(path, table.view(None), "en", Kept(), *([now] if now else []))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(go())


@pytest.fixture
def table(tmp_path):
    at = table_of(*teams_of(), save=tmp_path / "evening.ghx")
    yield at
    at.close()


def test_the_board_follows_what_is_played_in_another_window(table):
    one, other = teams_of()

    async def steps(app, pilot):
        assert shown(app).count("○") == 2
        table.apply(one, Seal(one))
        await looked(app)
        await pilot.pause()
        assert (shown(app).count("✓"), shown(app).count("○")) == (1, 1)
        table.apply(other, Seal(other))
        await looked(app)
        await pilot.pause()
        assert "turn 2 of" in shown(app)

    board(table.path, table, steps)


def test_a_board_that_crashes_says_nothing_of_what_it_knows(table, capsys):
    one = teams_of()[0]
    table.apply(one, Lay(one, table.view(one).choices[0].card, None))

    async def steps(app, pilot):
        apps.append(app)
        app.call_later(lambda: 1 // 0)
        await pilot.pause()

    apps = []
    with pytest.raises(ZeroDivisionError):
        board(table.path, table, steps)
    (app,) = apps
    assert [each.code for each in app.return_value.words] == ["cli.our_fault"]
    assert (app.return_code, app._exit_renderables, *capsys.readouterr()) == (FAULT, [], "", "")


def test_the_board_shows_nothing_of_what_is_laid(table):
    one = teams_of()[0]

    async def steps(app, pilot):
        before = shown(app)
        for choice in table.view(one).choices:
            table.apply(one, Lay(one, choice.card, choice.target, choice.voice))
        assert table.view(one).tray
        await looked(app)
        await pilot.pause()
        assert shown(app) == before

    board(table.path, table, steps)


def test_the_clock_runs_on_between_two_looks(table):
    passed = [100.0]

    async def steps(app, pilot):
        table.apply(FACILITATOR, Clock(240, running=True))
        await looked(app)
        await pilot.pause()
        assert app.screen._left == 240
        passed[0] += 65
        await looked(app)
        assert app.screen._left == 175
        table.apply(FACILITATOR, Clock(170, running=False))
        await looked(app)
        passed[0] += 65
        await looked(app)
        assert app.screen._left == 170

    board(table.path, table, steps, now=lambda: passed[0])


def test_a_team_stands_on_the_board_with_the_people_who_sit_there(table):
    one = teams_of()[0]
    name = str(table.view(one).team_name)

    async def steps(app, pilot):
        table.apply(one, Name(one, Text.of("The red table")))
        await looked(app)
        await pilot.pause()
        assert f"{name} (The red table)" in shown(app)

    board(table.path, table, steps)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_hostile_words_do_nothing_on_the_board(table, size):
    view = table.view(None)
    seats = tuple(replace(line, people=Text.of(raw)) for line, raw in zip(view.table, HOSTILE, strict=False))

    async def steps(app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        screen.show(poisoned(replace(view, table=seats)), 61, Text.of(HOSTILE[0]))
        await pilot.pause()
        nothing_happens(app)

    board(table.path, table, steps, size=size)


def test_a_save_that_has_gone_is_said_and_the_board_stays(table):
    async def steps(app, pilot):
        table.close()
        table.path.unlink()
        await looked(app)
        await pilot.pause()
        assert app.screen.query_one("#note").has_class("-said")
        assert "turn 1 of" in shown(app)

    board(table.path, table, steps)


def seal_all(table):
    for team in table.waiting:
        table.apply(team, Seal(team))


def test_the_board_follows_an_exercise_that_is_taken_back(table):
    async def steps(app, pilot):
        seal_all(table)
        seal_all(table)
        await looked(app)
        await pilot.pause()
        assert "turn 3 of" in shown(app)
        table.apply(FACILITATOR, Rewind(2, fresh=False))
        await looked(app)
        await pilot.pause()
        assert "turn 2 of" in shown(app)

    board(table.path, table, steps)


def test_the_board_goes_along_to_a_branch(table, tmp_path):
    async def steps(app, pilot):
        seal_all(table)
        await looked(app)
        other = table.branch(tmp_path / "other.ghx", 1, fresh=True)
        await looked(app)
        await pilot.pause()
        assert "turn 1 of" in shown(app)
        seal_all(other)
        seal_all(other)
        await looked(app)
        await pilot.pause()
        assert "turn 3 of" in shown(app)
        other.close()

    board(table.path, table, steps)


def test_the_board_turns_back_when_the_first_save_is_played_on_and_says_which_it_shows(table, tmp_path):
    async def steps(app, pilot):
        seal_all(table)
        await looked(app)
        await pilot.pause()
        assert "evening.ghx" in shown(app)
        other = table.branch(tmp_path / "other.ghx", 1, fresh=True)
        table.close()
        await looked(app)
        await pilot.pause()
        assert "other.ghx" in shown(app)
        other.close()
        await looked(app)
        await pilot.pause()
        assert "turn 1 of" in shown(app)
        first = Table.resume(table.path)
        seal_all(first)
        await looked(app)
        await pilot.pause()
        assert "turn 3 of" in shown(app)
        assert "evening.ghx" in shown(app)
        assert "other.ghx" not in shown(app)
        again = Table.resume(tmp_path / "other.ghx")
        seal_all(again)
        await looked(app)
        await pilot.pause()
        assert "turn 2 of" in shown(app)
        again.close()
        first.close()

    board(table.path, table, steps)


def test_a_save_of_another_exercise_in_the_same_folder_is_not_followed(table, tmp_path):
    async def steps(app, pilot):
        other = table_of(*teams_of(), save=tmp_path / "another.ghx")
        seal_all(other)
        seal_all(other)
        await looked(app)
        await pilot.pause()
        assert "turn 1 of" in shown(app)
        other.close()

    board(table.path, table, steps)


def test_a_save_that_is_moved_is_found_again(table, tmp_path):
    async def steps(app, pilot):
        table.close()
        moved = table.path.rename(tmp_path / "morning.ghx")
        await looked(app)
        await pilot.pause()
        assert not app.screen.query_one("#note").has_class("-said")
        again = Table.resume(moved)
        seal_all(again)
        await looked(app)
        await pilot.pause()
        assert "turn 2 of" in shown(app)
        again.close()

    board(table.path, table, steps)


@pytest.mark.parametrize("size", [(120, 36), (160, 48)])
def test_the_clock_is_as_high_as_five_lines_where_there_is_room_and_says_that_it_stands(table, size):
    async def steps(app, pilot):
        table.apply(FACILITATOR, Clock(605, running=False))
        await looked(app)
        await pilot.pause()
        assert app.screen.query_one("#board-clock").size.height >= 5
        assert "stopped at 10:05" in shown(app)

    board(table.path, table, steps, size=size)


def test_digits_differ_and_have_their_heights():
    assert len({repr([line.plain for line in low(digit, "")]) for digit in "0123456789"}) == 10
    assert [len(line.plain) for line in low("43", "")] == [7, 7, 7]
    assert len(high("04:12", "")) == 5


async def every_page(app, pilot):
    """Turn all pages of the board, and return the lines that stood on them."""
    told = []
    for _ in range(PAGES):
        await pilot.pause()
        lines = shown(app).split("\n")
        for x, y, width, height in (side.region for side in app.screen.query(".board-side")):
            told += [line[x : x + width] for line in lines[y : y + height]]
        await pilot.press("space")
    return told


def to_be_said(view, tongue):
    """What the board owes everybody of a view, some of it word by word."""
    said = [tongue.plain(each) for each in (view.inbox[0].text, *(page.headline for page in view.front))]
    said += [tongue.plain(story.name) for story in view.stories if story.heat]
    said += [word for gauge in view.gauges for word in tongue.plain(brief(gauge.name)).split()]
    said += [tongue.plain(pledge_of(pledge)) for pledge in view.pledges if pledge.public]
    said += [tongue.plain(each) for order in mattered(view) for each in (order.card_name, BECAME[order.outcome])]
    assert len(mattered(view)) == 3
    return said


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_everything_stands_whole_on_one_of_the_pages_of_the_board(lang, size):
    async def look(app, pilot):
        told = " ".join(" ".join(await every_page(app, pilot)).split())
        said = to_be_said(app._view, app.screen.tongue)
        assert [each for each in said if " ".join(each.split()) not in told] == []

    at(SCENES["projector"], look, lang, size)


def test_pages_turn_by_themselves_and_a_new_turn_begins_with_the_first(table, monkeypatch):
    monkeypatch.setattr("tui.screens.board.READ", 0.01)

    async def steps(app, pilot):
        turned = set()
        while len(turned) < 2:  # a test that hangs is ended
            await pilot.pause()
            turned.add(app.screen._page)
        seal_all(table)
        app.screen._turning.stop()
        await looked(app)
        assert app.screen._page == 0

    board(table.path, table, steps, SMALL)


@pytest.mark.parametrize(("scale", "name"), [(BESIDE, 1), (FAR, 3)])
def test_a_published_poll_is_drawn_for_each_turn_with_its_error(scale, name):
    points = tuple(Point(turn, value, 6) for turn, value in ((1, -4), (4, -2), (7, -12)))
    poll = Poll(Text.of("Velmar moderates"), 7, -12, 7, points, None)
    drawn = multiple(Tongue("en"), poll, 14, 80, scale)
    under = name + scale.rows
    assert drawn[under].plain.split() == ["1", "4", "7"]
    marks = [line.plain[LABEL + 1 : -scale.number] for line in drawn[name:under]]
    places = [drawn[under].plain.index(turn) - LABEL - 1 for turn in "147"]
    highest = [next(at for at, line in enumerate(marks) if line[place].strip()) for place in places]
    assert highest[0] == highest[1] < highest[2]
    beside = [line.plain[-scale.number :].strip() for line in drawn[name:under]]
    error = (
        ["± 7"] if scale is BESIDE else [line.plain.strip() for line in large(Tongue("en").line(Text.of("± 7")), 20)]
    )
    assert beside[-len(error) :] == error


@pytest.mark.parametrize("lang", ["en", "id"])
def test_turn_and_date_keep_to_their_lines_beside_a_clock(lang):
    async def look(app, _):
        tongue, view = app.screen.tongue, app._view
        for width in (50, 56, 76):
            lines = title(tongue, view, width).plain.split("\n")
            assert len(lines) == 2
            assert tongue.plain(turn_of(view)) in " ".join(lines)
            assert lines[1].endswith(tongue.plain(moment_of(view.moment)))
            assert all(len(each) <= width for each in lines)

    at(SCENES["projector"], look, lang, SMALL)
