"""A team is told in time what its cards cost it: red lines, closed cards, whose answer it was, how the risk is made."""

from dataclasses import replace

import numpy as np
import pytest

from engine.game.aims import _exactly
from engine.game.conduct import Accepted, apply
from engine.game.facts import IN_PART, facts
from engine.game.intents import Lay, Order, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN, Seat
from engine.game.standing_view import MOVES
from engine.game.viewing import Viewing
from engine.kernel.control import risks
from engine.kernel.kinds import PARTIAL, SUCCESS, Verb
from engine.language.catalogue import say
from engine.scenario.reader import read_shipped
from engine.text import Text

BUS = "last_bus_from_karath"

BINDS = {"fact.position", "fact.position_endex", "fact.promise", "fact.promise_endex"}


def sat(name, *people, pace="full", seed=5):
    scenario = read_shipped(name).scenario
    seats = {team: HUMAN if team in people else Seat("bot", "prudent") for team in scenario.teams}
    return begin(scenario, seats, pace, seed)


def go_on(match, *orders):
    for order in orders:
        assert isinstance(apply(match, order.team, order), Accepted), order
    for team in match.waiting:
        apply(match, team, Seal(team))
    match.close(match.bots())
    while not match.ended and not match.decides:
        match.close(match.bots())


def crossing(match, team):
    """A choice that crosses a red line of its team for certain, and can be laid."""
    for choice in Viewing(match).view(team).choices:
        if choice.why_not is None and any(fact.code == "fact.crosses" for fact in choice.facts):
            return choice
    return None


def test_a_red_line_is_told_before_it_is_crossed_and_after():
    for team in read_shipped(BUS).scenario.teams:
        match = sat(BUS, team)
        while not match.ended:
            choice = crossing(match, team)
            if choice:
                assert all(aim.reached is None for aim in Viewing(match).view(team).red_lines)
                go_on(match, Lay(team, choice.card, choice.target, choice.voice))
                view = Viewing(match).view(team)
                assert any(aim.reached for aim in view.red_lines)
                told = [line for bulletin in view.bulletins for line in bulletin.crossed]
                assert told == [aim.text for aim in view.red_lines if aim.reached]
                by = [order for bulletin in view.bulletins for order in bulletin.orders if order.crossed]
                assert [(order.team, order.card, list(order.crossed)) for order in by] == [(team, choice.card, told)]
                return
            go_on(match)
    pytest.fail("no team could cross a red line")


def test_nobody_else_can_tell_that_a_red_line_was_crossed():
    scenario = read_shipped(BUS).scenario
    team = scenario.teams["ministry"]
    without = scenario.model_copy(
        update={"teams": {**scenario.teams, "ministry": team.model_copy(update={"red_lines": {}})}}
    )
    seats = {name: HUMAN if name == "ministry" else Seat("bot", "prudent") for name in scenario.teams}
    matches = [begin(each, seats, "full", 5) for each in (scenario, without)]
    while not (choice := crossing(matches[0], "ministry")):
        for match in matches:
            go_on(match)
    for match in matches:
        go_on(match, Lay("ministry", choice.card, choice.target, choice.voice))
    for reader in (None, *scenario.teams):
        one, two = (Viewing(match).view(reader) for match in matches)
        assert (one == two) == (reader != "ministry")


def test_a_card_that_is_done_says_so_and_one_that_was_never_open_too():
    match = sat("first_hour", "consulate", seed=7)
    go_on(match, Lay("consulate", "coffee_at_the_library", "library"))
    coffee = next(each for each in Viewing(match).view("consulate").choices if each.card == "coffee_at_the_library")
    assert coffee.why_not.code == "refused.done"
    crisis = sat(BUS, "ministry")
    locked = {name for name, card in crisis.scenario.cards.items() if card.locked}
    shut = [each for each in Viewing(crisis).view("ministry").choices if each.card in locked]
    assert shut
    assert {each.why_not.code for each in shut} == {"refused.locked_card"}


@pytest.mark.parametrize("name", ["ferry_rumour", "comment_storm"])
def test_a_card_says_which_flags_it_raises_only_if_it_works_in_full(name):
    match = sat(name, *read_shipped(name).scenario.teams)
    book, flags, told = match.book, match.scenario.flags, set()

    def raised(option, outcome):
        first, count = book.rows.first[:, option, outcome], book.rows.count[:, option, outcome]
        places = [place for one, many in zip(first, count, strict=True) for place in range(one, one + many)]
        rows = book.rows.order[places]
        return {book.flags[thing] for thing in book.rows.thing[rows[book.rows.verb[rows] == Verb.RAISE]]}

    of_card = {(team, card): option for option, (team, card, *_) in enumerate(book.laid)}
    for (team, card), option in of_card.items():
        if book.options.certain[option]:
            continue
        lacking = raised(option, SUCCESS) - raised(option, PARTIAL)
        said = {fact.get("flags") for fact in facts(match, team, option, {}) if fact.code == IN_PART}
        assert {each for flags_of in said for each in flags_of} == {flags[flag].name for flag in lacking}
        told |= {card} if said else set()
    assert told == {"ferry_rumour": {"cargo_list"}, "comment_storm": {"slow_mode", "call_the_minister"}}[name]


