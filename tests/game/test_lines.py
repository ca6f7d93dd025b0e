"""Whoever asks why a number moved is led back to the line of the scenario, and to no folder of anybody's machine."""

import pytest

from engine.compiler.book import compile_book
from engine.game.causes import written_at
from engine.game.directing import Rule
from engine.game.intents import FACILITATOR, Lay, Seal
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.scenario.lines import Lines, file_name
from engine.scenario.places import Places
from engine.scenario.reader import read_file, read_shipped, shipped_ids
from engine.text import printable
from tests.hostile import HOSTILE

WRITTEN_NOWHERE = {"rule", "limit"}


@pytest.mark.parametrize("name", shipped_ids())
def test_every_cause_that_the_author_wrote_has_its_line(name):
    reading = read_shipped(name)
    texts = {reading.places.file: reading.source}
    for cause in compile_book(reading.scenario).book.causes:
        path = written_at(cause)
        if path is None:
            assert cause.split("/")[0] in WRITTEN_NOWHERE, cause
            continue
        place = reading.places.of(*path)
        if isinstance(path[-1], int):
            assert reading.places.has(*path), cause
        elif place.file in texts:
            line = texts[place.file].splitlines()[place.line - 1]
            assert path[1] in line or path[-1] in line, cause


def reasons(view):
    return [reason for rows in view.history.values() for _, change in rows for reason in change.reasons]


def lines_of(view):
    return {(str(line.file), line.number) for reason in reasons(view) for line in reason.written}


def play_a_round(table, team):
    for choice in table.view(team).choices:
        if choice.why_not is None:
            table.apply(team, Lay(team, choice.card, choice.target, choice.voice))
    table.apply(team, Seal(team))


def test_a_number_leads_to_the_lines_that_moved_it_and_still_does_when_the_exercise_is_resumed(tmp_path):
    path = tmp_path / "home of somebody" / "my crisis.yaml"
    path.parent.mkdir()
    path.write_text(read_shipped("ferry_rumour").source, encoding="utf-8")
    reading, save = read_file(path), tmp_path / "exercise.ghx"
    team = next(iter(reading.scenario.teams))
    table = Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), save=save)
    for each in reading.scenario.teams:
        play_a_round(table, each)
    found, written = lines_of(table.view(team)), path.read_text(encoding="utf-8").splitlines()
    assert found
    assert {file for file, _ in found} == {"my crisis.yaml"}
    assert all(number <= len(written) for _, number in found)
    table.close()
    assert "home of somebody" not in save.read_text(encoding="utf-8")
    resumed = Table.resume(save)
    assert lines_of(resumed.view(team)) == found
    resumed.close()


def test_what_a_ruling_added_leads_to_the_ruling():
    reading = read_shipped("ferry_rumour")
    team = next(iter(reading.scenario.teams))
    table = Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN))
    text = """injects:
  word:
    to: all
    name: Word
    text: It comes.
    effects:
      - shift: {meter: freedom, by: -4}
"""
    answer = table.apply(FACILITATOR, Rule(text))
    assert not hasattr(answer, "reason"), answer
    assert ("ruling", 7) in lines_of(table.view(team))


def test_a_scenario_that_was_never_a_file_has_no_lines():
    assert Lines().of(("cards", "none")) is None
    assert Lines((Places("/home/somebody/x.yaml", None),)).of(("cards", "none")) is None


@pytest.mark.parametrize("raw", HOSTILE)
def test_the_name_of_a_file_is_clean_and_has_no_folder(raw):
    name = str(file_name(f"/home/somebody/{raw}"))
    assert printable(name) == name
    assert "somebody" not in name
    assert "\n" not in name
    assert str(file_name("C:\\Users\\somebody\\crisis.yaml")) == "crisis.yaml"
