import ast
import asyncio
from pathlib import Path

import pytest
from textual.content import Content

import tui
from engine.scenario.reader import read_shipped
from engine.text import Text
from tests.tui.screens import FERRY, SMALL, played, shown, table_of, teams_of
from tui.actions import FOOTER, PLACES, actions_at
from tui.app import GoldenHour
from tui.launch import usual
from tui.screens.bulletin import BulletinScreen
from tui.screens.handover import HandOverScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.asking import Asking
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.reading import Reading
from tui.screens.panels.targets import Targets
from tui.screens.result import ResultScreen
from tui.screens.room import RoomScreen
from tui.screens.start import StartScreen
from tui.widgets.keys import Keys
from tui.widgets.wording import Tongue

TEAM = teams_of()[0]
SCREENS = (
    *(StartScreen, LobbyScreen, HandOverScreen, RoomScreen, BulletinScreen, ResultScreen),
    *(Confirm, Reading, Targets, Asking),
)
ROOT = Path(tui.__file__).parent
SOURCES = sorted(path for path in ROOT.rglob("*.py") if "plain" not in path.parts)


def app_at(place):
    if place == "start":
        return GoldenHour(None, "en"), ()
    if place == "lobby":
        return GoldenHour(None, "en", usual(read_shipped(FERRY), read_shipped(FERRY).scenario)), ()
    if place == "handover":
        return GoldenHour(table_of(*teams_of()[:2]), "en"), ()
    if place == "result":
        table = table_of()
        while not table.ended:
            table.play_on()
        return GoldenHour(table, "en"), ()
    keys = {"room": (), "bulletin": ("s", "y"), "confirm": ("s",), "panel": ("b",)}
    return GoldenHour(played(1, TEAM), "en"), keys[place]


def at(place, look):
    async def go():
        app, keys = app_at(place)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            assert app.screen.place == place
            await look(app, pilot)

    asyncio.run(go())


@pytest.mark.parametrize("place", PLACES)
def test_each_action_of_a_place_is_reached_by_its_key_and_shown_if_it_should_be(place):
    async def look(app, pilot):  # noqa: ARG001 - nothing is pressed
        active = app.screen.active_bindings
        for action in actions_at(place):
            for key in action.key.split(",") if action.key else ():
                assert active[key].binding.action == action.id, key
                assert active[key].node is app.screen
                assert callable(getattr(app.screen, f"action_{action.id}"))
        footer = app.screen.query_one(Keys)
        assert 1 <= len(footer.children) <= FOOTER
        assert all(key.region.right <= SMALL[0] for key in footer.children)

    at(place, look)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_a_method_for_each_action_of_its_place(screen):
    for action in actions_at(screen.place):
        assert not action.key or callable(getattr(screen, f"action_{action.id}", None)), action.id


@pytest.mark.parametrize("place", [place for place in PLACES if place not in {"confirm", "panel"}])
def test_help_lists_every_key_of_the_place(place):
    async def look(app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        listed = app.screen._lay(120).plain
        for action in actions_at(place):
            assert not action.key or Tongue("en").plain(action.help) in " ".join(listed.split())
        assert app.tongue.plain(actions_at(place)[0].name) in shown(app)

    at(place, look)


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.Name):
            yield node.id, node
        elif isinstance(node, ast.Attribute):
            yield node.attr, node
        elif isinstance(node, ast.alias):
            yield node.name, node


def test_no_key_and_no_click_is_handled_outside_the_registry():
    forbidden = {"BINDINGS", "Binding", "on_key", "on_click", "on_mouse_down", "key_enter", "on_event"}
    found = [(path.name, name) for path in SOURCES for name, _ in names_in(path) if name in forbidden]
    assert found == []


DOORS = {"Static": "wording.py", "OptionList": "rows.py", "FooterKey": "keys.py", "Input": "asking.py"}
SHUT = {
    *("Label", "Button", "DataTable", "Select", "Tree", "Collapsible", "TabPane", "Log", "RichLog", "Markdown"),
    *("Link", "Toast", "notify", "border_title", "border_subtitle", "tooltip", "from_markup", "from_text"),
    *("from_rich_text", "markup"),
}


def test_words_reach_the_screen_by_one_door():
    used = [(path.name, name) for path in SOURCES for name, _ in names_in(path)]
    assert [(file, name) for file, name in used if name in SHUT] == []
    assert [(file, name) for file, name in used if DOORS.get(name, file) != file] == []


def test_the_door_lets_no_str_through():
    from tui.widgets.wording import Said

    with pytest.raises(TypeError, match="Content"):
        Said("[@click=app.quit]x[/]")
    with pytest.raises(TypeError, match="Content"):
        Said(Content("x")).update("[b]")
    assert Tongue("en").line(Text.of("[b]")).plain == "[b]"


def letters_in(call):
    """Literal words that a call draws: arguments of Content, the first of Content.styled, parts of assemble."""
    name = ast.unparse(call.func)
    if name not in {"Content", "Content.styled", "Content.assemble"}:
        return
    parts = call.args if name.endswith("assemble") else call.args[:1]
    for part in parts:
        inner = part.elts[0] if isinstance(part, ast.Tuple) else part
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value
        elif isinstance(inner, ast.JoinedStr):
            yield from (each.value for each in inner.values if isinstance(each, ast.Constant))


def test_no_words_stand_in_the_code():
    calls = [
        (path.name, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    drawn = [(name, words) for name, call in calls for words in letters_in(call)]
    assert drawn
    assert [(name, words) for name, words in drawn if any(letter.isalpha() for letter in words)] == []


@pytest.mark.parametrize("place", ["start", "lobby"])
def test_leaving_before_an_exercise_needs_no_second_thought(place):
    async def look(app, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert app.return_value.code == 0

    at(place, look)


def test_leaving_an_exercise_is_asked_and_says_how_to_go_on(tmp_path):
    table = table_of(TEAM, save=tmp_path / "kept.ghx")

    async def go():
        app = GoldenHour(table, "en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await pilot.press("escape", "q", "n")
            assert app.return_value is None
            await pilot.press("q", "y")
            await pilot.pause()
        return [app.tongue.plain(words) for words in app.return_value.words]

    try:
        assert asyncio.run(go())[-1] == f"golden-hour resume {tmp_path / 'kept.ghx'}"
    finally:
        table.close()


def test_a_save_that_fails_ends_the_game_and_says_why(tmp_path):
    path = tmp_path / "gone.ghx"
    table = table_of(TEAM, save=path)

    async def go():
        app = GoldenHour(table, "en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            path.unlink()
            await pilot.press("escape", "s", "y")
            await pilot.pause()
        return app.return_value

    try:
        farewell = asyncio.run(go())
    finally:
        table.close()
    assert farewell.code == 3
    assert str(path) in Tongue("en").plain(farewell.words[0])


def test_escape_skips_the_bulletin():
    async def look(app, pilot):
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen._page == app.screen._last

    at("bulletin", look)