def test_an_order_says_how_much_of_what_moved_a_meter_with_it_the_end_of_the_scale_took():
    match = sat("first_hour", "library")
    go_on(match, Lay("library", "answer_families", "families"))
    (bulletin,) = Viewing(match).view("library").bulletins
    order = next(each for each in bulletin.orders if each.team == "library")
    ((name, much),) = order.beyond
    assert dict(order.changes)[name] < 0
    (change,) = (each for each in bulletin.changes if each.name == name)
    assert [each.amount for each in change.reasons if each.cause.code == "cause.limit"] == [much]


def test_a_letter_says_which_order_answered_it():
    match = sat("first_hour", "consulate", seed=7)
    go_on(match, Lay("consulate", "answer_families", "families"))
    letter = next(each for each in Viewing(match).view("consulate").inbox if each.inject == "bus_did_not_come")
    assert letter.answered
    assert say("en", letter.answered_by) == "You answered with “Answer the families” in turn 1."


def test_the_risk_without_what_drives_it_is_smaller_and_what_changes_nothing_is_left_out():
    match = sat("first_hour", "consulate")
    view = Viewing(match).view("consulate")
    without = {reason.code: percent for reason, percent in view.risk.without}
    assert without["risk.heat"] < view.risk.percent
    assert "risk.network" not in without  # it changes nothing that whole percents show
    place = match.book.teams.index("consulate")
    assert view.risk.percent == round(100 * int(risks(match.book, match.state)[0, place]) / 65536)
    assert np.all(np.diff([abs(percent - view.risk.percent) for percent in without.values()][:1]) <= 0)


def test_partners_are_told_of_where_the_risk_without_them_would_be_larger_in_whole_percent():
    match, seen = sat(BUS, "ministry"), set()
    while not match.ended:
        for team in match.scenario.teams:
            risk = Viewing(match).view(team).risk
            for reason, percent in risk.without if risk else ():
                assert percent != risk.percent
                seen.add((reason.code, percent > risk.percent))
        go_on(match)
    assert {helps for code, helps in seen if code == "risk.network"} == {True}
    assert {helps for code, helps in seen if code == "risk.heat"} == {False}


def test_an_objective_says_where_it_stands_as_far_as_it_may_be_known():
    match = sat("first_hour", "consulate")
    now = [say("en", each) for aim in Viewing(match).view("consulate").objectives for each in aim.now]
    hung = "not yet: A notice hangs on the library door"
    assert now == ["Families who know 5", "Heat of “They sold our bus” 38", hung]
    while not match.ended:
        go_on(match)
    for team in Viewing(match).view(None).result.teams:
        assert all(aim.now for aim in team.objectives)


@pytest.mark.parametrize(
    ("heat", "told"),
    [
        (24.625, "24.6"),
        (25.0, "25"),
        (24.0, "24"),
        (25.25, "25.2"),
        (24.984375, "24.9"),
        (25.015625, "25.1"),
        (30.5, "30"),
    ],
)
def test_a_number_never_looks_equal_to_the_bound_of_a_goal_that_it_is_not(heat, told):
    assert say("en", _exactly(Text.of("Heat"), heat, frozenset({25.0}))) == f"Heat {told}"
    assert say("id", _exactly(Text.of("Suhu"), heat, frozenset({25.0}))) == f"Suhu {told.replace('.', ',')}"


@pytest.mark.parametrize(("heat", "told"), [(24.625, "24.6"), (40.25, "40")])
def test_where_a_goal_stands_is_told_beside_the_number_in_its_condition(heat, told):
    match = sat("first_hour", "consulate")
    meters = match.state.meters.copy()
    meters[0, match.book.meters.index("bus_sold.heat")] = heat
    match.state = replace(match.state, meters=meters)
    now = [say("en", each) for aim in Viewing(match).view("consulate").objectives for each in aim.now]
    assert f"Heat of “They sold our bus” {told}" in now


def test_a_number_says_what_it_measures():
    for name in ("first_hour", BUS):
        match = sat(name, "consulate" if name == "first_hour" else "ministry")
        team = next(team for team, seat in match.seats.items() if seat == HUMAN)
        for gauge in Viewing(match).view(team).gauges:
            assert gauge.about is not None, gauge.meter


def test_orders_that_a_ruling_sent_back_are_told_at_once_and_to_their_team_alone():
    match = sat("first_hour", "consulate")
    match.returned = {"consulate": (Order("story_hour", "families"),)}
    told = Viewing(match).view("consulate").situation[0]
    assert say("en", told) == "Came back to you after a ruling: Read aloud at the bus stop."
    assert told not in Viewing(match).view("library").situation


