"""Polls that an institute publishes: all may read them, no rule does, and they tell of nothing else."""

from dataclasses import replace

import pytest

from engine.game.directing import Rewind
from engine.game.intents import FACILITATOR, Lay, Seal
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import read_text
from engine.scenario.shelf import shipped_file
from tui.plain.billboard import sections
from tui.plain.bulletin import why
from tui.plain.room import gauges
from tui.widgets.billboard import stands
from tui.widgets.standing import gauge_row, taken_beside
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


def test_the_latest_poll_is_public_from_its_turn_on_as_it_was_printed():
    table = sitting()
    (first,) = polls_of(table)
    assert (first.as_of, first.error) == (1, 6)
    (second,) = polls_of(go_on(table, 1))
    assert (second.as_of, second.value, second.error) == (1, first.value, 6)
    (third,) = polls_of(go_on(table, 1))
    assert (third.as_of, third.error) == (3, 6)
    (curve,) = [curve for curve in table.view(None).curves if curve.meter == POLLED]
    assert [(point.turn, point.value) for point in curve.points] == [(1, first.value), (3, third.value)]


def test_however_long_ago_it_was_the_board_shows_it_with_the_error_of_its_day():
    table, printed = sitting((1,)), set()
    while not table.ended:
        view = table.view(None)
        printed |= {(poll.turn, poll.value, poll.error, poll.course) for poll in view.polls}
        assert {poll.error for poll in view.polls} == {point.error for poll in view.polls for point in poll.course}
        go_on(table, 1)
    printed |= {(poll.turn, poll.value, poll.error, poll.course) for poll in table.view(None).polls}
    assert len(printed) == 1


def test_what_a_team_takes_from_it_for_today_is_less_certain_with_each_turn():
    table, errors = sitting((1,)), []
    for _ in range(4):
        (read,) = polls_of(table, MINE)
        errors.append((read.as_of, read.error))
        go_on(table, 1)
    assert errors == [(1, 6), (1, 7), (1, 8), (1, 9)]


def test_it_errs_within_its_error_and_by_more_than_nothing():
    """The bias of this audience is 0, and it thinks 5 of Samudra when the exercise begins."""
    found = {polls_of(sitting(seed=seed))[0].value for seed in range(30)}
    assert all(abs(value - 5) <= 6 for value in found)
    assert len(found) > 5


def moved(places, by):
    """A table where the meters that `places` chooses stand lower than they did."""
    table = sitting()
    match = table.match
    meters = match.state.meters.copy()
    opinions = match.book.at.opinion
    for place in range(opinions.start, opinions.stop):
        if places(match.book.meters[place]):
            meters[0, place] -= by
    match.state = replace(match.state, meters=meters)
    table._viewing.refresh()
    return table


def test_no_result_hangs_on_it_and_no_bot_is_told_of_it():
    with_polls, without = (go_on(sitting(turns), 8) for turns in (TURNS, ()))
    assert with_polls.digest == without.digest
    assert polls_of(sitting(()), None) == []


def test_every_team_reads_it_and_nothing_else_changes_for_one():
    one, two = sitting(TURNS), sitting(())
    for team in one.scenario.teams:
        (read,) = polls_of(one, team)
        (public,) = polls_of(one)
        assert (read.value, read.error, read.as_of, read.published) == (public.value, public.error, public.as_of, True)
        with_poll, without = (
            replace(
                each.view(team),
                gauges=tuple(gauge for gauge in each.view(team).gauges if gauge.meter != POLLED),
                curves=tuple(curve for curve in each.view(team).curves if curve.meter != POLLED),
                objectives=(),
            )
            for each in (one, two)
        )
        assert with_poll == without
        assert [polls_of(each, team)[0].published for each in (one, two)] == [True, False]


