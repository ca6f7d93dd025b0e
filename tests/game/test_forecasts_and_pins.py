"""What lies beside the orders: reasons, forecasts, notes and PINs, and what a rewind leaves of them."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game import pins
from engine.game.conduct import MOST_MISTYPED, Accepted, Refused
from engine.game.directing import Fire, Rewind
from engine.game.intents import FACILITATOR, Because, Foresee, Lay, Mistyped, Note, Seal, SetPin
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.language.catalogue import say
from engine.text import Text
from tests.effort import one_in
from tests.game.directed import TORCH, direct, seal, table
from tests.game.saved_tables import reading_of
from tests.strategies import playable_data


def test_reasons_and_forecasts_belong_to_their_turn_and_notes_outlive_a_rewind():
    at = table()
    seal(at, 2)
    card = next(choice for choice in at.view("retailer").choices if choice.why_not is None)
    at.apply("retailer", Lay("retailer", card.card, card.target, card.voice))
    assert isinstance(at.apply("retailer", Because("retailer", card.card, Text.of("staff are local"))), Accepted)
    assert isinstance(at.apply("retailer", Because("retailer", "no_card", Text.of("x"))), Refused)
    assert isinstance(at.apply("retailer", Foresee("retailer", 25)), Accepted)
    assert isinstance(at.apply("retailer", Foresee("retailer", 101)), Refused)
    direct(at, Note(Text.of("quiet table"), team="retailer", hot_wash=True))
    turn = at.match.turn
    assert at.match.papers.reasons == {(turn, "retailer", card.card): Text.of("staff are local")}
    direct(at, Rewind(turn, fresh=False))
    assert not at.match.papers.reasons
    assert not at.match.papers.foresights
    assert [noted.turn for noted in at.match.papers.notes] == [turn]


def test_a_team_sets_its_pin_once_and_the_facilitator_resets_it():
    at = table()
    lock = pins.lock_of("2468")
    assert isinstance(at.apply("embassy", SetPin("retailer", lock)), Refused)
    assert isinstance(at.apply("retailer", SetPin("retailer", lock)), Accepted)
    assert pins.opens(at.match.papers.locks["retailer"], "2468")
    assert not pins.opens(at.match.papers.locks["retailer"], "2469")
    assert isinstance(at.apply("retailer", SetPin("retailer", "")), Refused)
    direct(at, SetPin("retailer", ""))
    assert not at.match.papers.locks


def test_a_new_pin_forgives_what_was_mistyped_for_the_old_one_and_nothing_else():
    at = table()
    for who in ("embassy", "retailer"):
        direct(at, Mistyped(who, 3))
    direct(at, SetPin("retailer", pins.lock_of("2468")))
    assert (at.mistyped("embassy"), at.mistyped("retailer")) == (3, 0)


@pytest.mark.parametrize(("who", "times"), [("embassy", -1), ("embassy", MOST_MISTYPED + 1), ("nobody", 1)])
def test_a_save_that_counts_what_cannot_be_is_refused(who, times):
    assert isinstance(table().apply(FACILITATOR, Mistyped(who, times)), Refused)


@settings(one_in(3))
@given(data=playable_data(), luck=st.integers(0, 2**32))
def test_every_forecast_is_answered_by_the_end(data, luck):
    dice = random.Random(luck)
    at = Table.start(reading_of(data), dict.fromkeys(data["teams"], HUMAN), seed=luck)
    asked = 0
    while not at.ended:
        team = at.waiting[0]
        view = at.view(team)
        if view.question is not None:
            assert say("id", view.question)
            asked += 1
            assert isinstance(at.apply(team, Foresee(team, dice.randint(0, 100))), Accepted)
            assert at.view(team).foreseen is not None
        assert isinstance(at.apply(team, Seal(team)), Accepted)
    told = [forecast for team in at.view(None).result.teams for forecast in team.forecasts]
    assert len(told) == asked
    assert all(forecast.came is not None for forecast in told)
    for team in at.view(None).result.teams:
        assert (team.misjudged is None) == (not team.forecasts)
        assert team.misjudged is None or 0 <= team.misjudged <= 1


def test_a_question_is_the_same_whatever_others_have_laid():
    at = Table.start(TORCH, dict.fromkeys(TORCH.scenario.teams, HUMAN), seed=3)
    while len({at.view(team).question for team in TORCH.scenario.teams}) == 1:  # at first there is no fair one
        for team in TORCH.scenario.teams:
            at.apply(team, Seal(team))
    asked = {team: at.view(team).question for team in TORCH.scenario.teams}
    for team in TORCH.scenario.teams:
        card = next((choice for choice in at.view(team).choices if choice.why_not is None), None)
        if card:
            at.apply(team, Lay(team, card.card, card.target, card.voice))
    assert {team: at.view(team).question for team in TORCH.scenario.teams} == asked


def test_what_the_facilitator_does_in_the_same_turn_changes_no_question_that_is_answered(tmp_path):
    asked = []
    for inject in sorted(TORCH.scenario.injects)[:4]:
        before, after = [], []
        for percent in (None, 15):
            at = table(tmp_path / f"{inject}{percent}.ghx")
            seal(at, 2)
            if percent is not None:
                assert isinstance(at.apply("retailer", Foresee("retailer", percent)), Accepted)
            before.append(at.view("retailer").question)
            at.apply(FACILITATOR, Fire(inject))
            after.append(at.view("retailer").question)
        assert after[1] == before[1]
        seal(at)
        (forecast,) = at.view("retailer").forecasts
        assert forecast.question == before[1]
        asked.append((before[0], after[0]))
    assert any(before != after for before, after in asked)
    at.close()
    assert Table.replay(tmp_path / f"{inject}15.ghx").view("retailer").forecasts == (forecast,)
