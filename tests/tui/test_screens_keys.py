import ast
import asyncio
import re

import pytest
from textual.app import App
from textual.content import Content

from engine.language.messages import Message
from engine.text import Text
from tests.tui.doors import SOURCES, names_in
from tests.tui.scenes import SCENES, TEAM, at, scene_of
from tests.tui.screens import SMALL, shown, table_of
from tui.actions import ACTIONS, actions_at
from tui.app import GoldenHour
from tui.registry.action import PLACES, TOO_SMALL
from tui.widgets.keys import KEY_NAMES, key_name
from tui.widgets.rows import Row, Rows
from tui.widgets.wording import Tongue


@pytest.mark.parametrize("place", [place for place in PLACES if place != TOO_SMALL])
def test_help_lists_every_key_of_the_place(place):
    async def look(app, pilot):
        await pilot.press("f1")
        await pilot.pause()
        _, lay = app.screen._written(app.tongue)
        listed = lay(400).plain  # where no text goes on below keys or a name
        for action in actions_at(place):
            assert not action.key or Tongue("en").plain(action.help) in " ".join(listed.split())
        assert app.tongue.plain(actions_at(place)[0].name) in shown(app)

    at(scene_of(place), look)


def test_every_key_is_told_by_a_sign_or_by_a_word_of_the_language():
    pressed = {key for action in ACTIONS for key in action.key.split(",") if key} - set(KEY_NAMES)
    assert pressed
    for key in pressed:
        assert re.fullmatch(r"F\d+|\^?.", key_name(Tongue("id"), key)), key


DOORS = {
    "Static": "wording.py",
    "OptionList": "rows.py",
    "Input": "writing.py",
    "TextArea": "writing.py",
}
SHUT = {
    *("Label", "Button", "DataTable", "Select", "Tree", "Collapsible", "TabPane", "Log", "RichLog", "Markdown"),
    *("FooterKey", "Link", "Toast", "notify", "border_title", "border_subtitle", "tooltip", "from_markup", "from_text"),
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

    at(scene_of(place), look)


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

    at(scene_of("bulletin"), look)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 5), (2, 2), (5, 2)])
def test_a_list_without_room_for_a_page_stays_where_it_is(size):
    async def go():
        app = App()
        async with app.run_test(size=size) as pilot:
            rows = Rows("lay")
            await app.mount(rows)
            rows.show([Row(str(number), lambda _: Content("word")) for number in range(9)])
            rows.focus()
            await pilot.press("pagedown", "pageup", "end", "home", "down", "up")
            assert rows.marked == "0"

    asyncio.run(go())


@pytest.mark.parametrize("key", ["down", "end", "pagedown"])
def test_a_list_looks_after_a_move_as_if_it_were_drawn_anew(key):
    async def go():
        app = App()
        async with app.run_test(size=(20, 6)) as pilot:
            rows = Rows("lay")
            await app.mount(rows)
            rows.show([Row(str(number), lambda _: Content("two\nlines")) for number in range(5)])
            rows.focus()
            await pilot.pause()
            before = drawn(rows)
            await pilot.press(key)
            await pilot.pause()
            moved = drawn(rows)
            rows.refresh()
            await pilot.pause()
            assert moved == drawn(rows) != before

    def drawn(rows):
        return [list(strip) for strip in rows.render_lines(rows.size.region)]

    asyncio.run(go())


def test_an_interrupt_asks_whether_to_leave_and_closes_what_lies_on_top():
    async def look(app, pilot):
        await pilot.press("s", "ctrl+c")
        await pilot.pause()
        assert app.screen.place == "room"
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.screen.place == "confirm"
        assert "Leave the exercise?" in shown(app)

    at(SCENES["room"], look)


def test_the_foot_says_what_enter_does_where_the_keyboard_is():
    async def look(app, pilot):
        for key, said in (("1", "Enter Read"), ("4", "Enter Lay"), ("3", "Enter Read"), ("2", "Enter Read")):
            await pilot.press(key)
            await pilot.pause()
            assert said in shown(app).split("\n")[-1]
        await pilot.press("5")
        await pilot.pause()
        assert "Enter" not in shown(app).split("\n")[-1]

    at(SCENES["room"], look)


@pytest.mark.parametrize("scene", ["mirrored", "room", "inbox", "result", "handover"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_foot_never_leaves_out_the_way_out(lang, scene):
    async def look(app, _):
        foot = shown(app).split("\n")[-1]
        for does in ("quit", "help", *(["chair"] if scene in {"mirrored", "handover"} else [])):
            assert app.screen.tongue.plain(Message.of(f"action.{does}")) in foot

    at(SCENES[scene], look, lang)
