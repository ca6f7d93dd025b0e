import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.scenario.reader import find
from tui.beginning import Beginning, beginning
from tui.commands import command_line
from tui.plain.page import WIDTH, cells_of

ROOT = Path(__file__).parent.parent.parent
SEED = ("--seed", "3")


def run(*arguments, home, typed="", **environment):
    """Start the command line in a process of its own, with a folder for its saves; return what came of it."""
    return subprocess.run(
        [sys.executable, ROOT / "play.py", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        cwd=home,
        env={**os.environ, "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8", **environment},
    )


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["--version"]),
        (0, ["--help"]),
        (0, ["check", "ferry_rumour"]),
        (0, ["schema"]),
        (0, ["handouts", "ferry_rumour", "--team", "embassy"]),
        (0, []),
        (1, ["check", "no_such_scenario"]),
        (1, ["check", "missing.yaml"]),
        (1, ["play", "missing.yaml"]),
        (1, ["handouts", "missing.yaml"]),
        (1, ["resume", "missing.ghx"]),
        (1, ["replay", "missing.ghx"]),
        (2, ["no_such_command"]),
        (2, ["play"]),
        (2, ["handouts", "ferry_rumour", "--team", "nobody"]),
        (2, ["play", "ferry_rumour", "--seed", "many"]),
        (2, ["play", "ferry_rumour", "--pace", "slow"]),
        (2, ["play", "ferry_rumour", "--seats", "nobody=human"]),
        (2, ["play", "ferry_rumour", "--seats", ",,"]),
        (2, ["play", "ferry_rumour", "--seats", "embassy=bot:clever"]),
        (2, ["play", "ferry_rumour", "--lang", "fr"]),
        (1, ["simulate", "missing.yaml", "--games", "1"]),
        (2, ["simulate", "ferry_rumour"]),
        (2, ["simulate", "ferry_rumour", "--games", "0"]),
        (2, ["simulate", "ferry_rumour", "--games", "1", "--seats", "embassy=human"]),
        (3, ["play", "ferry_rumour", "--seats", "*=empty", "--save", "/proc/folder.ghx"]),
        (2, ["play", "ferry_rumour", "--seats", "*=empty", "--save", "no/such/folder.ghx"]),
    ],
)
def test_the_exit_code_says_whose_fault_it_is(code, arguments, tmp_path):
    if code == 3 and not Path("/proc/self").exists():
        arguments = [*arguments[:-1], os.devnull + "/x.ghx"]
    ended = run(*arguments, home=tmp_path)
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    assert not code or ended.stderr or ended.stdout


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--plain",
        "--lang id",
        "--lang=id",
        "--lang id --plain",
        "--plain --lang=en",
        "--lang en --lang id",
        "--plain --plain",
    ],
)
def test_a_line_without_a_command_is_read_without_the_parser_as_the_parser_reads_it(line):
    parsed = command_line("en").make_context("golden-hour", line.split()).params
    assert beginning(line.split(), "en") == Beginning(parsed["lang"], parsed["plain"])


@pytest.mark.parametrize(
    "line",
    [
        "--lang",
        "--lang fr",
        "--lang=",
        "--lang --plain",
        "--plain=1",
        "--plai",
        "--help",
        "--version",
        "-h",
        "check",
        "--",
        "x",
    ],
)
def test_every_other_line_is_left_to_the_parser(line):
    assert beginning(line.split(), "en") is None


def test_what_we_did_not_expect_is_one_line_without_secrets(tmp_path):
    broken = tmp_path / "engine_breaks.py"
    broken.write_text(
        "import sys, play\n"
        "from tui import checking\n"
        "def run(files, form, lang):\n"
        "    secret = 'the envoy leaves at dawn'\n"
        "    raise RuntimeError(secret)\n"
        "checking.run = run\n"
        "sys.exit(play.main())\n",
        encoding="utf-8",
    )
    for debug, lines in (("0", 1), ("1", None)):
        ended = subprocess.run(
            [sys.executable, broken, "check", "x"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "GOLDEN_HOUR_DEBUG": debug},
        )
        assert ended.returncode == 70
        assert lines is None or len(ended.stderr.splitlines()) == lines
        assert ("the envoy leaves at dawn" in ended.stderr) is (debug == "1")


