"""A card says which meters it leaves as they are until a flag is raised, as far as the team can tell, and no more."""

import pytest

from engine.game.conduct import apply
from engine.game.intents import Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.language.catalogue import say
from engine.scenario.reader import read_text
from engine.scenario.shelf import shipped_file

TEAM, CARD, WRITTEN = "harbour", "block_the_word", "effects: [{block: {narrative: spies_aboard}}]"
SUPPLIES, STOCK = "Pharmacies supplied", "Stock"
BEHIND_A_FLAG = "{shift: {meter: supplies, by: 5}, when: list_published}"


def match_of(*effects, stock=0, clock="turns: 8", close=0):
    """The ferry rumour, in which a card of the harbour does this, and only the embassy knows the stock."""
    source, file = shipped_file("ferry_rumour")
    text = source.decode().replace(WRITTEN, f"effects: [{', '.join(effects)}]").replace("turns: 8", clock)
    secret = f"meters:\n  stock: {{name: {STOCK}, start: {stock}, range: [0, 100], known_to: [embassy]}}"
    reading = read_text(text.replace("meters:", secret, 1).encode(), file)
    assert reading.scenario, reading.findings
    match = begin(reading.scenario, dict.fromkeys(reading.scenario.teams, HUMAN), "full", 1)
    for _ in range(close):
        for team in match.waiting:
            apply(match, team, Seal(team))
        match.close({})
    return match


def card(match):
    return next(choice for choice in Viewing(match).view(TEAM).choices if choice.card == CARD)


def idle(match):
    return [say("en", fact) for fact in card(match).facts if fact.code == "fact.idle"]


def moves(match):
    return {str(meter): way for meter, way in card(match).moves}


def test_what_waits_for_a_flag_is_told_with_the_flag():
    (line,) = idle(match_of(BEHIND_A_FLAG))
    assert SUPPLIES in line
    assert "The cargo list is public" in line
    assert SUPPLIES not in moves(match_of(BEHIND_A_FLAG))


@pytest.mark.parametrize("when", ["own.budget", "help_is_late.stage"])
def test_a_bare_name_that_is_no_flag_is_not_told_as_one(when):
    assert idle(match_of(f"{{shift: {{meter: supplies, by: 5}}, when: {when}}}")) == []


@pytest.mark.parametrize("stock", [0, 80])
def test_what_also_moves_by_something_secret_is_not_said_to_stay(stock):
    match = match_of(BEHIND_A_FLAG, "{shift: {meter: supplies, by: 5}, when: stock > 50}", stock=stock)
    assert idle(match) == []
    assert moves(match)[SUPPLIES] == 1


def test_a_card_tells_which_way_it_works_now():
    waits = ["{shift: {meter: supplies, by: -30}, when: list_published}", "{shift: {meter: supplies, by: 5}}"]
    assert moves(match_of(*waits))[SUPPLIES] == 1
    assert moves(match_of(*reversed(waits)))[SUPPLIES] == 1
    works = [line.replace("list", "not list") for line in waits]
    assert moves(match_of(*works))[SUPPLIES] == -1
    assert moves(match_of(*reversed(works)))[SUPPLIES] == -1


@pytest.mark.parametrize("stock", [0, 80])
def test_which_way_a_card_works_tells_nothing_secret(stock):
    secret = "{shift: {meter: supplies, by: -30}, when: stock > 50}"
    assert moves(match_of(secret, "{shift: {meter: supplies, by: 5}}", stock=stock))[SUPPLIES] == 1


def test_a_card_whose_effects_undo_each_other_is_not_said_to_move_anything():
    there_and_back = "{shift: {meter: supplies, by: 5}}", "{shift: {meter: supplies, by: -5}, when: not list_published}"
    assert SUPPLIES not in moves(match_of(*there_and_back))


@pytest.mark.parametrize(("to", "way"), [(90, 1), (0, -1)])
def test_which_way_a_card_moves_a_meter_toward_a_value_is_told_from_where_it_stands(to, way):
    assert moves(match_of(f"{{shift: {{meter: supplies, to: {to}, by: 5}}}}"))[SUPPLIES] == way
    assert moves(match_of(f"{{shift: {{meter: supplies, to: {to}}}}}"))[SUPPLIES] == way


def test_where_a_secret_meter_stands_is_not_told_by_the_way_it_would_move():
    assert STOCK not in moves(match_of("{shift: {meter: stock, to: 50, by: 5}}", stock=20))


def test_of_a_meter_that_the_team_does_not_read_nothing_is_said():
    assert idle(match_of("{shift: {meter: stock, by: 5}, when: list_published}")) == []


def test_before_the_crisis_nothing_is_said_and_after_it_began_it_is():
    before = {"clock": "turns: 8, peacetime: A quiet week."}
    assert match_of(BEHIND_A_FLAG, **before).turn == 0
    assert idle(match_of(BEHIND_A_FLAG, **before)) == []
    assert len(idle(match_of(BEHIND_A_FLAG, **before, close=1))) == 1