@pytest.mark.parametrize("team", [None, MINE])
def test_it_tells_of_the_opinion_that_was_polled_and_of_no_other(team):
    assert moved(lambda meter: meter != POLLED, 20).view(team) == sitting().view(team)
    assert moved(lambda meter: meter == POLLED, 20).view(team) != sitting().view(team)


def test_a_team_goes_by_what_it_heard_itself_where_that_is_newer():
    table = go_on(sitting((1,)), 1)
    listen = next(
        each for each in table.view(MINE).choices if each.form == "listen" and each.target == POLLED.partition(".")[0]
    )
    table.apply(MINE, Lay(MINE, listen.card, listen.target, listen.voice))
    assert polls_of(table, MINE)[0].published
    go_on(table, 1)
    (heard,) = polls_of(table, MINE)
    assert not heard.published
    assert heard.as_of > 1
    assert polls_of(table)[0].published


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_team_is_told_turn_and_error_on_its_screen_and_in_plain(lang):
    table = go_on(sitting(), 1)
    (poll,) = polls_of(table, MINE)
    assert (poll.as_of, table.view(MINE).turn) == (1, 2)
    unheard = {"en": "never heard", "id": "belum disimak"}[lang]
    for width in (38, 60, 80):
        tongue = Tongue(lang)
        row = gauge_row(tongue, poll, 2, width, taken_beside(tongue, [poll], 2)).plain
        assert {"en": "poll, turn 1", "id": "survei gil. 1"}[lang] in row
        assert f"±{poll.error}" in row
        assert unheard not in row
    plain = " ".join(" ".join(gauges(table.view(MINE), lang, lambda gauge: gauge.meter == POLLED)).split())
    assert {"en": "poll of turn 1", "id": "survei giliran 1"}[lang] in plain
    assert f"± {poll.error}" in plain
    why_so = " ".join(" ".join(why(table.view(MINE), lang, str(say(lang, poll.name)))).split())
    assert {"en": "an institute published in turn 1", "id": "lembaga survei pada giliran 1"}[lang] in why_so


def test_the_course_of_a_meter_is_what_the_team_read():
    table, told = sitting(), {}
    for _ in range(4):
        (gauge,) = polls_of(table, MINE)
        told[table.view(MINE).turn] = gauge.value, gauge.error
        go_on(table, 1)
    (curve,) = [curve for curve in table.view(MINE).curves if curve.meter == POLLED]
    assert {point.turn: (point.value, point.error) for point in curve.points if point.turn in told} == told


def test_the_same_poll_comes_out_again_when_a_turn_is_taken_back():
    table = go_on(sitting(), 3)
    found = polls_of(table)
    table.apply(FACILITATOR, Rewind(2, fresh=False))
    assert polls_of(go_on(table, 2)) == found


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_board_shows_it_with_its_error_and_its_course(lang):
    table = go_on(sitting(), 3)
    (poll,) = polls_of(table)
    drawn = [
        line.plain for part in stands(Tongue(lang), table.view(None)) for piece in part.pieces(60, 40) for line in piece
    ]
    (error,) = [line for line in drawn if f"± {poll.error}" in line]
    assert str(TURNS[-1]) in drawn[drawn.index(error) + 1].split()
    lines = sections(table.view(None), lang)
    polls = lines[lines.index(say(lang, Message.of("board.polls"))) :]
    errors = next(line.split() for line in polls if "±" in line)
    assert any(line.split()[-1:] == [str(poll.value)] for line in polls)
    assert errors == [f"±{poll.error}"] * len(TURNS)


@pytest.mark.parametrize(("turns", "code"), [([1, 9], "TIME003"), ([0], "VALUE")])
def test_the_turns_of_polls_are_turns_of_the_exercise(turns, code):
    reading = read_text(written(turns).encode(), FERRY + ".yaml")
    (finding,) = [each for each in reading.findings if each.severity == "error"]
    assert finding.code.startswith(code)
    assert finding.place.column > written().split("\n")[finding.place.line - 1].index("published_polls")