def test_a_seed_that_nobody_chose_is_printed_and_gives_the_same_exercise(tmp_path):
    bots = ("play", "ferry_rumour", "--plain", "--seats", "*=bot:random")
    first = run(*bots, home=tmp_path)
    seed = re.search(r"Seed (\d+)", first.stdout)[1]
    again = run(*bots, "--seed", seed, home=tmp_path)
    assert first.stdout == again.stdout
    assert re.fullmatch("digest [0-9a-f]{64}", first.stdout.splitlines()[-1])
    other = run(*bots, "--seed", str(int(seed) + 1), home=tmp_path)
    assert other.stdout.splitlines()[-1] != first.stdout.splitlines()[-1]


def test_an_exercise_is_left_and_resumed_and_verified(tmp_path):
    left = run("play", "ferry_rumour", *SEED, "--save", "e.ghx", home=tmp_path, typed="4b\nseal\nyes\n")
    assert left.returncode == 0
    command = next(line for line in left.stdout.splitlines() if " resume " in line)
    assert re.fullmatch(r"\s*\S*python\S* \S*play\.py resume e\.ghx --plain", command)
    typed = subprocess.run(
        shlex.split(command), input="", capture_output=True, timeout=120, check=False, cwd=tmp_path, text=True
    )
    assert (typed.returncode, typed.stderr) == (0, "")
    assert left.stderr.count("\n") == 1  # that this is no terminal
    resumed = run("resume", "e.ghx", "--plain", home=tmp_path, typed="seal\nyes\n" * 2)
    assert resumed.returncode == 0
    assert resumed.stderr == ""
    verified = run("replay", "e.ghx", "--verify", home=tmp_path)
    assert verified.returncode == 0
    assert run("play", "ferry_rumour", *SEED, "--save", "e.ghx", home=tmp_path).returncode != 0


def test_without_a_file_the_only_open_exercise_goes_on_and_several_are_listed_with_their_commands(tmp_path):
    none = run("resume", home=tmp_path)
    assert (none.returncode, none.stdout) == (2, "")
    assert "No exercise has been saved yet" in none.stderr
    run("play", "ferry_rumour", "--plain", *SEED, home=tmp_path)
    only = run("resume", "--plain", home=tmp_path, typed="seal\nyes\n")
    assert (only.returncode, only.stderr) == (0, "")
    assert "The Ferry Rumour: turn 1 of 8" in only.stdout.splitlines()[0]
    run("play", "first_hour", "--plain", *SEED, home=tmp_path)
    several = run("resume", "--plain", home=tmp_path)
    assert (several.returncode, several.stdout) == (2, "")
    assert "turn 2 of 8" in several.stderr
    commands = [line for line in several.stderr.splitlines() if " resume " in line]
    assert len(commands) == 2
    for command in commands:
        ended = subprocess.run(
            shlex.split(command), input="", capture_output=True, timeout=120, check=False, cwd=tmp_path, text=True
        )
        assert (ended.returncode, ended.stderr) == (0, "")
    assert re.search(r"list of all: \S*python\S* \S*play\.py --plain\n", several.stderr)


def test_a_folder_that_is_not_there_is_named_and_not_made(tmp_path):
    refused = run("play", "ferry_rumour", "--save", "typo/e.ghx", home=tmp_path)
    assert refused.returncode == 2
    assert "`typo`" in refused.stderr
    assert not (tmp_path / "typo").exists()


def test_without_a_save_file_a_persons_exercise_is_kept_in_the_usual_folder(tmp_path):
    ended = run("play", "ferry_rumour", "--plain", *SEED, home=tmp_path)
    assert ended.returncode == 0
    assert re.search(r"play\.py resume \S+\.ghx --plain\n", ended.stdout)


def test_a_damaged_save_is_refused_and_not_a_traceback(tmp_path):
    save = tmp_path / "e.ghx"
    run("play", "ferry_rumour", *SEED, "--save", save, home=tmp_path, typed="seal\nyes\n")
    written = save.read_bytes()
    save.write_bytes(written.replace(b'"seed"', b'"sead"', 1))
    ended = run("resume", save, "--plain", home=tmp_path)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


def test_an_exercise_is_chosen_and_arranged_line_by_line(tmp_path):
    ended = run("--plain", home=tmp_path, typed="help\n99\n1\nseal\nyes\n")
    assert ended.returncode == 0
    assert "The Ferry Rumour" in ended.stdout


def test_the_help_speaks_the_language_of_the_system(tmp_path):
    english = run("--help", home=tmp_path)
    indonesian = run("--help", home=tmp_path, LC_ALL="id_ID.UTF-8")
    assert "crisis diplomacy" in english.stdout
    assert "diplomasi krisis" in indonesian.stdout


