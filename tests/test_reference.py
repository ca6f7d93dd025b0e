import random
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scenario.scenario import Scenario
from tests.reference import Reference
from tests.reference_check import Order, check
from tests.reference_tables import WORD, luck, mix, name, q12, q16, risk
from tests.reference_trays import options
from tests.strategies import orders, scenario_data, scenarios

SEEDS = st.integers(0, WORD)
PACES = st.sampled_from(["full", "short"])
CARD = ("card", None, "institution")


def small(**more):
    """One side, team, audience and story, and nothing that happens unless `more` says so."""
    team = {"name": "t", "side": "one", "level": "embassy", "brief": "b", "hours": 40, "holds": ["card"]}
    card = {"name": "c", "kind": "move", "power": "soft", "form": "guidance", "chance": "certain"}
    data = {
        "schema_version": 1,
        "id": "small",
        "title": "t",
        "summary": "s",
        "clock": {"starts": "2031-04-10 08:00", "hours_per_turn": 24, "turns": 6},
        "sides": {"one": {"name": "s"}},
        "audiences": {"people": {"name": "a"}},
        "narratives": {"story": {"name": "n", "heat": 50}},
        "teams": {"team": team | more.pop("team", {})},
        "cards": {"card": card | more.pop("card", {})},
    }
    return Scenario.model_validate(data | more)


def opened(scenario):
    game = Reference(scenario, 0)
    game.open_turn()
    return game


def amounts(game, phase, meter):
    return {row.cause: row.amount for row in game.ledger if (row.phase, row.meter) == (phase, meter)}


def shift(**how):
    return {"shift": {"meter": "freedom", **how}}


def play(scenario, seed, choose, pace="full"):
    """Play to the end; `choose(game)` gives the orders of a round."""
    game = Reference(scenario, seed, pace=pace)
    while game.turn < scenario.clock.turns:
        game.open_turn()
        game.close_turn(choose(game) if game.decides() else {})
    return game


# By hand.


def test_the_mixer_is_that_of_splitmix64():
    # The first two numbers of splitmix64 from seed 0, as published.
    step = 0x9E3779B97F4A7C15
    assert [mix(step), mix(2 * step & WORD)] == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4]


def test_halves_go_to_the_even_neighbour():
    assert [q12(n / 8192) * 4096 for n in (1, 3, -1, -3)] == [0, 2, 0, -2]
    assert [q16(n / 131072) * 65536 for n in (1, 3, -1, -3)] == [0, 2, 0, -2]


def test_the_tables_hold_what_a_pocket_calculator_says():
    assert luck()[2048] * 4096 == 2  # ln(4097 / 4095) = 0.00048828, times 4096 is 2.00000
    assert luck()[4095] * 4096 == 36908  # ln(8191) = 9.01079, times 4096 is 36908.2
    assert risk()[448] == 41427  # at log rate 0: 1 - exp(-1) = 0.632121, times 65536 is 41426.6
    assert risk()[576] == 65536


def test_one_step_of_a_story_that_hurts_nobody():
    # d = 0.35 = 22938/65536, the floor; crowd = 1.60 = 104858/65536; (1-d) * b = 68157/65536;
    # 50 * 68157/65536 = 212990.6/4096; room = 1 - 2046.9/4096; 212991 * 2049/4096 = 106547.4998.
    game = opened(small())
    game.close_turn({})
    assert amounts(game, "spread", "story.heat") == {
        "rule/attention_fades": -133119 / 4096,
        "rule/the_crowd": 106547 / 4096,
    }


def test_one_check():
    # base of an even chance 0; 30 points of credibility 30 * 2185/65536 = 4097/4096 (2185 is 65536/30);
    # 50 of clarity 0; heat 50 * -524/65536 = -0.39978 = -1638/4096 (1637.5, to even).
    game = opened(small(team={"credibility": 80}, card={"chance": "even", "about": "story"}))
    assert check(game, Order("team", *CARD)) == (4097 - 1638) / 4096


def test_a_repeated_card_fades():
    game = opened(small(card={"effects": [shift(by=10)]}))
    for _ in range(3):
        game.close_turn({"team": [CARD]})
        game.open_turn()
    by_turn = {row.turn: row.amount for row in game.ledger if row.cause == "order/team/card/effects.0"}
    # 0.65 = 42598/65536, and its square 27688/65536.
    assert by_turn == {1: 10, 2: q12(10 * 42598 / 65536), 3: q12(10 * 27688 / 65536)}


