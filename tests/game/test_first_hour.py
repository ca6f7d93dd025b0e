"""The tutorial keeps its promises: its advice can be followed and pays, its cheap card backfires, it stays small."""

from statistics import mean

import pytest

from engine.game.conduct import Accepted
from engine.game.intents import Lay, Seal
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.kernel.score import grade, scores
from engine.scenario.reader import read_shipped
from engine.tools.simulate import Plan, simulate

READING = read_shipped("first_hour")
SCENARIO = READING.scenario
SEAT, OTHER = "consulate", "library"
SEEDS = range(40)
FAMILIES = "families"
ADVICE = [
    [("listen_first", FAMILIES), ("answer_families", FAMILIES), ("coffee_at_the_library", OTHER)],
    [("workshop_film", FAMILIES), ("answer_families", FAMILIES)],
    [("answer_families", FAMILIES), ("agree_on_words", None)],
]


def played(turns, seed):
    """The score of the trainee, and the injects that fired, after these orders beside a prudent bot."""
    table = Table.start(READING, {SEAT: HUMAN, OTHER: Seat("bot", "prudent")}, pace="full", seed=seed)
    for orders in turns:
        for card, target in orders:
            assert isinstance(table.apply(SEAT, Lay(SEAT, card, target)), Accepted)
        table.apply(SEAT, Seal(SEAT))
    match = table.match
    table.close()
    assert match.ended
    fired = {name for name, turn in zip(match.book.msel, match.state.fired[0].tolist(), strict=True) if turn}
    return float(scores(match.book, match.state).team[0, match.book.teams.index(SEAT)]), fired


def test_the_advice_can_be_followed_and_beats_silence_by_far():
    followed, silent = [played(ADVICE, seed) for seed in SEEDS], [played([[], [], []], seed) for seed in SEEDS]
    assert mean(score for score, _ in followed) > mean(score for score, _ in silent) + 40
    assert mean("queue_at_the_door" in fired for _, fired in followed) > 0.5


def test_every_inject_reaches_some_trainee():
    joked = [[*ADVICE[0], ("funny_picture", FAMILIES)], *ADVICE[1:]]
    met = set().union(*(played(turns, seed)[1] for turns in (ADVICE, joked, [[], [], []]) for seed in SEEDS))
    assert met == set(SCENARIO.injects)


def test_the_funny_picture_backfires_more_often_than_it_works():
    report = simulate(Plan(SCENARIO, {SEAT: Seat("bot", "loud"), OTHER: Seat("bot", "prudent")}, seed=1, games=512))
    picture = report["cards"]["funny_picture"]
    assert picture["backfire"] > 2 * picture["success"] > 0


def test_it_stays_small():
    assert SCENARIO.difficulty == "introductory"
    assert SCENARIO.clock.turns == 3
    assert len(SCENARIO.narratives) == 1
    assert 5 <= len(SCENARIO.cards) <= 8
    words = [text for each in SCENARIO.injects.values() for _, text in each.text.versions]
    assert max(len(text.split()) for text in words) <= 100


@pytest.mark.parametrize("seed", [119, 125, 221])
def test_the_grade_is_that_of_the_score_that_is_shown(seed):
    at = Table.start(READING, dict.fromkeys(SCENARIO.teams, Seat("bot", "random")), seed=seed)
    while not at.ended:
        at.play_on()
    shown, letter = at.view(None).result.together
    exact = float(scores(at.match.book, at.match.state).table[0])
    assert grade(exact) != grade(round(exact))
    assert (shown, letter) == (round(exact), grade(shown))
