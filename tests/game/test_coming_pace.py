"""A pace that is set for the turns to come is told to the teams, and what they read of those turns is true at once."""

from importlib.resources import files

import pytest

from engine.game.answers import Refused
from engine.game.conduct import apply
from engine.game.directing import SetPace
from engine.game.inbox import inbox
from engine.game.intents import FACILITATOR
from engine.game.knowledge import Knowledge
from engine.game.match import begin
from engine.game.pacing import change_of_pace
from engine.game.seats import EMPTY, HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_text
from tests.game.directed import TORCH, direct, seal

OTHER = {"full": "short", "short": "full"}
RETAILER = "retailer"


def begun(pace):
    seats = {team: Seat("bot", "random") for team in TORCH.scenario.teams} | {RETAILER: HUMAN}
    return Table.start(TORCH, seats, seed=5, pace=pace)


def lapse(view):
    """For each card that goes on, how many turns it is said to."""
    return {each.card: each.stands for each in view.choices if each.stands}


@pytest.mark.parametrize("pace", OTHER)
@pytest.mark.parametrize("turn", range(5))
def test_the_rounds_and_deadlines_that_a_team_reads_come_true_after_the_pace_changed(pace, turn):
    at = begun(pace)
    seal(at, turn)
    direct(at, SetPace(OTHER[pace]))
    told, stand = at.view(RETAILER), lapse(at.view(RETAILER))
    rounds = at.console().rounds
    seal(at)
    after = at.view(RETAILER)
    assert at.console().rounds == rounds
    assert (after.round, after.rounds) == (told.round + 1, told.rounds)
    assert set(stand.values()) <= {after.turn - told.turn}
    due = {letter.inject: letter.answer_by for letter in after.inbox}
    to_come = [letter for letter in told.inbox if (letter.answer_by or 0) > told.turn]
    assert all(due[letter.inject] == letter.answer_by for letter in to_come)


@pytest.mark.parametrize("pace", OTHER)
def test_a_letter_that_waits_tells_in_which_turns_its_answer_can_be_decided_unless_these_are_all(pace):
    at, told = begun(pace), set()
    while not at.match.ended:
        view, rounds = at.view(RETAILER), at.console().rounds
        for letter in (each for each in view.inbox if (each.answer_by or 0) > view.turn):
            ahead = tuple(turn for turn in rounds if view.turn < turn <= letter.answer_by)
            assert letter.decided == (() if len(ahead) == letter.answer_by - view.turn else ahead)
            assert not letter.decided or letter.decided[-1] == letter.answer_by
            told.add(bool(letter.decided))
        seal(at)
    assert told == {pace == "short"}


@pytest.mark.parametrize("pace", OTHER)
def test_what_nobody_answers_is_missed_once_in_the_turn_that_was_told_however_the_pace_changes(pace):
    """At turn 5 an inject has been missed at full pace that at short pace could be answered until turn 7."""
    match = begin(TORCH.scenario, dict.fromkeys(TORCH.scenario.teams, EMPTY), pace, 1)
    told = {}
    while not match.ended:
        if match.turn in {5, 9}:
            apply(match, FACILITATOR, SetPace(OTHER[match.pace]))
        letters = [each for team in match.seats for each in inbox(Knowledge(match, team))]
        told |= {each.inject: each.answer_by for each in letters if (each.answer_by or 0) >= match.turn}
        match.close({})
    causes = [(entry.cause.split("/"), entry.turn) for entry in match.ledger.entries(match.book)]
    missed = {(cause[1], turn) for cause, turn in causes if cause[-1].startswith("if_missed")}
    priced = {name for name in told if match.scenario.injects[name].expects.if_missed}
    assert {"first_store_demo", "phished"} <= priced
    assert missed == {(name, told[name]) for name in priced}


def due(at):
    """When each answer is due that some team is still expected to give."""
    letters = [letter for team in TORCH.scenario.teams for letter in at.view(team).inbox]
    return {letter.name: letter.answer_by for letter in letters if (letter.answer_by or 0) >= at.match.turn}


@pytest.mark.parametrize("pace", OTHER)
@pytest.mark.parametrize("turn", [0, 4, 8, 13])
def test_what_a_change_of_pace_is_said_to_mean_is_what_it_means(pace, turn):
    at = begun(pace)
    while at.match.turn < turn and not at.ended:
        seal(at)
    said = {part.code: part for part in change_of_pace(at.match).inside()}
    moved = [part for part in change_of_pace(at.match).inside() if part.code == "pace.due"]
    assert at.console().next_pace is None
    before, first = due(at), len(at.match.later)
    direct(at, SetPace(OTHER[pace]))
    turns, after = tuple(turn for turn in at.console().rounds if turn > at.match.turn), due(at)
    (told,) = [part for code, part in said.items() if code.startswith("pace.to_")]
    assert (told.get("turns"), told.get("n"), told.get("before")) == (turns, len(turns), first)
    assert (told.code == "pace.to_none") == (not turns)
    for part in moved:
        name, old, new = part.get("letter"), part.get("before"), part.get("turn")
        assert (before[name], after[name]) == (old, new)
        assert old != new
    answered = {letter.name for team in TORCH.scenario.teams for letter in at.view(team).inbox if letter.answered}
    changed = {name for name in before if before[name] != after[name]}
    assert changed - answered <= {part.get("letter") for part in moved} <= changed
    assert ("pace.none_moved" in said) == (not moved)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_team_reads_that_the_pace_changes_until_it_has(lang):
    at = begun("short")
    seal(at)
    before = at.view(RETAILER)
    direct(at, SetPace("full"))
    coming = at.view(RETAILER)
    (news,) = set(coming.situation) - set(before.situation)
    assert news.code == "situation.then_full"
    assert say(lang, news)
    direct(at, SetPace("short"))
    assert at.view(RETAILER) == before
    direct(at, SetPace("full"))
    seal(at)
    assert news not in at.view(RETAILER).situation


@pytest.mark.parametrize("short", [", short: [1, 3, 5, 7]", ""])
def test_a_change_of_pace_is_told_of_where_it_would_not_be_refused_and_nowhere_else(short):
    text = (files("scenarios") / "ferry_rumour.yaml").read_text(encoding="utf-8")
    reading = read_text(text.replace(", short: [1, 3, 5, 7]", short).encode(), "ferry.yaml")
    at = Table.start(reading, {"embassy": HUMAN, "harbour": Seat("bot", "random")}, seed=5)
    while True:
        said, refused = change_of_pace(at.match), isinstance(at.apply(FACILITATOR, SetPace("short")), Refused)
        assert (said is None) == refused == (at.match.ended or not short)
        if at.match.ended:
            break
        at.apply(FACILITATOR, SetPace("full"))
        seal(at, team="embassy")
