"""Polls that an institute publishes: all may read them, no rule does, and they tell of nothing else."""

from dataclasses import replace

import pytest

from engine.game.intents import FACILITATOR, Rewind, Seal
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.scenario.reader import read_text
from engine.scenario.shelf import shipped_file
from tui.widgets.public import known
from tui.widgets.wording import Tongue

FERRY, MINE = "ferry_rumour", "embassy"
POLLED = "islanders.samudra"
ATTENTION = "listens_to: {capital_press: 0.3}"
TURNS = (1, 3, 4)


def written(turns=TURNS):
    text = shipped_file(FERRY)[0].decode()
    polls = f", published_polls: {{samudra: {list(turns)}}}" if turns else ""
    return text.replace(ATTENTION, ATTENTION + polls, 1)


def sitting(turns=TURNS, seed=7):
    reading = read_text(written(turns).encode(), FERRY + ".yaml")
    seats = {team: HUMAN if team == MINE else Seat("bot", "prudent") for team in reading.scenario.teams}
    return Table.start(reading, seats, seed=seed)


def polls_of(table, team=None):
    return [gauge for gauge in table.view(team).gauges if gauge.meter == POLLED]


def go_on(table, turns):
    for _ in range(turns):
        table.apply(MINE, Seal(MINE))
    return table


def test_the_latest_poll_is_public_from_its_turn_on_with_an_error_that_grows():
    table = sitting()
    (first,) = polls_of(table)
    assert (first.as_of, first.error) == (1, 6)
    (second,) = polls_of(go_on(table, 1))
    assert (second.as_of, second.value, second.error) == (1, first.value, 7)
    (third,) = polls_of(go_on(table, 1))
    assert (third.as_of, third.error) == (3, 6)
    (curve,) = [curve for curve in table.view(None).curves if curve.meter == POLLED]
    assert [(point.turn, point.value) for point in curve.points] == [(1, first.value), (3, third.value)]


def test_it_errs_within_its_error_and_by_more_than_nothing():
    """The bias of this audience is 0, and it thinks 5 of Samudra when the exercise begins."""
    found = {polls_of(sitting(seed=seed))[0].value for seed in range(30)}
    assert all(abs(value - 5) <= 6 for value in found)
    assert len(found) > 5


def test_no_result_hangs_on_it_and_no_team_is_told_otherwise():
    with_polls, without = (go_on(sitting(turns), 8) for turns in (TURNS, ()))
    assert with_polls.digest == without.digest
    assert polls_of(sitting(()), None) == []
    assert sitting(TURNS).view(MINE) == sitting(()).view(MINE)


def test_what_only_teams_could_know_changes_nothing_on_the_board():
    one, two = sitting(), sitting()
    match = two.match
    meters = match.state.meters.copy()
    opinions = match.book.at.opinion
    for place in range(opinions.start, opinions.stop):
        if match.book.meters[place] != POLLED:
            meters[0, place] -= 20
    match.state = replace(match.state, meters=meters)
    two._viewing.refresh()
    assert one.view(None) == two.view(None)


def test_the_same_poll_comes_out_again_when_a_turn_is_taken_back():
    table = go_on(sitting(), 3)
    found = polls_of(table)
    table.apply(FACILITATOR, Rewind(2, fresh=False))
    assert polls_of(go_on(table, 2)) == found


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_board_shows_it_with_its_error_and_its_course(lang):
    table = go_on(sitting(), 3)
    (poll,) = polls_of(table)
    told = known(Tongue(lang), table.view(None), 60, 40).plain
    line = next(line for line in told.split("\n") if {"en": "Poll:", "id": "Survei:"}[lang] in line)
    assert f"{poll.value} ± {poll.error}" in line.replace("+", "")
    assert sum(sign in "▁▂▃▄▅▆▇█" for sign in line) == len(TURNS)


@pytest.mark.parametrize(
    ("turns", "code"), [([1, 9], "TIME003"), ([3, 3], "TIME002"), ([4, 2], "TIME002"), ([0], "VALUE")]
)
def test_the_turns_of_polls_rise_and_are_turns_of_the_exercise(turns, code):
    reading = read_text(written(turns).encode(), FERRY + ".yaml")
    (finding,) = [each for each in reading.findings if each.severity == "error"]
    assert finding.code.startswith(code)
    assert finding.place.column > written().split("\n")[finding.place.line - 1].index("published_polls")
