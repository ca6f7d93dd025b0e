"""What the command line says of itself and of lines that it cannot read: in the asked language, with a remedy."""

import pytest

from engine.exits import FINE, USAGE
from engine.language.catalogue import LANGUAGES
from tests.test_two_languages import left_in_english
from tests.tui.test_command_line import run
from tui.beginning import asked_language
from tui.commands import _matching, command_line, obey
from tui.plain.page import WIDTH, cells_of

COMMANDS = list(command_line("en").commands)

# A wrong line, and what the remedy must name.
WRONG = [
    ("chek ferry_rumour", "`check`"),
    ("CHECK ferry_rumour", "`check`"),
    ("xyzzy", "simulate"),
    ("ferry_rumour", " play ferry_rumour"),
    ("mine.yaml", " play mine.yaml"),
    ("mine.ghx", " resume mine.ghx"),
    ("simulate ferry_rumour --gamse 5", "`--games`"),
    ("--sed 5", "--plain"),
    ("play -q", "--seats"),
    ("play ferry_rumour --save", "--save"),
    ("play ferry_rumour --plain=1", "--plain"),
    ("play ferry_rumour --lang fr", "en, id"),
    ("play ferry_rumour --pace shrt", "`short`"),
    ("play ferry_rumour --seed many", "18446744073709551615"),
    ("simulate ferry_rumour --games 0", "10000000"),
    ("simulate ferry_rumour --games 1_0", "10000000"),
    ("simulate ferry_rumour --games \u0663", "10000000"),
    (f"play ferry_rumour --seed {'9' * 5000}", "18446744073709551615"),
    ("serve --port 70000", "65535"),
    ("simulate ferry_rumour", "--games"),
    ("play ferry rumour", "`rumour`"),
    ("--plain handouts ferry_rumour", "`--plain`"),
    ("check --plain mine.yaml", "`--plain`"),
]


def said(words, lang, capsys):
    """Read a line; return the exit code, and what was printed, with what was said beside it."""
    code = obey(words, lang)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_page_of_help_is_in_one_language_and_whole(command, lang, capsys):
    code, page, beside = said([*command.split(), "--help"], lang, capsys)
    assert (code, beside) == (FINE, "")
    assert (left_in_english(page) == set()) is (lang == "id")
    for word in ("Usage", "Options", "Commands", "Show", "[required]", "[default", "TEXT", "INTEGER", "<="):
        assert word not in page or lang == "en"
    assert "…" not in page
    assert [line for line in page.splitlines() if cells_of(line) > WIDTH] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("line", "remedy"), WRONG)
def test_a_wrong_line_is_told_in_one_language_what_would_be_right(line, remedy, lang, capsys):
    code, out, beside = said(line.split(), lang, capsys)
    assert (code, out) == (USAGE, "")
    *wrong, more = beside.splitlines()
    assert remedy in "\n".join(wrong)
    assert more.endswith(" --help")
    assert lang == "en" or left_in_english(beside) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["play", "handouts", "check", "simulate"])
def test_what_is_missing_is_named_with_what_it_is(command, lang, capsys):
    code, _, beside = said([command], lang, capsys)
    assert code == USAGE
    what = {"en": ("SCENARIO", "FILE"), "id": ("SKENARIO", "BERKAS")}[lang]
    assert any(word in beside for word in what)


def test_the_command_in_which_a_line_goes_wrong_is_the_one_whose_help_is_named(capsys):
    for line in (
        "simulate ferry_rumour --gamse 5",
        "simulate ferry_rumour --games",
        "simulate",
        "simulate a b --games 1",
    ):
        _, _, beside = said(line.split(), "en", capsys)
        assert beside.splitlines()[-1].endswith(" simulate --help")


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("check x --lang id", "id"),
        ("check --lang=id x", "id"),
        ("--lang id check x", "id"),
        ("--lang id check x --lang en", "en"),
        ("check x", "en"),
        ("check x --lang fr", "en"),
        ("check x --lang", "en"),
        ("check x --language id", "en"),
        ("", "en"),
    ],
)
def test_a_language_may_be_asked_for_anywhere_in_a_line(line, lang):
    assert asked_language(line.split(), "en") == lang


@pytest.mark.parametrize("line", ["check --lang id --help", "--lang id check --help", "check --help --lang=id"])
def test_the_help_of_a_command_is_in_the_language_that_the_line_asks_for(line, tmp_path):
    ended = run(*line.split(), home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Periksa skenario" in ended.stdout
    assert left_in_english(ended.stdout) == set()


def test_a_pattern_that_no_shell_has_read_means_the_files_that_match(tmp_path):
    for name in ("b.yaml", "a.yaml", "c.txt"):
        (tmp_path / name).touch()
    assert _matching(f"{tmp_path}/*.yaml") == [f"{tmp_path}/a.yaml", f"{tmp_path}/b.yaml"]
    assert _matching(f"{tmp_path}/*.md") == [f"{tmp_path}/*.md"]
    assert _matching("ferry_rumour") == ["ferry_rumour"]


def test_the_remedy_for_a_long_path_is_whole(capsys):
    path = f"/home/somebody/{'exercises of the academy/' * 6}evening.ghx"
    _, _, beside = said([path], "en", capsys)
    assert beside.splitlines()[1].endswith(f" resume '{path}'")
    assert beside.splitlines()[1].startswith("  ")


def test_plain_mode_asked_for_before_a_command_is_that_of_the_command(tmp_path):
    asked = run("--plain", "play", "ferry_rumour", "--seats", "*=bot:random", home=tmp_path)
    assert asked.returncode == FINE
    assert asked.stdout.startswith("\n== ")
