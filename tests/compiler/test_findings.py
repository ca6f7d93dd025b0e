"""A line whose result could leave the lattice is a finding at its place, and nothing is played with it."""

import pytest

from engine.compiler.findings import proved, unfit
from engine.game.header import header
from engine.game.load import SaveError
from engine.game.match import begin
from engine.game.save import SaveFile
from engine.game.seats import Seat
from engine.game.table import Table
from engine.scenario.reader import read_shipped, read_text, shipped_ids
from tests.scenario.broken import FERRY, MARK, change, described, expected_place, read

BOTS = {"embassy": Seat("bot", "random"), "harbour": Seat("bot", "random")}
HINT = "Use smaller numbers, and divide only by what cannot come near 0"

INEXACT = [
    ("mission: supplies", "mission: ¦supplies / freedom"),
    ("when: supplies >= 50", "when: ¦supplies * 999999 >= 50"),
    ("by: 8 + freedom / 20", "by: ¦8 + 2000 / freedom"),
    ("by: 8 + freedom / 20", "by: ¦900000 + freedom"),
    ("{by: 8, when: harbour_open", "{by: ¦harbour_open * 999999 * 9, when: harbour_open"),
]


@pytest.mark.parametrize(("old", "marked"), INEXACT)
def test_a_line_that_could_be_inexact_is_found_at_its_place(old, marked):
    text = change(old, marked)
    reading = read(text.replace(MARK, ""))
    assert reading.scenario is not None
    assert described(proved(reading)) == [(expected_place(text), "EXACT001", "error", HINT)]
    assert proved(reading).scenario is None


def test_a_line_is_blamed_once_whoever_may_play_its_card_at_whatever_target():
    text = change("{narrative: target, by: 30%}", "{narrative: target, by: 1 / freedom * 999999}")
    text = text.replace("holds: [listen, answer", "holds: [listen, cargo_list, answer")
    assert [finding.code for finding in unfit(read(text))] == ["EXACT001"]


def test_findings_stand_in_the_order_of_the_file_with_those_of_the_reader():
    text = change("mission: supplies", "mission: supplies / freedom").replace(", block_the_word]", "]")
    text = text.replace("by: 8 + freedom / 20", "by: 900000 + freedom")
    found = proved(read(text)).findings
    assert sorted(finding.code for finding in found) == ["EXACT001", "EXACT001", "USE001"]
    assert [finding.place for finding in found] == sorted(finding.place for finding in found)


@pytest.mark.parametrize("scenario", shipped_ids())
def test_every_shipped_scenario_is_proved(scenario):
    reading = read_shipped(scenario)
    assert proved(reading) is reading


def test_what_could_not_be_read_has_nothing_to_prove():
    reading = read_text(b"words", "f.yaml")
    assert (unfit(reading), proved(reading)) == ((), reading)


def test_no_match_begins_with_a_scenario_that_is_not_proved(tmp_path):
    reading = read(change("mission: supplies", "mission: supplies / freedom"))
    with pytest.raises(ValueError, match="lattice"):
        begin(reading.scenario, BOTS, "full", 1)
    with pytest.raises(ValueError, match="lattice"):
        Table.start(reading, BOTS, save=tmp_path / "e.ghx")
    assert list(tmp_path.iterdir()) == []


def test_a_saved_exercise_with_such_a_scenario_is_refused(tmp_path):
    reading = read(change("mission: supplies", "mission: supplies / freedom"))
    SaveFile.create(tmp_path / "e.ghx", header(reading, BOTS, "full", 1)).close()
    for door in (Table.resume, Table.replay):
        with pytest.raises(SaveError):
            door(tmp_path / "e.ghx")


def test_the_ferry_rumour_itself_is_exact():
    assert unfit(read(FERRY)) == ()
