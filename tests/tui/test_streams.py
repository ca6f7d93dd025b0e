"""What comes of an output that is full or closed, of an input that is missing, and of an interrupt."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language.catalogue import LANGUAGES
from engine.text import one_line
from tests.tui.keyboard import Keyboard
from tests.tui.screens import CONTROL
from tui.streams import IN_OTHER_SIGNS

ROOT = Path(__file__).parent.parent.parent
PLAY = [sys.executable, str(ROOT / "play.py")]
PATIENCE = 120  # seconds
PRINTING = [
    ["check", "ferry_rumour"],
    ["schema"],
    ["--help"],
    ["--version"],
    ["simulate", "ferry_rumour", "--games", "5"],
    ["play", "ferry_rumour", "--plain", "--save", "e.ghx"],
]


def shell(redirected, arguments, home):
    """Start the command line with its streams led elsewhere by a shell."""
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {redirected}', "sh", *PLAY, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
        cwd=home,
        env={**os.environ, "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8"},
    )


def children(pid):
    """Processes that a process has started."""
    listed = subprocess.run(["ps", "-A", "-o", "ppid="], capture_output=True, text=True, check=True).stdout
    return listed.split().count(str(pid))


@pytest.mark.parametrize(
    ("encoding", "raw", "shown"),
    [
        ("ascii", "Velmar\u2019s \u201cown\u201d word", 'Velmar\'s "own" word'),
        ("ascii", "soft \u00b7 video \u2013 10 \u00b1 2 \u2026", "soft - video - 10 +/- 2 ..."),
        ("cp437", "caf\u00e9 \u2019", "caf\u00e9 '"),
        ("ascii", "caf\u00e9", "cafe"),
        ("latin-1", "\u706b\u0e01", "??"),
    ],
)
def test_a_terminal_of_few_signs_shows_the_nearest(encoding, raw, shown):
    assert raw.encode(encoding, IN_OTHER_SIGNS).decode(encoding) == shown


@given(st.text())
def test_what_stands_for_a_sign_is_a_sign_and_nothing_that_acts(raw):
    assert CONTROL.findall(one_line(raw).encode("ascii", IN_OTHER_SIGNS).decode()) == []


if sys.platform != "win32":

    @pytest.mark.parametrize("arguments", PRINTING, ids=lambda arguments: arguments[0])
    @pytest.mark.parametrize("redirected", [">/dev/full", ">&-"])
    def test_an_output_that_takes_nothing_is_the_machines_fault_in_one_line(redirected, arguments, tmp_path):
        if redirected != ">&-" and not Path("/dev/full").exists():
            return
        ended = shell(redirected, arguments, tmp_path)
        (line,) = ended.stderr.splitlines()
        assert (ended.returncode, ended.stdout) == (3, "")
        assert line.startswith("The output cannot be written: ")
        silent = shell(
            f"{redirected} 2>&-", [*arguments[:-1], "f.ghx"] if "--save" in arguments else arguments, tmp_path
        )
        assert (silent.returncode, silent.stderr) == (3, "")

    def test_a_missing_input_is_an_empty_one(tmp_path):
        ended = shell("<&-", ["play", "ferry_rumour", "--plain", "--save", "e.ghx"], tmp_path)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert "resume e.ghx --plain" in ended.stdout

    def test_a_reader_that_has_read_enough_is_nobodys_fault(tmp_path):
        ended = shell("| head -n 1; exit 0", ["schema"], tmp_path)
        assert (ended.stdout, ended.stderr) == ("{\n", "")

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_what_is_wrong_with_a_line_is_broken_between_words_on_a_terminal_and_nowhere_in_a_pipe(lang, tmp_path):
        line = ["--lang", lang, "xyzzy"]  # all that is known is named
        piped = shell("", line, tmp_path).stderr
        assert max(map(len, piped.splitlines())) > 80
        typed = Keyboard(line, tmp_path)
        assert typed.rest() == 2
        assert max(len(each) for each in typed.shown.splitlines() if "--help" not in each) < 80
        assert typed.shown.split() == piped.split()

    def test_a_command_to_be_copied_is_broken_nowhere_on_a_terminal(tmp_path):
        path = f"{'exercises of the academy/' * 6}evening.ghx"
        typed = Keyboard([path], tmp_path)
        assert typed.rest() == 2
        assert f" resume '{path}'" in typed.shown

    def test_an_interrupt_ends_all_processes_of_a_simulation_with_one_line(tmp_path):
        # Tests that run in the background may have interrupts ignored, which a child would inherit.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with subprocess.Popen(
            [*PLAY, "simulate", "after_the_wave", "--games", "2000000", "--workers", "2"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            cwd=tmp_path,
        ) as simulating:
            began = time.monotonic()
            while children(simulating.pid) < 2 and time.monotonic() - began < PATIENCE:
                time.sleep(0.01)
            os.killpg(simulating.pid, signal.SIGINT)
            out, said = simulating.communicate(timeout=PATIENCE)
        assert (simulating.returncode, out) == (130, "")
        assert said == "Interrupted. What was acknowledged is saved.\n"

    def test_a_signal_ends_plain_mode_and_says_how_to_go_on(tmp_path):
        keyboard = Keyboard(["play", "ferry_rumour", "--plain", "--seats", "embassy=human"], tmp_path)
        keyboard.read_until("left>")
        keyboard.process.terminate()
        assert keyboard.rest() == 128 + signal.SIGTERM
        assert keyboard.shown.rpartition("left>")[2].count("play.py resume") == 1
        assert "Traceback" not in keyboard.shown

    @pytest.mark.parametrize(
        ("environment", "why"),
        [({"TERM": "dumb"}, "TERM=dumb"), ({"PYTHONIOENCODING": "latin-1"}, "encoding, iso8859-1, cannot show")],
    )
    def test_a_terminal_that_cannot_show_screens_has_plain_mode_and_is_told_why(environment, why, tmp_path):
        keyboard = Keyboard(["play", "ferry_rumour", "--seed", "5"], tmp_path, **environment)
        told = keyboard.read_until("quit>")
        assert why in " ".join(told.split())
        assert "\x1b" not in told
        assert keyboard.end() == 0
