"""The measures of lessons measure what they say: tried on a small scenario, bent until the answer is known."""

from dataclasses import replace

import numpy as np
import pytest

from engine.compiler.book import compile_book
from engine.game.bots.policies import POLICIES
from engine.game.seats import BOTS, Seat
from engine.kernel.kinds import NONE
from engine.kernel.start import start_state
from engine.kernel.state import leaf_hash
from engine.kernel.turn import close_turn, open_turn
from engine.scenario.precedent import Bot
from engine.scenario.reader import read_shipped
from engine.tools.alternatives import best_cards
from engine.tools.force import gains_of_censors, without
from engine.tools.leaves import play_leaf, prepare
from engine.tools.lessons import causes, contest, equals, standings
from engine.tools.tables import choose, play, play_halves, play_on, same
from engine.tools.trial import LONG, Trial, crises
from engine.tools.verdicts import LESSONS
from tests.scenario.broken import change, read

GAMES = 40


def book_of(old="hours: 24,", new="hours: 24,"):
    scenario = read(change(old, new)).scenario
    assert scenario is not None
    return compile_book(scenario).book


SPEAKS = "      - cool: {narrative: help_is_late, by: 3}\n"


@pytest.mark.parametrize("bot", BOTS)
def test_a_table_of_bots_is_played_as_simulate_plays_it(bot):
    scenario = read_shipped("ferry_rumour").scenario
    seats = {"embassy": Seat("bot", bot), "harbour": Seat("bot", "random")}
    run = prepare(scenario, seats, "full", 5, GAMES)
    state = play(same(run.book, [[bot, "random"]], 5, GAMES))
    assert play_leaf(run, 0).leaves == [leaf_hash(state)]


def test_tables_do_not_depend_on_those_beside_them():
    book = book_of()
    seats = [["smart", "random"], ["hawk", "prudent"], ["loud", "silent"]]
    together = play(same(book, seats, 2, GAMES)).meters.reshape(3, GAMES, -1)
    for row, apart in zip(seats, together, strict=True):
        assert np.array_equal(play(same(book, [row], 2, GAMES)).meters, apart)


def test_the_card_on_which_the_score_depends_is_best_whenever_it_may_be_laid():
    rich = SPEAKS + "      - shift: {meter: supplies, by: 60}\n      - raise: harbour_open\n"
    found = best_cards(book_of(SPEAKS, rich), 12)
    assert found["answer_questions"].share > 0.6
    assert found["answer_questions"].offered >= 20
    assert sum(it.best for it in found.values()) <= 12 * 8


def test_a_card_that_only_costs_is_never_best():
    poor = "effects: [{shift: {meter: own.credibility, by: -20}}, {shift: {meter: own.clarity, to: 0}}]"
    book = book_of("effects: [{shift: {meter: own.clarity, to: 65, by: 15}}]", poor)
    assert best_cards(book, 12)["agree_on_words"].best == 0
    again = best_cards(book, 48, 1, ["agree_on_words"])["agree_on_words"]
    assert again.best == 0
    assert again.offered >= 20


def test_only_turns_in_which_a_sought_card_may_be_laid_are_looked_at():
    found = best_cards(book_of(), 24, 0, ["navy_escort"])
    assert all(it.offered <= found["navy_escort"].offered for it in found.values())
    assert found["block_the_word"].offered == 0


def test_who_is_forbidden_a_card_never_lays_it():
    book = book_of()
    own = np.array([card == "answer_questions" for _, card, *_ in book.laid])
    tables = same(book, [["prudent", "random"]], 0, GAMES)
    free, bound = play_and_see(tables), play_and_see(replace(tables, forbidden=own))
    assert "answer_questions" in free
    assert bound == free - {"answer_questions"}


def play_and_see(tables):
    state, seen = start_state(tables.book, GAMES), set()
    while state.turn < tables.book.turns:
        state = open_turn(tables.batch, state)
        state = close_turn(tables.batch, state, choose(tables, state))
        seen |= {tables.book.laid[option][1] for option in np.unique(state.laid) if option != NONE}
    return seen


def test_a_censor_blocks_what_hurts_it_while_it_is_hot_and_does_nothing_else():
    book = book_of("hurts: {samudra: 1.0}", "hurts: {torvia: 1.0}")
    tables = same(book, [["silent", "censor"]], 0, GAMES)
    assert play_and_see(tables) == {"block_the_word"}
    assert play_and_see(same(book_of(), [["silent", "censor"]], 0, GAMES)) == set()
    (team, gain), *others = gains_of_censors(book, GAMES)
    assert (team, others) == ("harbour", [])
    assert gain != 0


def test_a_listener_hears_and_answers_and_never_presses():
    assert play_and_see(same(book_of(), [["listener", "silent"]], 0, GAMES)) == {
        "listen",
        "answer_questions",
        "cargo_list",
    }


