"""A precedent is played by the rules of the exercise itself, and is compared with its bands honestly."""

import pytest

from engine.game.conduct import apply
from engine.game.intents import Lay, Seal
from engine.game.match import begin
from engine.game.seats import EMPTY, HUMAN
from engine.scenario.precedent import MOST_OVERRIDES
from engine.scenario.reader import read_shipped, shipped_ids
from engine.tools.precedent import Spread, compare, overridden
from tests.scenario.broken import read
from tests.scenario.test_precedents import with_lessons

EARLY = "1: {embassy: [listen > islanders, agree_on_words]"


def scenario_with(old="", new=""):
    scenario = read(with_lessons(old, new)).scenario
    assert scenario is not None
    return scenario


def test_the_line_of_the_guide_is_in_its_band_and_its_counter_line_is_not():
    scenario = scenario_with()
    result = compare(scenario, scenario.precedent)
    assert (result.missed, result.not_left, result.line.broken) == ((), (), ())
    assert result.holds


def test_a_line_is_played_as_a_table_plays_it():
    scenario = scenario_with()
    for seed in range(3):
        match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", seed)
        for turn in range(1, 9):
            for team, tray in scenario.precedent.orders.get(str(turn), {}).items():
                for order in tray:
                    apply(match, team, Lay(team, order.card, order.target))
            for team in scenario.teams:
                apply(match, team, Seal(team))
            match.close({})
        expected = supplies(match)
        (spread,) = compare(scenario, scenario.precedent, games=1, seed=seed).line.spreads
        assert spread == Spread(expected, expected, expected)


def test_a_counter_line_without_orders_is_played_as_an_empty_table_plays_it():
    scenario = scenario_with()
    match = begin(scenario, dict.fromkeys(scenario.teams, EMPTY), "full", 0)
    while not match.ended:
        match.close({})
    (spread,) = compare(scenario, scenario.precedent, games=1).counter.spreads
    assert spread.p50 == supplies(match)


def supplies(match):
    return float(match.state.meters[0, match.book.meters.index("supplies")])


def test_an_order_that_cannot_be_laid_is_left_out_and_said():
    scenario = scenario_with(EARLY, "1: {embassy: [navy_escort, agree_on_words]")
    (dropped, *_) = compare(scenario, scenario.precedent, games=50).line.broken
    assert (dropped.turn, dropped.team, str(dropped.order), dropped.share) == (1, "embassy", "navy_escort", 1.0)


def test_hours_are_counted_over_the_whole_tray():
    tray = "[listen > islanders, agree_on_words, cargo_list > help_is_late, answer_questions > islanders]"
    scenario = scenario_with(EARLY, f"1: {{embassy: {tray}")
    dropped = [it for it in compare(scenario, scenario.precedent, games=50).line.broken if it.turn == 1]
    assert [str(it.order) for it in dropped] == ["answer_questions > islanders"]  # 6 + 8 + 10 + 8 of 30 hours


def test_peak_and_trough_are_of_all_turns_and_the_end_is_the_last():
    heat = {at: spread_at(at, "spies_aboard.heat") for at in ("peak", "end", "8", "trough")}
    assert heat["trough"].p50 < heat["end"].p50 < heat["peak"].p50
    assert heat["8"] == heat["end"]


def spread_at(at, meter="supplies"):
    scenario = scenario_with("meter: supplies, at: end", f"meter: {meter}, at: {at}")
    return compare(scenario, scenario.precedent, games=100).line.spreads[0]


def test_numbers_that_a_precedent_sets_hold_for_its_lines_alone():
    plain = scenario_with()
    harder = scenario_with("  source: In", "  model: {smart_start: -8}\n  source: In")
    assert compare(harder, harder.precedent, games=100).line.spreads[0].p50 < spread_at("end").p50
    assert harder.model == plain.model


@pytest.mark.parametrize("name", shipped_ids())
def test_a_shipped_case_is_met_with_few_numbers_of_the_model_set_otherwise(name):
    scenario = read_shipped(name).scenario
    model = scenario.precedent.model if scenario.precedent else None
    assert len(overridden(scenario, model).model.model_fields_set) <= MOST_OVERRIDES


def test_a_counter_line_that_changes_nothing_is_found():
    scenario = scenario_with()
    precedent = scenario.precedent
    counter = precedent.counter.model_copy(update={"orders": precedent.orders})
    result = compare(scenario, precedent.model_copy(update={"counter": counter}), games=100)
    assert result.not_left == (0,)
    assert not result.holds
