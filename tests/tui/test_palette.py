import asyncio
from typing import ClassVar

import pytest
from textual.command import DiscoveryHit, Hit, Provider

from engine.game.intents import Seal
from engine.language.catalogue import LANGUAGES, say
from tests.tui.idle import put, until
from tests.tui.scenes import SCENES, at, lobby
from tests.tui.screens import SMALL, nothing_happens, settled, shown, table_of, teams_of
from tui.actions import actions_at
from tui.app import GoldenHour
from tui.plain.commands import Command, understand
from tui.registry.action import PLACES
from tui.screens.palette import Palette, lines_of
from tui.screens.panels.reading import CardPage, Reading
from tui.screens.room import RoomScreen
from tui.search import fit

FIRST, SECOND = teams_of()[:2]


async def type_in(pilot, *keys):
    await pilot.press(*keys)
    await settled(pilot)


@pytest.mark.parametrize("place", PLACES)
def test_each_action_of_a_place_is_understood_by_its_word(place):
    for action in actions_at(place):
        for lang in LANGUAGES if action.word else ():
            understood = understand(lang, place, say(lang, action.word))
            assert isinstance(understood, Command)
            assert understood.action is action


@pytest.mark.parametrize(("lang", "typed"), [("en", "mengapa"), ("id", "why"), ("en", "why"), ("en", "numbr moved")])
def test_an_action_is_found_in_either_language_and_done(lang, typed):
    async def look(app, pilot):
        await pilot.press("w")
        await pilot.pause()
        by_key = shown(app)
        await pilot.press("escape")
        await type_in(pilot, "ctrl+p", *typed)
        await type_in(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Reading))
        await until(pilot, lambda: shown(app) == by_key)

    at(SCENES["room"], look, lang)


def test_a_card_is_found_by_its_indonesian_name_marked_and_explained_and_a_card_is_laid_from_its_page():
    async def look(app, pilot):
        await type_in(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Reading))
        await until(pilot, lambda: "Inspect the ferry together" in shown(app))
        await pilot.press("escape")
        assert app.screen.query_one("#cards").marked == "joint_inspection"
        wanted = next(each for each in app.screen._view.choices if not each.why_not and each.target is None)
        app.screen.query_one("#cards").mark(wanted.card)
        await type_in(pilot, "d")
        assert isinstance(app.screen, CardPage)
        await type_in(pilot, "enter")
        assert wanted.card in {each.card for each in app.screen._view.tray}

    at(SCENES["found"], look)


def test_what_is_called_nothing_is_said_to_be_nowhere():
    async def look(app, pilot):
        await type_in(pilot, "ctrl+p", *"qqqzzz")
        assert "Nothing here is called that." in shown(app)
        await type_in(pilot, "enter")
        assert isinstance(app.screen, RoomScreen)

    at(SCENES["room"], look)


def test_a_click_in_the_palette_does_it():
    async def look(app, pilot):
        await type_in(pilot, "ctrl+p", *"brief")
        await pilot.click("CommandList", offset=(4, 1))
        await until(pilot, lambda: isinstance(app.screen, Reading))

    at(SCENES["room"], look)


def test_nothing_of_the_library_is_offered():
    async def look(app, pilot):  # noqa: ARG001 - nothing is pressed
        assert list(app.get_system_commands(app.screen)) == []
        for word in ("Screenshot", "Theme", "Maximize", "Keys", "textual"):
            assert word not in shown(app)

    at(SCENES["palette"], look)


def rows(screen):
    return {line.shown.plain for line in lines_of(screen)}


def test_the_palette_of_a_team_knows_nothing_of_another_one():
    async def go():
        table = table_of(FIRST, SECOND)
        app = GoldenHour(table, "en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await pilot.press("enter", "enter", "escape")  # no PIN, the brief
            first = rows(app.screen)
            app.screen.post_message(RoomScreen.Wants(Seal(FIRST)))
            await pilot.pause()
            gate = rows(app.screen)
            await pilot.press("enter", "enter", "escape")  # no PIN, the brief
            second = rows(app.screen)
            view = table.view(SECOND)
            room = RoomScreen(app.tongue, view, app.course.glossary.of(view), table.begun.of(SECOND))
            await app.push_screen(room)
            alone = rows(room)
        fresh = GoldenHour(table_of(FIRST, SECOND), "en")
        return (
            first,
            gate,
            second,
            alone,
            fresh.course.glossary.of(table.view(SECOND)),
            app.course.glossary.of(table.view(SECOND)),
        )

    first, gate, second, alone, fresh, later = asyncio.run(go())
    assert first - second
    assert second == alone
    assert not gate & ((first ^ second) | {row for row in first if row.endswith("card")})
    assert later == fresh


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("seal", "Seal", True),
        ("sael", "Seal", True),
        ("insp ferry", "Inspect the ferry together", True),
        ("ferry inspect", "Inspect the ferry together", True),
        ("inspct", "Inspect the ferry together", True),
        ("ittf", "Inspect the ferry together", False),
        ("itft", "Inspect the ferry together", True),
        ("escort", "Inspect the ferry together", False),
        ("o's", "Eve o\u2019s", True),
        ("", "Seal", False),
        pytest.param("ab" * 20, "a" * 5000, False, id="a long name"),
    ],
)
def test_names_are_found_by_parts_initials_and_with_a_slip(typed, name, fits):
    assert (fit(typed, [name]) > 0) is fits


def test_a_whole_name_comes_before_a_part_of_one():
    assert fit("seal", ["Seal"]) > fit("seal", ["Seal the deal"]) > fit("seal", ["Undersealed"]) > 0


def test_hostile_names_do_nothing_in_the_palette():
    from tests.tui.test_screens_hostile import screen_of

    async def go():
        app = GoldenHour(table_of(FIRST), "en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await put(pilot, screen_of("room", 0))
            await pilot.press("escape")
            await type_in(pilot, "ctrl+p")
            for typed in ("[", "c", "a"):
                await type_in(pilot, typed)
                nothing_happens(app)
                await type_in(pilot, "backspace")

    asyncio.run(go())


class Slow(Provider):
    """It finds nothing until it may."""

    may: ClassVar[asyncio.Event]

    async def discover(self):
        await self.may.wait()
        yield DiscoveryHit("one", nothing)

    async def search(self, query):
        await self.may.wait()
        yield Hit(1, query, nothing)


def nothing():
    pass


def begin(palette):
    palette._gather_commands("x")


@pytest.mark.parametrize("then", [lambda _: None, begin])
def test_a_palette_that_is_taken_away_while_it_searches_ends_nothing(then):
    async def go(rounds):
        app, Slow.may = lobby("en"), asyncio.Event()
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            palette = Palette([Slow])
            await app.push_screen(palette)
            app.pop_screen()
            for _ in range(rounds):
                await asyncio.sleep(0)
            then(palette)
            Slow.may.set()
            await pilot.pause()
            await pilot.press("f2")
            assert app.tongue.lang == "id"

    for rounds in range(4, 20, 5):  # from when what it holds is taken down until it is
        asyncio.run(go(rounds))


def test_a_palette_that_is_taken_away_while_it_opens_ends_nothing():
    async def go():
        app = lobby("en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            app.push_screen(Palette([Slow]))
            app.pop_screen()
            await pilot.pause()
            assert app.is_running

    asyncio.run(go())
