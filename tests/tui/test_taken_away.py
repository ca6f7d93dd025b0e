"""What somebody takes along from the screens: what was copied, and what is said in the end."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import printable
from tests.hostile import HOSTILE
from tests.tui.scenes import SCENES, at
from tui.farewell import broken, quoted, resuming


@pytest.mark.parametrize("scene", ["standing", "inbox", "console"])
def test_a_row_is_copied_without_what_keeps_its_columns_apart(scene):
    async def look(app, pilot):
        before = app.screen.marked_words().plain
        await pilot.press("c")
        assert app.clipboard.split() == before.split() != []
        assert "   " not in app.clipboard
        assert scene != "standing" or "   " in before

    at(SCENES[scene], look)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [20, 33, 80, 200])
def test_what_is_said_in_the_end_breaks_between_words(lang, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    said = say(lang, Message.of("plain.not_saved")) + " /home/somebody/an-exercise-with-a-long-name.ghx"
    lines = broken(said)
    assert " ".join(lines) == said
    assert all(len(line) <= width or " " not in line for line in lines)


def test_the_command_that_goes_on_stays_one_line(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    command = say("en", resuming(Path("/a folder/of a name/that is long") / "e.ghx", "en"))
    assert len(command) > int(os.environ["COLUMNS"])
    assert broken(command) == [command]


@pytest.mark.skipif(shutil.which("bash") is None, reason="quoted for a shell")
def test_a_shell_reads_the_name_of_a_save_as_it_is_and_nothing_in_it_acts():
    hostile = [raw for raw in HOSTILE if "\x00" not in raw and "\ud800" not in raw and 0 < len(raw) < 200]
    own = ["e.ghx", "it's", "two  spaces", "-x", "new\nline\n", "a\x1b[2J1", "back\\\x07", "cafe\u0301", "\udcff"]
    names = [*own, *hostile]
    commands = [say("en", resuming(Path("/evening") / name, "en")) for name in names]
    assert all(printable(command) == command and "\n" not in command for command in commands)
    told = subprocess.run(
        ["bash", "-c", "printf '%s\\0' " + " ".join(quoted(Path(name)) for name in names)],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    assert [each.removeprefix(b"./") for each in told.split(b"\0")[:-1]] == [os.fsencode(Path(name)) for name in names]