def test_what_the_clip_took_is_booked():
    game = opened(small(freedom=95, card={"effects": [shift(by=10), shift(by=-2)]}))
    game.close_turn({"team": [CARD]})
    assert game.meters["freedom"] == 100
    assert amounts(game, "resolve", "freedom")["limit"] == -3


def test_parts_of_a_spread_effect_arrive_turn_by_turn():
    game = opened(small(card={"effects": [{**shift(by=9), "spread": 3, "after": 1}]}))
    game.close_turn({"team": [CARD]})
    for _ in range(4):
        game.open_turn()
        game.close_turn({})
    rows = [(row.turn, row.phase, row.cause) for row in game.ledger if row.meter == "freedom"]
    assert rows == [(turn, "arrivals", "order/team/card/effects.0") for turn in (2, 3, 4)]
    # A third is 21845/65536, so each part is 9 * 21845/65536 = 2.99995 = 12288/4096 after rounding.
    assert game.meters["freedom"] == 59


def test_clearing_beats_raising_and_nothing_is_seen_before_the_phase_ends():
    effects = [{"raise": "flag"}, {"clear": "flag"}, {"raise": "other"}, {**shift(by=5), "when": "other"}]
    flags = {"flag": {"name": "f"}, "other": {"name": "f"}}
    game = opened(small(card={"effects": effects}, flags=flags))
    game.close_turn({"team": [CARD]})
    assert game.flags == {"flag": False, "other": True}
    assert game.meters["freedom"] == 50


def test_of_equally_hot_stories_the_first_in_the_alphabet_counts():
    stories = {name: {"name": "n", "heat": 50, "hurts": {"one": 1}} for name in ("story", "rumour")}
    assert opened(small(narratives=stories)).hottest("one") == "rumour"


@pytest.mark.parametrize(("strengths", "slant"), [((1, 1), 0), ((1, 2), 3), ((2, 1), -2)])
def test_the_strongest_retarget_wins_and_a_tie_changes_nothing(strengths, slant):
    hurts = zip((-2, 3), strengths, strict=True)
    retargets = [{"narrative": "story", "hurts": {"one": to}, "strength": strength} for to, strength in hurts]
    game = opened(small(card={"effects": [{"retarget": retarget} for retarget in retargets]}))
    game.close_turn({"team": [CARD]})
    assert game.slant == {("story", "one"): slant}


def test_silence_about_an_expected_answer_is_booked_when_its_time_is_over():
    inject = {"name": "i", "text": "t", "turn": 2}
    expects = {"any": ["card"], "within": 2, "if_missed": [shift(by=-7)]}
    scenario = small(injects={"call": {**inject, "expects": expects}})
    missed = play(scenario, 0, lambda game: {"team": [CARD] if game.turn == 1 else []})
    met = play(scenario, 0, lambda game: {"team": [CARD] if game.turn == 3 else []})
    rows = [row for row in missed.ledger if row.meter == "freedom"]
    assert rows == [(3, "feedback", "inject/call/if_missed.0", "freedom", -7)]
    assert met.meters["freedom"] == 50


def test_what_is_heard_is_known_a_turn_later():
    people = {"people": {"name": "a", "opinion": {"one": 20}}}
    game = opened(small(audiences=people, card={"effects": [{"reveal": {"audience": "all"}}]}))
    game.close_turn({"team": [CARD]})
    assert game.heard["team", "people"] == 0
    game.open_turn()
    assert game.heard["team", "people"] == 2
    roll = game.die("poll", "team", name("meter", "people.one"))
    error = 6 * ((roll & 4095) - (roll >> 12 & 4095)) / 4096
    assert game.polls["team", "people.one"] == game.meters["people.one"] + error


def test_parts_sent_in_different_turns_arrive_together():
    game = opened(small(card={"stands": True, "effects": [{**shift(by=8), "spread": 3}]}, model={"repeat_fade": 1}))
    for _ in range(2):
        game.close_turn({"team": [CARD]})
        game.open_turn()
    game.open_turn()
    # Parts of a third each; in turn 3 one of either order arrives: 8 * 43690/65536 = 5.33325 = 21845/4096.
    rows = [(row.turn, row.amount) for row in game.ledger if row.phase == "arrivals"]
    assert rows[1:2] == [(3, 21845 / 4096)]


def test_what_an_inject_reveals_is_known_in_the_same_turn():
    inject = {"name": "i", "text": "t", "turn": 2, "effects": [{"reveal": {"audience": "people"}}]}
    game = opened(small(injects={"survey": inject}))
    game.close_turn({})
    game.open_turn()
    assert game.heard["team", "people"] == 2