def test_what_only_a_card_can_reach_is_not_reached_without_it():
    book = book_of("answer_questions, joint_inspection, block_the_word]", "answer_questions, block_the_word]")
    shares = {
        book.scoring.objectives[place][1]: share
        for place, share in without(book, ["joint_inspection", "navy_escort"], GAMES)
    }
    assert shares["landed"] == 0
    assert standings(book, GAMES).reached[:, :, [it[1] for it in book.scoring.objectives].index("landed")].max() > 0.3


def test_standings_and_equals_agree_with_the_simulation():
    book = book_of()
    table, alike = standings(book, GAMES), equals(book, GAMES)
    assert table.score.shape == (2, len(BOTS))
    random = BOTS.index("random")
    assert table.score[0, random] == alike.score[random, 0]
    assert np.allclose(alike.won.sum(axis=1), 1)
    assert table.beats("embassy", "prudent", "silent", 2)
    assert not table.beats("embassy", "silent", "prudent")


def test_a_game_is_looked_at_when_half_of_its_turns_have_closed_and_at_its_end():
    book = book_of()
    tables = same(book, [["smart", "random"], ["prudent", "loud"]], 4, GAMES)
    half, end = play_halves(tables)
    assert half.turn == book.turns // 2
    assert leaf_hash(end) == leaf_hash(play(tables)) == leaf_hash(play_on(tables, half))


def test_a_contest_is_won_as_equals_win_and_its_leaders_stay_ahead_in_a_share_of_the_games():
    book = book_of()
    found = contest(book, BOTS, GAMES)
    assert np.array_equal(found.won, equals(book, GAMES).won)
    assert ((found.stayed >= 0) & (found.stayed <= 1)).all()
    assert found.foretold.shape == (len(BOTS), len(book.teams))


CALM = {"hazard_base": 0.0001, "hazard_heat": 0, "hazard_stage": 0, "hazard_backlog": 0, "hazard_clarity": 0,
    "leak_chance": 0, "personal_discord": 0,
}  # fmt: skip


def without_dice():
    scenario = read_shipped("ferry_rumour").scenario
    sure = {name: card.model_copy(update={"chance": "certain"}) for name, card in scenario.cards.items()}
    return scenario.model_copy(update={"cards": sure, "model": scenario.model.model_copy(update=CALM)})


def test_half_time_foretells_the_more_of_a_score_the_less_is_decided_after_it():
    scenario = without_dice()
    teams = {name: team.model_copy(update={"objectives": {}}) for name, team in scenario.teams.items()}
    early, late = (
        contest(
            compile_book(scenario.model_copy(update={"teams": teams, "clock": clock})).book, ["random"], 200, 0, "short"
        )
        for clock in (scenario.clock.model_copy(update={"short": turns}) for turns in ([1, 2, 3, 4], [1, 5, 6, 7, 8]))
    )
    assert (early.foretold > 2 * late.foretold).all()
    assert early.foretold.max() > 0.9


def test_where_no_die_is_rolled_there_is_no_luck_and_where_nothing_else_counts_all_is_luck():
    assert all(it.luck < 0.02 for it in causes(compile_book(without_dice()).book, 60).values())
    scenario = read_shipped("ferry_rumour").scenario
    idle = {
        name: card.model_copy(update={"effects": [], "form": "measure", "power": None, "chance": "certain"})
        for name, card in scenario.cards.items()
    }
    struck = {"hazard_base": 0.05, "strike_opinion": -8, "strike_credibility": -8}
    game = scenario.model_copy(update={"cards": idle, "model": scenario.model.model_copy(update=struck)})
    assert all(it.luck > 0.6 for it in causes(compile_book(game).book, 60).values())
    assert all(it.own < 0.2 for it in causes(compile_book(game).book, 60).values())


def test_a_lesson_that_does_not_hold_is_said_with_its_figures():
    trial = Trial(read_shipped("ferry_rumour").scenario, games=16)
    for lesson in LESSONS:
        verdict = lesson(trial)
        assert verdict.lesson == lesson.__name__
        assert lesson.__doc__
        assert verdict.holds or verdict.figures


def test_the_home_side_is_the_one_written_first_whatever_it_is_called():
    ferry = read_shipped("ferry_rumour").scenario
    assert Trial(ferry).home == ("embassy",)
    assert Trial(ferry.model_copy(update={"sides": dict(reversed(ferry.sides.items()))})).home == ("harbour",)


def test_the_example_and_the_tutorial_are_no_crises():
    names = {scenario.id for scenario in crises()}
    assert "torch_and_supermarket" in names
    assert not names & {"ferry_rumour", "first_hour"}
    assert all(scenario.clock.turns >= LONG for scenario in crises())


def test_no_slot_is_empty_before_one_that_is_laid():
    state = play(same(book_of(), [["smart", "random"]], 1, GAMES))
    empty = state.laid == NONE
    assert not (empty[:, :, :-1] & ~empty[:, :, 1:]).any()


def test_a_claim_may_name_every_bot():
    assert set(Bot.__args__) == set(BOTS) == set(POLICIES)
