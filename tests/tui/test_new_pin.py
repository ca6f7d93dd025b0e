"""A forgotten facilitator's PIN is set anew from the command line, and never in silence."""

import io

import pytest

from engine.exits import FINE, INPUT, MACHINE
from engine.game.intents import FACILITATOR
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.test_two_languages import left_in_english
from tests.tui.chairs import PIN, locked
from tests.tui.screens import table_of, teams_of
from tui import new_pin

NEW = "97531"
TITLE = Message.of("pin.anew_title")


@pytest.fixture
def save(tmp_path):
    path = tmp_path / "e.ghx"
    locked(table_of(*teams_of(), save=path)).close()
    return path


@pytest.fixture
def type_in(monkeypatch, capsys):
    def go(path, *lines, lang="en"):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        code = new_pin.run(path, lang)
        printed = capsys.readouterr()
        return code, " ".join((printed.out + printed.err).split())

    return go


def resumed(path):
    table = Table.resume(path)
    table.close()
    return table


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_pin_opens_the_console_and_every_team_reads_of_it(save, type_in, lang):
    code, printed = type_in(save, NEW, NEW, lang=lang)
    assert (code, NEW in printed) == (FINE, False)
    assert lang == "en" or left_in_english(printed) == set()
    table = resumed(save)
    assert (table.unlocks(FACILITATOR, NEW), table.unlocks(FACILITATOR, PIN)) == (True, False)
    for team in teams_of():
        assert say(lang, TITLE) in [str(letter.name) for letter in table.view(team).inbox]
    (note,) = table.match.papers.notes
    assert note.note.hot_wash


def test_all_of_it_stands_in_the_save_and_comes_out_again(save, type_in):
    before = len(save.read_bytes().splitlines())
    type_in(save, NEW, NEW)
    written = save.read_text(encoding="utf-8").splitlines()[before:]
    kinds = ("rule", "note", "set_pin")
    assert [next(kind for kind in kinds if f'"{kind}"' in line) for line in written] == list(kinds)
    assert not resumed(save).trouble


@pytest.mark.parametrize("lines", [[NEW, "97532"], ["123"], ["abcd", "abcd"], [""], [], [NEW]])
def test_a_pin_that_was_not_typed_twice_changes_nothing_and_tells_nobody(save, type_in, lines):
    whole = save.read_bytes()
    code, printed = type_in(save, *lines)
    assert (code, save.read_bytes() == whole) == (INPUT, True)
    assert printed.endswith("The PIN is as it was.")


def test_a_table_that_began_without_the_console_does_not_get_one_so(tmp_path, type_in):
    path = tmp_path / "e.ghx"
    table_of(*teams_of(), save=path).close()
    whole = path.read_bytes()
    code, printed = type_in(path, NEW, NEW)
    assert (code, path.read_bytes() == whole) == (INPUT, True)
    assert "no facilitator's PIN" in printed


def test_an_exercise_that_is_open_elsewhere_is_left_alone(tmp_path, type_in):
    path = tmp_path / "e.ghx"
    table = locked(table_of(*teams_of(), save=path))
    code, printed = type_in(path, NEW, NEW)
    assert (code, "is in use" in printed) == (MACHINE, True)
    assert table.unlocks(FACILITATOR, PIN)
    table.close()


def test_what_is_no_save_is_told(tmp_path, type_in):
    assert type_in(tmp_path / "none.ghx")[0] == INPUT