def test_standing_orders_go_on_at_short_pace():
    clock = {"starts": "2031-04-10 08:00", "hours_per_turn": 24, "turns": 4, "short": [1, 4]}
    scenario = small(clock=clock, card={"stands": True})
    game = play(scenario, 0, lambda game: {"team": [CARD] if game.turn == 1 else []}, pace="short")
    assert sorted((turn, order.card) for turn, order in game.outcomes) == [(turn, "card") for turn in (1, 2, 3)]


def test_a_calm_game_scores_as_computed_by_hand():
    # Opinion 50 and integrity 100; control loses 4 points for each percent of risk.
    game = play(small(narratives={"story": {"name": "n"}}, team={"hours": 0}), 1, lambda _game: {})
    faced = q12(100 * q12(game.risk_sum["team"] / 65536 / 6))
    lost = sum(row.amount for row in game.ledger if row.meter == "team.credibility")
    opinion = q12(q12(game.meters["people.one"]) * 1.5)
    assert game.scores().teams == {"team": q12((50 + opinion + 100 - 4 * faced + 50 + lost) / 3)}
    assert game.scores().winners == {"one"}


def test_a_tray_that_costs_more_than_there_is_is_refused():
    game = opened(small(card={"cost": {"hours": 41}}))
    assert options(game, "team") == []
    with pytest.raises(ValueError, match="not a legal tray"):
        game.close_turn({"team": [CARD]})


# Over generated scenarios.


def on_lattice(value, steps=4096):
    return (value * steps).is_integer()


@given(scenarios(), SEEDS, PACES, st.data())
def test_every_phase_adds_up_and_every_value_is_on_the_lattice(scenario, seed, pace, data):
    game = play(scenario, seed, lambda game: data.draw(orders(game)), pace)
    moved = defaultdict(lambda: defaultdict(float))
    for row in game.ledger:
        moved[row.turn, row.phase][row.meter] += row.amount
    phases = list(game.after)
    peace = [(0, phase) for phase in ("sitrep", "resolve")] if scenario.clock.peacetime else []
    first = [(1, phase) for phase in ("sitrep", "arrivals", "injects", "resolve", "spread", "control", "feedback")]
    assert phases[: len(peace) + 8] == [(0, "startex"), *peace, *first]
    for before, after in pairwise(phases):
        rows = moved[after]
        assert {m: v + rows[m] for m, v in game.after[before].items()} == game.after[after]
    assert all(low <= game.meters[meter] <= high for meter, (low, high) in game.range.items())
    assert all(on_lattice(float(row.amount)) for row in game.ledger)
    assert all(on_lattice(float(value)) for value in [*game.meters.values(), *game.polls.values()])
    assert all(on_lattice(float(slant), 65536) for slant in game.slant.values())
    assert all(on_lattice(float(score)) and 0 <= score <= 100 for score in game.scores().teams.values())


@given(scenario_data(), SEEDS, PACES, st.randoms(use_true_random=False), st.data())
def test_no_order_of_writing_or_laying_changes_anything(written, seed, pace, order, data):
    laid = {}
    first = Scenario.model_validate(written)
    game = play(first, seed, lambda game: laid.setdefault(game.turn, data.draw(orders(game))), pace)
    other = Scenario.model_validate(shuffled(written, order))
    again = play(other, seed, lambda game: shuffled(laid[game.turn], order), pace)
    assert sorted(again.ledger) == sorted(game.ledger)
    assert again.meters == game.meters
    assert (again.flags, again.fired, again.stage, again.slant) == (
        game.flags,
        game.fired,
        game.stage,
        game.slant,
    )
    assert (again.polls, again.crossed, again.outcomes) == (game.polls, game.crossed, game.outcomes)
    assert again.scores() == game.scores()


def shuffled(data, order: random.Random):
    """The same mappings and trays in another order; a list of effects keeps its own, for causes count it."""
    if isinstance(data, dict):
        keys = order.sample(list(data), len(data))
        return {key: shuffled(data[key], order) for key in keys}
    if isinstance(data, list) and all(isinstance(entry, tuple) for entry in data):
        return order.sample(data, len(data))
    return data


@given(scenarios(), SEEDS, st.data())
def test_an_empty_tray_is_always_legal_and_every_option_alone_too(scenario, seed, data):
    game = Reference(scenario, seed)
    while game.turn < scenario.clock.turns:
        game.open_turn()
        team = data.draw(st.sampled_from(sorted(scenario.teams)))
        legal = options(game, team)
        orders = {team: [data.draw(st.sampled_from(legal))]} if legal else {}
        decided = game.decides()
        game.close_turn(orders)
        if decided:
            assert {team: tray for team, tray in game.laid.items() if tray} == orders
