import json

import pytest

from engine.game.begun import ENDING, READ, TRAY
from engine.game.directing import Rewind
from engine.game.intents import FACILITATOR, Because, Clock, Foresee, Lay, PassSeat, Seal, TakeBack
from engine.game.jotted import ENDING as CLOCK
from engine.game.seats import Seat
from engine.game.table import Table
from tests.tui.screens import table_of, teams_of

FIRST, SECOND = teams_of()[:2]


@pytest.fixture
def table(tmp_path):
    table = table_of(FIRST, SECOND, save=tmp_path / "evening.ghx")
    choice = next(each for each in table.view(FIRST).choices if each.why_not is None)
    table.apply(FIRST, Lay(FIRST, choice.card, choice.target, choice.voice))
    yield table
    table.close()


def laid(table):
    return table.view(FIRST).tray[0].card


def killed(table):
    """Return the table that another process finds where this one was killed."""
    table._save.close()
    table.begun._file = table.jotted._file = None
    return Table.resume(table.path)


def fill(table):
    card = laid(table)
    for who, kind, about in [
        (FIRST, "reason", card),
        (FIRST, "slip", card),
        (FIRST, "forecast", ""),
        (SECOND, "forecast", ""),
        (FIRST, READ, "letter"),
        (FACILITATOR, TRAY, FIRST),
        (FACILITATOR, TRAY, SECOND),
        (FACILITATOR, "argue", ""),
        (FACILITATOR, "compose", ""),
    ]:
        table.begun.of(who).write(kind, about, "half a thou")
    table.begun.write()
    return card


def kinds(table):
    return {(at.who, at.kind, at.about) for at in table.begun._drafts}


def test_what_was_begun_is_there_after_a_kill_and_for_nobody_else(table):
    card = fill(table)
    found = killed(table)
    assert found.begun.of(FIRST).line("reason", card) == "half a thou"
    assert found.begun.of(SECOND).line("reason", card) is None
    assert found.begun.of(FACILITATOR).line("compose") == "half a thou"
    assert "half a thou" not in found.path.read_text()
    assert found.path.with_name(found.path.name + ENDING).stat().st_mode & 0o77 == 0
    found.close()


def test_it_is_put_down_after_a_pause_and_at_last_without_one(table):
    file = table.path.with_name(table.path.name + ENDING)
    own = table.begun.of(FIRST)
    own.write("forecast", "", "4")
    table.begun.beat()
    assert not file.exists()
    table.begun.beat()
    assert json.loads(file.read_bytes())["drafts"]
    table.apply(FACILITATOR, Clock(240, running=True, whole=240))
    beats = 0
    while b"31" not in file.read_bytes():
        own.write("forecast", "", ("30", "31")[beats % 2])
        table.jotted.note(239 - beats)
        table.begun.beat()
        beats += 1
    assert beats > 2


SENT = {
    "a reason that is sent": (lambda card: [(FIRST, Because.typed(FIRST, card, "calm"))], {"reason"}),
    "an order taken back": (lambda card: [(FIRST, TakeBack(FIRST, card))], {"reason", "slip"}),
    "a forecast that is sent": (lambda _: [(FIRST, Foresee(FIRST, 40))], {"forecast"}),
    "another person at the seat": (
        lambda _: [(FACILITATOR, PassSeat(FIRST, Seat("human", "")))],
        {"reason", "slip", "forecast", READ},
    ),
    "a seal": (lambda _: [(FIRST, Seal(FIRST))], {"reason", "slip", "forecast", TRAY}),
    "a turn taken back": (
        lambda _: [(FACILITATOR, Rewind(1, fresh=False))],
        {"reason", "slip", "forecast", TRAY, READ, "argue"},
    ),
    "a turn closed": (
        lambda _: [(FIRST, Seal(FIRST)), (SECOND, Seal(SECOND))],
        {"reason", "slip", "forecast", TRAY, READ, "argue"},
    ),
}


@pytest.mark.parametrize("name", SENT)
def test_what_was_sent_or_can_be_sent_no_more_is_forgotten_on_the_disk_too(table, name):
    intents, gone = SENT[name]
    fill(table)
    before = kinds(table)
    for by, intent in intents(laid(table)):
        table.apply(by, intent)
    mine = {each for each in before if FIRST in each[::2] or (each[0] == FACILITATOR and not each[2])}
    assert {each for each in mine if each in kinds(table)} == {each for each in mine if each[1] not in gone}
    raw = table.path.with_name(table.path.name + ENDING).read_bytes()
    assert {(who, kind, about) for who, kind, about, *_ in json.loads(raw)["drafts"]} == kinds(table)
    table.begun.of(FIRST).write("reason", "no card", "nobody asked")
    assert (FIRST, "reason", "no card") not in kinds(table)


DAMAGED = [
    b"",
    b"\xff\x00",
    b"[" * 100_000,
    b"[1]",
    b'{"seed": 7, "clock": ["x", -1], "drafts": 3}',
    b'{"seed": 8, "clock": null, "drafts": [["facilitator", "note", "", 1, 0, {"": "of another"}]]}',
    b'{"seed": 7, "clock": [1, -3], "drafts": [7, ["facilitator", "note", "", 1, 0, {"": 4}], ["a"], [null]]}',
]


@pytest.mark.parametrize("raw", DAMAGED)
def test_what_is_amiss_in_the_file_was_not_begun(table, raw):
    for ending in (ENDING, CLOCK):
        table.path.with_name(table.path.name + ending).write_bytes(raw)
    table.apply(FACILITATOR, Clock(240, running=True, whole=240))
    found = killed(table)
    assert not found.begun.of(FACILITATOR).line("note")
    assert found.jotted.left is None
    found.begun.of(FACILITATOR).write("note", "", "all is well")
    found.begun.write()
    again = killed(found)
    assert again.begun.of(FACILITATOR).line("note") == "all is well"
    again.close()


def test_what_is_read_from_the_file_is_clean_and_a_new_exercise_reads_nothing(table, tmp_path):
    file = table.path.with_name(table.path.name + ENDING)
    file.write_text(
        json.dumps({"seed": 7, "clock": None, "drafts": [[FACILITATOR, "note", "", 1, 0, {"": "a\x1b[2Jb"}]]})
    )
    found = killed(table)
    assert found.begun.of(FACILITATOR).line("note") == "a[2Jb"
    found.close()
    other = tmp_path / "other.ghx"
    file.rename(other.with_name(other.name + ENDING))
    new = table_of(FIRST, save=other)
    assert new.begun.of(FACILITATOR).line("note") is None
    new.close()
    assert sorted(each.suffix for each in tmp_path.iterdir()) == [".ghx", ".ghx", ".lock", ".lock"]


def test_a_clock_is_noted_for_the_record_of_the_save_that_it_runs_from(table):
    table.apply(FACILITATOR, Clock(240, running=True, whole=240))
    table.jotted.note(235)
    table = killed(table)
    assert table.jotted.left == 235
    table.apply(FACILITATOR, Clock(240, running=True))
    assert table.jotted.left is None
    table.jotted.note(200)
    assert table.jotted.left == 200
    for left in (230, 190):  # as an older program notes it, before this one and after
        table.path.with_name(table.path.name + ENDING).write_text(f'{{"seed": 7, "clock": [2, {left}], "drafts": []}}')
        table = killed(table)
        assert table.jotted.left == min(left, 200)
    table.apply(FACILITATOR, Clock(200, running=False))
    table.close()
    assert not any(table.path.with_name(table.path.name + ending).exists() for ending in (ENDING, CLOCK))
