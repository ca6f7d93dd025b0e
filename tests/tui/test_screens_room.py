import asyncio
import re
from dataclasses import replace

import pytest
from textual.widgets import Input

from tests.tui.idle import put, until
from tests.tui.screens import SMALL, WIDE, played, poisoned, shown, table_of, teams_of
from tui.app import GoldenHour
from tui.plain.cards import listed
from tui.screens.bulletin import BulletinScreen
from tui.screens.panels.reading import Reading
from tui.screens.panels.sealing import Sealing
from tui.screens.panels.targets import Targets
from tui.screens.result import ResultScreen
from tui.screens.room import RoomScreen
from tui.widgets.crowd import Crowd
from tui.widgets.inbox import unread
from tui.widgets.regions import Regions
from tui.widgets.rows import Rows
from tui.widgets.shelf import Shelf
from tui.widgets.standing import Standing

TEAM = teams_of()[0]


def play(table, steps, size=WIDE, lang="en"):
    """Open the game at a table, and let `steps` happen."""

    async def go():
        app = GoldenHour(table, lang)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(go())


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


async def lay_first(app, pilot):
    """Lay the first card that can be laid, toward the first target."""
    await press(pilot, "4")
    shelf = app.screen.query_one(Shelf)
    entry = next(entry for entry in shelf._deck if entry.why_not is None and not entry.laid)
    shelf.rows.mark(entry.card)
    await press(pilot, "enter")
    if isinstance(app.screen, Targets):
        await press(pilot, "enter")
    return entry.card


def test_the_brief_lies_on_top_in_the_first_round_only():
    async def first(app, pilot):
        assert isinstance(app.screen, Reading)
        await press(pilot, "escape")
        assert isinstance(app.screen, RoomScreen)

    async def later(app, pilot):  # noqa: ARG001 - nothing is pressed
        assert isinstance(app.screen, RoomScreen)

    play(table_of(TEAM), first)
    play(played(2, TEAM), later)


def test_a_card_is_laid_taken_back_laid_again_and_undone():
    table = played(1, TEAM)

    async def steps(app, pilot):
        card = await lay_first(app, pilot)
        assert [choice.card for choice in table.view(TEAM).tray] == [card]
        await press(pilot, "delete")
        assert table.view(TEAM).tray == ()
        await lay_first(app, pilot)
        await press(pilot, "u")
        assert table.view(TEAM).tray == ()
        await lay_first(app, pilot)
        await press(pilot, "5", "backspace")
        assert table.view(TEAM).tray == ()

    play(table, steps)


def test_a_card_with_several_targets_asks_and_going_back_lays_nothing():
    table = played(1, TEAM)

    async def steps(app, pilot):
        shelf = app.screen.query_one(Shelf)
        entry = next(entry for entry in shelf._deck if len(entry.choices) > 1 and entry.why_not is None)
        shelf.rows.mark(entry.card)
        await press(pilot, "enter")
        assert isinstance(app.screen, Targets)
        await press(pilot, "escape")
        assert table.view(TEAM).tray == ()
        await press(pilot, "enter", "down", "enter")
        laid, told = table.view(TEAM).tray[0], entry.choices.index(entry.face)
        assert (laid.card, laid.target) == (entry.card, entry.choices[(told + 1) % len(entry.choices)].target)

    play(table, steps)


def test_why_a_card_cannot_be_laid_is_said():
    table = played(1, TEAM)

    async def steps(app, pilot):
        await lay_first(app, pilot)
        await press(pilot, "enter")
        if isinstance(app.screen, Targets):
            await press(pilot, "enter")
        assert len(table.view(TEAM).tray) == 1
        assert app.screen.query_one("#note").has_class("-said")

    play(table, steps)


def test_sealing_asks_first_and_no_means_no():
    table = played(1, TEAM)
    turn = table.view(None).turn

    async def steps(app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, Sealing)
        assert "hours not used" in shown(app)
        await press(pilot, "n")
        await press(pilot, "s", "escape")
        assert table.view(None).turn == turn
        await press(pilot, "s", "y")
        assert table.view(None).turn == turn + 1
        assert isinstance(app.screen, BulletinScreen)
        await press(pilot, "s", "s")
        assert isinstance(app.screen, RoomScreen)

    play(table, steps)