def test_rounds_are_counted_and_the_last_is_told():
    match = sat(BUS, "ministry", pace="short")
    rounds = match.decisions_left
    for number in range(1, rounds + 1):
        view = Viewing(match).view("ministry")
        assert (view.round, view.rounds) == (number, rounds)
        last = [message.code for message in view.situation].count("situation.last_round")
        assert last == (number == rounds)
        go_on(match)
    assert match.ended


def test_a_card_that_waits_for_a_flag_says_what_it_does_not_move_meanwhile_and_which_flag_it_takes():
    match = sat("comment_storm", "unit")
    meter, flag = match.scenario.meters["understanding"].name, match.scenario.flags["door_open"].name
    seen = set()
    while not match.ended:
        book, state = match.book, match.state
        shut = not state.flags[0, book.flags.index("door_open")]
        prepared = state.meters[0, book.meters.index("understanding")] >= 20
        waits = match.turn > 0 and bool(shut and prepared)
        for choice in Viewing(match).view("unit").choices:
            if choice.card == "two_names_offer":
                told = [say("en", fact) for fact in choice.facts if fact.code == "fact.idle"]
                assert [line for line in told if str(meter) in line and str(flag) in line] == told
                assert (bool(told), (meter, 1) in choice.moves) == (waits, not waits)
                seen.add(waits)
        go_on(match)
    assert seen == {True, False}


@pytest.mark.parametrize("pace", ["full", "short"])
def test_a_card_that_stands_says_in_how_many_turns_it_is_paid_until_there_is_a_decision_again(pace):
    match = sat("torch_and_supermarket", "ministry", pace=pace)
    spans = set()
    while not match.ended:
        standing = [choice for choice in Viewing(match).view("ministry").choices if choice.card == "home_briefing"]
        code = "fact.stands" if match.decisions_left > 1 else "fact.stands_endex"
        told = {fact.get("n") for choice in standing for fact in choice.facts if fact.code == code}
        assert {choice.until_endex for choice in standing} == {match.decisions_left == 1}
        began = match.turn
        go_on(match)
        spanned = match.turn - began if not match.ended else match.book.turns + 1 - began
        assert {choice.stands for choice in standing} == {spanned if spanned > 1 else 0}
        assert told == ({spanned} if spanned > 1 else set())
        spans.add(spanned)
    assert (max(spans) > 1) == (pace == "short")


def test_a_position_binds_for_no_more_turns_than_are_left():
    match, seen = sat(BUS, "ministry"), set()
    while not match.ended:
        left = match.book.turns - match.turn + 1
        for team in match.scenario.teams:
            for choice in Viewing(match).view(team).choices:
                position = match.scenario.cards[choice.card].position
                if position is None:
                    continue
                (bound,) = [fact for fact in choice.facts if fact.code in BINDS]
                assert bound.get("n") == (position.lasts if position.lasts < left else None)
                seen.add(say("en", bound).endswith("until ENDEX."))
        go_on(match)
    assert seen == {True, False}


def test_an_objective_that_is_met_says_so_before_endex_where_the_team_can_tell():
    match = sat("first_hour", "consulate")
    place = match.book.meters.index("families_told")
    for told in (64.0, 65.0):
        meters = match.state.meters.copy()
        meters[0, place] = told
        match.state = replace(match.state, meters=meters)
        first, *others = Viewing(match).view("consulate").objectives
        assert first.met == (told == 65)
        assert not any(aim.met for aim in others)
    while not match.ended:
        go_on(match)
    ended = Viewing(match).view("consulate").result
    assert any(aim.reached for team in ended.teams for aim in team.objectives)
    assert not any(aim.met for team in ended.teams for aim in team.objectives)


def test_trends_compare_with_the_last_decision_and_not_with_the_last_turn():
    match, apart = sat("torch_and_supermarket", "ministry", pace="short"), set()
    while not match.ended:
        decided = [played for played in match.history if played.decided]
        if decided and decided[-1] is not match.history[-1]:
            at = match.book.meters.index("sales")
            for then in (decided[-1], match.history[-1]):
                moved = float(match.state.meters[0, at] - then.opened.meters[0, at])
                told = next(each for each in Viewing(match).view("retailer").gauges if each.meter == "sales").trend
                apart.add((then is decided[-1], told == (abs(moved) >= MOVES) * np.sign(moved)))
        go_on(match)
    assert (True, False) not in apart
    assert (True, True) in apart


def test_a_card_of_the_last_round_that_comes_too_late_says_so():
    match, told = sat("first_hour", "consulate"), {}
    while not match.ended:
        for choice in Viewing(match).view("consulate").choices:
            late = any(fact.code == "fact.too_late" for fact in choice.facts)
            told.setdefault((match.decisions_left == 1, late), set()).add(choice.form)
        go_on(match)
    assert "listen" in told[True, True]
    assert told[True, False]
    assert (False, True) not in told
