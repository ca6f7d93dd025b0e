"""A forgotten facilitator's PIN is set anew from the command line, and never in silence."""

import io

import pytest

from engine.exits import FINE, INPUT, MACHINE
from engine.game import pins
from engine.game.directing import Rewind
from engine.game.intents import FACILITATOR, Seal, SetPin
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from tests.test_two_languages import left_in_english
from tests.tui.chairs import PIN, locked, sit
from tests.tui.screens import shown, table_of, teams_of
from tui import new_pin
from tui.locks import REOPENED
from tui.passing import news_of
from tui.screens.handover import HandOverScreen

NEW = "97531"
EARLY = "comment_storm"  # begins before the crisis


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
    assert all(news_of(table.view(who)) == (REOPENED,) for who in (*teams_of(), None))
    (note,) = table.match.papers.notes
    assert note.note.hot_wash


def test_all_of_it_stands_in_the_save_and_comes_out_again(save, type_in):
    before = len(save.read_bytes().splitlines())
    type_in(save, NEW, NEW)
    written = save.read_text(encoding="utf-8").splitlines()[before:]
    kinds = ("note", "set_pin")
    assert [next(kind for kind in kinds if f'"{kind}"' in line) for line in written] == list(kinds)
    assert not resumed(save).trouble


@pytest.mark.parametrize("lines", [[NEW, "97532"], ["123"], ["abcd", "abcd"], [""], [], [NEW], ["123", "", NEW, NEW]])
def test_a_pin_that_was_not_typed_twice_changes_nothing_and_tells_nobody(save, type_in, lines):
    whole = save.read_bytes()
    code, printed = type_in(save, *lines)
    assert (code, save.read_bytes() == whole) == (INPUT, True)
    assert printed.endswith("The PIN is as it was.")


def test_a_pin_that_is_mistyped_is_asked_for_again_until_it_is_typed_twice(save, type_in):
    code, printed = type_in(save, "123", NEW, "97532", NEW, NEW)
    assert (code, NEW in printed, resumed(save).unlocks(FACILITATOR, NEW)) == (FINE, False, True)


def test_taking_the_turn_back_takes_nothing_of_it_out_of_the_news(save, type_in):
    type_in(save, NEW, NEW)
    table = Table.resume(save)
    first = table.match.turn
    for team in teams_of():
        table.apply(team, Seal(team))
    assert table.match.turn > first
    assert news_of(table.view(None)) == (REOPENED,)
    table.apply(FACILITATOR, Rewind(first, fresh=False))
    view = table.view(teams_of()[0])
    assert news_of(view) == (REOPENED, view.retaken)
    for _ in range(2):
        for team in teams_of():
            table.apply(team, Seal(team))
    assert news_of(table.view(None)) == ()
    table.close()


@pytest.mark.parametrize("lock", ["", pins.lock_of(NEW)], ids=["no lock", "another"])
def test_another_lock_at_the_console_is_news_too_and_the_first_one_is_not(lock):
    table = table_of(*teams_of())
    table.apply(FACILITATOR, SetPin(FACILITATOR, pins.lock_of(PIN)))
    assert news_of(table.view(None)) == ()
    table.apply(FACILITATOR, SetPin(FACILITATOR, lock))
    assert news_of(table.view(None)) == (REOPENED,)


def test_the_hand_over_says_it_before_anybody_takes_the_keyboard():
    async def steps(app, _pilot, table):
        assert isinstance(app.screen, HandOverScreen)
        assert table.view(None).reopened
        assert "PIN was set during the exercise" in " ".join(shown(app).split())

    sit(steps, table=locked(locked(table_of(*teams_of()))))


def test_before_the_crisis_it_is_set_anew_as_well(tmp_path, type_in):
    path = tmp_path / "e.ghx"
    table = locked(table_of(*teams_of(EARLY), save=path, scenario=EARLY))
    assert table.match.turn == 0
    table.close()
    assert type_in(path, NEW, NEW)[0] == FINE
    assert news_of(resumed(path).view(None)) == (REOPENED,)


def test_what_a_torn_save_lost_is_told_first(save, type_in):
    save.write_bytes(save.read_bytes() + b'{"torn')
    notice = Table.resume(save)
    notice.close()
    save.write_bytes(save.read_bytes() + b'{"torn')
    code, printed = type_in(save, NEW, NEW)
    assert code == FINE
    assert printed.startswith(" ".join(say("en", notice.notice).split())[:40])


def test_a_table_that_began_without_the_console_does_not_get_one_so(tmp_path, type_in):
    path = tmp_path / "e.ghx"
    table_of(*teams_of(), save=path).close()
    whole = path.read_bytes()
    code, printed = type_in(path, NEW, NEW)
    assert (code, path.read_bytes() == whole) == (INPUT, True)
    assert "no facilitator’s PIN" in printed


def test_an_exercise_that_is_open_elsewhere_is_left_alone(tmp_path, type_in):
    path = tmp_path / "e.ghx"
    table = locked(table_of(*teams_of(), save=path))
    code, printed = type_in(path, NEW, NEW)
    assert (code, "is in use" in printed) == (MACHINE, True)
    assert table.unlocks(FACILITATOR, PIN)
    table.close()


def test_what_is_no_save_is_told(tmp_path, type_in):
    assert type_in(tmp_path / "none.ghx")[0] == INPUT