@pytest.mark.parametrize(
    ("size", "new", "region"), [(SMALL, True, "inbox"), (SMALL, False, "shelf"), (WIDE, True, "shelf")]
)
def test_the_room_opens_at_what_is_new_where_that_would_lie_behind_a_tab(size, new, region):
    table = played(1, TEAM)
    view = table.view(TEAM)
    letter = replace(view.inbox[0], new=new)
    view = replace(view, inbox=(letter, replace(letter, inject="another")))

    async def go():
        app = GoldenHour(None, "en")
        async with app.run_test(size=size) as pilot:
            await put(pilot, RoomScreen(app.tongue, view, {}, table.begun.of(TEAM)))
            await until(pilot, lambda: app.screen.query(Regions))
            await pilot.pause()
            assert (app.screen._regions.front, app.screen._regions.at) == (region, region)
            if region == "inbox":
                await press(pilot, "f2", "f2")  # takes down what is marked, which is not to go on from it
                before = unread(view.inbox, app.screen._letters_read)
                await press(pilot, "down", "4")  # on to another letter, and away from it
                back = RoomScreen(app.tongue, view, {}, table.begun.of(TEAM))
                assert before == len(view.inbox) == 2
                assert "new" not in shown(app)
                assert unread(view.inbox, back._letters_read) == 0

    assert view.inbox
    asyncio.run(go())


def test_an_exercise_is_played_to_its_score():
    table = table_of(TEAM, pace="short")

    async def steps(app, pilot):
        await press(pilot, "escape")
        while not table.ended:
            await lay_first(app, pilot)
            await press(pilot, "s", "y")
            while isinstance(app.screen, BulletinScreen):
                await press(pilot, "s")
        assert isinstance(app.screen, ResultScreen)
        await press(pilot, "o", "w", "escape", "e", "escape")
        assert isinstance(app.screen, ResultScreen)

    play(table, steps, size=SMALL, lang="id")


def test_only_bots_play_turn_by_turn():
    table = table_of()

    async def steps(app, pilot):
        while not table.ended:
            assert isinstance(app.screen, BulletinScreen)
            await press(pilot, "s", "s")
        await press(pilot, "s", "s")
        assert isinstance(app.screen, ResultScreen)

    play(table, steps)


def test_searching_narrows_the_cards_and_going_back_shows_them_all():
    async def steps(app, pilot):
        shelf = app.screen.query_one(Shelf)
        every = shelf.rows.option_count
        await press(pilot, "slash", "z", "z", "q")
        assert shelf.rows.option_count == 0
        assert app.screen.query_one(Input).value == "zzq"
        await press(pilot, "escape")
        assert shelf.rows.option_count == every

    play(played(1, TEAM), steps)


def test_cards_can_still_be_searched_once_the_language_has_changed_meanwhile():
    async def steps(app, pilot):
        await press(pilot, "slash", "f2", "z", "z", "q")
        assert app.screen_stack[-2].query_one(Shelf).rows.option_count == 0
        await press(pilot, "escape")
        assert app.screen.query_one(Shelf).rows.option_count > 0

    play(played(1, TEAM), steps)


def test_kinds_of_cards_are_gone_through_in_turn():
    async def steps(app, pilot):
        shelf = app.screen.query_one(Shelf)
        every = shelf.rows.option_count
        counts = []
        for _ in range(5):
            await press(pilot, "f")
            counts.append(shelf.rows.option_count)
        assert max(counts[:4]) < every
        assert counts[4] == every

    play(played(1, TEAM), steps)


def test_why_tells_the_reasons_of_what_is_marked():
    table = played(3, TEAM)
    view = table.view(TEAM)

    async def steps(app, pilot):
        await press(pilot, "2", "w")
        story = max((each for each in view.stories if each.hurts_us), key=lambda each: each.heat)
        assert str(story.name) in shown(app)
        await press(pilot, "escape", "3", "w")
        assert "Control-loss risk" in shown(app)
        await press(pilot, "escape")
        moved = next(gauge for gauge in view.gauges if view.history.get(gauge.meter))
        app.screen.query_one(Standing).rows.mark(moved.meter)
        await press(pilot, "w")
        amount = view.history[moved.meter][-1][1].reasons[0].amount
        assert f"{amount:+.1f}" in shown(app)

    play(table, steps)


