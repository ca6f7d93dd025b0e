"""An exercise that can only be looked at: it says so at once, takes no decisions, and is left as one."""

import asyncio
import io

import pytest

from engine.exits import INPUT
from engine.game.intents import Seal
from engine.game.load import UnwritableError
from engine.game.table import Table
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.idle import until
from tests.tui.screens import SMALL, shown, table_of, teams_of
from tests.tui.test_command_line import run
from tui.app import GoldenHour
from tui.plain.table import PlainTable

TEAM = teams_of()[0]


@pytest.fixture
def save(tmp_path):
    """A save whose last line was damaged after it was written."""
    path = tmp_path / "e.ghx"
    table = table_of(TEAM, save=path)
    choice = next(each for each in table.view(TEAM).choices if each.why_not is None)
    for intent in ("Lay", "Undo", "Lay"):
        table.apply(TEAM, done(intent, choice))
    table.close()
    written = bytearray(path.read_bytes())
    written[-20] ^= 2
    path.write_bytes(written)
    return path


def done(intent, choice):
    from engine.game import intents

    return intents.Undo(TEAM) if intent == "Undo" else intents.Lay(TEAM, choice.card, choice.target, choice.voice)


def words(text):
    return " ".join(text.split())


def test_resuming_what_can_only_be_looked_at_is_the_inputs_fault(save, tmp_path):
    before = save.read_bytes()
    ended = run("resume", save, "--plain", home=tmp_path, typed="seal\n1\nundo\nquit\n")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert words(ended.stdout).count("can be looked at, but not played on") == 1 + 3
    assert words(ended.stdout).endswith("This exercise can only be looked at. Nothing in its file changes.")
    assert save.read_bytes() == before


def test_where_nothing_can_be_written_an_exercise_that_is_over_is_reviewed_and_no_other_taken_up(tmp_path):
    path, write = tmp_path / "e.ghx", io.StringIO()
    table = table_of(TEAM, save=path)
    table.close()
    lock = path.with_name("e.ghx.lock")
    lock.unlink()
    lock.mkdir()
    with pytest.raises(UnwritableError):
        Table.resume(path)
    lock.rmdir()
    table = Table.resume(path)
    while not table.ended:
        table.apply(TEAM, Seal(TEAM))
    table.close()
    lock.unlink()
    lock.mkdir()
    before = path.read_bytes()
    PlainTable(Table.resume(path), io.StringIO("quit\n"), write, "en").run()
    told = words(write.getvalue())
    assert say("en", Message.of("plain.endex")) in told
    assert told.endswith(words(say("en", Message.of("screen.leave.looked"))))
    assert path.read_bytes() == before


def test_line_by_line_nothing_is_asked_before_it_is_refused(save):
    table, write = Table.resume(save), io.StringIO()
    PlainTable(table, io.StringIO("seal\n"), write, "en").run()
    assert say("en", Message.of("plain.seal_anyway")) not in write.getvalue()
    assert "not saved" not in write.getvalue()


def test_on_the_screens_nothing_is_asked_before_it_is_refused(save):
    async def go():
        looked = say("en", Message.of("screen.leave.looked"))
        app = GoldenHour(None, "en", saved=(save, Text.of("An evening")))
        async with app.run_test(size=SMALL) as pilot:
            await until(
                pilot, lambda: app.screen.place == "opening"
            )  # before anybody is asked for a PIN, or shown anything
            assert words(app.screen.marked_words().plain).endswith(words(say("en", app.course.table.trouble)))
            for key in ("enter", "escape"):
                await pilot.press(key)
                await pilot.pause()
            for key in ("s", "enter"):
                assert looked in words(shown(app))
                await pilot.press(key)
                await pilot.pause()
                assert app.screen.place == "room"
            await pilot.press("q")
            await pilot.pause()
            assert looked in words(shown(app))
            await pilot.press("y")
            assert app.return_code == INPUT

    asyncio.run(go())