def test_findings_are_printed_as_objects(tmp_path):
    ended = run("check", "ferry_rumour", "no_such", "--format", "json", home=tmp_path)
    assert [file["ok"] for file in json.loads(ended.stdout)["files"]] == [True, False]


def test_a_scenario_that_could_be_inexact_is_refused_alike_wherever_it_would_be_used(tmp_path):
    written = find("ferry_rumour").source.replace("mission: supplies", "mission: supplies / freedom")
    (tmp_path / "inexact.yaml").write_text(written, encoding="utf-8")
    checked = run("check", "inexact.yaml", home=tmp_path)
    (said, _) = checked.stdout.splitlines()
    assert "EXACT001" in said
    for command in (("play", "inexact.yaml", "--plain"), ("simulate", "inexact.yaml", "--games", "1")):
        ended = run(*command, home=tmp_path)
        assert (ended.returncode, ended.stdout, ended.stderr.splitlines()) == (1, "", [said])
    typed = run("--plain", home=tmp_path, typed="choose inexact.yaml\n").stdout
    assert said.partition(" The")[0] in typed


def test_one_simulated_exercise_is_the_one_that_bots_play(tmp_path):
    bots = ("ferry_rumour", "--seats", "*=bot:smart", *SEED)
    simulated = run("simulate", *bots, "--games", "1", home=tmp_path)
    played = run("play", *bots, "--plain", home=tmp_path)
    assert simulated.stdout.splitlines()[-1] == played.stdout.splitlines()[-1]
    assert simulated.stderr == ""  # progress is for terminals


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_simulation_is_told_in_80_cells(lang, tmp_path):
    ended = run("simulate", "ferry_rumour", "--games", "20", "--lang", lang, *SEED, home=tmp_path)
    assert [line for line in ended.stdout.splitlines() if cells_of(line) > WIDTH] == []
    found = json.loads(
        run("simulate", "ferry_rumour", "--games", "20", "--format", "json", *SEED, home=tmp_path).stdout
    )
    assert ended.stdout.splitlines()[-1] == f"digest {found['digest']}"


def test_a_terminal_without_printers_signs_gets_its_sheets_in_those_of_a_typewriter(tmp_path):
    told = run("handouts", "first_hour", home=tmp_path, PYTHONIOENCODING="ascii")
    assert (told.returncode, told.stderr) == (0, "")
    assert '"on Thursday"' in told.stdout
    assert "?" not in told.stdout


def test_the_schema_is_json(tmp_path):
    assert "$schema" in json.loads(run("schema", home=tmp_path).stdout)


def test_plain_mode_starts_without_the_screen_library(tmp_path):
    code = (
        "import sys; sys.argv = ['x', 'play', 'ferry_rumour', '--plain', '--seats', '*=empty'];"
        "import play; code = play.main(); assert 'textual' not in sys.modules; sys.exit(code)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
    )
    assert ended.returncode == 0, ended.stderr


def test_the_command_line_starts_without_numpy():
    code = "import sys, play, tui.commands as c; c.command_line('id');"
    code += "sys.exit(bool({'numpy', 'pydantic'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


if sys.platform != "win32":

    def test_a_full_disk_ends_the_exercise_and_keeps_what_was_acknowledged(tmp_path):
        code = (
            "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000));"
            "sys.argv = ['x', 'play', 'ferry_rumour', '--plain', '--save', 'e.ghx'];"
            f"sys.path.insert(0, {str(ROOT)!r}); import play; sys.exit(play.main())"
        )
        ended = subprocess.run(
            [sys.executable, "-B", "-c", code],
            input="2\nundo\n" * 2000,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
        )
        assert ended.returncode == 3, ended.stderr
        assert "Traceback" not in ended.stderr
        assert run("replay", "e.ghx", "--verify", home=tmp_path).returncode == 0

    def test_a_watched_file_is_checked_again_when_it_changes(tmp_path):
        file = tmp_path / "mine.yaml"
        file.write_text("title: [", encoding="utf-8")
        # Tests that run in the background may have interrupts ignored, which a child would inherit.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with subprocess.Popen(
            [sys.executable, "-u", ROOT / "play.py", "check", file, "--watch"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        ) as watching:
            first = watching.stdout.readline()
            changed = tmp_path / "changed.yaml"
            changed.write_text("id: x", encoding="utf-8")
            changed.replace(file)  # at once, or it could be seen half written
            after = [watching.stdout.readline() for _ in range(2)]
            watching.send_signal(2)
            assert watching.wait(30) == 1
        assert "YAML" in first
        assert "KEY" in after[1]
