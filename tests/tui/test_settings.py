import asyncio
import json
import os

import pytest

from engine.language.catalogue import say
from tests.hostile import HOSTILE
from tests.tui.idle import until
from tests.tui.screens import SMALL, shown, table_of, teams_of
from tui.app import GoldenHour
from tui.language import usual_language
from tui.settings import THEMES, Kept, Settings, default_path, keep, read

TEAM = teams_of()[0]


def test_settings_come_back_as_they_were_kept(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    wanted = Settings("id", "light", motion=False)
    assert read(path) == Kept(Settings(), path)
    assert keep(path, wanted) is None
    assert read(path) == Kept(wanted, path)
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


BROKEN = [
    *("", "{", "[]", "null", "1e999999", '{"lang": "xx"}', '{"theme": ["dark"]}', '{"motion": "no"}', '{"theme": 1}'),
    *("[" * 4000, "x" * 5000, '{"lang": null, "theme": "neon"}'),
    *HOSTILE,
]


@pytest.mark.parametrize("raw", BROKEN)
def test_a_broken_file_is_ignored_with_a_notice(tmp_path, raw):
    path = tmp_path / "settings.json"
    path.write_bytes(raw.encode("utf-8", "surrogatepass"))
    kept = read(path)
    assert kept.settings == Settings()
    assert str(path) in say("en", kept.notice)


def test_what_is_right_in_a_file_is_followed(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"lang": "id", "theme": "neon", "of a later version": 1}')
    assert read(path).settings == Settings("id")
    assert read(path).notice
    path.write_text('{"theme": "light", "of a later version": 1}')
    assert read(path) == Kept(Settings(None, "light"), path)


def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert read(tmp_path / "pipe").notice
    assert read(tmp_path).notice


def test_settings_that_cannot_be_kept_are_said_to_be_lost_and_leave_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    lost = keep(tmp_path / "file" / "settings.json", Settings())
    assert "could not be written" in say("en", lost)
    (tmp_path / "settings.json").mkdir()
    assert keep(tmp_path / "settings.json", Settings())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "settings.json"]


def test_the_file_is_for_its_owner_and_in_an_empty_home():
    assert default_path().is_relative_to(os.environ["HOME"])
    assert "golden-hour-home-" in os.environ["HOME"]


def test_the_language_that_was_chosen_comes_before_that_of_the_system():
    try:
        assert usual_language({"LANG": "id_ID.UTF-8"}) == "id"
        keep(default_path(), Settings("en"))
        assert usual_language({"LANG": "id_ID.UTF-8"}) == "en"
        keep(default_path(), Settings())
        assert usual_language({"LANG": "id_ID.UTF-8"}) == "id"
    finally:
        default_path().unlink()


def sit(steps, kept, lang="en"):
    async def go():
        app = GoldenHour(table_of(TEAM), lang, kept=kept)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(go())


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


def test_language_colours_and_movement_are_changed_live_anywhere_and_kept(tmp_path):
    path = tmp_path / "settings.json"

    async def steps(app, pilot):
        assert app.screen.place == "opening"
        await press(pilot, "f2")
        assert "Lanjut" in shown(app)
        assert read(path).settings == Settings("id")
        for name in (*THEMES[1:], THEMES[0], THEMES[1]):
            await press(pilot, "f3")
            assert app.theme == name
            assert read(path).settings.theme == name
        await press(pilot, "f4")
        assert app.animation_level == "none"
        await press(pilot, "escape")
        assert "Pasang" in shown(app)
        await press(pilot, "f2")
        assert "Take back" in shown(app)
        assert read(path).settings == Settings("en", "light", motion=False)

    sit(steps, read(path))


def test_a_theme_is_chosen_from_the_palette(tmp_path):
    path = tmp_path / "settings.json"

    async def steps(app, pilot):
        await press(pilot, "ctrl+p", *"terang")
        await app.workers.wait_for_complete()
        await press(pilot, "enter")
        await until(pilot, lambda: "Colours: Light." in shown(app))
        assert app.theme == "light"

    sit(steps, read(path))
    assert json.loads(path.read_text())["theme"] == "light"


def test_the_command_line_wins_over_the_settings_and_does_not_change_them(tmp_path):
    path = tmp_path / "settings.json"
    keep(path, Settings("id"))

    async def steps(app, pilot):
        assert "Seal" in shown(app)
        await press(pilot, "f3")
        assert read(path).settings == Settings("id", "light")

    sit(steps, read(path), "en")


def test_a_broken_file_is_told_on_the_screen(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text("{")

    async def steps(app, pilot):
        await until(pilot, lambda: "cannot be read" in " ".join(shown(app).split()))

    sit(steps, read(path))


def test_a_full_disk_is_told_and_the_game_goes_on(tmp_path):
    (tmp_path / "file").write_text("in the way")

    async def steps(app, pilot):
        await press(pilot, "f3")
        await until(pilot, lambda: "could not be written" in " ".join(shown(app).split()))
        assert app.theme == "light"

    sit(steps, Kept(Settings(), tmp_path / "file" / "settings.json"))


def test_nothing_moves_where_the_settings_say_so():
    async def still(app, pilot):
        assert app.animation_level == "none"
        await press(pilot, "escape", "s", "y")
        assert app.screen.query_one("PlayedOrder").landed

    sit(still, Kept(Settings(motion=False)))