def test_nothing_scrolls_sideways_and_every_region_is_there_when_the_terminal_changes():
    torch = "torch_and_supermarket"
    team = teams_of(torch)[0]

    async def steps(app, pilot):
        for size in (WIDE, SMALL, (200, 60), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            regions = [region for region in app.screen.query("#regions > *") if region.display]
            assert len(regions) == (5 if size[0] >= 110 else 2)
            for key in "13":
                await press(pilot, key)
                assert app.screen.max_scroll_x == 0
                assert all(rows.region.right <= size[0] for rows in app.screen.query(Rows) if rows.display)

    play(played(2, team, torch), steps)


def test_no_row_is_set_wider_than_it_may_be():
    view = poisoned(played(2, TEAM).view(TEAM))

    async def steps(app, pilot):
        app.screen.show(view)
        await pilot.pause()
        lists = app.screen.query(Rows)
        assert len(lists) == 5
        for row in (row for rows in lists for row in rows._rows):
            for width in (12, 31, 40, 59, 60, 78, 104, 160):
                lines = row.lay(width).split(allow_blank=True)
                assert max(line.cell_length for line in lines) <= width, row.key

    play(played(2, TEAM), steps)


def test_the_language_changes_without_losing_the_place():
    async def steps(app, pilot):
        await press(pilot, "2")
        english = shown(app)
        await press(pilot, "l")
        assert shown(app) != english
        assert app.screen.focused is app.screen.query_one(Crowd).rows
        await press(pilot, "l")
        assert shown(app) == english

    play(played(1, TEAM), steps)


def test_every_order_of_the_bulletin_can_be_told():
    table = played(2, teams_of("torch_and_supermarket")[1], "torch_and_supermarket")

    async def steps(app, pilot):
        await press(pilot, "s", "y")
        bulletin = app.screen
        orders = sum(len(each.orders) for each in bulletin._view.bulletins)
        assert len(bulletin._told) == min(3, orders)
        await press(pilot, "a")
        assert len(bulletin._told) == orders
        for _ in range(2 * orders + 2):
            if bulletin._page < bulletin._last:
                await press(pilot, "enter")
        await press(pilot, "w")
        assert isinstance(app.screen, Reading)

    play(table, steps)


def test_why_leads_back_to_the_lines_of_the_scenario():
    table = played(3, TEAM)
    view = table.view(TEAM)
    meter, line = next(
        (gauge.meter, reason.written[0])
        for gauge in view.gauges
        for _, change in reversed(view.history.get(gauge.meter, ()))
        for reason in change.reasons
        if reason.written
    )

    async def steps(app, pilot):
        await press(pilot, "3")
        app.screen.query_one(Standing).rows.mark(meter)
        await press(pilot, "w")
        assert f"{line.number} of ferry_rumour.yaml" in shown(app)

    play(table, steps, size=(120, 60))


def test_each_card_stands_in_the_room_under_its_number_on_paper():
    async def steps(app, pilot):
        await press(pilot, "escape", "4", "m")
        screen = shown(app)
        for card in listed(table.view(TEAM))[:5]:
            name = str(card.first.name.in_language("en"))[:12]
            assert re.search(rf"(?<!\d){card.number} {re.escape(name)}", screen)

    table = table_of(TEAM, scenario="ferry_rumour")
    play(table, steps)


@pytest.mark.parametrize("size", [WIDE, (160, 48)])
def test_what_is_said_of_a_card_stands_right_below_the_cards_and_no_row_of_regions_scrolls_while_the_other_has_room(
    size,
):
    async def steps(app, pilot):
        await press(pilot, "escape")
        await pilot.pause()
        cards, note = app.screen.query_one("#cards"), app.screen.query_one("#card-note")
        assert note.region.y == cards.region.bottom + 1
        tray = app.screen.query_one("#tray")
        spare = tray.size.height - app.screen.query_one("#laid").virtual_size.height
        above = app.screen.query_one("#letters")
        assert above.max_scroll_y == 0 or spare < above.max_scroll_y

    play(table_of(teams_of()[0]), steps, size=size)
