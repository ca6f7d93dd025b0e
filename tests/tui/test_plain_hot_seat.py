"""Several people at one terminal, line by line: PINs, the clock, seats that are passed, latecomers, names."""

import io

import pytest

from engine.game import pins
from engine.game.intents import FACILITATOR, Clock, Mistyped, Seal, SetPin
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.chairs import PIN, locked
from tests.tui.screens import table_of, teams_of
from tui.locks import lock_late
from tui.plain.table import PlainTable
from tui.timing import Time
from tui.words import told

FIRST, SECOND = teams_of()
OURS = "1234"


def play(table, *lines, lang="en"):
    """Type these lines; return all that was printed on one line, and how long the terminal let people wait."""
    at, write = [0.0], io.StringIO()

    def sleep(seconds):
        at[0] += seconds

    read = io.StringIO("".join(f"{line}\n" for line in lines))
    assert PlainTable(table, read, write, lang, Time(lambda: at[0], sleep)).run() == 0
    table.close()
    return " ".join(write.getvalue().split()), at[0]


def sitting():
    return table_of(FIRST, SECOND)


def words(code, lang="en", **values):
    return " ".join(say(lang, Message.of(code, **values)).split())


def seats_of(table):
    return {line.team: line.seat for line in table.view(None).table}


def test_a_team_sets_a_pin_and_only_who_knows_it_comes_in_again():
    table = sitting()
    printed, waited = play(table, "", "pin", "12", "pin", OURS, "99", "pin", OURS, OURS, "pin", "quit")
    assert pins.opens(table.match.papers.locks[FIRST], OURS)
    for code in ("pin.form", "pin.differs", "pin.set", "pin.locked"):
        assert words(code) in printed
    assert OURS not in printed
    again = sitting()
    again.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))
    printed, waited = play(again, "", "9999", "", "8888", "", OURS, "tray", "quit")
    assert waited == 2 + 4
    assert "9999" not in printed
    assert words("plain.tray_empty") in printed


def test_whoever_is_alone_reads_that_a_pin_is_asked_for_only_where_a_screen_is_shared():
    printed, _ = play(table_of(FIRST), "pin", OURS, OURS, "quit")
    assert words("pin.set_alone") in printed


def test_an_empty_line_is_no_wrong_pin():
    table = sitting()
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))
    printed, waited = play(table, "", "", "", OURS, "tray", "quit")
    assert waited == 0
    assert words("pin.form") in printed
    assert words("plain.tray_empty") in printed


def test_whoever_typed_a_wrong_pin_waits_when_the_terminal_is_opened_anew():
    table = sitting()
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))
    table.apply(FACILITATOR, Mistyped(FIRST, 3))
    printed, waited = play(table, "", OURS, "tray", "quit")
    assert waited == 8
    assert words("plain.tray_empty") in printed


def test_the_facilitator_takes_a_pin_away():
    table = locked(sitting())
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))
    printed, _ = play(table, "reset", PIN, "yes", "", "tray", "quit")
    assert words("plain.tray_empty") in printed
    assert not table.locked(FIRST)


def test_nobody_else_does():
    table = sitting()
    table.apply(FIRST, SetPin(FIRST, pins.lock_of(OURS)))
    play(table, "reset", "", "quit")
    assert table.locked(FIRST)


def test_the_clock_stops_at_the_hand_over_and_in_the_room():
    table = sitting()
    table.apply(FACILITATOR, Clock(300, running=False, whole=300))
    printed, _ = play(table, "pause", "pause", "", "pause", "quit")
    assert "[clock 5:00]" in printed
    assert printed.count("[clock stopped at 5:00]") == 2
    assert table.view(None).clock == (300, False)


def test_a_seat_is_passed_to_a_bot_to_nobody_and_to_a_person():
    table = locked(sitting())
    play(table, "give harbour bot:hawk", PIN, "yes", "give harbour empty", PIN, "yes", "quit")
    assert seats_of(table)[SECOND] == "empty"
    table = locked(table_of(FIRST))
    play(table, "give harbour human", PIN, "yes", "quit")
    assert seats_of(table)[SECOND] == "human"
    name = told("en", table.view(None).table[1].name)
    for whose in ("2", name, name.split()[0]):
        passed = table_of(FIRST, SECOND)
        play(locked(passed), f"give {whose} bot:hawk", PIN, "yes", "quit")
        assert seats_of(passed)[SECOND] == "bot:hawk"
    printed, _ = play(sitting(), "give harbour bot:hawk", "yes", "", "seal", "yes", "quit")
    assert "anybody at this keyboard can do this" in printed
    assert printed.count("A seat was passed") == 2
    printed, _ = play(sitting(), "give nobody_here", "give harbour dragon", "give harbour", "no", "quit")
    assert words("plain.whose_seat") in printed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_latecomer_is_told_in_a_minute(lang):
    table = sitting()
    for _ in range(2):
        for team in table.waiting:
            table.apply(team, Seal(team))
    word = say(lang, Message.of("action.newcomer.word"))
    printed, _ = play(table, word, say(lang, Message.of("action.quit.word")), lang=lang)
    assert words("newcomer.so_far", lang) in printed
    own, other = (
        " ".join(table.view(team).objectives[0].text.in_language(lang).split())[:20] for team in (FIRST, SECOND)
    )
    assert own in printed
    assert other not in printed


def test_what_is_refused_at_the_hand_over_stays_to_be_read():
    table = sitting()
    table.apply(FIRST, Seal(FIRST))
    for intent in lock_late("2468"):
        table.apply(FACILITATOR, intent)
    printed, _ = play(table, "facilitator", "quit")
    refused = printed.partition(words("pin.later"))[2]
    assert refused
    assert words("plain.hand_over", team=table.view(SECOND).team_name) not in refused


def test_a_save_that_fails_ends_the_exercise_with_the_command_that_goes_on(tmp_path):
    path = tmp_path / "shared.ghx"
    table = table_of(FIRST, SECOND, save=path)
    path.rename(tmp_path / "moved.ghx")
    write = io.StringIO()
    assert PlainTable(table, io.StringIO("\nseal\nyes\n"), write, "en").run() != 0
    table.close()
    assert write.getvalue().splitlines()[-1].endswith(f"resume {path} --plain")
